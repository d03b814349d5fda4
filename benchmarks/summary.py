"""A team's summary for 12 people over 52 weeks, beside bare reading of the same rows.

What is timed is our own work, in processor time: reading through the store, working out every figure, and both
cards. The bare side selects the same check-ins and updates with the driver alone and makes nothing of them.
"""

import asyncio
import sqlite3
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

from bot.clocks import SystemClock
from bot.serving import spare_what_stays
from core.cards.summary import for_channel, for_lead
from core.model.checkin import CheckIn, CheckInState, ProgressUpdate, Schedule
from core.model.measure import Direction
from core.model.objective import Objective, Progress, Status
from core.model.person import Language, Person, Tenant
from core.model.span import Span, SpanKind
from core.services.team_summary import HISTORY, Whom, summarise
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING

PEOPLE, WEEKS, OBJECTIVES, ROUNDS = 12, 52, 2, 30
FIRST = date(2025, 12, 1)
NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
WHAT = ("boiler parts", "access to the CRM", "the fire doors", "sign-off on the lease", "tablets", "scaffolding")
WHO = ("the supplier", "IT", "legal", "highways", "finance", "the contractor", "the other team", "procurement")
TEXTS = (
    "Waiting for {what} from {who} since {day}",
    "{who} have not sent {what}, third week running",
    "No {what} yet, {who} now say the end of the month",
    "One vacancy and a colleague off ill in {place}, so visits to {place} are being moved",
    "Storm damage in {place} closed two sites on {day}",
    "More calls from {place} than the rota allows for on {day}",
)
PLACES = ("Eastgate", "Westfield", "Northover", "Southmead", "Ashcombe", "Moorland", "Riverside", "Hillview")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday")


async def _found(database: SqlDatabase, people: list[Person]) -> None:
    chance = Random(1)
    async with database.transaction() as store:
        await store.tenants.add(Tenant("council", "A council"))
        await store.checkins.save_schedule(Schedule("weekly", "council"))
        await store.people.save(people)
        objectives = [
            Objective(
                f"{person.id}-{number}",
                "council",
                person.id,
                f"Objective {number}",
                "Average days to answer",
                "days",
                15.0,
                8.0,
                direction=Direction.DOWN,
            )
            for person in people
            for number in range(OBJECTIVES)
        ]
        await store.objectives.save(objectives, NOW)
        checkins, updates = [], []
        for person in people:
            for week in range(WEEKS):
                period = FIRST + timedelta(weeks=week)
                at = datetime(period.year, period.month, period.day, 10, tzinfo=UTC)
                state = CheckInState.ANSWERED if chance.random() < 0.85 else CheckInState.MISSED
                id_ = f"{person.id}-{week}"
                checkins.append(
                    CheckIn(id_, "council", person.id, "weekly", period, state, at, at + timedelta(days=4))
                )
                if state is CheckInState.ANSWERED:
                    updates += [
                        ProgressUpdate(id_, f"{person.id}-{number}", _progress(chance, at))
                        for number in range(OBJECTIVES)
                    ]
        await store.checkins.add(checkins)
        await store.checkins.set_progress(updates)


def _progress(chance: Random, at: datetime) -> Progress:
    value = chance.uniform(8, 15)
    return Progress(
        value,
        (15 - value) / 7 * 100,
        chance.choice(list(Status)),
        chance.randint(1, 5),
        _text(chance),
        chance.random() < 0.5,
        at,
    )


def _text(chance: Random) -> str:
    """Something in the way, in one of some two thousand ways."""
    said = chance.choice(TEXTS)
    return said.format(
        what=chance.choice(WHAT), who=chance.choice(WHO), place=chance.choice(PLACES), day=chance.choice(DAYS)
    )


def _read_bare(path: Path, span: Span) -> float:
    """Milliseconds that the driver takes to bring the same rows."""
    connection = sqlite3.connect(path)
    began = time.process_time()
    rows = connection.execute(
        "SELECT * FROM checkins WHERE period BETWEEN ? AND ?",
        ((span.first - HISTORY).isoformat(), span.last.isoformat()),
    ).fetchall()
    connection.execute(
        "SELECT progress_updates.* FROM progress_updates JOIN checkins ON checkins.id = checkin_id"
        " WHERE period BETWEEN ? AND ?",
        ((span.first - HISTORY).isoformat(), span.last.isoformat()),
    ).fetchall()
    took = (time.process_time() - began) * 1_000
    connection.close()
    assert rows
    return took


async def _summarise(database: SqlDatabase, people: list[Person], span: Span) -> float:
    """Milliseconds for the summary and both of its cards."""
    whom = Whom("council", "Repairs", people, ZoneInfo("Europe/London"))
    async with database.reading() as store:
        began = time.process_time()
        summary = await summarise(store, whom, span, NOW)
        for_lead(summary, Language.EN, "chart")
        for_channel(summary, Language.EN, "chart")
        return (time.process_time() - began) * 1_000


async def run() -> None:
    """Print the time of a week's, a quarter's and a year's summary, each with its ratio to bare reading."""
    people = [
        Person(f"p{number:02}", "council", f"p{number}@council.example", f"P {number}") for number in range(PEOPLE)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        url = f"sqlite+aiosqlite:///{path}"
        await upgrade(url)
        database = SqlDatabase(url, SystemClock(), RING)
        await _found(database, people)
        spare_what_stays()
        print(f"team summary of {PEOPLE} people who have {WEEKS} weeks behind them, median of {ROUNDS}")
        for name, span in (
            ("week", Span(SpanKind.WEEK, date(2026, 11, 23), date(2026, 11, 29))),
            ("quarter", Span(SpanKind.QUARTER, date(2026, 10, 1), date(2026, 12, 31))),
            ("52 weeks", Span(SpanKind.YEAR, FIRST, FIRST + timedelta(weeks=WEEKS))),
        ):
            await _summarise(database, people, span)
            ours = median([await _summarise(database, people, span) for _ in range(ROUNDS)])
            bare = median([_read_bare(path, span) for _ in range(ROUNDS)])
            print(f"  {name:>8}: {ours:6.1f} ms; bare reading {bare:5.1f} ms; ratio {ours / bare:5.1f}")
        await database.close()


if __name__ == "__main__":
    asyncio.run(run())
