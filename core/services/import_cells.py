"""Read an import file's cells into values; what cannot be read becomes a problem that names its line and column.

A blank optional cell leaves what is known as it is. A cell with a single hyphen empties it: the value becomes what
it is for a new person or objective without that column.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

from core.services.import_progress import watched
from core.services.import_report import NONE, Problem, Rows, Trouble

Value = TypeVar("Value")

EMPTIED = "-"
"""A cell that says: there is none any more."""

SUGGESTED_AT_MOST = 200
"""How many different words are compared with everything known; past that a wrong file would take minutes."""

_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_EMAIL = re.compile(r"[^@\s,;:<>\"]+@[^@\s,;:<>\"]+\.[^@\s.,;:<>\"]+")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_BRITISH_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.\d+)?")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZONES_MEANT = {"bst": "Europe/London", "uk": "Europe/London", "gmt/bst": "Europe/London"}


class CellWrong(ValueError):
    """A cell cannot be read; says why, and the facts for the words."""

    def __init__(self, trouble: Trouble, **facts: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Column:
    """An optional column: the field it fills, how it is read, and its value when the cell says there is none."""

    field: str
    read: Callable[[str], Any]
    emptied: Any = None


@dataclass(slots=True)
class RowReader:
    """One row's cells; reading a wrong one notes a problem and gives None. `columns` are those the file has."""

    line: int
    cells: Mapping[str, str]
    columns: Collection[str]
    problems: list[Problem]

    def required(self, column: str, read: Callable[[str], Value]) -> Value | None:
        """The cell's value; a blank cell is a problem, unless the whole column is missing, which was told once."""
        text = self._text(column)
        if text in ("", EMPTIED):
            if column in self.columns:
                self.note(column, Trouble.MISSING)
            return None
        return self._read(column, text, read)

    def optional(self, columns: Mapping[str, Column]) -> dict[str, Any]:
        """The values of the cells that are filled in, by field; blank ones are absent."""
        given: dict[str, Any] = {}
        for name, column in columns.items():
            text = self._text(name)
            if text == EMPTIED:
                given[column.field] = column.emptied
            elif text and (value := self._read(name, text, column.read)) is not None:
                given[column.field] = value
        return given

    def note(self, column: str, trouble: Trouble, **facts: str) -> None:
        """Note a problem with this row."""
        self.problems.append(Problem(self.line, column, trouble, facts))

    def _text(self, column: str) -> str:
        return plain(self.cells.get(column, ""))

    def _read(self, column: str, text: str, read: Callable[[str], Value]) -> Value | None:
        if text in _ERRORS:
            self.note(column, Trouble.SPREADSHEET_ERROR, written=text)
            return None
        try:
            return read(text)
        except CellWrong as wrong:
            self.note(column, wrong.trouble, **wrong.facts)
            return None


@dataclass(slots=True)
class Suggestions:
    """The known word most like one that is not known; each is looked for once."""

    known: Sequence[str]
    _found: dict[str, str] = field(default_factory=dict)

    def nearest(self, word: str, at_least: float = 60) -> str:
        """The known word most like `word` (alikeness 0 to 100), or `NONE`."""
        if word not in self._found:
            if len(self._found) >= SUGGESTED_AT_MOST:
                return NONE
            best = process.extractOne(
                word, self.known, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=at_least
            )
            self._found[word] = best[0] if best else NONE
        return self._found[word]


def unknown_people(named: Iterable[tuple[int, str]], known: Collection[str]) -> list[Problem]:
    """Emails that nobody has, by the line each stands on, with the nearest one that somebody has."""
    suggestions = Suggestions(sorted(known))
    return [
        Problem(line, "email", Trouble.UNKNOWN_PERSON, {"written": email, "nearest": suggestions.nearest(email)})
        for line, email in named
        if email not in known
    ]


def readers(rows: Rows, problems: list[Problem]) -> Iterator[RowReader]:
    """What reads each row; what is wrong with one is added to `problems`."""
    present = columns_of(rows)
    for line, cells in watched(rows):
        yield RowReader(line, cells, present, problems)


def columns_of(rows: Rows) -> Collection[str]:
    """The names of the columns the file has, in its order."""
    return dict.fromkeys(name for _, cells in rows for name in cells).keys()


