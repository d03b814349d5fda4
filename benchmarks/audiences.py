"""The audience of a broadcast on 20,000 people and 200,000 completions, beside the same question in bare SQL."""

import asyncio
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.council import TENANT
from core.model.audience import Known
from core.model.person import Employment, Person, Team
from core.model.training import Course, TrainingCompletion
from core.understanding.audiences import read_audience
from storage import tables
from storage.database import SqlDatabase
from storage.mapping import COURSE, PERSON, TEAM, TRAINING_COMPLETION
from storage.migrate import upgrade
from tests.clock import MovableClock
from tests.keys import RING

PEOPLE, COURSES, TEAMS = 20_000, 25, 200
COMPLETIONS_EACH = 10
RUNS = 9
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

QUESTIONS = (
    "everyone who lacks Course 03",
    "everyone in Team 007 who lacks Course 03",
    "everyone whose Course 03 expires within 60 days",
    "interims and agency staff started since 1 September who lack Course 03 or Course 04, except at the Depot",
)
_BARE = """
SELECT p.id FROM people p
WHERE p.tenant_id = 'council' AND (p.start_on IS NULL OR p.start_on <= '2026-11-24')
  AND (p.end_on IS NULL OR p.end_on >= '2026-11-24')
  AND NOT EXISTS (SELECT 1 FROM training_completions c WHERE c.person_id = p.id AND c.course_id = 'course-03'
                  AND (c.expires_on IS NULL OR c.expires_on >= '2026-11-24'))
ORDER BY p.search_text, p.id
"""


async def run() -> None:
    """Print both."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        await upgrade(url)
        database = SqlDatabase(url, MovableClock(NOW), RING)
        await _fill(database)
        print(f"Audience of {PEOPLE:,} people and {PEOPLE * COMPLETIONS_EACH:,} completions (median of {RUNS})")
        async with database.reading() as store:
            known = await store.broadcasts.known(TENANT.id)
        bare = await _bare_ms(database)
        print(f"  bare SQL, everyone who lacks a course: {bare:6.1f} ms")
        for question in QUESTIONS:
            took, found = await _ms(database, question, known)
            print(f"  {took:6.1f} ms, {found:>6,} people: {question}")
        await database.close()


async def _ms(database: SqlDatabase, question: str, known: Known) -> tuple[float, int]:
    took, found = [], 0
    for _ in range(RUNS):
        began = time.perf_counter()
        audience = read_audience(question, known, TODAY)
        async with database.reading() as store:
            found = len(await store.broadcasts.people_in(TENANT.id, audience, TODAY))
        took.append((time.perf_counter() - began) * 1_000)
    return median(took), found


async def _bare_ms(database: SqlDatabase) -> float:
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        async with database.connected_for_reading() as connection:
            (await connection.exec_driver_sql(_BARE)).all()
        took.append((time.perf_counter() - began) * 1_000)
    return median(took)


async def _fill(database: SqlDatabase) -> None:
    """People spread over teams, sites and contracts, each with completions of ten of the courses."""
    kinds, sites = list(Employment), ("Town Hall", "Depot", "")
    people = [
        Person(
            str(number),
            TENANT.id,
            f"person{number}@council.example",
            f"Person {number:05}",
            f"team-{number % TEAMS:03}",
            role=f"Role {number % 90:02}",
            employment=kinds[number % len(kinds)],
            start_on=TODAY - timedelta(days=number % 3_000),
            site=sites[number % len(sites)],
        )
        for number in range(PEOPLE)
    ]
    courses = [Course(f"course-{n:02}", TENANT.id, f"Course {n:02}", n < 8, 12) for n in range(COURSES)]
    teams = [Team(f"team-{n:03}", TENANT.id, f"Team {n:03}") for n in range(TEAMS)]
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
    async with database.connected_for_writing() as connection:
        await connection.execute(tables.teams.insert(), [TEAM.values(each) for each in teams])
        await connection.execute(tables.courses.insert(), [COURSE.values(each) for each in courses])
    for start in range(0, PEOPLE, 2_000):
        batch = people[start : start + 2_000]
        completions = [
            TRAINING_COMPLETION.values(_completion(int(person.id), which))
            for person in batch
            for which in range(COMPLETIONS_EACH)
        ]
        async with database.connected_for_writing() as connection:
            rows = [PERSON.values(each) | {"search_text": each.name.casefold()} for each in batch]
            await connection.execute(tables.people.insert(), rows)
            await connection.execute(tables.training_completions.insert(), completions)


def _completion(number: int, which: int) -> TrainingCompletion:
    on = TODAY - timedelta(days=(number * 7 + which * 53) % 700)
    course = f"course-{(number + which * 3) % COURSES:02}"
    return TrainingCompletion(f"{number}-{which}", TENANT.id, str(number), course, on, on + timedelta(days=365))


if __name__ == "__main__":
    asyncio.run(run())
