"""From a schedule and a person to instants: when they are asked, reminded, and when the window closes.

The rules, each with its test:

- Asked on the first working day on or after the nominal day, before the next one, at the schedule's local time.
- The window closes the schedule's number of days after the nominal day. Whoever is asked less than a day before
  that has until the local midnight before the next nominal day.
- One reminder, in the last quarter of the window if that is working time, else as late as working time allows
  within the window, at least three hours after the prompt.
- Nothing is ever sent outside a person's working time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.model.absence import Absence
from core.model.catch_up import CATCH_UP, DueWork
from core.model.checkin import Schedule
from core.model.person import Person
from core.schedule.cadence import next_period, occurrences, period_of
from core.schedule.working_time import (
    first_working_day,
    is_working_moment,
    local_instant,
    open_times,
    works_on,
)

SHORTEST_WINDOW = timedelta(days=1)
REMINDER_SHARE = 0.75
REMINDER_GAP = timedelta(hours=3)
"""The least time between a prompt and its reminder."""

_MORNING = time(9, 0)
_AFTERNOON = time(16, 0)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """One period of one person: instants in UTC; `remind_at` None where no reminder fits."""

    period: date
    opens_at: datetime
    closes_at: datetime
    remind_at: datetime | None


def slot_for(schedule: Schedule, person: Person, period: date, absences: Sequence[Absence] = ()) -> Slot | None:
    """The slot of a period; None where the person has no working day in it."""
    following = next_period(schedule, period)
    day = first_working_day(person, period, following, absences)
    if day is None:
        return None
    opens_at = local_instant(day, schedule.at, person.zone)
    closes_on = period + timedelta(days=schedule.closes_after_days)
    closes_at = local_instant(closes_on, schedule.closes_at, person.zone)
    if closes_at - opens_at < SHORTEST_WINDOW:
        closes_at = local_instant(following, time(), person.zone)
    return Slot(period, opens_at, closes_at, reminder_after(schedule, person, opens_at, closes_at, absences))


def next_slot(
    schedule: Schedule,
    person: Person,
    after: datetime,
    absences: Sequence[Absence] = (),
    horizon_periods: int = 60,
) -> Slot | None:
    """The first slot that opens later than `after`; None when none does within the horizon."""
    since = period_of(schedule, after.astimezone(person.zone).date())
    for period, _ in zip(occurrences(schedule, since), range(horizon_periods), strict=False):
        if person.end_on is not None and period > person.end_on:
            return None
        slot = slot_for(schedule, person, period, absences)
        if slot is not None and slot.opens_at > after:
            return slot
    return None


def partial_reminder(
    schedule: Schedule, person: Person, slot: Slot, answered_at: datetime, absences: Sequence[Absence] = ()
) -> datetime | None:
    """When to ask whether to carry on with a check-in left half-way.

    The next working morning within the window, or the ordinary reminder where that comes first.
    """
    tomorrow = answered_at.astimezone(person.zone).date() + _DAY
    last = slot.closes_at.astimezone(person.zone).date()
    day = first_working_day(person, tomorrow, last + _DAY, absences)
    morning = local_instant(day, schedule.at, person.zone) if day else None
    candidates = [each for each in (morning, slot.remind_at) if each and answered_at < each < slot.closes_at]
    return min(candidates, default=None)


def nearest_allowed(
    person: Person,
    wanted: datetime,
    now: datetime,
    closes_at: datetime,
    absences: Sequence[Absence] = (),
) -> datetime | None:
    """The time nearest to `wanted` at which a check-in may come back: in working time, before it closes.

    A later one if there is one, else the last earlier one that is still to come; None where there is none.
    """
    if now < wanted < closes_at and is_working_moment(person, wanted, absences):
        return wanted
    later = next_working_moment(person, max(wanted, now), closes_at, absences)
    if later is not None:
        return later
    day = min(wanted, closes_at).astimezone(person.zone).date()
    while day >= now.astimezone(person.zone).date():
        for at in (_AFTERNOON, _MORNING):
            earlier = local_instant(day, at, person.zone)
            if now < earlier < closes_at and works_on(person, day, absences):
                return earlier
        day -= _DAY
    return None


def late_prompt(
    schedule: Schedule, person: Person, slot: Slot, now: datetime, absences: Sequence[Absence] = ()
) -> datetime | None:
    """When a prompt that could not go out in time still may: now, at a later time, or (None) not at all.

    Useful until the last quarter of the window begins, and only in working time: never at midnight.
    """
    useless_from = CATCH_UP[DueWork.PROMPT].useful_until(slot.opens_at, slot.closes_at)
    if now - slot.opens_at <= timedelta(hours=schedule.stale_after_hours):
        useless_from = max(useless_from, now + timedelta(seconds=1))
    if now < useless_from and is_working_moment(person, now, absences):
        return now
    day = now.astimezone(person.zone).date()
    while (morning := local_instant(day, schedule.at, person.zone)) < useless_from:
        if morning > now and works_on(person, day, absences):
            return morning
        day += _DAY
    return None


def reminder_after(
    schedule: Schedule,
    person: Person,
    opens_at: datetime,
    closes_at: datetime,
    absences: Sequence[Absence],
) -> datetime | None:
    """When to remind of a prompt that goes out at `opens_at`; None where no reminder fits before `closes_at`."""
    earliest = opens_at + REMINDER_GAP
    wanted = opens_at + (closes_at - opens_at) * REMINDER_SHARE
    later = next_working_moment(person, max(wanted, earliest), closes_at, absences)
    if later is not None:
        return later
    zone = person.zone
    day = min(wanted, closes_at).astimezone(zone).date()
    while day >= opens_at.astimezone(zone).date():
        for at in (schedule.at, _AFTERNOON):
            candidate = local_instant(day, at, zone)
            if earliest <= candidate < closes_at and is_working_moment(person, candidate, absences):
                return candidate
        day -= _DAY
    return None


def next_working_moment(
    person: Person, since: datetime, before: datetime, absences: Sequence[Absence]
) -> datetime | None:
    """`since` if it is working time, else the first of a working day's `open_times`, earlier than `before`."""
    if since < before and is_working_moment(person, since, absences):
        return since
    times = open_times(person)
    day = since.astimezone(person.zone).date()
    while local_instant(day, time(), person.zone) < before:
        if works_on(person, day, absences):
            moments = (local_instant(day, at, person.zone) for at in times)
            found = next((each for each in moments if since <= each < before), None)
            if found is not None:
                return found
        day += _DAY
    return None
