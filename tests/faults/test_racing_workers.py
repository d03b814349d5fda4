"""Several workers on one database: each message is sent once, and together they keep to what a platform grants."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.slack.client import SlackClient, SlackDirectory, SlackMessenger
from bot.addresses import Addresses
from bot.clocks import SystemClock
from bot.courier import Courier
from bot.dispatcher import Dispatcher
from bot.pacing import Limit, Pace, Pacer
from bot.pictures import draw
from bot.shut import FRESH_S, Shut
from core.chat.effect import Send
from core.model.person import Account, Platform
from storage.database import SqlDatabase
from tests.keys import RING
from tests.slack_api import SlackWorkspace
from tests.slack_failures import RateLimited
from tests.storage.council import message, person, settle_in

WORKERS = 4
PEOPLE = 60
PACE = Pace(overall=Limit(34, 2, burst=4), conversation=Limit(70, 60, burst=10))
"""Fifteen a second: quick enough for a test, slow enough for four workers to be held up by it."""
GRANTED = 40
"""What Slack grants in two seconds; a little more, since a busy machine sends late, and late ones close up."""


async def settle(database: SqlDatabase, slack: SlackWorkspace, people: int, each: int = 1) -> None:
    """People on Slack, and messages of a run for them."""
    names = [f"p{number}" for number in range(people)]
    await settle_in(database, *(person(name) for name in names))
    async with database.transaction() as store:
        await store.tenants.link_workspace("council", Platform.SLACK, slack.team)
        for name in names:
            user = slack.add(name, f"{name}@abermoor.example")
            await store.people.link(Account(Platform.SLACK, slack.team, user.id, name, user.dm))
    async with database.transaction() as store:
        run: list[Send] = [
            message(name, f"{name}-{turn}", purpose="broadcast") for turn in range(each) for name in names
        ]
        await store.outbox.add("council", run, datetime.now(UTC))


@asynccontextmanager
async def workers(url: str, slack: SlackWorkspace, many: int, pace: Pace) -> AsyncIterator[SqlDatabase]:
    """So many dispatchers, each with connections of its own as in processes of their own; and one to look with."""
    clock = SystemClock()
    databases = [SqlDatabase(url, clock, RING) for _ in range(many)]
    clients = [SlackClient(slack.token, slack.api_url) for _ in range(many)]
    dispatchers = []
    for database, client in zip(databases, clients, strict=True):
        shut = Shut(database, clock)
        messenger = SlackMessenger(client)
        courier = Courier(
            database=database,
            clock=clock,
            messengers={Platform.SLACK: messenger},
            addresses=Addresses(database, {Platform.SLACK: SlackDirectory(client)}),
            # The second pacer lets everything through, so that what is shared is what is tried.
            pacer=Pacer({}),
            shut=shut,
            draw=draw,
        )
        dispatchers.append(
            Dispatcher(
                database=database,
                clock=clock,
                courier=courier,
                shut=shut,
                rates={Platform.SLACK: pace.rates},
                lease_s=5,
            )
        )
    running = [asyncio.create_task(each.run()) for each in dispatchers]
    try:
        yield databases[0]
    finally:
        await asyncio.gather(*(each.stop() for each in dispatchers))
        await asyncio.gather(*running)
        for each in (*clients, *databases):
            await each.close()


async def all_sent(database: SqlDatabase, many: int, within_s: float) -> None:
    """Wait until so many messages were sent."""
    async with asyncio.timeout(within_s):
        while True:
            async with database.reading() as store:
                if (await store.outbox.counts())["sent"] >= many:
                    return
            await asyncio.sleep(0.05)


async def shut_until(database: SqlDatabase) -> datetime:
    """Wait until a platform has asked to wait; until when that is."""
    async with asyncio.timeout(20):
        while True:
            async with database.reading() as store:
                if found := await store.traffic.shut(datetime.now(UTC)):
                    return found["council", Platform.SLACK]
            await asyncio.sleep(0.02)


def received(slack: SlackWorkspace) -> Counter[str]:
    """How many messages arrived, by conversation."""
    return Counter(each.channel for each in slack._state.messages if each.user == slack.bot_user)


def tried(slack: SlackWorkspace) -> int:
    """How often a message was sent, whatever became of it."""
    return sum(call.method == "chat.postMessage" for call in slack.calls)


@pytest.fixture
async def slack() -> AsyncIterator[SlackWorkspace]:
    """A Slack on this machine's clock."""
    async with SlackWorkspace(lambda: datetime.now(UTC)) as workspace:
        yield workspace


async def test_four_workers_send_each_message_once(database_url: str, slack: SlackWorkspace):
    plenty = Pace(overall=Limit(100_000, 1, burst=1_000), conversation=Limit(100_000, 1, burst=1_000))
    setting_up = SqlDatabase(database_url, SystemClock(), RING)
    await settle(setting_up, slack, PEOPLE, each=3)
    await setting_up.close()
    async with workers(database_url, slack, WORKERS, plenty) as database:
        await all_sent(database, 3 * PEOPLE, within_s=60)
    assert set(received(slack).values()) == {3}
    assert tried(slack) == 3 * PEOPLE


async def test_four_workers_together_keep_to_what_slack_grants(postgresql_url: str, slack: SlackWorkspace):
    setting_up = SqlDatabase(postgresql_url, SystemClock(), RING)
    await settle(setting_up, slack, 2 * PEOPLE)
    await setting_up.close()
    # The published rate: no more than its count in any window of its time.
    slack.allow("chat.postMessage", GRANTED, timedelta(seconds=2), lambda: datetime.now(UTC))
    many = 2 * PEOPLE
    began = time.monotonic()
    async with workers(postgresql_url, slack, WORKERS, PACE) as database:
        await all_sent(database, many, within_s=60)
    took = time.monotonic() - began
    rate = PACE.overall.rate
    floor = (many - rate.burst) * rate.interval_s
    assert took >= floor * 0.98
    assert set(received(slack).values()) == {1}
    # On a machine that has other things to do, turns that were missed close up; left to themselves, four workers
    # would be refused far more often.
    assert tried(slack) - many <= many // 8


async def test_when_one_worker_is_told_to_wait_all_of_them_wait(postgresql_url: str, slack: SlackWorkspace):
    setting_up = SqlDatabase(postgresql_url, SystemClock(), RING)
    await settle(setting_up, slack, PEOPLE)
    await setting_up.close()
    slack.fail("chat.postMessage", RateLimited(4))
    async with workers(postgresql_url, slack, WORKERS, PACE) as database:
        until = await shut_until(database)
        # What was on its way in that moment is let go; the rest waits, whoever has claimed it.
        await asyncio.sleep(3 * FRESH_S)
        before = tried(slack)
        await asyncio.sleep((until - datetime.now(UTC)).total_seconds() - 0.1)
        assert tried(slack) == before < PEOPLE
        await all_sent(database, PEOPLE, within_s=60)
        async with database.reading() as store:
            holds = await store.traffic.holds("council", datetime.now(UTC))
    assert set(received(slack).values()) == {1}
    assert tried(slack) == PEOPLE + 1
    assert [(each.platform, each.speed_percent) for each in holds] == [(Platform.SLACK, 90)]
