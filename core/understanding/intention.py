"""What a first sentence already says of an objective: which way the measure should go, and by when."""

import re
from dataclasses import dataclass
from datetime import date

from core.model.measure import Direction
from core.understanding.dates import read_date

LONGEST = 300

_DOWN = re.compile(
    r"\b(?:faster|quicker|sooner|reduc\w+|cut\w*|fewer|less|lower\w*|shorten\w*|shorter|decreas\w+|halv\w+|"
    r"drop\w*|bring down|clear\w*|eliminat\w+|yn gynt|yn gyflymach|lleihau|llai|gostwng|byrhau|clirio)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:more|increas\w+|rais\w+|grow\w*|higher|boost\w*|expand\w*|doubl\w+|cynyddu|mwy|codi|ehangu)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:keep|stay|hold|maintain|cadw|aros)\b.*\b(?:between|within|rhwng|o fewn)\b", re.IGNORECASE
)
_YES_NO = re.compile(
    r"^\s*(?:launch|publish|set up|write|introduce|appoint|open|achieve accreditation|lansio|cyhoeddi|sefydlu|"
    r"ysgrifennu|cyflwyno|penodi)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"[\s,]+\b(?:by|before|erbyn|cyn)\s+(?:the\s+)?(?P<date>[^,.;]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Intention:
    """A sentence taken apart: `title` without its date; `direction` None where nothing hints at one."""

    title: str
    direction: Direction | None = None
    due_on: date | None = None


def read_intention(sentence: str, today: date) -> Intention:
    """What the sentence says; a date that has passed is no due date and stays in the title."""
    said = " ".join(sentence[:LONGEST].split())
    title, due_on = said, None
    if found := _BY.search(said):
        day = read_date(found.group("date"), today)
        if day is not None and day >= today:
            title, due_on = said[: found.start()].rstrip(" ,"), day
    return Intention(title or said, _direction(said), due_on)


def _direction(said: str) -> Direction | None:
    if _WITHIN.search(said):
        return Direction.WITHIN
    down, up = bool(_DOWN.search(said)), bool(_UP.search(said))
    if down != up:
        return Direction.DOWN if down else Direction.UP
    return Direction.YES_NO if not down and _YES_NO.search(said) else None
