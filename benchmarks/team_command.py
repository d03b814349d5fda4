"""The `team` command through the whole stack, beside a bare Bolt app that only echoes, in one run.

Signed slash commands come from 20 line managers at a time, each of whom waits for the answer before the next one.
The rounds of the two servers alternate, so that whatever else the machine does falls on both.
"""

import asyncio
import hashlib
import hmac
import os
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from benchmarks.council import TEAM_SIZE, WORKSPACE, found, user_of
from bot.clocks import SystemClock
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import KEY, RING

PEOPLE = 5_000
AT_ONCE = 20
ROUNDS = 5
PER_ROUND = 600
SECRET = "a-signing-secret-of-no-account"


@dataclass(slots=True)
class Measured:
    """What came of one server: answers a second of each round, and every acknowledgement's time in ms."""

    per_second: list[float] = field(default_factory=list)
    ack_ms: list[float] = field(default_factory=list)
    answer_ms: list[float] = field(default_factory=list)


class SlackBench:
    """Slack's side: where answers arrive, and who waits for them."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self.url = ""

    async def start(self) -> web.AppRunner:
        """Serve response addresses and the Web API."""
        app = web.Application()
        app.router.add_post("/response/{id}", self._answered)
        app.router.add_route("*", "/api/{method}", self._api)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    async def _answered(self, request: web.Request) -> web.Response:
        # The head of all has so many reports that the answer comes in several messages; the first one counts.
        if (waiting := self._waiting.pop(request.match_info["id"], None)) is not None:
            waiting.set_result(None)
        return web.Response(text="ok")

    async def _api(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True, "channel": "D1", "ts": f"{time.time():.6f}"})

    def expect(self, request_id: str) -> asyncio.Future[None]:
        """The answer to come to a response address."""
        return self._waiting.setdefault(request_id, asyncio.get_running_loop().create_future())


def signed(body: bytes) -> dict[str, str]:
    """The headers of a request from Slack."""
    at = str(int(time.time()))
    signature = hmac.new(SECRET.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": f"v0={signature}",
    }


async def _command(
    session: aiohttp.ClientSession, slack: SlackBench, port: int, number: int, measured: Measured, answers: bool
) -> None:
    manager = user_of(number % (PEOPLE // TEAM_SIZE) * TEAM_SIZE)
    form = {
        "team_id": WORKSPACE,
        "channel_id": f"D{manager[1:]}",
        "channel_name": "directmessage",
        "user_id": manager,
        "command": "/team",
        "text": "",
        "response_url": f"{slack.url}/response/{number}",
        "trigger_id": f"{number}.{manager}",
    }
    body = urlencode(form).encode()
    answer = slack.expect(str(number)) if answers else None
    began = time.perf_counter()
    async with session.post(f"http://127.0.0.1:{port}/slack/events", data=body, headers=signed(body)) as response:
        assert response.status == 200, await response.text()
        await response.read()
    measured.ack_ms.append((time.perf_counter() - began) * 1_000)
    if answer is not None:
        await asyncio.wait_for(answer, 30)
    measured.answer_ms.append((time.perf_counter() - began) * 1_000)


async def _round(slack: SlackBench, port: int, first: int, measured: Measured, answers: bool) -> None:
    numbers = iter(range(first, first + PER_ROUND))

    async def manager(session: aiohttp.ClientSession) -> None:
        for number in numbers:
            await _command(session, slack, port, number, measured, answers)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:
        began = time.perf_counter()
        await asyncio.gather(*[manager(session) for _ in range(AT_ONCE)])
        measured.per_second.append(PER_ROUND / (time.perf_counter() - began))


async def start(kind: str, url: str, slack: SlackBench, *, alone: bool = True) -> tuple[Process, int]:
    """A server in a process of its own, and its port; `alone` when no other works on the database."""
    settings = {
        "DATABASE_URL": url,
        "ENCRYPTION_KEYS": KEY,
        "PORT": "0",
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{slack.url}/api/",
        "LOG_LEVEL": "ERROR",
        "TICK_SECONDS": "600",
    }
    environment = os.environ | {f"MILEPOST_{name}": value for name, value in settings.items()}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.serve",
        kind,
        "alone" if alone else "beside-others",
        env=environment,
        stdin=DEVNULL,
        stdout=PIPE,
    )
    assert process.stdout is not None
    return process, int(await asyncio.wait_for(process.stdout.readline(), 240))


async def run() -> None:
    """Print throughput, its ratio to the bare app's, and how long acknowledgements took."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        await upgrade(url)
        database = SqlDatabase(url, SystemClock(), RING)
        await found(database, PEOPLE, SystemClock().now())
        await database.close()
        slack = SlackBench()
        runner = await slack.start()
        servers = {kind: await start(kind, url, slack) for kind in ("bare", "milepost")}
        measured = {kind: Measured() for kind in servers}
        numbers = 1
        for kind, (_, port) in servers.items():
            await _round(slack, port, numbers, Measured(), kind == "milepost")
            numbers += PER_ROUND
        for _ in range(ROUNDS):
            for kind, (_, port) in servers.items():
                await _round(slack, port, numbers, measured[kind], kind == "milepost")
                numbers += PER_ROUND
        for process, _ in servers.values():
            process.terminate()
            await process.wait()
        await runner.cleanup()
    _print(measured)


def _print(measured: dict[str, Measured]) -> None:
    print(f"/team on {PEOPLE} people, signed, {AT_ONCE} at once, {ROUNDS} rounds of {PER_ROUND}")
    for kind, result in measured.items():
        print(
            f"  {kind:>8}: {median(result.per_second):7,.0f} answered a second;"
            f" acknowledged p50 {median(result.ack_ms):5.1f} ms, p99 {_p99(result.ack_ms):5.1f} ms;"
            f" answered p99 {_p99(result.answer_ms):5.1f} ms"
        )
    ratio = median(measured["milepost"].per_second) / median(measured["bare"].per_second)
    print(f"  ratio: {ratio:.2f} of the bare app's throughput")


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]


if __name__ == "__main__":
    asyncio.run(run())
