"""Dates as they are mostly written: `31 March`, `Fri 3rd Dec 2026`, `31/3/27`, `25 Rhagfyr`, `Christmas`.

Read without a general parser of dates, which takes milliseconds for each and a third of a second for the first.
"""

import re
from datetime import date, timedelta

_MONTHS = (
    ("jan", "ionawr", "ion"), ("feb", "chwefror", "chwef"), ("mar", "mawrth", "fawrth"), ("apr", "ebrill", "ebr"),
    ("may", "mai", "fai"), ("jun", "mehefin", "fehefin"), ("jul", "gorffennaf", "orffennaf"), ("aug", "awst"),
    ("sep", "medi", "fedi"), ("oct", "hydref"), ("nov", "tachwedd", "dachwedd"), ("dec", "rhagfyr", "rhag"),
)  # fmt: skip
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "sept",
)  # fmt: skip
_NAMED = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "nadolig": (12, 25), "y nadolig": (12, 25), "new year's day": (1, 1), "new year's eve": (12, 31),
}  # fmt: skip
_NEAR = {"today": 0, "heddiw": 0, "tomorrow": 1, "yfory": 1, "fory": 1}
_DAY_MONTH = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|af|ain|eg|fed)?"
    r"(?: of| o)? (?P<month>[a-z]+)\.?,?(?: (?P<year>\d{4}))?"
)
_MONTH_DAY = re.compile(r"(?P<month>[a-z]+)\.? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?P<year>\d{4}))?")
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?")

_PERIOD = re.compile(
    r"(?:by |before )?(?:the )?(?P<part>(?:very )?end|diwedd|ddiwedd|mid|middle)(?: of| o|-| )?\s?(?:the |y )?"
    r"(?P<which>next |this )?(?P<period>month|week|mis|wythnos|[a-z]+)(?: (?P<year>\d{4}))?"
)
_ONLY_DAY = re.compile(r"(?:on |by )?the (?P<day>\d{1,2})(?:st|nd|rd|th)")


def read_plain_date(said: str, today: date) -> date | None:
    """The day that a text in lower case is; None where it has another shape.

    Without a year it is the next such day. A week ends on its Friday; the middle of a month is its fifteenth.
    """
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said in _NAMED:
        return _next(*_NAMED[said], today)
    if (period := _PERIOD.fullmatch(said)) is not None:
        return _in_period(period, today)
    if (only_day := _ONLY_DAY.fullmatch(said)) is not None:
        return _next_of_month(int(only_day["day"]), today)
    for shape in (_DAY_MONTH, _MONTH_DAY, _FIGURES):
        found = shape.fullmatch(said)
        if found is None:
            continue
        month = int(found["month"]) if shape is _FIGURES else _month(found["month"])
        if month is None:
            continue
        day, year = int(found["day"]), found["year"]
        if year is None:
            return _next(month, day, today)
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return None


def _in_period(found: re.Match[str], today: date) -> date | None:
    """The middle or the end of a week or month."""
    is_next, is_middle = found["which"] == "next ", found["part"].startswith("mid")
    if found["period"] in ("week", "wythnos"):
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * is_next)
        friday = monday + timedelta(days=2 if is_middle else 4)
        return friday if friday >= today else friday + timedelta(days=7)
    if found["period"] in ("month", "mis"):
        first = today.replace(day=1)
        if is_next:
            first = _month_end(first) + timedelta(days=1)
    else:
        month = _month(found["period"])
        if month is None:
            return None
        year = int(found["year"]) if found["year"] else today.year + (month < today.month)
        first = date(year, month, 1)
    return first.replace(day=15) if is_middle else _month_end(first)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _next_of_month(day: int, today: date) -> date | None:
    first = today.replace(day=1)
    for _ in range(3):  # the 31st may be two months away
        found = _date(first.year, first.month, day)
        if found is not None and found >= today:
            return found
        first = _month_end(first) + timedelta(days=1)
    return None


def _month(word: str) -> int | None:
    for number, (english, *welsh) in enumerate(_MONTHS, start=1):
        if word in welsh or word == english or (word in _ENGLISH and word.startswith(english)):
            return number
    return None


def _next(month: int, day: int, today: date) -> date | None:
    this_year = _date(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
