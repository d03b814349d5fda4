"""Which days and hours a person works, in their own zone."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.model.absence import Absence
from core.model.person import MONDAY_TO_FRIDAY, Nation, Person
from core.schedule.holidays import is_bank_holiday

DAY_STARTS = time(8, 0)
DAY_ENDS = time(18, 0)
"""Local hours between which messages may arrive; everyone's, since shifts within a day are not recorded."""

_MORNING = time(9, 0)
_DAY = timedelta(days=1)


def works_on(person: Person, day: date, absences: Sequence[Absence] = ()) -> bool:
    """Whether `day` is a working day: in the pattern and the contract, no bank holiday, not away."""
    return (
        day.isoweekday() in person.working_days
        and person.employed_on(day)
        and not is_bank_holiday(person.nation, day)
        and not any(absence.covers(day) for absence in absences)
    )


def first_working_day(person: Person, since: date, before: date, absences: Sequence[Absence] = ()) -> date | None:
    """The first working day from `since`, earlier than `before`."""
    day = since
    while day < before:
        if works_on(person, day, absences):
            return day
        day += _DAY
    return None


def local_instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a local time.

    A time that the clocks skip moves on by as much as they do; one that comes twice is the first (PEP 495).
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def office_moment(zone: ZoneInfo, nation: Nation, since: datetime) -> datetime:
    """`since` itself where a channel may be written to, else nine o'clock (local) of the next workday, UTC.

    Channels have no working pattern: Monday to Friday, 08:00 to 18:00, no bank holiday of the nation.
    """
    local = since.astimezone(zone)
    day = local.date()
    if DAY_STARTS <= local.time() < DAY_ENDS and _is_office_day(day, nation):
        return since
    if local.time() >= DAY_STARTS:
        day += _DAY
    while not _is_office_day(day, nation):
        day += _DAY
    return local_instant(day, _MORNING, zone)


def _is_office_day(day: date, nation: Nation) -> bool:
    return day.isoweekday() in MONDAY_TO_FRIDAY and not is_bank_holiday(nation, day)


def is_working_moment(person: Person, instant: datetime, absences: Sequence[Absence] = ()) -> bool:
    """Whether the instant lies on a working day of the person, from 08:00 to 18:00 local, outside quiet hours."""
    local = instant.astimezone(person.zone)
    return is_open_at(person, local.time()) and works_on(person, local.date(), absences)


def is_open_at(person: Person, at: time) -> bool:
    """Whether a local time is one at which the person may be written to on a working day."""
    return DAY_STARTS <= at < DAY_ENDS and not person.is_quiet_at(at)


def open_times(person: Person) -> list[time]:
    """The local times at which what waited may come on a working day: at nine, and when quiet hours end."""
    times = {_MORNING, person.quiet_until or _MORNING}
    found = sorted(each for each in times if each >= _MORNING and is_open_at(person, each))
    # Those whose only open time is the early morning.
    return found or [each for each in (DAY_STARTS,) if is_open_at(person, each)]
