"""Units of measures: what is counted, and how an amount said in another unit of the same kind converts to it."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache


class Kind(Enum):
    """What a unit measures."""

    COUNT = auto()
    TIME = auto()
    PERCENT = auto()
    MONEY = auto()
    NONE = auto()
    """No unit was given."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure's unit: its kind, how many of the kind's basic unit (day, pound) it is, and its words."""

    kind: Kind
    factor: float = 1.0
    words: frozenset[str] = frozenset()


TIME_WORDS = (
    r"minutes?|mins?|hours?|hrs?|working days?|days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?"
    r"|munudau|munud|oriau|awr|diwrnodau|n?i?d?diwrnod|niwrnod|diwrnod|dyddiau|wythnosau|wythnos|pythefnos"
    r"|bythefnos|misoedd|mis|fis|blynedd|secs?|seconds?"
)
_DAYS = (
    (("sec",), 1 / 86_400),
    (("min", "munud"), 1 / 1_440),
    (("hour", "hr", "awr", "oriau"), 1 / 24),
    (("day", "diwrnod", "ddiwrnod", "niwrnod", "dyddiau", "d"), 1.0),
    (("week", "wk", "wythnos"), 7.0),
    (("fortnight", "pythefnos", "bythefnos"), 14.0),
    (("month", "mth", "mis", "fis"), 30.0),
    (("year", "yr", "blynedd"), 365.0),
)
_WORKING_WEEK = 5 / 7


def days_in(time_word: str) -> float:
    """How many days a unit of time is; a month counts thirty, as people reckon who ask for "another month"."""
    word = time_word.removeprefix("working ").strip()
    if word in ("h", "w", "m"):
        return {"h": 1 / 24, "w": 7.0, "m": 1 / 1_440}[word]
    for beginnings, days in _DAYS:
        if word.startswith(beginnings):
            return days
    return 1.0


def time_in(unit: Unit, days: float, said_in: str) -> float:
    """A length of `days`, said in the unit of time `said_in`, in a unit of time.

    Where working days are measured, days said are those; five of them make a week.
    """
    counts_working_days = unit.factor == 1 / _WORKING_WEEK
    if "working" in said_in or (counts_working_days and days_in(said_in) == 1.0):
        return (
            round(days, 6)
            if unit.factor in (1.0, 1 / _WORKING_WEEK)
            else round(days / _WORKING_WEEK / unit.factor, 6)
        )
    return round(days / unit.factor, 6)


@lru_cache(maxsize=512)
def unit_of(text: str) -> Unit:
    """The unit that a measure's unit text names: `days`, `%`, `£k`, `working days to respond`, `visits`."""
    said = " ".join(text.lower().split())
    if not said:
        return Unit(Kind.NONE)
    if "%" in said or re.search(r"\bper ?cent|\bpercent|\bpct\b|y cant\b", said):
        return Unit(Kind.PERCENT, words=_words(said))
    if re.search(r"[£€$]|\bgbp\b|\bpounds?\b|\bpunnoedd\b", said):
        return Unit(Kind.MONEY, _money_factor(said))
    head = re.split(r"\b(?:per|to|of|each|from|for|a)\b|/", said)[0].strip() or said
    if time := re.search(rf"(?:^|\s)(?:{TIME_WORDS})$|^(?:{TIME_WORDS})\b|^[hd]$", head):
        word = time.group().strip()
        per_day = days_in(word)
        return Unit(Kind.TIME, per_day / _WORKING_WEEK if "working" in head or "business" in head else per_day)
    return Unit(Kind.COUNT, words=_words(said))


def _money_factor(said: str) -> float:
    if re.search(r"m\b|million|mn\b", said.replace("£", "")):
        return 1e6
    return 1e3 if re.search(r"k\b|000|thousand", said) else 1.0


def _words(said: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[^\W\d_]{2,}", said) if word not in _SMALL)


_SMALL = {
    "of",
    "the",
    "to",
    "in",
    "per",
    "for",
    "and",
    "number",
    "total",
    "count",
    "average",
    "cent",
    "no",
    "on",
    "at",
}


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its plural or verb ending: enough to know `inspections` and `inspected` for the same."""
    for ending in (
        "ations",
        "ation",
        "ions",
        "ion",
        "ings",
        "ing",
        "ies",
        "ied",
        "ees",
        "ments",
        "ment",
        "ed",
        "es",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
