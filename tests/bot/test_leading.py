"""Several processes keep time on one PostgreSQL: one of them leads, and another takes over when it is gone."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from bot.leading import LOOK_EVERY_S, Lead
from core.ports import Standing, StoreUnavailable
from storage.peers import peers_on
from tests.postgresql import Cluster
from tests.processes import Processes


@asynccontextmanager
async def among(url: str) -> AsyncIterator[Lead]:
    """One that keeps time, for as long as the block lasts."""
    lead = Lead(peers_on(url))
    try:
        yield lead
    finally:
        await lead.give_up()


async def test_one_leads_and_all_are_counted(postgresql_url: str):
    async with among(postgresql_url) as first, among(postgresql_url) as second, among(postgresql_url) as third:
        assert [await each.look() for each in (first, second, third)] == [True, False, False]
        for each in (first, second, third):
            await each.look()
        assert [(each.is_ours, each.workers) for each in (first, second, third)] == [
            (True, 3),
            (False, 3),
            (False, 3),
        ]


async def test_whoever_gives_up_the_lead_is_followed_at_once(postgresql_url: str):
    async with among(postgresql_url) as first, among(postgresql_url) as second:
        await first.look()
        await second.look()
        await first.give_up()
        assert not first.is_ours
        assert await second.look()
        assert second.workers == 1
        # Who has stopped does not come back.
        assert not await first.look()


async def test_a_lead_whose_session_was_ended_is_lost_and_may_be_had_again(postgresql_url: str):
    async with among(postgresql_url) as first, among(postgresql_url) as second:
        await first.look()
        await second.look()
        await end_sessions_holding_locks(postgresql_url)
        # Both find out by themselves; each of them joins again at its next look.
        await first.look()
        await second.look()
        assert not (first.is_ours or second.is_ours)
        await second.look()
        await first.look()
        assert second.is_ours
        assert not first.is_ours


@pytest.fixture
def another_url(postgresql: Cluster) -> Iterator[str]:
    """A second database on the same server."""
    url = postgresql.create_fresh()
    yield url
    postgresql.drop(url)


async def test_two_databases_of_one_server_have_a_leader_each(postgresql_url: str, another_url: str):
    async with among(postgresql_url) as first, among(another_url) as second:
        await first.look()
        await second.look()
        assert first.is_ours
        assert second.is_ours
        assert second.workers == 1


async def test_without_a_database_nobody_leads():
    peers = peers_on("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StoreUnavailable):
        await peers.meet()
    lead = Lead(peers)
    assert not await lead.look()
    assert not lead.is_ours


async def test_on_sqlite_the_one_process_leads(sqlite_url: str):
    assert await peers_on(sqlite_url).meet() == Standing(leads=True, workers=1)


async def test_a_killed_worker_is_followed_by_the_other_within_seconds(postgresql_url: str, tmp_path: Path):
    settings = {"DATABASE_URL": postgresql_url, "TICK_SECONDS": "0.2"}
    async with Processes(tmp_path) as processes:
        first = await processes.start("worker", **settings)
        await first.says("lead.taken")
        second = await processes.start("worker", **settings)
        await second.says("worker runs")
        await asyncio.sleep(LOOK_EVERY_S + 1)
        assert "lead.taken" not in second.said
        first.send(signal.SIGKILL)
        await second.says("lead.taken", within_s=LOOK_EVERY_S + 3)
        second.send(signal.SIGTERM)
        assert await second.ended(within_s=20) == 0


async def end_sessions_holding_locks(url: str) -> None:
    """Let the server hang up on everyone who holds a lock of a session's, as when it is restarted."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM"
            " (SELECT DISTINCT pid FROM pg_locks WHERE locktype = 'advisory') AS holders"
        )
    finally:
        await connection.close()
