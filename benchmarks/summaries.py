"""The weekly summaries of many teams of a dozen: worked out, queued, and their pictures drawn.

The tick's own work (`post_summaries`) is timed, and then drawing each picture that was queued, on as many
processes as there are cores; both by the clock and by what processors spent. A number as an argument is how many
teams; 1,500 is the aim.
"""

import asyncio
import json
import os
import resource
import sqlite3
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.large_organisation import LAST_MONDAY, SERVICES, TEAM, statements
from bot.clocks import SystemClock
from bot.pictures import draw
from core.chat.card import CARD_JSON, Chart
from core.services.post_summary import TEAMS_AT_ONCE, post_summaries
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING

TEAMS, WEEKS = 1_500, 10
LIMIT_S = 300
NOW = datetime(LAST_MONDAY.year, LAST_MONDAY.month, LAST_MONDAY.day, 15, tzinfo=UTC) + timedelta(days=4)


async def run() -> None:
    """Print how long the teams' summaries take from being due to the last picture."""
    teams = next((int(each) for each in sys.argv[1:] if each.isdigit()), TEAMS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        url = f"sqlite+aiosqlite:///{path}"
        await upgrade(url)
        _make(path, teams)
        database = SqlDatabase(url, SystemClock(), RING)
        began, used, done = time.perf_counter(), time.process_time(), 0
        while True:
            async with database.transaction() as store:
                count = await post_summaries(store, NOW)
            done += count
            if count < TEAMS_AT_ONCE:
                break
        worked_out, posting = time.perf_counter() - began, time.process_time() - used
        await database.close()
        charts = _charts(path)
        began = time.perf_counter()
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            pictures = list(pool.map(draw, charts, chunksize=10))
        drawn = time.perf_counter() - began
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        drawing = children.ru_utime + children.ru_stime
    whole = worked_out + drawn
    print(f"weekly summaries of {done:,} teams of about {TEAM}, on {os.cpu_count()} cores")
    print(f"  worked out and queued: {worked_out:.0f} s, {posting:.1f} s of a processor")
    print(f"  {len(pictures):,} pictures drawn: {drawn:.0f} s, {drawing:.1f} s of processors")
    share = TEAMS / max(1, done)
    # Others on a busy machine are no part of it: what one core posts and all of them draw.
    alone = (posting + drawing / (os.cpu_count() or 1)) * share
    print(
        f"  {TEAMS:,} teams: {whole * share:.0f} s as it went, {alone:.0f} s by processor (the aim: {LIMIT_S} s)"
    )


def _make(path: Path, teams: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    for statement in statements(1 + SERVICES + teams * TEAM, WEEKS, sqlite=True):
        connection.execute(statement)
        connection.commit()
    connection.execute("UPDATE teams SET next_summary_at = '2026-11-27 14:00:00.000000' WHERE id LIKE 'team%'")
    connection.commit()
    connection.close()


def _charts(path: Path) -> list[Chart]:
    with sqlite3.connect(path) as connection:
        sealed = [json.loads(row[0]) for row in connection.execute("SELECT card FROM outbox")]
    cards = [CARD_JSON.validate_json(RING.open_bytes(each)) for each in sealed]
    return [part for card in cards for part in card.parts if isinstance(part, Chart)]


if __name__ == "__main__":
    asyncio.run(run())
