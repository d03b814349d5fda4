"""Milepost's post office on a real database: outbox, dispatcher and courier, to a platform within the test."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.addresses import Addresses
from bot.courier import Courier
from bot.dispatcher import POLL_S, Dispatcher
from bot.pacing import Pacer
from bot.pictures import draw
from bot.shut import Shut
from core.chat.effect import Durable
from core.ports import Clock
from storage.database import SqlDatabase
from tests.bot.platform import LoopbackDirectory, LoopbackPlatform
from tests.clock import MovableClock
from tests.storage.council import person, settle_in, slack_account


@dataclass(slots=True)
class PostOffice:
    """What is queued, how it is delivered, and where it arrives."""

    database: SqlDatabase
    clock: MovableClock
    platform: LoopbackPlatform
    dispatcher: Dispatcher

    async def queue(self, *effects: Durable) -> None:
        """Commit messages to the outbox."""
        async with self.database.transaction() as store:
            await store.outbox.add("council", list(effects), self.clock.now())

    async def deliver(self, **later: float) -> None:
        """Deliver all that is due, after so many `seconds`, `minutes` and so on."""
        self.clock.move_to(self.clock.now() + timedelta(**later))
        await self.dispatcher.drain()

    async def states(self) -> dict[str, int]:
        """Rows of the outbox by state, without those that are empty."""
        async with self.database.reading() as store:
            return {state: count for state, count in (await store.outbox.counts()).items() if count}


def dispatcher_for(
    database: SqlDatabase,
    clock: Clock,
    *platforms: LoopbackPlatform,
    lease_s: float = 60,
    poll_s: float = POLL_S,
) -> Dispatcher:
    """A dispatcher as a process has it."""
    shut = Shut(database, clock)
    courier = Courier(
        database=database,
        clock=clock,
        messengers={each.platform: each for each in platforms},
        addresses=Addresses(database, {each.platform: LoopbackDirectory(each) for each in platforms}),
        pacer=Pacer({}),
        shut=shut,
        draw=draw,
    )
    return Dispatcher(
        database=database, clock=clock, courier=courier, shut=shut, rates={}, lease_s=lease_s, poll_s=poll_s
    )


@pytest.fixture
async def post(sqlite_database: SqlDatabase, clock: MovableClock) -> AsyncIterator[PostOffice]:
    """A council of two, both on Slack."""
    await settle_in(sqlite_database, person("Amira Khan"), person("Ben Wood"))
    async with sqlite_database.transaction() as store:
        await store.tenants.link_workspace("council", LoopbackPlatform.platform, "T1")
        for who in ("amira", "ben"):
            await store.people.link(slack_account(who))
    platform = LoopbackPlatform()
    dispatcher = dispatcher_for(sqlite_database, clock, platform)
    yield PostOffice(sqlite_database, clock, platform, dispatcher)
    await dispatcher.stop()
