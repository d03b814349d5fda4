"""What the cells of a course say, in a file of courses and in one of completions."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from core.model.training import MOST_MONTHS, Course
from core.services.import_cells import CellWrong, Suggestions, choice_of, plain
from core.services.import_report import NONE, Problem, Trouble

NEARLY = 90
"""How alike (0 to 100) a new course's title and a known one must be to be warned of."""


class _YesNo(StrEnum):
    YES = "yes"
    NO = "no"


_yes_no = choice_of(_YesNo)


def read_yes_no(text: str) -> bool:
    """`yes` or `no`."""
    return _yes_no(text) is _YesNo.YES


def read_months(text: str) -> int:
    """For how many months a completion counts."""
    return whole_number(text, 1, MOST_MONTHS, Trouble.BAD_MONTHS)


def whole_number(text: str, least: int, most: int, trouble: Trouble) -> int:
    """A whole number within bounds; raises `CellWrong` with the trouble."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) else least - 1
    if not least <= number <= most:
        raise CellWrong(trouble, written=text)
    return number


def title_key(title: str) -> str:
    """What makes two titles the same course: the words, whatever their case."""
    return plain(title).casefold()


def nearly_known(titles: Iterable[tuple[int, str]], known: Sequence[Course]) -> list[Problem]:
    """Warnings of new titles, by the line each stands on, that are nearly a known course's; one a title."""
    keys = {title_key(each.title) for each in known}
    suggestions = Suggestions([each.title for each in known])
    warned: dict[str, Problem] = {}
    for line, title in titles:
        if title_key(title) in keys or title_key(title) in warned:
            continue
        nearest = suggestions.nearest(title, at_least=NEARLY)
        if nearest != NONE:
            facts = {"written": title, "nearest": nearest}
            warned[title_key(title)] = Problem(line, "course", Trouble.NEARLY_KNOWN_COURSE, facts)
    return list(warned.values())
