"""Dates and times in words, English and Welsh: absences, snoozes and due dates.

Everything is read against a day or moment that is passed in, never against the machine's clock.
"""

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

import dateparser
from dateutil.easter import easter

from core.understanding.plain_dates import read_plain_date

LONGEST = 120
"""Characters looked at; no date in words is longer."""

_DAY = timedelta(days=1)
_UNTIL = re.compile(r"\b(?:until|till|til|tan|hyd|back on|back)\s+(?P<day>.+)$")
_FOR = re.compile(
    r"\b(?:for|am)\s+(?:the next\s+)?(?P<count>a|an|one|two|three|four|five|six|seven|un|dau|dwy|tri|tair|\d{1,3})"
    r"\s*(?P<unit>days?|weeks?|diwrnod|ddiwrnod|dyddiau|wythnos|wythnosau|fortnight)\b"
)
_RANGE = re.compile(
    r"(?:from\s+|o\s+)?(?P<first>.+?)\s*(?:\bto\b|\bthrough\b|\bi\b|–|—|(?<=\w)\s*-\s*(?=\w))\s*(?P<last>.+)$"
)
_NEXT_WEEK = re.compile(r"\b(next week|wythnos nesaf)\b")
_THIS_WEEK = re.compile(r"\b(the rest of (?:the|this) week|this week|yr wythnos hon|rest of the week)\b")
_FILLER = re.compile(
    r"\b(i'?m|i am|i'll be|will be|away|off|on|out of office|ooo|leave|annual leave|holiday|not in|sick|ill|"
    r"i ffwrdd|gwyliau|ar|rwy'?n|rydw i'n|from|this|coming|the)\b"
)
_REASON = re.compile(r"\s*(?:[,;:(–—]|\bbecause\b|\bdue to\b|\bgan fod\b|\boherwydd\b|\bachos\b)(?P<rest>.*)$")
_MORE_DAYS = re.compile(r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|llun|mawrth|mercher|iau|gwener|sadwrn|sul)")
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "un": 1, "dau": 2, "dwy": 2, "tri": 3, "tair": 3,
}  # fmt: skip
_WELSH_DAYS = {
    "llun": "monday", "mawrth": "tuesday", "mercher": "wednesday", "iau": "thursday", "gwener": "friday",
    "sadwrn": "saturday", "sul": "sunday",
}  # fmt: skip
_WELSH_WORDS = {"yfory": "tomorrow", "fory": "tomorrow", "heddiw": "today"}
_QUARTER_ENDS = {1: (6, 30), 2: (9, 30), 3: (12, 31), 4: (3, 31)}
"""Month and day at which each quarter of the financial year, April to March, ends."""


def read_until(text: str, today: date) -> date | None:
    """The day that "until X" names: the day someone is back."""
    found = _UNTIL.search(_said(text))
    return _day(found.group("day"), today) if found else None


def read_absence(text: str, today: date, working_days: Collection[int]) -> tuple[date, date] | None:
    """First and last day of an absence told in words; None when it tells no days.

    "until Wednesday" ends the day before; "for 3 days" are three working days from today; "next week" is Monday to
    Sunday. A reason told along with it is passed over.
    """
    said = _said(text)
    days = _absence(said, today, working_days)
    reason = _REASON.search(said)
    if days is not None or reason is None or _MORE_DAYS.search(reason.group("rest")):
        return days
    return _absence(said[: reason.start()], today, working_days)


def _absence(said: str, today: date, working_days: Collection[int]) -> tuple[date, date] | None:
    starts_on = today
    if (back := read_until(said, today)) is not None:
        before = _UNTIL.sub("", said)
        starts_on = _day(_FILLER.sub(" ", before), today) or today
        return (starts_on, back - _DAY) if back > starts_on else None
    if (length := _FOR.search(said)) is not None:
        before = _FILLER.sub(" ", said[: length.start()] + " " + said[length.end() :])
        starts_on = _day(before, today) or today
        return starts_on, _after(starts_on, length, working_days)
    if _NEXT_WEEK.search(said):
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=6)
    if _THIS_WEEK.search(said):
        return today, today + timedelta(days=6 - today.weekday())
    rest = " ".join(_FILLER.sub(" ", said).split())
    if (between := _RANGE.match(rest)) is not None:
        span = _span(between.group("first"), between.group("last"), today)
        if span is not None:
            return span
    day = _day(rest, today)
    return (day, day) if day is not None and day >= today else None


def _after(starts_on: date, length: re.Match[str], working_days: Collection[int]) -> date:
    count = _COUNTS.get(length.group("count")) or int(length.group("count"))
    unit = length.group("unit")
    if unit.startswith(("week", "wythnos")):
        return starts_on + timedelta(days=7 * count - 1)
    if unit == "fortnight":
        return starts_on + timedelta(days=13)
    day, left = starts_on, count
    while True:
        left -= day.isoweekday() in working_days or not working_days
        if left <= 0:
            return day
        day += _DAY


def _span(first: str, last: str, today: date) -> tuple[date, date] | None:
    ends_on = _day(last, today)
    if ends_on is None:
        return None
    if first.strip().isdecimal():
        starts_on: date | None = _on_day(ends_on, int(first))
    else:
        starts_on = _day(first, today)
    if starts_on is None or not starts_on <= ends_on or ends_on < today:
        return None
    return starts_on, ends_on


def _on_day(of_month: date, day: int) -> date | None:
    try:
        return of_month.replace(day=day)
    except ValueError:
        return None


