"""Check-ins sent in from Slack's form, with everything they cause kept, beside a bare Bolt app that only echoes.

Each is signed, stored, worked on in one transaction (answers, progress, the check-in's state, the messages) and
only then acknowledged, which is when Slack closes the form; the bare app acknowledges at once. Ten people send at
a time. On PostgreSQL with 1, 2 and 4 replicas as well, behind a balancer that knows nothing of who is who.
"""

import asyncio
import json
import os
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import aiohttp

from benchmarks.council import TENANT, WORKSPACE, found, user_of
from benchmarks.team_command import SlackBench, signed, start
from bot.clocks import SystemClock
from core.flows.checkin import CHECK_IN
from core.model.checkin import CheckIn, CheckInState
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING
from tests.postgresql import Cluster, server_binaries

PEOPLE = 1_000
AT_ONCE = 10
ROUNDS = 3
PER_ROUND = 200
REPLICAS = (1, 2, 4)

_Server = tuple[int, int]
"""Its port and its process."""


class _Measured:
    """What came of one set-up: sent in a second of each round, and every acknowledgement's time in ms."""

    def __init__(self) -> None:
        self.per_second: list[float] = []
        self.ack_ms: list[float] = []
        self.slow = 0
        self.client_s = self.servers_s = self.wall_s = 0.0


async def run() -> None:
    """Print throughput, its ratio to the bare app's, and how long acknowledgements took."""
    slack = SlackBench()
    runner = await slack.start()
    print(f"check-ins sent in, signed, {AT_ONCE} at once, {ROUNDS} rounds of {PER_ROUND}; load {_load()}")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        await _settle(url)
        await _compare(slack, url, {"SQLite": 1})
    binaries = server_binaries()
    if binaries is None:
        print("  PostgreSQL's server binaries are not installed: not measured on it")
    else:
        cluster = await asyncio.to_thread(Cluster, binaries)
        try:
            url = await asyncio.to_thread(cluster.create, "bench")
            await _settle(url)
            await _compare(slack, url, {f"PostgreSQL, {count} replicas": count for count in REPLICAS})
        finally:
            cluster.remove()
    print(f"  load at the end {_load()}")
    await runner.cleanup()


async def _compare(slack: SlackBench, url: str, set_ups: dict[str, int]) -> None:
    measured = {name: _Measured() for name in ("bare", *set_ups)}
    async with (
        _serving("bare", url, slack, 1) as bare,
        _serving("milepost", url, slack, max(set_ups.values())) as ours,
    ):
        ports = {"bare": bare} | {name: ours[:count] for name, count in set_ups.items()}
        numbers = iter(range(10**9))
        for warming_up in (True, *[False] * ROUNDS):
            for name, behind in ports.items():
                await _round(behind, numbers, _Measured() if warming_up else measured[name])
    bare_rate = median(measured["bare"].per_second)
    for name, result in measured.items():
        cuts = quantiles(result.ack_ms, n=100)
        rate = median(result.per_second)
        print(
            f"  {name:>22}: {rate:7,.0f} a second ({rate / bare_rate:.2f} of bare);"
            f" acknowledged p50 {cuts[49]:6.1f} ms, p99 {cuts[98]:6.1f} ms"
            f"{f', {result.slow} too slow' if result.slow else ''}"
        )
        sent = len(result.ack_ms)
        print(
            f"  {'':>22}  processor time each: servers {result.servers_s / sent * 1_000:.1f} ms, whoever sends"
            f" {result.client_s / sent * 1_000:.1f} ms; together {_cores(result):.2f} cores"
        )


def _cores(result: _Measured) -> float:
    return (result.client_s + result.servers_s) / result.wall_s


@asynccontextmanager
async def _serving(kind: str, url: str, slack: SlackBench, replicas: int) -> AsyncIterator[list[_Server]]:
    servers: list[tuple[Process, int]] = []
    try:
        for _ in range(replicas):
            servers.append(await start(kind, url, slack, alone=replicas == 1))
        yield [(port, process.pid) for process, port in servers]
    finally:
        for process, _ in servers:
            process.terminate()
            await process.wait()


async def _settle(url: str) -> None:
    """A council of which everyone's check-in is open."""
    await upgrade(url)
    clock = SystemClock()
    database = SqlDatabase(url, clock, RING)
    now = clock.now()
    await found(database, PEOPLE, now)
    monday = now.date() - timedelta(days=now.weekday())
    async with database.transaction() as store:
        await store.checkins.add(
            CheckIn(
                id=f"c{number}",
                tenant_id=TENANT.id,
                person_id=str(number),
                schedule_id="weekly",
                period=monday,
                state=CheckInState.OPEN,
                opens_at=now - timedelta(hours=1),
                closes_at=now + timedelta(days=3),
            )
            for number in range(PEOPLE)
        )
    await database.close()


def _processor_s(pid: int) -> float:
    """The processor time of a process so far; none where the system does not tell it in `/proc`."""
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        return 0.0
    user, system = told.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


async def _round(servers: list[_Server], numbers: Iterator[int], measured: _Measured) -> None:
    mine = iter(list(islice(numbers, PER_ROUND)))
    next_port = cycle([port for port, _ in servers])

    async def person(session: aiohttp.ClientSession) -> None:
        for number in mine:
            await _send(session, next(next_port), number, measured)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:
        before = sum(_processor_s(pid) for _, pid in servers)
        began, client = time.perf_counter(), time.process_time()
        await asyncio.gather(*[person(session) for _ in range(AT_ONCE)])
        took = time.perf_counter() - began
        measured.per_second.append(PER_ROUND / took)
        measured.wall_s += took
        measured.client_s += time.process_time() - client
        measured.servers_s += sum(_processor_s(pid) for _, pid in servers) - before


async def _send(session: aiohttp.ClientSession, port: int, number: int, measured: _Measured) -> None:
    body = urlencode({"payload": json.dumps(_form(number))}).encode()
    began = time.perf_counter()
    async with session.post(f"http://127.0.0.1:{port}/slack/events", data=body, headers=signed(body)) as response:
        answer = await response.text()
        assert response.status == 200, answer
    # What Slack would have waited too long for is still worked on; its sender is asked to send it again.
    measured.slow += "clear" not in answer
    measured.ack_ms.append((time.perf_counter() - began) * 1_000)


def _form(number: int) -> dict[str, object]:
    """A check-in about two objectives, as Slack sends it in; said anew each time."""
    who = number % PEOPLE
    said = {"note": "", "note-audience": ""}
    for objective in (f"{who}-0", f"{who}-1"):
        said |= {
            f"progress@{objective}": str(10 + number % 5),
            f"status@{objective}": "on_track",
            f"confidence@{objective}": "4",
            f"factors@{objective}": f"Two colleagues were off sick, week {number}",
        }
    told = {"name": CHECK_IN.name, "subject": f"c{who}", "language": "en", "keys": {}}
    return {
        "type": "view_submission",
        "team": {"id": WORKSPACE},
        "user": {"id": user_of(who), "team_id": WORKSPACE},
        "trigger_id": f"{number}.{time.time_ns()}",
        "view": {
            "id": f"V{number}",
            "type": "modal",
            "team_id": WORKSPACE,
            "callback_id": "milepost_form",
            "private_metadata": json.dumps(told),
            "blocks": [{"type": "input", "block_id": key} for key in said],
            "state": {
                "values": {key: {key: {"type": "plain_text_input", "value": value}} for key, value in said.items()}
            },
        },
    }


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


if __name__ == "__main__":
    asyncio.run(run())
