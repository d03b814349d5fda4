"""Later, or earlier, than was due: by how long, or until which day.

A length of time is a change of the date where more of it is asked for ("need two more weeks"), or where the date
slipped by it ("delayed by a fortnight"); "two weeks behind" tells how things stand, and is asked about. A day
is one where something is moved to it, needed until it, or now due on it. A bare month is asked about: its first
day or last?
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice

from core.understanding.date_shapes import DATE, MONTH
from core.understanding.dates import read_date
from core.understanding.quantities import Form, Quantity, read_quantities
from core.understanding.written import Written


@dataclass(slots=True)
class DueChange:
    """A change of the due date: by days, or to a day; neither where none was told. `spans`: where it was said."""

    days: int | None = None
    on: date | None = None
    is_unsure: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)


_SHIFT = (
    r"(?:push\w*|mov(?:e|ed|ing)|slip\w*|delay\w*|postpon\w*|put|extend\w*|defer\w*|shift\w*|knock\w*"
    r"|reschedul\w*|rearrang\w*|set|drift\w*|bring|brought|pull\w*|ohirio|gohirio|symud|gwthio|ymestyn|estyn"
    r"|oedi)"
)
_IT = (
    r"(?:\s+(?:it|this|that|the|our|my|deadline|due|date|end|target|completion|launch|go-live|finish|back|out"
    r"|forward|on|right|a bit|again|been|now|further|everything|things|dates|delivery|opening|handover|start"
    r"|ymlaen|yn ôl|nôl|y|dyddiad|cau))*"
)
_LEAD_OF_DATE = re.compile(
    rf"\b{_SHIFT}{_IT}\s+(?:to|until|till|til|for|into|tan|i|hyd(?: at)?)\s+(?:the )?(?P<moved>{DATE})"
    r"|\b(?:needs?|need(?:ed|ing)|have|want|like|take|give|allow|have us|angen|cael|require|take us"
    rf"|be)(?: \w+){{0,4}}? (?:until|till|til|up to|up until|tan|hyd at)\s+(?:the )?(?P<needed>{DATE})"
    r"|\b(?:need|want|like|have|require|given?|ask(?:ing|ed)? for|request\w*|get|grant\w*"
    rf"|agreed)?(?: \w+){{0,2}}?\s?\bextension (?:to|until|till|til)\s+(?:the )?(?P<extended>{DATE})|\b(?:new"
    r"|revised|amended|updated|realistic|latest|dyddiad) (?:deadline|date|due date|end date|target date"
    r"|finish(?: date)?|completion(?: date)?|go-live|newydd)\b(?:\s+(?:is|of|will|now|be|would|to|for"
    rf"|looks? like|yw|ydi))*\s*:?\s*(?:the )?(?P<named>{DATE})|\bnow (?:due|expected|likely|looking (?:at"
    r"|like)|planned|aiming (?:for|at)|scheduled|set|completing|finishing|ending|going to be|landing"
    r"|forecast)(?: to \w+| for| in| on| by| until| at| around| to be| done| finished"
    rf"| complete){{0,4}}\s+(?:the )?(?P<due>{DATE})|\b(?:will|it'll|we'll|likely to|going to"
    r"|looks like it'll) (?:now )?(?:be|finish|complete|land|take us to)(?: now)?(?: done| finished| complete"
    rf"| completed| ready| in| on| by| to| it| us)*\s+(?:the )?(?P<will>{DATE})(?=\s+(?:now|instead"
    r"|rather than|not))|\b(?:will|it'll|we'll) now (?:be|finish|complete|land|end)(?: \w+){0,2}? (?:in|on"
    rf"|by|until)\s+(?:the )?(?P<willnow>{DATE})|\b(?:won'?t|will not|not going to|can'?t|cannot"
    r"|not)\s+(?:now )?(?:be )?(?:\w+ )?(?:done|finish|finished|complete|completed|ready|there|end|happen"
    r"|deliver|delivered|land|due|publish|published)?(?: \w+)?\s*(?:until|before|till"
    rf"|til)\s+(?:after )?(?:the )?(?P<notuntil>{DATE})|\b(?:deadline|due date|end date|completion date"
    r"|target date|finish date|go-live)(?: date)?\s+(?:\w+ ){0,2}?(?:to|is now|now"
    rf"|of)\s+(?:the )?(?P<deadline>{DATE})|\bby\s+(?:the )?(?P<instead>{DATE})\s+(?:instead|now|rather than)"
)
_ASK_BEFORE = re.compile(
    r"\b(?:need(?:s|ed|ing)?|want(?:s|ed)?|require[sd]?|ask(?:ing|ed)? for|request\w*|give (?:me|us|it)"
    r"|allow(?: me| us)?|have|another|like|get|take|takes|taking|extension|extend\w*(?: \w+){0,3}? (?:by|for)"
    r"|add(?:ing)?|angen|mae angen|could use|could do with|looking at|needing|be|going to be|for|probably"
    r"|in need of|cael)(?: about| around| roughly| probably| at least| maybe| perhaps| possibly| just| only"
    r"| a| an| up to| for| by| of| it| tua| o leiaf| the| please)*\s*$"
)
_SHIFT_BEFORE = re.compile(
    r"\b(?:slip\w*|delay\w*|push\w*|put|move[ds]?|moving|postpon\w*|extend\w*|extension|set|setting|knock\w*"
    r"|defer\w*|drift\w*|slippage|gone back|ohirio|gohirio|oedi|ymestyn)(?: (?:it|us|this|that|the|deadline"
    r"|date|due|end|back|out|on|everything|things|completion|launch|things|by|of|about|around|roughly|a"
    r"|another|for|at least|up to|now|been|o|am|finish|start|probably|nearly|almost|over|further"
    r"|likely))*\s*$"
)
_EARLIER_BEFORE = re.compile(
    r"\b(?:bring|brought|pull|pulled|move|moved|come|coming)(?: \w+){0,3}? (?:forward|in|ahead)(?: by| about"
    r"| a)*\s*$"
)
_LATER_AFTER = re.compile(
    r"^\s*(?:'\s*)?(?:delay|slippage|slip\b|extension|later(?: than)?|late\b|more please|more time"
    r"|longer(?! than)|overrun|setback)"
)
_EARLIER_AFTER = re.compile(
    r"^\s*(?:'\s*)?(?:earl(?:y|ier)\b|sooner\b|forward\b|in advance|ahead of (?:time|the deadline))"
)
_BEHIND_AFTER = re.compile(r"^\s*(?:'\s*)?(?:behind|overdue|over (?:the )?(?:deadline|due)|ar ei hôl|ar ôl)")
_LATE_BY = re.compile(r"\b(?:running|finish\w*|complet\w*|deliver\w*|be|land\w*|going to be)(?: \w+){0,2}?\s*$")
_ELSEWHERE = re.compile(
    r"\b(?:off|away|closed|down|out|absent|wait|waiting|leave|for the (?:last|past|next)|been|took|hold|sick"
    r"|ill|every|within|in|after|since|over the (?:last|past|next)|ago)(?: (?:sick|ill|for|of|with|about|work"
    r"|another|the|past|last|next|a|least|at|around))*\s*$"
)
_THAN = re.compile(r"^\s*(?:\w+ )?(?:than|on (?:last|average))|^\s*(?:longer|quicker|slower|faster|shorter) than")
_MORE_TIME = re.compile(
    r"\b(?:need|want|could do with|could use|require|like|have|give (?:me|us)"
    r"|ask\w* for)(?: \w+){0,3}? (?:more time|longer|an? extension|some more time|a (?:bit"
    r"|little) (?:more time|longer))\b|\b(?:a )?few more (?:days|weeks|months)\b|\bangen mwy o amser\b"
    r"|\b(?:deadline|date) (?:needs to|has to|will have to|needs|will) (?:be )?(?:mov\w*|chang\w*|slip"
    r"|extend\w*|push\w*)\b"
)
_BARE_PERIOD = re.compile(
    rf"(?:(?:early|late) .*|{MONTH}(?: 20\d\d)?|next (?:week|month|quarter|year|term)|the new year|new year"
    r"|wythnos nesaf|mis nesaf|q[1-4])$"
)
_MOST_DAYS = 3_650
_MOST_DATES = 5
_MOST_LENGTHS = 20


def read_due_change(written: Written, today: date) -> DueChange:
    """The change of the due date that a text tells or asks for; where two are told, unsure."""
    said = written.said
    change = DueChange()
    dates = _dates(said, today, change)
    days = _lengths(written, change)
    if len(dates) == 1 and (len(days) <= 1):
        change.on = dates.pop()
    elif len(days) == 1 and not dates:
        change.days = days.pop()
    elif dates or days or (not change.spans and _MORE_TIME.search(said)):
        change.is_unsure = True
    if change.on is not None or change.days is not None:
        change.is_unsure = False
    return change


def _dates(said: str, today: date, change: DueChange) -> set[date]:
    found: set[date] = set()
    for match in islice(_LEAD_OF_DATE.finditer(said), _MOST_DATES):
        kind = match.lastgroup or ""
        words = match.group(kind) if kind else ""
        change.spans.append(match.span())
        if _BARE_PERIOD.match(words) or _is_this_or_next_week(words, today) or (day := _day(words, today)) is None:
            change.is_unsure = True
        else:
            found.add(day)
    return found


@lru_cache(maxsize=1_024)
def _day(words: str, today: date) -> date | None:
    return read_date(words, today)  # parsing a date costs milliseconds, and people name the same ones


def _is_this_or_next_week(words: str, today: date) -> bool:
    """Whether "next Friday" could be the coming Friday or the one after: on a Tuesday, to some people."""
    day = read_date(words, today) if re.match(r"next (?:mon|tue|wed|thu|fri|sat|sun)", words) else None
    return day is not None and day.isocalendar()[:2] == today.isocalendar()[:2]


def _lengths(written: Written, change: DueChange) -> set[int]:
    found: set[int] = set()
    lengths = (each for each in read_quantities(written.said, written.is_welsh) if each.form is Form.TIME)
    for quantity in islice(lengths, _MOST_LENGTHS):
        sign = _sign(written, quantity)
        if sign is None:
            continue
        change.spans.append((quantity.start, quantity.end))
        if sign == 0 or quantity.value != quantity.value or not 1 <= quantity.value <= _MOST_DAYS:
            change.is_unsure = True
        else:
            found.add(sign * round(quantity.value))
    return found


def _sign(written: Written, quantity: Quantity) -> int | None:
    """1 where the length is a delay told or asked for, -1 earlier, 0 to ask about, None for anything else."""
    said = written.said
    clause = written.clause_at(quantity.start)
    left = said[max(clause.start, quantity.start - 60) : quantity.start]
    right = said[quantity.end : quantity.end + 30]
    if _EARLIER_BEFORE.search(left) or _EARLIER_AFTER.match(right):
        return -1
    if _THAN.match(right):
        return None
    if _SHIFT_BEFORE.search(left):
        return 1
    if _BEHIND_AFTER.match(right):
        return 0
    if _LATER_AFTER.match(right):
        is_asked = (
            not right.strip().startswith("late") or right.strip().startswith("later") or _LATE_BY.search(left)
        )
        return 1 if is_asked else 0
    if not quantity.said_more or _ELSEWHERE.search(left):
        return None
    asked = _ASK_BEFORE.search(left) or not re.search(r"\w", left) or len(left.split()) <= 2
    return 1 if asked else None
