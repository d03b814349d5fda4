"""The planner beside the usual way: a job a person in APScheduler's SQLAlchemy job store, all due at once.

Measured on SQLite until everyone has been handed over. The jobs come in two kinds: `bare` ones do nothing at all,
so that only the handing over is timed; `same` ones plan their one person, which the planner always does as well.
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
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
from tests.keys import RING

DUE = 10_000
"""People; another number may follow the command."""

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Reached:
    """What the jobs reach: a job store keeps a function's name, so it is one for all."""

    left = 0
    all_done = asyncio.Event()
    database: SqlDatabase | None = None


async def ask(person_id: str) -> None:
    """One person's job; does their planning where there is a database for it."""
    if Reached.database is not None:
        async with Reached.database.transaction() as store:
            await plan_check_ins(store, MONDAY_TEN, [person_id])
    Reached.left -= 1
    if Reached.left == 0:
        Reached.all_done.set()


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the wall's clock, and of processor time, which other work on the machine changes less."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s, {self.processor:.1f} s of processor time"

    def beside(self, other: "Took") -> str:
        """As words, with how many times as long it is."""
        return f"{self}: {self.wall / other.wall:.1f} and {self.processor / other.processor:.1f} times as long"


class Watch:
    """Begins when it is made."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def took(self) -> Took:
        """Since then."""
        return Took(time.perf_counter() - self._wall, time.process_time() - self._processor)


async def run(due: int = DUE) -> None:
    """Print the three."""
    # Catalogues and calendars are read once, at the first prompt.
    await _planner(20)
    planner = await _planner(due)
    print(f"{due:,} people due at once on SQLite, time until all are handed over")
    print(f"  the planner, each with check-in and prompt: {planner}", flush=True)
    for name, with_work in (("bare", False), ("same", True)):
        took = await _jobs(due, with_work=with_work)
        print(f"  a job each in APScheduler's job store, {name}: {took.beside(planner)}", flush=True)


async def _planner(due: int) -> Took:
    with tempfile.TemporaryDirectory() as folder:
        database, clock = await _council(Path(folder), due)
        clock.move_to(MONDAY_TEN)
        watch = Watch()
        assert await tick(database, clock) == due
        took = watch.took()
        await database.close()
        return took


async def _jobs(due: int, *, with_work: bool) -> Took:
    with tempfile.TemporaryDirectory() as folder:
        database, _ = await _council(Path(folder), due) if with_work else (None, None)
        Reached.left, Reached.database = due, database
        Reached.all_done.clear()
        engine = create_engine(f"sqlite:///{Path(folder) / 'jobs.db'}")
        scheduler = AsyncIOScheduler(
            jobstores={"default": SQLAlchemyJobStore(engine=engine)},
            job_defaults={"misfire_grace_time": None, "coalesce": True},
            timezone="UTC",
        )
        # Paused, it keeps what is added without running it; all were due a minute ago.
        scheduler.start(paused=True)
        due_at = datetime.now(UTC) - timedelta(minutes=1)
        for number in range(due):
            scheduler.add_job(ask, "interval", weeks=1, args=(str(number),), id=str(number), next_run_time=due_at)
        watch = Watch()
        scheduler.resume()
        await Reached.all_done.wait()
        took = watch.took()
        scheduler.shutdown(wait=False)
        engine.dispose()
        if database is not None:
            await database.close()
        return took


async def _council(folder: Path, size: int) -> tuple[SqlDatabase, MovableClock]:
    url = f"sqlite+aiosqlite:///{folder / 'bench.db'}"
    await upgrade(url)
    clock = MovableClock(SUNDAY)
    database = SqlDatabase(url, clock, RING)
    await found(database, size, clock.now())
    return database, clock


if __name__ == "__main__":
    # Under its own name, because the job store looks the function up there.
    from benchmarks.apscheduler_jobs import run as benchmark

    asyncio.run(benchmark(*map(int, sys.argv[1:])))
