"""Training of 20,000 people on SQLite: importing 20,000 completions, asking who lacks a course, and compliance.

The bare baseline of the import is the same number of rows written by `sqlite3.executemany` in one transaction.
That of compliance is what one day alone takes in SQL: until when each person's completions of a course count.
"""

import asyncio
import csv
import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from bot.clocks import SystemClock
from bot.import_files import Kind, import_file
from core.model.person import Person, Tenant
from core.model.requirements import Group, Requirement
from core.model.training import Course, TrainingCompletion
from core.services.compliance import compliance
from core.services.training_standing import standing
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING

PEOPLE = 20_000
COURSES = 10
IMPORTED = 20_000
ROUNDS = 7
_ONE_DAY = """
    SELECT course_id, person_id, max(expires_on) FROM training_completions
    WHERE state = 'recorded' GROUP BY course_id, person_id
"""
TENANT = Tenant("council", "A large council", "the HR team")


async def run() -> None:
    """Print the import's time beside its baseline's, and the median time of the question."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        await upgrade(url)
        database = SqlDatabase(url, SystemClock(), RING)
        today = SystemClock().now().date()
        await _found(database, today)
        one = await _asked(database, today, ["course-1"])
        everything = await _asked(database, today, None)
        figures, bare_figure = await _compliance(database, Path(folder) / "bench.db", today)
        path = Path(folder) / "training.csv"
        _write(path, today)
        began = time.perf_counter()
        report = await import_file(database, SystemClock(), TENANT.id, Kind.TRAINING, path)
        took = time.perf_counter() - began
        assert len(report.added) == IMPORTED, report.problems[:3]
        await database.close()
        bare = _bare(Path(folder) / "bare.db", today)
    print(f"training of {PEOPLE:,} people with {PEOPLE * COURSES:,} completions on SQLite")
    print(f"  who stands how with one course: {one:,.0f} ms; with all {COURSES}: {everything:,.0f} ms")
    print(f"  compliance on 12 days: {figures:,.0f} ms; bare SQL of one day {bare_figure:,.0f} ms")
    print(f"  import of {IMPORTED:,} completions: {took:.1f} s; bare inserts {bare:.2f} s")


async def _found(database: SqlDatabase, today: date) -> None:
    people = [
        Person(str(each), TENANT.id, _email(each), f"Person {each}", role="Officer") for each in range(PEOPLE)
    ]
    courses = [
        Course(f"course-{each}", TENANT.id, f"Course {each}", mandatory=True, valid_months=12)
        for each in range(COURSES)
    ]
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.people.save(people)
        await store.training.save_courses(courses)
    for course in courses:
        done = [
            TrainingCompletion(f"{course.id}-{who.id}", TENANT.id, who.id, course.id, on, course.expires_on(on))
            for number, who in enumerate(people)
            for on in (today - timedelta(days=1 + number % 500),)
        ]
        rule = Requirement(course.id, TENANT.id, course.id, Group.EVERYONE, "", 30, today - timedelta(days=900))
        async with database.transaction() as store:
            await store.training.save_completions(done)
            await store.training.set_requirements(course.id, [rule])


async def _asked(database: SqlDatabase, today: date, course_ids: list[str] | None) -> float:
    """Milliseconds, the median of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        async with database.reading() as store:
            found = await standing(store, TENANT.id, today, course_ids)
        took.append((time.perf_counter() - began) * 1_000)
        assert len(found) == PEOPLE * (COURSES if course_ids is None else len(course_ids))
    return median(took)


async def _compliance(database: SqlDatabase, path: Path, today: date) -> tuple[float, float]:
    """Milliseconds of the figures on all days, and of bare SQL for one; medians of some rounds."""
    took, bare = [], []
    with closing(sqlite3.connect(path)) as connection:
        for _ in range(ROUNDS):
            began = time.perf_counter()
            async with database.reading() as store:
                found = await compliance(store, TENANT.id, today)
            took.append((time.perf_counter() - began) * 1_000)
            assert found.overall.required == PEOPLE * COURSES
            began = time.perf_counter()
            connection.execute(_ONE_DAY).fetchall()
            bare.append((time.perf_counter() - began) * 1_000)
    return median(took), median(bare)


def _write(path: Path, today: date) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("email", "course", "completed_on", "evidence"))
        on = (today - timedelta(days=600)).isoformat()
        writer.writerows(
            (_email(each), f"Course {each % COURSES}", on, f"Certificate {each}") for each in range(IMPORTED)
        )


def _bare(path: Path, today: date) -> float:
    """Seconds."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE completions (id PRIMARY KEY, person, course, day, until, evidence)")
    rows = [(str(each), str(each), "course", str(today), None, "") for each in range(IMPORTED)]
    began = time.perf_counter()
    with connection:
        connection.executemany("INSERT INTO completions VALUES (?, ?, ?, ?, ?, ?)", rows)
    took = time.perf_counter() - began
    connection.close()
    return took


def _email(number: int) -> str:
    return f"person{number}@council.example"


if __name__ == "__main__":
    asyncio.run(run())
