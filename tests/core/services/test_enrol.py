"""Whatever changes when someone is to be asked plans them anew, and loses or doubles no check-in by it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.model.absence import Absence
from core.model.checkin import Enrolment
from core.model.person import Nation
from core.services.enrol import enrol, enrol_changed
from core.services.planner import tick
from tests.storage.council import MONDAY, SCHEDULE, check_in, person, settle_in

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
AMIRA = person("Amira Hassan")
FOR_YEARS = (date(2026, 1, 1), date(2030, 1, 1))


@pytest.fixture
async def council(sqlite_database, clock):
    """Amira, enrolled on the Sunday before."""
    clock.move_to(SUNDAY)
    await settle_in(sqlite_database, AMIRA)
    async with sqlite_database.transaction() as store:
        await enrol(store, [AMIRA], SUNDAY)
    return sqlite_database


async def becomes(database, clock, **changes):
    changed = replace(AMIRA, **changes)
    async with database.transaction() as store:
        await store.people.save([changed])
        await enrol_changed(store, [changed], clock.now())


async def due(database):
    async with database.reading() as store:
        (found,) = await store.checkins.enrolments_of(["amira"])
    return found.next_due_at


async def asked(database):
    """When Amira was asked, by period."""
    async with database.reading() as store:
        return {
            each.period: each.prompted_at
            for each in await store.checkins.of_periods(["amira"], *FOR_YEARS)
            if each.prompted_at
        }


async def test_moving_east_past_the_time_of_asking_loses_no_week(council, clock):
    clock.move_to(TEN - HOUR)
    await becomes(council, clock, timezone="Asia/Kolkata")
    await tick(council, clock)
    assert await asked(council) == {MONDAY: TEN - HOUR}


async def test_moving_west_after_being_asked_does_not_ask_twice(council, clock):
    clock.move_to(TEN)
    await tick(council, clock)
    await becomes(council, clock, timezone="America/New_York")
    for hours in range(1, 24):
        clock.move_to(TEN + hours * HOUR)
        await tick(council, clock)
    assert await asked(council) == {MONDAY: TEN}
    assert (await due(council)).astimezone(ZoneInfo("America/New_York")).time() == time(10)


async def test_a_change_between_ten_oclock_and_the_tick_loses_no_check_in(council, clock):
    clock.move_to(TEN + timedelta(seconds=3))
    await becomes(council, clock, working_days=frozenset({1, 2, 3}))
    await tick(council, clock)
    assert list(await asked(council)) == [MONDAY]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"working_days": frozenset({2, 3})}, TEN + DAY),
        ({"timezone": "America/New_York"}, TEN + 5 * HOUR),
        ({"end_on": date(2026, 11, 20)}, None),
        ({"start_on": date(2026, 11, 25)}, TEN + 2 * DAY),
        ({"start_on": date(2027, 1, 6)}, datetime(2027, 1, 6, 10, 0, tzinfo=UTC)),
    ],
)
async def test_a_change_moves_the_next_check_in(council, clock, changes, expected):
    await becomes(council, clock, **changes)
    assert await due(council) == expected


async def test_another_nation_has_other_bank_holidays(council, clock):
    clock.move_to(TEN)
    await tick(council, clock)
    assert await due(council) == TEN + WEEK
    await becomes(council, clock, nation=Nation.SCOTLAND)
    # Saint Andrew's day.
    assert await due(council) == TEN + WEEK + DAY


async def test_a_contract_that_ended_and_is_extended_is_asked_again(council, clock):
    await becomes(council, clock, end_on=date(2026, 11, 20))
    assert await due(council) is None
    clock.move_to(TEN + DAY)
    await becomes(council, clock, end_on=date(2027, 3, 31))
    assert await due(council) == TEN + WEEK


async def test_leave_is_planned_around_however_long(council, clock):
    leave = Absence("1", "council", "amira", date(2026, 11, 23), date(2027, 9, 5))
    async with council.transaction() as store:
        await store.absences.add(leave)
        await enrol(store, [AMIRA], clock.now())
    assert await due(council) == datetime(2027, 9, 6, 9, 0, tzinfo=UTC)


async def test_another_day_for_everyone_is_followed(council, clock):
    async with council.transaction() as store:
        await store.checkins.save_schedule(replace(SCHEDULE, rrule="FREQ=WEEKLY;BYDAY=WE", at=time(9, 30)))
        await enrol(store, [AMIRA], clock.now())
    assert await due(council) == datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


async def test_the_local_time_stays_across_a_change_of_the_clocks(council, clock):
    clock.move_to(datetime(2027, 3, 26, 12, 0, tzinfo=UTC))
    async with council.transaction() as store:
        await store.checkins.save_enrolments([Enrolment("weekly", "amira", None, None)])
    await becomes(council, clock, timezone="Europe/London")
    # The Easter weekend, and summer time has begun.
    assert await due(council) == datetime(2027, 3, 30, 9, 0, tzinfo=UTC)


async def test_an_open_check_ins_reminder_moves_into_the_new_working_time(council, clock):
    clock.move_to(TEN + HOUR)
    thursday = TEN + 3 * DAY
    async with council.transaction() as store:
        await store.checkins.add([check_in("amira", prompted_at=TEN, remind_at=thursday)])
    await becomes(council, clock, timezone="America/New_York")
    assert await reminder(council) == thursday + 4 * HOUR
    await becomes(council, clock, working_days=frozenset({1}))
    assert await reminder(council) is None


async def reminder(database):
    async with database.reading() as store:
        (found,) = await store.checkins.of_period("weekly", ["amira"], MONDAY)
    return found.remind_at