_AFTER = re.compile(
    r"^(?:in\s+|mewn\s+)?(?P<count>\d{1,3}|an?|one|two|three|half an?|awr)\s*"
    r"(?P<unit>h|hrs?|hours?|awr|m|mins?|minutes?|munud|d|days?|diwrnod)?$"
)
_CLOCK = re.compile(r"(?:\bat\s+|\bam\s+)?\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?\s*$")
_MORNING = time(9, 0)
_PARTS_OF_DAY = {
    "morning": time(9),
    "bore": time(9),
    "afternoon": time(14),
    "prynhawn": time(14),
    "noon": time(12),
}


def read_moment(text: str, now: datetime) -> datetime | None:
    """A moment to come, in the zone of `now`: `2h`, `30 min`, `tomorrow 10`, `Thursday 14:00`, `yfory`."""
    said = re.sub(r"^(until|till|tan|to|for|am|i)\s+", "", _said(text))
    if (after := _AFTER.match(said)) is not None and (length := _length(after)) is not None:
        return now + length
    day_words, at = _split_clock(said)
    day = _day(day_words, now.date()) if day_words else now.date()
    if day is None:
        return None
    moment = datetime.combine(day, at or _MORNING, tzinfo=now.tzinfo)
    if moment <= now and not day_words:
        moment += _DAY
    return moment if moment > now else None


def _length(after: re.Match[str]) -> timedelta | None:
    count, unit = after.group("count"), after.group("unit") or ""
    if count == "awr":
        return timedelta(hours=1)
    number = 0.5 if count.startswith("half") else _COUNTS.get(count) or (int(count) if count.isdecimal() else None)
    if number is None:
        return None
    if unit.startswith(("h", "awr")):
        return timedelta(hours=number)
    if unit.startswith("m"):
        return timedelta(minutes=number)
    return timedelta(days=number) if unit else None


def _split_clock(said: str) -> tuple[str, time | None]:
    for word, at in _PARTS_OF_DAY.items():
        if re.search(rf"\b{word}\b", said):
            return re.sub(rf"\b(?:this )?{word}\b", "", said).strip(), at
    found = _CLOCK.search(said)
    if found is None:
        return said, None
    day_words = said[: found.start()].strip()
    hour, minute = int(found.group("hour")), int(found.group("minute") or 0)
    if found.group("half") == "pm" and hour < 12:
        hour += 12
    if hour > 23 or minute > 59 or re.search(r"\b(of|the)$", day_words):
        return said, None
    return day_words, time(hour, minute)


def read_date(text: str, today: date) -> date | None:
    """A date in words or figures: `31 March`, `31/3/27`, `end of March`, `end of Q3`, `next Friday`, `Easter`."""
    said = _said(text)
    if re.fullmatch(r"(?:by |before |erbyn |cyn )?(?:easter(?: sunday)?|y pasg|pasg)", said):
        return _easter(today)
    if quarter := re.search(r"\bq([1-4])\b|\bch([1-4])\b", said):
        return _quarter_end(int(quarter.group(1) or quarter.group(2)), today)
    if re.search(r"\b(year end|end of (the )?(financial )?year|diwedd y flwyddyn)\b", said):
        return _quarter_end(4, today)
    if (plain := read_plain_date(said, today)) is not None:
        return plain
    if of_month := re.match(r"(?:by )?(?:the )?(?:end of|diwedd)\s+(.+)$", said):
        first = _day("1 " + of_month.group(1), today)
        return _month_end(first) if first else None
    return _day(re.sub(r"^(by|before|erbyn|on)\s+", "", said), today)


def _easter(today: date) -> date:
    """The next Easter Sunday, today included."""
    sunday: date = easter(today.year)
    return sunday if sunday >= today else easter(today.year + 1)


def _quarter_end(quarter: int, today: date) -> date:
    month, day = _QUARTER_ENDS[quarter]
    end = date(today.year, month, day)
    return end if end >= today else date(today.year + 1, month, day)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _DAY


def _day(words: str, today: date) -> date | None:
    """A single day; None when the words name none. A weekday is the next one, today not included."""
    said = " ".join(words.split()).strip(" ,.")
    if not said or len(said) > LONGEST or not re.search(r"\w", said):
        return None
    said = _in_english(said)
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    weekday = re.fullmatch(r"(?:(?P<which>next|this|on|coming) )?(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*", said)
    if weekday:
        return _weekday(weekday.group("day"), today)
    if re.fullmatch(r"\d+", said):
        return None
    if (plain := read_plain_date(said, today)) is not None:
        return plain
    parsed = dateparser.parse(
        said,
        languages=["en", "cy"],
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "DATE_ORDER": "DMY",
            "PREFER_DAY_OF_MONTH": "first",
            "REQUIRE_PARTS": ["day"] if re.search(r"\d", said) else [],
        },
    )
    return parsed.date() if parsed else None


def _weekday(name: str, today: date) -> date:
    wanted = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(name)
    ahead = (wanted - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=ahead)


def _in_english(said: str) -> str:
    """Welsh weekday names and near days, which dateparser knows in their unmutated form only."""
    for welsh, english in _WELSH_DAYS.items():
        said = re.sub(rf"\b(?:d?dydd|nos)\s+{welsh}\b", english, said)
    for welsh, english in _WELSH_WORDS.items():
        said = re.sub(rf"\b{welsh}\b", english, said)
    return re.sub(r"^(\w+day) nesaf$", r"next \1", said)


def _said(text: str) -> str:
    return " ".join(text[:LONGEST].casefold().replace("’", "'").strip(" .!?").split())
