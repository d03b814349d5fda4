"""Reading 20,000 people over the API on SQLite, page by page, by real HTTP, and as files of each format.

The bare baseline is one `sqlite3` SELECT of the same rows with the team's name, written as JSON in one piece.
"""

import asyncio
import json
import logging
import sqlite3
import tempfile
import time
import tracemalloc
from contextlib import closing
from pathlib import Path

import structlog
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.api_gate import ApiGate
from bot.clocks import SystemClock
from bot.exporting import write_table
from bot.records_api import MOST_ROWS, RecordsApi
from core.model.api_key import ApiScope
from core.model.exported import FileFormat
from core.model.person import Person, Team, Tenant
from core.ports import Whose
from core.records.tables import TABLES
from core.services.api_keys import give_key
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING

PEOPLE = 20_000
TEAMS = 800
TENANT = Tenant("council", "A large council", "the HR team")
_BARE = """
    SELECT people.*, teams.name AS team FROM people LEFT JOIN teams ON teams.id = people.team_id
    WHERE people.tenant_id = 'council' ORDER BY people.id
"""


async def run() -> None:
    """Print rows a second over HTTP beside bare reading, and the time and memory of files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        url = f"sqlite+aiosqlite:///{path}"
        await upgrade(url)
        database = SqlDatabase(url, SystemClock(), RING)
        key = await _found(database)
        small, large = await _read(database, key, 200), await _read(database, key, MOST_ROWS)
        files = [await _written(database, Path(folder), each) for each in FileFormat]
        await database.close()
        bare = _bare(path)
    print(f"{PEOPLE:,} people read on SQLite")
    for name, took in (("pages of 200", small), (f"pages of {MOST_ROWS:,}", large)):
        print(f"  over HTTP in {name}: {PEOPLE / took:,.0f} rows/s")
    print(f"  bare SELECT to JSON: {PEOPLE / bare:,.0f} rows/s")
    for format_, took, most in files:
        print(f"  as {format_}: {took:.1f} s, at most {most / 1e6:.0f} MB of Python's memory more")


async def _found(database: SqlDatabase) -> str:
    clock = SystemClock()
    teams = [Team(f"team-{n}", TENANT.id, f"Team {n}") for n in range(TEAMS)]
    people = [
        Person(f"p-{n:05}", TENANT.id, f"p{n}@council.example", f"Person {n}", f"team-{n % TEAMS}")
        for n in range(PEOPLE)
    ]
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.people.save_teams(teams)
        await store.people.save(people)
        _, key = await give_key(store, TENANT.id, "Bench", ApiScope.READ, clock.now())
    return key


async def _read(database: SqlDatabase, key: str, limit: int) -> float:
    # A line of log for each page would be measured with it.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    app = web.Application()
    RecordsApi(database, SystemClock(), ApiGate(database, 1_000_000)).register(app)
    server = TestServer(app)
    await server.start_server()
    query, count = {"limit": str(limit)}, 0
    async with ClientSession(headers={"Authorization": f"Bearer {key}"}) as client:
        began = time.perf_counter()
        while True:
            async with client.get(server.make_url("/api/v1/people"), params=query) as answer:
                page = await answer.json()
            count += len(page["data"])
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
        took = time.perf_counter() - began
    await server.close()
    assert count == PEOPLE, count
    return took


async def _written(database: SqlDatabase, folder: Path, format_: FileFormat) -> tuple[FileFormat, float, int]:
    whose, now = Whose(TENANT.id), SystemClock().now()
    began = time.perf_counter()
    with (folder / f"people.{format_}").open("wb") as file:
        count = await write_table(database, TABLES["people"], whose, format_, file, now)
    took = time.perf_counter() - began
    assert count == PEOPLE, count
    tracemalloc.start()
    with (folder / f"again.{format_}").open("wb") as file:
        await write_table(database, TABLES["people"], whose, format_, file, now)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return format_, took, most


def _bare(path: Path) -> float:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        began = time.perf_counter()
        rows = [dict(row) for row in connection.execute(_BARE)]
        written = json.dumps({"data": rows})
        took = time.perf_counter() - began
    assert len(rows) == PEOPLE and written
    return took


if __name__ == "__main__":
    asyncio.run(run())
