"""The outbox beside Procrastinate on one PostgreSQL: rows handed over a second, to work that does nothing.

Both take what is queued, run it with as many under way at once and keep how it went. The outbox has a messenger
that only says that it posted, and pays for what it does beside: each recipient's order, accounts, turns of a rate,
and the message that was posted. Procrastinate is no dependency: `pip install procrastinate "psycopg[binary]"`.
"""

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from itertools import count
from statistics import median
from typing import Any
from urllib.parse import parse_qs, urlsplit

from benchmarks.council import TENANT, found
from benchmarks.prompt_cost import UNPACED, Cost, Meter
from benchmarks.prompts import SUNDAY, RunningClock, all_sent, dispatching
from bot.dispatcher import AT_ONCE
from bot.logs import configure_logs
from bot.settings import Settings
from bot.wiring import Milepost, Platforms, build
from core.chat.card import Card
from core.chat.effect import Send, ToPerson
from core.model.delivery import Posted
from core.model.person import Account, Platform
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING
from tests.postgresql import Cluster, server_binaries

ROWS = 5_000
ROUNDS = 3
QUEUED_AT_ONCE = 1_000


class _Nowhere:
    """Finds nobody: everyone's account is known."""

    async def find(self, email: str, workspaces: object) -> Account | None:
        raise AssertionError(email)


class _NoOp:
    """A messenger that posts nothing."""

    platform = Platform.SLACK
    shows_pictures_inline = False

    def __init__(self) -> None:
        self._numbers = count(1)

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        return Posted(Platform.SLACK, workspace, address, str(next(self._numbers)))


async def run(rows: int = ROWS) -> None:
    """Print the figures."""
    configure_logs("ERROR")
    print(f"{rows:,} rows handed over on PostgreSQL, {AT_ONCE} at once; load {os.getloadavg()[0]:.1f}")
    binaries = server_binaries()
    if binaries is None:
        print("  PostgreSQL's server binaries are not installed: not measured")
        return
    cluster = await asyncio.to_thread(Cluster, binaries)
    try:
        ours = await asyncio.to_thread(cluster.create, "ours")
        theirs = await asyncio.to_thread(cluster.create, "theirs")
        await _compare(ours, theirs, rows)
    finally:
        cluster.remove()


async def _compare(ours: str, theirs: str, rows: int) -> None:
    there = find_spec("procrastinate") is not None
    clock = RunningClock(SUNDAY)
    milepost = await _outbox(ours, clock, rows)
    measured: dict[str, list[Cost]] = {"outbox": [], "Procrastinate": []}
    for number in range(ROUNDS):
        measured["outbox"].append(await _ours(milepost, rows, number))
        if there:
            measured["Procrastinate"].append(await _theirs(theirs, rows, is_first=number == 0))
    await milepost.close()
    for name, costs in measured.items():
        if not costs:
            print(f"  {name}: not installed, not measured")
            continue
        print(
            f"  {name:>13}: {_middle(costs, lambda each: each.per_second):7,.0f} a second,"
            f" {_middle(costs, lambda each: each.each_ms):.2f} ms of the worker's processor time each"
        )
    if there:
        faster = _middle(measured["outbox"], lambda each: each.per_second) / _middle(
            measured["Procrastinate"], lambda each: each.per_second
        )
        print(f"  ratio: {faster:.2f} of Procrastinate's speed (aim at least 1)")


def _middle(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    return median(map(of, costs))


async def _outbox(url: str, clock: RunningClock, rows: int) -> Milepost:
    await upgrade(url)
    database = SqlDatabase(url, clock, RING)
    await found(database, rows, clock.now())
    platforms = Platforms()
    given: Any = (_NoOp(), _Nowhere())
    platforms.add(*given)
    settings = Settings(_env_file=None, database_url=url)
    return build(settings, clock, platforms, database, {Platform.SLACK: UNPACED})


async def _ours(milepost: Milepost, rows: int, number: int) -> Cost:
    card = Card("A reminder of your check-in")
    for start in range(0, rows, QUEUED_AT_ONCE):
        async with milepost.database.transaction() as store:
            effects = [
                Send(
                    ToPerson(str(each)),
                    card,
                    "check-in prompt",
                    f"{number}:{each}",
                    f"t{number}:{each}",
                    asked=True,
                )
                for each in range(start, min(rows, start + QUEUED_AT_ONCE))
            ]
            await store.outbox.add(TENANT.id, effects, milepost.clock.now())
    meter = Meter(rows)
    # A dispatcher that has stopped does not begin again.
    fresh = build(
        milepost.settings, milepost.clock, milepost.platforms, milepost.database, {Platform.SLACK: UNPACED}
    )
    async with meter.measured(), dispatching(fresh):
        await all_sent(fresh, rows * (number + 1))
    return meter.cost


async def _theirs(url: str, rows: int, *, is_first: bool) -> Cost:
    from procrastinate import App, PsycopgConnector

    parts = urlsplit(url)
    host = parse_qs(parts.query)["host"][0]
    connector = PsycopgConnector(
        conninfo=f"host={host} user=postgres dbname={parts.path[1:]}", min_size=AT_ONCE, max_size=AT_ONCE
    )
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    app = App(connector=connector)

    @app.task(name="nothing")
    async def nothing(number: int) -> None:
        """Done."""

    async with app.open_async():
        if is_first:
            await app.schema_manager.apply_schema_async()
        for start in range(0, rows, QUEUED_AT_ONCE):
            await nothing.batch_defer_async(
                *({"number": each} for each in range(start, min(rows, start + QUEUED_AT_ONCE)))
            )
        meter = Meter(rows)
        async with meter.measured():
            await app.run_worker_async(concurrency=AT_ONCE, wait=False, install_signal_handlers=False)
        left = await app.job_manager.list_jobs_async(status="todo")
        assert not list(left)
        return meter.cost


if __name__ == "__main__":
    asyncio.run(run(*map(int, sys.argv[1:2])))
