"""When pulse questions open: Tuesdays at ten, and for how long they are open."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.model.pulse import Rhythm
from core.schedule.working_time import local_instant

OPEN_FOR = timedelta(days=6)
"""Closed the day before the next one may open; everyone who works in between is asked on a day of theirs."""

_ZONE = ZoneInfo("Europe/London")
_AT = time(10, 0)
_TUESDAY = 2
_WEEK = timedelta(days=7)


def first_opening(rhythm: Rhythm, now: datetime) -> datetime:
    """The first Tuesday at ten (London) after `now`, UTC; in months, the first such of a month."""
    day = now.astimezone(_ZONE).date()
    day += timedelta(days=(_TUESDAY - day.isoweekday()) % 7)
    while local_instant(day, _AT, _ZONE) <= now or (rhythm is Rhythm.MONTHLY and day.day > 7):
        day += _WEEK
    return local_instant(day, _AT, _ZONE)


def opening_after(rhythm: Rhythm, opened_at: datetime) -> datetime:
    """When the question after the one that opened then opens, UTC: in months, on the first Tuesday."""
    day = opened_at.astimezone(_ZONE).date()
    # One that opened late does not move those after it to another day of the week.
    day -= timedelta(days=(day.isoweekday() - _TUESDAY) % 7)
    match rhythm:
        case Rhythm.WEEKLY:
            following = day + _WEEK
        case Rhythm.FORTNIGHTLY:
            following = day + 2 * _WEEK
        case Rhythm.MONTHLY:
            following = day + _WEEK
            while following.month == day.month or following.day > 7:
                following += _WEEK
    return local_instant(following, _AT, _ZONE)


def opening_from(rhythm: Rhythm, missed_at: datetime, now: datetime) -> datetime:
    """The first opening, not before `now`, of those after one at `missed_at` at which nobody was asked (UTC)."""
    at = opening_after(rhythm, missed_at)
    while at < now:
        at = opening_after(rhythm, at)
    return at
