"""The planner: what a tick costs with nobody or one in a hundred due, and how fast many who are due are asked."""

import asyncio
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.council import found
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.clock import MovableClock
from tests.keys import RING

SIZES = (1_000, 10_000, 100_000)
DUE = 5_000
TICKS = 50
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


async def run() -> None:
    """Print all of it."""
    print(f"Planner tick, nobody due (median of {TICKS}) and one in a hundred due (once)")
    # Catalogues and calendars are read once, at the first prompt.
    await _tick_ms(100)
    ticks = {size: await _tick_ms(size) for size in SIZES}
    idle_first, due_first = ticks[SIZES[0]]
    for size, (idle, due) in ticks.items():
        each, each_first = due / (size // 100), due_first / (SIZES[0] // 100)
        print(f"  {size:>6} people, nobody due: {idle:6.2f} ms, {idle / idle_first:.2f} of the smallest")
        print(f"    {size // 100} due: {due:.0f} ms, {each:.2f} ms each, {each / each_first:.2f} of the smallest")
    planned, inserted = await _due_per_second()
    print(f"Planner with {DUE} due on SQLite")
    print(f"  planned with check-in and prompt: {planned:,.0f} a second")
    print(f"  bare inserts of as many rows, a transaction a batch: {inserted:,.0f} a second")
    print(f"  ratio: {planned / inserted:.2f}")


async def _tick_ms(size: int) -> tuple[float, float]:
    """A tick with nobody due, and one with a hundredth due; milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        clock = MovableClock(SUNDAY)
        database = await _council(Path(folder), size, clock)
        took = []
        for _ in range(TICKS):
            began = time.perf_counter()
            assert await tick(database, clock) == 0
            took.append((time.perf_counter() - began) * 1_000)
        some = [str(number) for number in range(0, size, 100)]
        async with database.transaction() as store:
            moved = [replace(each, next_due_at=MONDAY_TEN) for each in await store.checkins.enrolments_of(some)]
            rest = [str(number) for number in range(size) if number % 100]
            later = await store.checkins.enrolments_of(rest)
            await store.checkins.save_enrolments([replace(each, next_due_at=MONDAY_TEN + WEEK) for each in later])
            await store.checkins.save_enrolments(moved)
        clock.move_to(MONDAY_TEN)
        began = time.perf_counter()
        assert await tick(database, clock) == len(some)
        due = (time.perf_counter() - began) * 1_000
        await database.close()
        return median(took), due


async def _due_per_second() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        clock = MovableClock(SUNDAY)
        database = await _council(Path(folder), DUE, clock)
        clock.move_to(MONDAY_TEN + timedelta(seconds=5))
        began = time.perf_counter()
        assert await tick(database, clock) == DUE
        planned = DUE / (time.perf_counter() - began)
        inserted = await _bare_inserts_per_second(database)
        await database.close()
        return planned, inserted


async def _bare_inserts_per_second(database: SqlDatabase) -> float:
    """The same number of rows as one statement each batch: two a person, nothing worked out."""
    async with database.connected_for_writing() as connection:
        await connection.exec_driver_sql("CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT)")
    began = time.perf_counter()
    for start in range(0, 2 * DUE, 1_000):
        async with database.connected_for_writing() as connection:
            rows = [(start + number, "x" * 1_500) for number in range(1_000)]
            await connection.exec_driver_sql("INSERT INTO bare VALUES (?, ?)", rows)
    return DUE / (time.perf_counter() - began)


async def _council(folder: Path, size: int, clock: MovableClock) -> SqlDatabase:
    url = f"sqlite+aiosqlite:///{folder / 'bench.db'}"
    await upgrade(url)
    database = SqlDatabase(url, clock, RING)
    await found(database, size, clock.now())
    return database


if __name__ == "__main__":
    asyncio.run(run())
