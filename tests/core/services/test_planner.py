"""What the engine's timer does at each tick."""

from datetime import UTC, datetime

import pytest

from core.model.checkin import Enrolment
from core.model.timer import Timer, TimerKind
from core.ports import StoreUnavailable
from core.services import planner
from tests.storage.council import MONDAY, person, settle_in

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture
async def due(sqlite_database, clock):
    """Amira is to be asked now."""
    clock.move_to(NOW)
    await settle_in(sqlite_database, person("Amira Hassan"))
    async with sqlite_database.transaction() as store:
        await store.checkins.save_enrolments([Enrolment("weekly", "amira", MONDAY, NOW)])
    return sqlite_database


def failing_first(monkeypatch, *errors):
    def failure(error):
        async def work(store, now):
            raise error

        return planner.in_batches(work, 1)

    monkeypatch.setattr(planner, "_JOBS", (*map(failure, errors), *planner._JOBS))


async def asked(database):
    async with database.reading() as store:
        return [each.person_id for each in await store.checkins.of_period("weekly", ["amira"], MONDAY)]


async def test_work_that_fails_keeps_nothing_else_from_being_done(due, clock, monkeypatch):
    failing_first(monkeypatch, ValueError("a row that cannot be"))
    with pytest.raises(ValueError, match="a row that cannot be"):
        await planner.tick(due, clock)
    assert await asked(due) == ["amira"]


async def test_several_failures_are_told_together(due, clock, monkeypatch):
    failing_first(monkeypatch, ValueError("one"), KeyError("other"))
    with pytest.raises(ExceptionGroup) as told:
        await planner.tick(due, clock)
    assert [type(error) for error in told.value.exceptions] == [ValueError, KeyError]


async def test_nothing_more_is_tried_once_the_database_is_gone(due, clock, monkeypatch):
    failing_first(monkeypatch, StoreUnavailable("gone"))
    with pytest.raises(StoreUnavailable):
        await planner.tick(due, clock)
    assert await asked(due) == []


async def test_a_timer_whose_work_failed_goes_off_again(due, clock):
    broken = Timer(TimerKind.RECOGNITION_DIGEST, "repairs|no month", "council", NOW)
    async with due.transaction() as store:
        await store.timers.set([broken])
    for _ in range(2):
        with pytest.raises(ValueError, match="no month"):
            await planner.tick(due, clock)


async def test_messages_need_not_wait_for_the_last_batch(due, clock):
    told = []

    def committed():
        told.append("committed")

    await planner.tick(due, clock, committed)
    assert told
    assert await asked(due) == ["amira"]
    before = len(told)
    await planner.tick(due, clock, committed)
    assert len(told) == before
