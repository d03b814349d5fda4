"""The view of an organisation of 20,000 people over 52 weeks, beside bare reading of the rows that it is about.

Weeks are counted once, after they end: what that takes is told apart. The bare side counts the same check-ins and
updates with the driver alone, as a view without kept weeks would have to. `postgresql` as an argument measures on
a cluster of its own; a number is how many people.
"""

import asyncio
import resource
import sqlite3
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

import asyncpg

from benchmarks.large_organisation import LAST_MONDAY, TENANT_ID, first_monday, statements
from bot.clocks import SystemClock
from core.model.span import Span, SpanKind
from core.services.keep_weeks import keep_weeks
from core.services.organisation_view import organisation_view, whole_structure
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING

PEOPLE, WEEKS, ROUNDS = 20_000, 52, 5
TODAY = date(2026, 12, 1)
_BARE = (
    "SELECT count(*) FROM checkins WHERE tenant_id = 'council'",
    "SELECT count(*) FROM progress_updates JOIN checkins ON checkins.id = progress_updates.checkin_id",
    "SELECT count(*) FROM people",
    "SELECT count(*) FROM objectives",
)


async def run() -> None:
    """Print what the view and counting a week take, with the memory at its highest."""
    people = next((int(each) for each in sys.argv[1:] if each.isdigit()), PEOPLE)
    if "postgresql" in sys.argv:
        await _on_postgresql(people)
    else:
        await _on_sqlite(people)


async def _on_sqlite(people: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        url = f"sqlite+aiosqlite:///{path}"
        await upgrade(url)
        began = time.perf_counter()
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        for statement in statements(people, WEEKS, sqlite=True):
            connection.execute(statement)
            connection.commit()
        print(f"{people:,} people with {WEEKS} weeks on SQLite, made in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        for statement in _BARE:
            connection.execute(statement).fetchall()
        bare = time.perf_counter() - began
        connection.close()
        await _measure(url, bare)


async def _on_postgresql(people: int) -> None:
    # What the tests start a server with; nothing else here needs them.
    from tests.postgresql import Cluster, server_binaries

    binaries = server_binaries()
    assert binaries is not None, "PostgreSQL's server binaries are not installed"
    cluster = await asyncio.to_thread(Cluster, binaries)
    try:
        url = await asyncio.to_thread(cluster.create, "bench")
        await upgrade(url)
        began = time.perf_counter()
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        await connection.execute("BEGIN")
        for statement in statements(people, WEEKS, sqlite=False):
            await connection.execute(statement)
        await connection.execute("COMMIT")
        await connection.execute("ANALYZE")
        print(f"{people:,} people with {WEEKS} weeks on PostgreSQL, made in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        for statement in _BARE:
            await connection.fetch(statement)
        bare = time.perf_counter() - began
        await connection.close()
        await _measure(url, bare)
    finally:
        cluster.remove()


async def _measure(url: str, bare: float) -> None:
    database = SqlDatabase(url, SystemClock(), RING)
    counting, left = [], 1
    while left:
        began = time.perf_counter()
        async with database.transaction() as store:
            left = await keep_weeks(store, TENANT_ID, TODAY, at_least=1)
        counting.append(time.perf_counter() - began)
    span = Span(SpanKind.YEAR, first_monday(WEEKS), LAST_MONDAY)
    took, spent = [], []
    for _ in range(ROUNDS):
        began, used = time.perf_counter(), time.process_time()
        async with database.reading() as store:
            structure = await whole_structure(store, TENANT_ID)
            view = await organisation_view(store, TENANT_ID, "Council", structure, span, TODAY)
        took.append(time.perf_counter() - began)
        spent.append(time.process_time() - used)
        assert view.weeks == WEEKS and view.services
    await database.close()
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  the view: {median(took):.2f} s (median of {ROUNDS}; {median(spent):.2f} s of a processor)")
    print(f"  bare counting of the same rows: {bare:.2f} s; ratio {median(took) / bare:.2f}")
    print(f"  counting one week once: {median(counting):.2f} s; all {len(counting)}: {sum(counting):.0f} s")
    print(f"  memory at its highest: {peak_mb:.0f} MB")


if __name__ == "__main__":
    asyncio.run(run())
