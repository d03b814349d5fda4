"""The nominal days of a schedule, and when a team's summary is due."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrulestr

from core.model.checkin import Schedule
from core.model.person import Team
from core.model.span import Span, SpanKind, span_around
from core.schedule.working_time import local_instant

_DAYS_A_WEEK = 7
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


def next_summary_at(team: Team, after: datetime, every: SpanKind = SpanKind.WEEK) -> datetime:
    """The first instant after `after` (UTC) at which the team's summary is due.

    A monthly one is due on the first of the team's weekdays in a month.
    """
    day = after.astimezone(team.zone).date()
    day = _summary_day(team, day, every)
    while (due := local_instant(day, team.summary_time, team.zone)) <= after:
        day = _summary_day(team, day + timedelta(days=1), every)
    return due


def _summary_day(team: Team, since: date, every: SpanKind) -> date:
    """The first day from `since` on at which a summary is due."""
    day = since + timedelta(days=(team.summary_weekday - since.isoweekday()) % 7)
    while every is SpanKind.MONTH and day.day > _DAYS_A_WEEK:
        day += timedelta(days=_DAYS_A_WEEK)
    return day


def last_summary_at(team: Team, now: datetime, every: SpanKind = SpanKind.WEEK) -> datetime:
    """The newest instant (UTC), `now` or before, at which the team's summary was due."""
    due = next_summary_at(team, now, every)
    day = due.astimezone(team.zone).date() - timedelta(days=_DAYS_A_WEEK)
    while every is SpanKind.MONTH and day.day > _DAYS_A_WEEK:
        day -= timedelta(days=_DAYS_A_WEEK)
    return local_instant(day, team.summary_time, team.zone)


# --- stretches of time ------------------------------------------------------------------------------------------


def week_of(schedule: Schedule, period: date) -> Span:
    """The stretch of one period of the schedule, up to the day before the next."""
    return Span(SpanKind.WEEK, period, next_period(schedule, period) - timedelta(days=1))


def span_of(schedule: Schedule, kind: SpanKind, day: date) -> Span:
    """The stretch of this kind that `day` lies in; a week is the period of the schedule."""
    if kind is SpanKind.WEEK:
        return week_of(schedule, period_of(schedule, day))
    return span_around(kind, day)


def span_before(schedule: Schedule, span: Span) -> Span:
    """The stretch of the same kind before this one."""
    return span_of(schedule, span.kind, span.first - timedelta(days=1))
