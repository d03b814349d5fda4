"""Timers: each goes off once, on one replica."""

from datetime import UTC, datetime, timedelta

import pytest

from core.model.timer import Timer, TimerKind
from tests.storage.council import settle_in

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KIND = TimerKind.TRAINING_REMINDER


def timer(subject, due_at=NOW, kind=KIND):
    return Timer(kind, subject, "council", due_at)


@pytest.fixture
async def council(database):
    await settle_in(database)
    return database


async def keep(database, *timers):
    async with database.transaction() as store:
        await store.timers.set(timers)


async def taken(database, now=NOW, limit=10, kind=KIND):
    async with database.transaction() as store:
        return [each.subject for each in await store.timers.take_due(kind, now, limit)]


async def test_what_is_due_comes_longest_due_first_and_only_once(council):
    late, later = timer("late", NOW - timedelta(days=1)), timer("later", NOW + timedelta(seconds=1))
    await keep(council, timer("now"), late, later)
    assert await taken(council) == ["late", "now"]
    assert await taken(council) == []
    assert await taken(council, NOW + timedelta(minutes=1)) == ["later"]


async def test_a_timer_that_is_set_again_moves(council):
    await keep(council, timer("amira"))
    await keep(council, timer("amira", NOW + timedelta(days=1)), timer("amira", kind=TimerKind.BROADCAST))
    async with council.transaction() as store:
        assert await store.timers.take_due(KIND, NOW, 10) == []
        assert await store.timers.take_due(TimerKind.BROADCAST, NOW, 10) == [
            timer("amira", kind=TimerKind.BROADCAST)
        ]
        assert await store.timers.next_instant() == NOW + timedelta(days=1)


async def test_a_timer_that_was_cleared_does_not_go_off(council):
    await keep(council, timer("amira"), timer("ben"))
    async with council.transaction() as store:
        await store.timers.clear(KIND, ["amira", "nobody"])
        await store.timers.clear(TimerKind.PULSE, ["ben"])
    assert await taken(council) == ["ben"]


async def test_what_is_not_finished_goes_off_again(council):
    await keep(council, timer("amira"))
    with pytest.raises(RuntimeError):
        async with council.transaction() as store:
            assert await store.timers.take_due(KIND, NOW, 10)
            raise RuntimeError
    assert await taken(council) == ["amira"]


async def test_two_replicas_never_take_the_same_timer(postgresql_database):
    await settle_in(postgresql_database)
    await keep(postgresql_database, *(timer(str(number), NOW - timedelta(hours=number)) for number in range(6)))
    async with postgresql_database.transaction() as one, postgresql_database.transaction() as other:
        first = await one.timers.take_due(KIND, NOW, 3)
        second = await other.timers.take_due(KIND, NOW, 10)
    assert [each.subject for each in first] == ["5", "4", "3"]
    assert [each.subject for each in second] == ["2", "1", "0"]
