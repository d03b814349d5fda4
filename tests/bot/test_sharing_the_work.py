"""`milepost serve --web-only` and `milepost worker`: where they make sense, and what is said where they do not."""

import asyncio
import signal
import time
from pathlib import Path

import aiohttp
import pytest

from bot.stopping import STOP_WITHIN_S, Stopping
from tests.processes import Processes, Running


@pytest.mark.parametrize(("command", "fix"), [("serve", "leave --web-only out"), ("worker", "run that alone")])
async def test_on_sqlite_one_process_does_everything(tmp_path: Path, command: str, fix: str):
    arguments = ["serve", "--web-only"] if command == "serve" else ["worker"]
    async with Processes(tmp_path) as processes:
        refused = await processes.start(*arguments, DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path / 'milepost.db'}")
        assert await refused.ended() == 1
    assert fix in refused.said
    assert "MILEPOST_DATABASE_URL" in refused.said
    assert "Traceback" not in refused.said
    assert not (tmp_path / "milepost.db").exists()


async def test_a_database_that_is_behind_is_refused_with_the_fix(tmp_path: Path, empty_postgresql_url: str):
    async with Processes(tmp_path) as processes:
        refused = await processes.start("serve", "--web-only", DATABASE_URL=empty_postgresql_url, PORT="0")
        assert await refused.ended() == 1
        assert "milepost db upgrade" in refused.said
        assert "Traceback" not in refused.said
        upgraded = await processes.start("db", "upgrade", DATABASE_URL=empty_postgresql_url)
        assert await upgraded.ended() == 0
        web = await processes.start("serve", "--web-only", DATABASE_URL=empty_postgresql_url, PORT="0")
        await web.says("Milepost is at")


async def test_a_stop_is_told_before_requests_are_refused_and_ends_in_time(tmp_path: Path, postgresql_url: str):
    async with Processes(tmp_path) as processes, aiohttp.ClientSession() as session:
        web = await processes.start(
            "serve", "--web-only", DATABASE_URL=postgresql_url, PORT="0", DRAIN_SECONDS="3"
        )
        url = await address(web)
        # Nothing ticks anywhere; what comes in is kept all the same.
        assert (await (await session.get(f"{url}/readyz")).json())["wrong"] == ["timer"]
        assert (await session.get(f"{url}/readyz/requests")).status == 200
        web.send(signal.SIGTERM)
        began = time.monotonic()
        await web.says("stopping")
        told = await session.get(f"{url}/readyz/requests")
        assert (told.status, await told.json()) == (503, {"status": "not ready", "wrong": ["stopping"]})
        # A load balancer that has not noticed yet is still served.
        assert (await session.get(f"{url}/healthz")).status == 200
        assert await web.ended(within_s=20) == 0
        assert time.monotonic() - began < STOP_WITHIN_S + 2
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get(f"{url}/readyz")


async def test_a_second_signal_ends_the_wait(tmp_path: Path, postgresql_url: str):
    async with Processes(tmp_path) as processes:
        web = await processes.start(
            "serve", "--web-only", DATABASE_URL=postgresql_url, PORT="0", DRAIN_SECONDS="5"
        )
        await address(web)
        web.send(signal.SIGTERM)
        await web.says("stopping")
        web.send(signal.SIGTERM)
        assert await web.ended(within_s=4) == 0


async def test_a_worker_answers_who_watches_over_it(tmp_path: Path, postgresql_url: str):
    async with Processes(tmp_path) as processes, aiohttp.ClientSession() as session:
        worker = await processes.start("worker", "--health-port", "0", DATABASE_URL=postgresql_url)
        url = await address(worker)
        async with asyncio.timeout(20):
            # Nothing else tells it to the outside.
            while (await session.get(f"{url}/readyz")).status != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert (await session.post(f"{url}/slack/events")).status == 404
        worker.send(signal.SIGTERM)
        assert await worker.ended(within_s=20) == 0


def test_what_is_left_of_a_stop_never_grows():
    stopping = Stopping(within_s=60)
    assert not stopping.has_begun
    first = stopping.left_s()
    assert stopping.has_begun
    assert 0 < stopping.left_s() <= first <= 60
    assert stopping.left_s(at_most=5) == 5
    assert Stopping(within_s=0).left_s() == 0


async def address(process: Running) -> str:
    """Where a process listens."""
    said = await process.says("at http")
    return said[said.index("http") :].strip()
