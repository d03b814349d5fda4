"""When someone is asked about a colleague: in working time, and about no more than a few people in a week."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from core.model.absence import Absence
from core.model.person import Person
from core.schedule.planning import next_working_moment
from core.schedule.working_time import local_instant

WEEK = timedelta(days=7)

_DAY = timedelta(days=1)
_AT = time(10, 0)

SOONEST_REMINDER = timedelta(hours=20)
"""After someone was asked."""

TIME_TO_ANSWER = 2 * _DAY
"""Left at the least between being asked and the end of the last day."""


def end_of(day: date, person: Person) -> datetime:
    """The local midnight at which the day ends."""
    return local_instant(day + _DAY, time(), person.zone)


def when_to_ask(
    person: Person,
    asked: Sequence[datetime],
    most: int,
    now: datetime,
    due_on: date,
    absences: Sequence[Absence] = (),
) -> datetime | None:
    """The first working moment with fewer than `most` others within seven days; None: not in time to answer.

    `asked` is when the person was asked about others, or is going to be.
    """
    before = end_of(due_on, person) - TIME_TO_ANSWER
    at = next_working_moment(person, now, before, absences)
    while at is not None and sum(abs(at - each) < WEEK for each in asked) >= most:
        at = next_working_moment(person, at + _DAY, before, absences)
    return at


def when_to_remind(
    person: Person, asked_at: datetime, now: datetime, due_on: date, absences: Sequence[Absence] = ()
) -> datetime | None:
    """Two mornings before the end of the last day, or the first working moment after; None: not in time."""
    wanted = local_instant(due_on - _DAY, _AT, person.zone)
    earliest = max(wanted, asked_at + SOONEST_REMINDER, now)
    return next_working_moment(person, earliest, end_of(due_on, person), absences)


def next_morning(
    person: Person, after: date, absences: Sequence[Absence] = (), within: timedelta = 8 * WEEK
) -> datetime:
    """The person's next working morning after the day; where they are off for long, the very next one."""
    morning = local_instant(after + _DAY, _AT, person.zone)
    return next_working_moment(person, morning, morning + within, absences) or morning
