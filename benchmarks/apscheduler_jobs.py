"""The planner beside the usual way: a job a person in APScheduler's SQLAlchemy job store, all due at once.

Measured on SQLite until everyone has been handed over. The jobs come in two kinds: `bare` ones do nothing at all,
so that only the handing over is timed; `same` ones plan their one person, which the planner always does as well.
"""

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import create_engine

from benchmarks.council import found
from core.services.plan_check_ins import plan_check_ins
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.clock import MovableClock

DUE = 10_000
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Counted:
    """What the jobs reach: a job store keeps a function's name, so it is one for all."""

    done = 0
    all_done = asyncio.Event()
    database: SqlDatabase | None = None


async def ask(person_id: str) -> None:
    """One person's job; does their planning where there is a database for it."""
    if Counted.database is not None:
        async with Counted.database.transaction() as store:
            await plan_check_ins(store, MONDAY_TEN, [person_id])
    Counted.done += 1
    if Counted.done == DUE:
        Counted.all_done.set()


async def run() -> None:
    """Print the three."""
    planner = await _planner_s()
    print(f"{DUE:,} people due at once on SQLite, time until all are handed over")
    print(f"  the planner, each with check-in and prompt: {planner:.1f} s")
    for name, with_work in (("bare", False), ("same", True)):
        took = await _jobs_s(with_work=with_work)
        print(
            f"  a job each in APScheduler's job store, {name}: {took:.1f} s, {took / planner:.1f} of the planner's"
        )


async def _planner_s() -> float:
    with tempfile.TemporaryDirectory() as folder:
        database, clock = await _council(Path(folder))
        clock.move_to(MONDAY_TEN)
        began = time.perf_counter()
        assert await tick(database, clock) == DUE
        took = time.perf_counter() - began
        await database.close()
        return took


async def _jobs_s(*, with_work: bool) -> float:
    with tempfile.TemporaryDirectory() as folder:
        database, _ = await _council(Path(folder)) if with_work else (None, None)
        Counted.done, Counted.database = 0, database
        Counted.all_done.clear()
        engine = create_engine(f"sqlite:///{Path(folder) / 'jobs.db'}")
        scheduler = AsyncIOScheduler(
            jobstores={"default": SQLAlchemyJobStore(engine=engine)},
            job_defaults={"misfire_grace_time": None, "coalesce": True},
            timezone="UTC",
        )
        # Paused, it keeps what is added without running it; all were due a minute ago.
        scheduler.start(paused=True)
        due_at = datetime.now(UTC) - timedelta(minutes=1)
        for number in range(DUE):
            scheduler.add_job(ask, "interval", weeks=1, args=(str(number),), id=str(number), next_run_time=due_at)
        began = time.perf_counter()
        scheduler.resume()
        await Counted.all_done.wait()
        took = time.perf_counter() - began
        scheduler.shutdown(wait=False)
        engine.dispose()
        if database is not None:
            await database.close()
        return took


async def _council(folder: Path) -> tuple[SqlDatabase, MovableClock]:
    url = f"sqlite+aiosqlite:///{folder / 'bench.db'}"
    await upgrade(url)
    clock = MovableClock(SUNDAY)
    database = SqlDatabase(url, clock)
    await found(database, DUE, clock.now())
    return database, clock


if __name__ == "__main__":
    # Under its own name, because the job store looks the function up there.
    from benchmarks.apscheduler_jobs import run as benchmark

    asyncio.run(benchmark())