def check_columns(
    rows: Rows, required: Sequence[str], optional: Sequence[str]
) -> tuple[list[Problem], list[Problem]]:
    """Problems and warnings of the header: a missing or misspelt column is a problem, a foreign one a warning.

    A column that is not known counts as misspelt where it is very like one that the file does not have; anything
    else an HR system adds is ignored.
    """
    if not rows:
        return [Problem(0, "", Trouble.NO_ROWS)], []
    present = columns_of(rows)
    absent = [name for name in (*required, *optional) if name not in present]
    problems: list[Problem] = []
    warnings: list[Problem] = []
    misspelt: set[str] = set()
    for name in present:
        if not name or name in required or name in optional:
            continue
        near = Suggestions(absent).nearest(name, at_least=80)
        if near == NONE:
            nearest = Suggestions([*required, *optional]).nearest(name, at_least=75)
            warnings.append(Problem(1, name, Trouble.UNKNOWN_COLUMN, {"nearest": nearest}))
        else:
            misspelt.add(near)
            problems.append(Problem(1, name, Trouble.MISSPELT_COLUMN, {"nearest": near}))
    missing = [name for name in required if name in absent and name not in misspelt]
    problems += [Problem(1, name, Trouble.MISSING_COLUMN) for name in missing]
    problems += [
        Problem(line, "", Trouble.EXTRA_CELL, {"written": cells[""]}) for line, cells in rows if cells.get("")
    ]
    return problems, warnings


def plain(text: str) -> str:
    """Text without control characters or needless spaces, composed (NFC), so that equal words are equal."""
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())


def read_text(text: str) -> str:
    """The text itself."""
    return text


def read_email(text: str) -> str:
    """An email address, lower-cased."""
    if not _EMAIL.fullmatch(text):
        raise CellWrong(Trouble.BAD_EMAIL, written=text)
    return text.lower()


def read_date(text: str) -> date:
    """An ISO date, `2026-11-23`; a British one is not guessed at but spelt out in the fix."""
    parts = _ISO_DATE.fullmatch(text)
    found = _date(*(int(part) for part in parts.groups())) if parts else None
    if found is None:
        british = _BRITISH_DATE.fullmatch(text)
        meant = _date(int(british[3]), int(british[2]), int(british[1])) if british else None
        raise CellWrong(Trouble.BAD_DATE, written=text, nearest=meant.isoformat() if meant else NONE)
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None


def read_weekdays(text: str) -> frozenset[int]:
    """ISO weekdays from `Mon-Fri`, `Mon,Wed,Thu` or `Mon-Wed, Fri`; a range may go over the weekend."""
    days: set[int] = set()
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text).strip(",; ")):
        first, dash, last = part.partition("-")
        since, until = _weekday(first), _weekday(last) if dash else _weekday(first)
        if since is None or until is None:
            raise CellWrong(Trouble.BAD_DAYS, written=text)
        days.update((since + ahead) % 7 + 1 for ahead in range((until - since) % 7 + 1))
    return frozenset(days)


def _weekday(name: str) -> int | None:
    """0 for `Mon`, `Monday` and what lies between, as in `Tues`."""
    said = name.casefold()
    index = _DAYS.index(said[:3]) if said[:3] in _DAYS else None
    return index if index is not None and _DAY_NAMES[index].startswith(said) else None


def choice_of(choices: Iterable[StrEnum]) -> Callable[[str], StrEnum]:
    """Reads one of the choices, whatever its case and hyphens."""
    choices = tuple(choices)
    by_name = {_loose(each): each for each in choices}
    allowed = ", ".join(choices)

    def read(text: str) -> StrEnum:
        found = by_name.get(_loose(text))
        if found is None:
            raise CellWrong(Trouble.UNKNOWN_CHOICE, written=text, allowed=allowed)
        return found

    return read


def _loose(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


@cache
def _zones() -> tuple[dict[str, str], Suggestions]:
    names = sorted(available_timezones())
    return {name.casefold(): name for name in names}, Suggestions([name for name in names if "/" in name])


def read_zone(text: str) -> str:
    """An IANA time zone's name, whatever its case."""
    names, suggestions = _zones()
    zone = names.get(text.casefold().replace(" ", "_"))
    if zone is None:
        meant = _ZONES_MEANT.get(text.casefold()) or suggestions.nearest(text)
        raise CellWrong(Trouble.UNKNOWN_ZONE, written=text, nearest=meant)
    return zone


def read_number(text: str, unit: str = "") -> float:
    """A number, with commas between thousands or without; the measure's own unit may stand with it."""
    bare = text.replace("−", "-")
    if unit:
        bare = bare.removeprefix(unit).removesuffix(unit).strip()
    value = float(bare.replace(",", "")) if _NUMBER.fullmatch(bare) else math.inf
    if abs(value) >= 1e15:
        raise CellWrong(Trouble.BAD_NUMBER, written=text)
    return value
