"""What is asked for about a one-to-one, in English or Welsh: with whom, and what to do."""

import re
from dataclasses import dataclass
from enum import Enum, auto

_WORD = re.compile(
    r"^(?:my\s+|fy\s+|sgwrs\s+)*"
    r"(?:one[ -]?(?:to|2)[ -]?ones?|1[ ]?[:-][ ]?1s?|1-2-1s?|121s?|un[ -]i[ -]un)(?:\b|$)[\s:]*",
    re.IGNORECASE,
)
_FROM_HERE = re.compile(
    r"(?:^|\s+)(?=(?:(?:on|at|ar|am|for|next|tomorrow|yfory|d?dydd|today|heddiw|in|mewn|every|bob|history|hanes|done|"
    r"held|wedi|cancel|canslo|date|dyddiad|(?:mon|tues|wednes|thurs|fri)day|mon|tue|wed|thu|fri)(?:\s|$)|\d))",
    re.IGNORECASE,
)
_WITH = re.compile(r"^(?:with|gyda|gyda'r|efo|â)\s+", re.IGNORECASE)
_MANAGER = re.compile(r"^(?:my\s+(?:line\s+)?manager|fy\s+rheolwr(?:\s+llinell)?)\b\s*", re.IGNORECASE)
_HISTORY = re.compile(r"^(?:history|hanes)\b", re.IGNORECASE)
_DONE = re.compile(r"^(?:done|held|wedi(?:'i| ei)? (?:gynnal|wneud)|wedi gorffen)\b", re.IGNORECASE)
_CANCEL = re.compile(r"^(?:cancel|canslo)\b", re.IGNORECASE)
_DATE = re.compile(r"^(?:date|dyddiad)\s*$", re.IGNORECASE)
_EVERY = re.compile(
    r"^(?:every|bob)\s+(?:(?P<number>\d{1,2}|two|three|four|six|eight|pythefnos|dwy|tair|pedair|chwe|wyth|other)\s*)?"
    r"(?:weeks?|wythnos)?\s*$",
    re.IGNORECASE,
)
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "other": 2,
    "pythefnos": 2, "dwy": 2, "tair": 3, "pedair": 4, "chwe": 6, "wyth": 8,
}  # fmt: skip

MOST_WEEKS = 26
"""The longest rhythm: twice a year is not a one-to-one any more."""


class Ask(Enum):
    """What is to be done."""

    SHOW = auto()
    SET = auto()
    DATE_FORM = auto()
    CANCEL = auto()
    DONE = auto()
    HISTORY = auto()
    EVERY = auto()


@dataclass(frozen=True, slots=True)
class Request:
    """`words` are the date as it was said; `weeks` the rhythm, None where it was not understood."""

    ask: Ask
    words: str = ""
    weeks: int | None = None


def after_word(text: str) -> str | None:
    """What follows the words for a one-to-one; None where the text does not begin with them."""
    found = _WORD.match(text.strip().replace("’", "'"))
    return text.strip()[found.end() :].strip() if found else None


def split_name(text: str, mention: str = "") -> tuple[str, str]:
    """With whom ("" for nobody named, or for one's line manager), and the rest."""
    said = _WITH.sub("", text.strip())
    if mention and said.startswith(mention):
        return mention, said[len(mention) :].strip()
    if found := _MANAGER.match(said):
        return "", said[found.end() :].strip()
    cut = _FROM_HERE.search(said)
    if cut is None:
        return said, ""
    return said[: cut.start()].strip(), said[cut.end() :].strip()


def read_request(text: str) -> Request:
    """What to do with a one-to-one."""
    said = " ".join(text.replace("’", "'").split()).strip(" .!?")
    if not said:
        return Request(Ask.SHOW)
    if _HISTORY.match(said):
        return Request(Ask.HISTORY)
    if _DONE.match(said):
        return Request(Ask.DONE)
    if _CANCEL.match(said):
        return Request(Ask.CANCEL)
    if _DATE.match(said):
        return Request(Ask.DATE_FORM)
    if said.casefold().startswith(("every ", "bob ")):
        return Request(Ask.EVERY, weeks=_weeks(said))
    return Request(Ask.SET, re.sub(r"^(?:on|ar|for|am)\s+", "", said, flags=re.IGNORECASE))


def _weeks(said: str) -> int | None:
    found = _EVERY.match(said)
    if found is None:
        return None
    number = (found.group("number") or "1").casefold()
    weeks = _NUMBERS.get(number) or (int(number) if number.isdecimal() else 0)
    return weeks if 1 <= weeks <= MOST_WEEKS else None


_ADD = re.compile(r"^(?:add|ychwanegu)\b\s*", re.IGNORECASE)
_FOR = re.compile(r"^(?:for|i|with|gyda)\s+(?P<name>[^:–]{1,60}?)\s*[:–]\s*", re.IGNORECASE)


def read_item(text: str, mention: str = "") -> tuple[str, str] | None:
    """On whose agenda ("" for one's own) and what, after the word `agenda`; None where nothing is to be added."""
    found = _ADD.match(text.strip())
    if found is None:
        return None
    said = text.strip()[found.end() :].strip()
    if mention and mention in said:
        rest = re.sub(r"^\s*(?:for|i|with|gyda)\s+", "", said, flags=re.IGNORECASE)
        name, _, rest = rest.partition(mention)
        return mention, f"{name}{rest}".strip(" :–")
    if named := _FOR.match(said):
        return named.group("name"), said[named.end() :].strip()
    return "", said
