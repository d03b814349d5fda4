"""On PostgreSQL, what one process queues wakes the others at once, also after their connection was cut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from storage import wakes
from storage.database import SqlDatabase
from tests.bot.conftest import dispatcher_for
from tests.bot.platform import LoopbackPlatform
from tests.clock import MovableClock
from tests.keys import RING
from tests.storage.council import NOW, message, person, settle_in, slack_account

SOON_S = 5.0
"""Well under the minute in which the dispatchers here would look by themselves."""


@asynccontextmanager
async def told(database: SqlDatabase) -> AsyncIterator[asyncio.Event]:
    """Is set whenever somebody else's commit has queued messages."""
    heard = asyncio.Event()
    listening = asyncio.create_task(database.listen(heard.set))
    try:
        yield heard
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def heard_within(heard: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await heard.wait()
    except TimeoutError:
        return False
    return True


@pytest.fixture
async def council(postgresql_database: SqlDatabase) -> SqlDatabase:
    """A council of one, on Slack."""
    await settle_in(postgresql_database, person("Amira Hassan"))
    async with postgresql_database.transaction() as store:
        await store.people.link(slack_account("amira"))
    return postgresql_database


async def test_a_message_queued_elsewhere_is_sent_long_before_the_next_look(
    council: SqlDatabase, postgresql_url: str, clock: MovableClock
):
    platform = LoopbackPlatform()
    dispatcher = dispatcher_for(council, clock, platform, poll_s=60)
    elsewhere = SqlDatabase(postgresql_url, clock, RING)
    async with told(council) as heard:
        # The dispatcher listens as well once this one does.
        running = asyncio.create_task(dispatcher.run())
        assert await heard_within(heard, SOON_S)
        await asyncio.sleep(0.5)
        async with elsewhere.transaction() as store:
            await store.outbox.add("council", [message("amira", "k1")], NOW)
        async with asyncio.timeout(SOON_S):
            await platform.first_arrival()
    await dispatcher.stop()
    await running
    await elsewhere.close()


async def test_nothing_is_told_of_what_was_rolled_back_or_is_for_later(council: SqlDatabase):
    async with told(council) as heard:
        assert await heard_within(heard, SOON_S)
        heard.clear()
        with pytest.raises(RuntimeError):
            async with council.transaction() as store:
                await store.outbox.add("council", [message("amira", "k1")], NOW)
                raise RuntimeError
        assert not await heard_within(heard, 0.5)


async def test_a_connection_that_was_cut_is_opened_again(
    council: SqlDatabase, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wakes, "RECONNECT_S", 0.1)
    async with told(council) as heard:
        assert await heard_within(heard, SOON_S)
        heard.clear()
        await cut_listeners(postgresql_url)
        # Once the connection is back, it is said that something may have been missed.
        assert await heard_within(heard, SOON_S)
        heard.clear()
        async with council.transaction() as store:
            await store.outbox.add("council", [message("amira", "k1")], NOW)
        assert await heard_within(heard, SOON_S)


async def cut_listeners(url: str) -> None:
    """End the server's side of every connection that listens."""
    connection = await asyncpg.connect(url.replace("postgresql+asyncpg", "postgresql"))
    try:
        cut = await connection.fetch(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'"
        )
        assert len(cut) == 1
    finally:
        await connection.close()


async def test_on_sqlite_there_is_nothing_to_listen_to(sqlite_database: SqlDatabase):
    async with asyncio.timeout(SOON_S):
        await sqlite_database.listen(lambda: None)
