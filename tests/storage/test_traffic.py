"""What all processes on a database share: turns below a rate, holds, what was learned of a rate, and outages."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.model.delivery import Delivery
from core.model.person import Platform
from core.model.traffic import BREAK_AFTER, Rate, Rates
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.keys import RING
from tests.storage.council import NOW, message, person, settle_in, slack_account

SLACK = ("council", Platform.SLACK)
LIMIT, WINDOW_S, BURST = 20, 4, 4
RATES = {
    Platform.SLACK: Rates(
        overall=Rate(WINDOW_S / (LIMIT - BURST), BURST), conversation=Rate(interval_s=1, burst=3)
    )
}
ONE_EACH = 48


@pytest.fixture
async def council(database):
    """The database with people on Slack, each of whom is to get one message of a run."""
    await fill(database)
    return database


async def fill(database):
    names = [f"p{number}" for number in range(ONE_EACH)]
    await settle_in(database, *(person(name) for name in names))
    async with database.transaction() as store:
        for name in names:
            await store.people.link(slack_account(name))
        await store.outbox.add("council", [message(name, name, purpose="broadcast") for name in names], NOW)


async def claim(database, at: datetime = NOW, limit: int = 12) -> tuple[list[Delivery], dict[str, datetime]]:
    async with database.transaction() as store:
        claimed = await store.outbox.claim(at, 60, limit)
        return claimed, dict(await store.traffic.reserve(claimed, RATES, at))


def most_within(turns: list[datetime], seconds: float) -> int:
    """The most of these instants that lie within any so many seconds."""
    ordered = sorted(turns)
    return max(sum(first <= each < first + timedelta(seconds=seconds) for each in ordered) for first in ordered)


async def test_however_many_processes_claim_their_turns_keep_to_the_rate(database_url: str):
    databases = [SqlDatabase(database_url, MovableClock(), RING) for _ in range(4)]
    await fill(databases[0])
    given = await asyncio.gather(*(claim(each, limit=8) for each in databases))
    turns = [at for _, each in given for at in each.values()]
    assert len(turns) == 32
    assert most_within(turns, WINDOW_S) <= LIMIT
    assert most_within(turns, 0.01) == BURST
    # Nor is any of the rate left unused.
    assert max(turns) - NOW == timedelta(seconds=(32 - BURST) * WINDOW_S / (LIMIT - BURST))
    for each in databases:
        await each.close()


async def test_no_more_is_claimed_than_goes_out_soon_but_answers_are(council):
    claimed, _ = await claim(council, limit=ONE_EACH - 3)
    assert len(claimed) == ONE_EACH - 3
    assert (await claim(council))[0] == []
    async with council.transaction() as store:
        await store.outbox.add("council", [message("p47", "answer")], NOW)
    ((answer,), turns) = await claim(council)
    assert (answer.purpose, turns[answer.id]) == ("greeting", NOW)
    later, turns = await claim(council, NOW + timedelta(seconds=8))
    assert len(later) == 3
    assert min(turns.values()) > NOW + timedelta(seconds=8)


async def test_a_conversation_has_a_pace_of_its_own(database):
    await settle_in(database, person("Amira Hassan"))
    async with database.transaction() as store:
        await store.people.link(slack_account("amira"))
        await store.outbox.add("council", [message("amira", f"k{number}") for number in range(5)], NOW)
    waits = []
    for _ in range(5):
        (delivery,), turns = await claim(database)
        waits.append((turns[delivery.id] - NOW).total_seconds())
        async with database.transaction() as store:
            await store.outbox.sent([(delivery, None)], NOW)
    assert waits == [0, 0, 0, 1, 2]


async def test_paces_of_quiet_conversations_are_forgotten(council):
    await claim(council)
    async with council.transaction() as store:
        assert await store.traffic.forget_idle(NOW + timedelta(minutes=30)) == 0
        assert await store.traffic.forget_idle(NOW + timedelta(hours=2)) == 12


async def speed(database, at: datetime) -> int:
    async with database.reading() as store:
        tenant, platform = SLACK
        speeds = {each.platform: each.speed_percent for each in await store.traffic.holds(tenant, at)}
    # What is used as configured is no hold.
    return speeds.get(platform, 100)


async def throttled(database, at: datetime) -> None:
    async with database.transaction() as store:
        await store.traffic.throttled(*SLACK, at + timedelta(seconds=30), at)


async def test_a_rate_is_learned_downward_and_comes_back_slowly(council):
    await throttled(council, NOW)
    # Those that were under way are told the same.
    await throttled(council, NOW + timedelta(seconds=1))
    assert await speed(council, NOW + timedelta(seconds=30)) == 90
    again = NOW + timedelta(minutes=2)
    await throttled(council, again)
    assert await speed(council, again) == 82
    assert await speed(council, again + timedelta(minutes=10)) == 92
    assert await speed(council, again + timedelta(hours=1)) == 100


async def test_a_rate_never_falls_below_a_tenth(council):
    for number in range(60):
        await throttled(council, NOW + timedelta(seconds=31 * number))
    assert await speed(council, NOW + timedelta(seconds=31 * 59)) == 10


async def test_turns_are_given_at_the_rate_that_was_learned(council):
    await throttled(council, NOW)
    at = NOW + timedelta(seconds=31)
    _, turns = await claim(council, at)
    first, last = min(turns.values()), max(turns.values())
    slower_s = WINDOW_S / (LIMIT - BURST) / 0.9
    assert (last - first).total_seconds() == pytest.approx((12 - BURST) * slower_s, abs=0.001)


async def test_a_longer_wait_is_not_cut_short_by_a_shorter_one(council):
    async with council.transaction() as store:
        await store.traffic.throttled(*SLACK, NOW + timedelta(seconds=60), NOW)
        await store.traffic.throttled(*SLACK, NOW + timedelta(seconds=5), NOW)
    async with council.reading() as store:
        assert await store.traffic.shut(NOW) == {SLACK: NOW + timedelta(seconds=60)}
        assert await store.traffic.shut(NOW + timedelta(seconds=60)) == {}


async def test_failures_in_a_row_become_an_outage_and_one_success_ends_it(council):
    async with council.transaction() as store:
        told = [await store.traffic.failed(*SLACK, NOW) for _ in range(BREAK_AFTER - 1)]
        await store.traffic.works([SLACK], NOW)
        told += [await store.traffic.failed(*SLACK, NOW) for _ in range(BREAK_AFTER + 1)]
    assert told == [False] * (2 * BREAK_AFTER - 2) + [True, True]
    assert (await claim(council, NOW + timedelta(seconds=14)))[0] == []
    probing = NOW + timedelta(seconds=15)
    (probe,), _ = await claim(council, probing)
    assert probe.is_probe
    assert (await claim(council, probing))[0] == []
    async with council.transaction() as store:
        await store.outbox.sent([(probe, None)], probing)
        await store.traffic.works([SLACK], probing)
    claimed, _ = await claim(council, probing)
    assert len(claimed) == 12
    assert not any(each.is_probe for each in claimed)


async def test_of_several_processes_one_probes(database_url: str):
    databases = [SqlDatabase(database_url, MovableClock(), RING) for _ in range(4)]
    await fill(databases[0])
    async with databases[0].transaction() as store:
        for _ in range(BREAK_AFTER):
            await store.traffic.failed(*SLACK, NOW)
    given = await asyncio.gather(*(claim(each, NOW + timedelta(seconds=20)) for each in databases))
    assert sum(len(claimed) for claimed, _ in given) == 1
    for each in databases:
        await each.close()


async def test_with_nothing_to_probe_with_the_next_message_does_it_at_once(database):
    await settle_in(database, person("Amira Hassan"))
    async with database.transaction() as store:
        await store.people.link(slack_account("amira"))
        for _ in range(BREAK_AFTER):
            await store.traffic.failed(*SLACK, NOW)
    later = NOW + timedelta(hours=1)
    assert (await claim(database, later))[0] == []
    async with database.transaction() as store:
        await store.outbox.add("council", [message("amira", "k1")], later)
    ((probe,), _) = await claim(database, later)
    assert probe == replace(probe, is_probe=True, uncertain=False)


async def test_what_a_clock_that_was_ahead_has_filled_keeps_nothing_back_once_it_is_put_right(council):
    ahead = NOW + timedelta(hours=1)
    claimed, turns = await claim(council, ahead)
    assert min(turns.values()) == ahead
    (to_answer, *_) = claimed
    async with council.transaction() as store:
        await store.outbox.sent([(each, None) for each in claimed], ahead)
        await store.outbox.add("council", [message(to_answer.person_id, "answer")], NOW)
        await store.traffic.put_right(NOW)
    claimed, turns = await claim(council, NOW)
    assert len(claimed) == 12
    assert max(turns.values()) < NOW + timedelta(seconds=8)
    (answer,) = (each for each in claimed if each.purpose == "greeting")
    assert turns[answer.id] == NOW


async def test_nor_does_it_hold_back_an_answer_that_is_claimed_before_it_is_put_right(council):
    ahead = NOW + timedelta(hours=1)
    claimed, _ = await claim(council, ahead)
    async with council.transaction() as store:
        await store.outbox.sent([(each, None) for each in claimed], ahead)
        await store.outbox.add("council", [message(claimed[0].person_id, "answer")], NOW)
    (answer,), turns = await claim(council, NOW)
    assert answer.purpose == "greeting"
    assert turns[answer.id] == NOW


async def test_nor_does_what_a_platform_asked_of_it(council):
    ahead = NOW + timedelta(hours=1)
    claimed, _ = await claim(council, ahead, limit=1)
    async with council.transaction() as store:
        await store.outbox.retry(claimed[0], ahead + timedelta(seconds=30), "asked to wait", counts=False)
    await throttled(council, ahead)
    assert (await claim(council))[0] == []
    async with council.transaction() as store:
        await store.traffic.put_right(NOW)
    again, _ = await claim(council, NOW, limit=ONE_EACH)
    assert claimed[0].id in {each.id for each in again}


async def test_what_was_written_while_the_clock_was_ahead_goes_once_it_is_put_right(database):
    ahead, purposes = NOW + timedelta(hours=1), ("answer", "unasked", "later")
    await settle_in(database, *(person(each) for each in purposes))

    async def claimed(at: datetime) -> set[str]:
        return {each.purpose for each in (await claim(database, at))[0]}

    async with database.transaction() as store:
        for each in purposes:
            await store.people.link(slack_account(each))
        wanted_at = ahead + timedelta(hours=2)
        answer = message("answer", "1", purpose="answer")
        unasked = message("unasked", "2", purpose="unasked", asked=False)
        later = message("later", "3", purpose="later", not_before=wanted_at)
        await store.outbox.add("council", [answer, unasked, later], ahead)
    assert await claimed(NOW) == set()
    async with database.transaction() as store:
        await store.traffic.put_right(NOW)
    assert await claimed(NOW) == {"answer", "unasked"}
    assert await claimed(wanted_at - timedelta(minutes=1)) <= {"answer", "unasked"}
    assert "later" in await claimed(wanted_at)


async def test_what_a_platform_asks_for_is_waited_for_however_long(council):
    async with council.transaction() as store:
        await store.traffic.throttled(*SLACK, NOW + timedelta(hours=5), NOW)
        await store.traffic.put_right(NOW)
    assert (await claim(council, NOW + timedelta(hours=4, minutes=59)))[0] == []
    assert (await claim(council, NOW + timedelta(hours=5, minutes=1)))[0]
