"""Requests that are too large, too slow or without an end, over real sockets: refused, and nobody else waits."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.adapters.slack import inbound as slack
from bot.adapters.teams import inbound as teams
from bot.app import web_app
from bot.request_limits import bodies_arrive_in_time
from bot.serving import runner_of
from tests.inbound.whole_server import EVERYTHING
from tests.installation import Installation, installed

POSTED = ("/slack/events", "/api/messages", "/api/service-feedback")
TOO_MUCH = b" " * (4 * 1024 * 1024)
assert len(TOO_MUCH) > max(slack.MOST_BODY_BYTES, teams.MOST_BODY_BYTES)
SOON_S = 0.3


@pytest.fixture
async def running(sqlite_url, clock) -> AsyncIterator[Installation]:
    async with installed(sqlite_url, clock, **EVERYTHING) as everything:
        yield everything


@asynccontextmanager
async def hurried(running: Installation, headers_within_s: float = 30.0) -> AsyncIterator[int]:
    """The same server, on another port, that waits for a body, or for headers, for a fraction of a second only."""
    app = web_app(running.milepost, alone=True)
    # What keeps time and delivers is at work already.
    app.cleanup_ctx.clear()
    app.middlewares[:] = [bodies_arrive_in_time(SOON_S)]
    runner = runner_of(app, headers_within_s=headers_within_s)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("path", ["/slack/events", "/api/messages"])
async def test_a_body_that_comes_in_drops_is_answered_with_408_and_the_connection_closed(running, path: str):
    async with hurried(running) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{{".encode())
        async with asyncio.timeout(60):
            answer = await reader.read()
        writer.close()
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"X-Content-Type-Options: nosniff" in answer


@pytest.mark.parametrize("sent", [b"", b"POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Slack-", b"\r\n\r\n"])
async def test_a_connection_that_never_asks_for_anything_is_closed(running, sent: bytes):
    async with hurried(running, headers_within_s=SOON_S) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        async with asyncio.timeout(60):
            assert await reader.read() == b""
        writer.close()


async def test_others_are_answered_while_many_hold_their_connections(running):
    async with hurried(running) as port, aiohttp.ClientSession() as client:
        held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(60)]
        for _, writer in held:
            writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
        async with asyncio.timeout(60), client.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status == 200
        async with asyncio.timeout(60):
            answers = await asyncio.gather(*[reader.readexactly(12) for reader, _ in held])
        assert set(answers) == {b"HTTP/1.1 408"}
        for _, writer in held:
            writer.close()


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize("way", ["told", "in chunks", "folded up"])
async def test_a_body_over_the_limit_is_refused_however_it_comes(running, path: str, way: str):
    async def endless() -> AsyncIterator[bytes]:
        for start in range(0, len(TOO_MUCH), 65_536):
            yield TOO_MUCH[start : start + 65_536]

    headers = {"Content-Encoding": "gzip"} if way == "folded up" else {}
    folded = gzip.compress(TOO_MUCH)
    assert len(folded) < slack.SMALL_BODY_BYTES
    body = {"told": TOO_MUCH, "in chunks": endless(), "folded up": folded}[way]
    async with aiohttp.ClientSession(running.base_url) as client:
        try:
            async with client.post(path, data=body, headers=headers) as answer:
                assert answer.status == (401 if path == "/api/service-feedback" else 413)
        except aiohttp.ClientConnectionError:
            # Refused while it was still being sent.
            assert way != "folded up"
