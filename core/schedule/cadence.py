"""The nominal days of a schedule, and when a team's summary is due."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrulestr

from core.model.checkin import Schedule
from core.model.person import Team
from core.schedule.working_time import local_instant

_LOOK_AHEAD = timedelta(days=800)
_LOOK_BACK = timedelta(days=800)


def occurrences(schedule: Schedule, since: date) -> Iterator[date]:
    """The schedule's nominal days from `since` on (RFC 5545), for at least two years."""
    days = _expanded(schedule.rrule, schedule.anchor, since.year)
    return (day for day in days if day >= since)


def period_of(schedule: Schedule, day: date) -> date:
    """The period that `day` belongs to: the last nominal day on or before it, or the first of all."""
    days = _expanded(schedule.rrule, schedule.anchor, day.year)
    return days[max(0, bisect_right(days, day) - 1)]


def next_period(schedule: Schedule, period: date) -> date:
    """The nominal day after `period`."""
    return next(occurrences(schedule, period + timedelta(days=1)))


@lru_cache(maxsize=256)
def _expanded(rule: str, anchor: date, year: int) -> tuple[date, ...]:
    """Nominal days from two years before `year` to two after it; expanding once a year keeps planning fast."""
    start = datetime.combine(anchor, time())
    since = datetime(year, 1, 1) - _LOOK_BACK  # noqa: DTZ001 - nominal days have no zone
    until = datetime(year, 12, 31) + _LOOK_AHEAD  # noqa: DTZ001
    found = rrulestr(rule, dtstart=start).between(since, until, inc=True)
    if not found:
        raise NoOccurrence(rule)
    return tuple(each.date() for each in found)


class NoOccurrence(ValueError):
    """A recurrence rule has no day near the time asked about."""


def next_summary_at(team: Team, after: datetime) -> datetime:
    """The first instant after `after` (UTC) at which the team's summary is due."""
    day = after.astimezone(team.zone).date()
    day += timedelta(days=(team.summary_weekday - day.isoweekday()) % 7)
    due = local_instant(day, team.summary_time, team.zone)
    return due if due > after else local_instant(day + timedelta(days=7), team.summary_time, team.zone)


def last_summary_at(team: Team, now: datetime) -> datetime:
    """The newest instant (UTC), `now` or before, at which the team's summary was due."""
    due = next_summary_at(team, now)
    day = due.astimezone(team.zone).date() - timedelta(days=7)
    return local_instant(day, team.summary_time, team.zone)
