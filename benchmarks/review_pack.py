"""A review of a whole year on SQLite: put together from the record, as a card, as PDF/UA and as a Word file.

The person has eight objectives, reports on all of them each week, and was told and thanked all through the year.
The bare baseline of putting it together is fetching the same rows by `sqlite3`.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.clocks import SystemClock
from bot.documents.docx import write_docx
from bot.documents.pdf import write_pdf
from core.cards.review_document import document
from core.cards.review_sections import Shown
from core.cards.reviews import overview
from core.model.checkin import CheckIn, CheckInState, ProgressUpdate, Schedule
from core.model.evidence import Evidence, EvidenceSource
from core.model.feedback import Feedback, Telling, Visibility
from core.model.objective import Objective, Progress, Status
from core.model.objective_change import ObjectiveChange
from core.model.person import Person, Tenant
from core.model.recognition import Recognition, Sharing
from core.model.review import Review, ReviewKind, ReviewStage, Signatures
from core.services.gather_review import draft
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING

OBJECTIVES, WEEKS, TOLD = 8, 52, 24
ROUNDS = 7
FIRST = date(2026, 4, 6)
NOW = datetime(2027, 4, 2, 9, tzinfo=UTC)
TENANT = Tenant("council", "A council", "the HR team")
PERSON = Person("amira", TENANT.id, "amira@council.example", "Amira Hassan", None, "megan", "Housing Officer")
OTHERS = [Person(each, TENANT.id, f"{each}@council.example", each.title()) for each in ("megan", "ben")]
REVIEW = Review(
    *("r", TENANT.id, PERSON.id, PERSON.id, ReviewKind.ANNUAL, date(2026, 4, 1), date(2027, 3, 31)),
    *(date(2027, 4, 30), ReviewStage.PREPARING, NOW),
)
_WORDS = "The supplier was late again, so I agreed a second one with procurement and rang every tenant who waited."
_BARE = (
    "SELECT * FROM objectives WHERE person_id = 'amira'",
    "SELECT * FROM progress_updates",
    "SELECT * FROM objective_changes",
    "SELECT * FROM feedback WHERE receiver_id = 'amira'",
    "SELECT * FROM recognitions WHERE receiver_id = 'amira'",
    "SELECT * FROM evidence",
    "SELECT * FROM checkins WHERE person_id = 'amira'",
)


async def run() -> None:
    """Print how long each step takes, the median of some rounds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        url = f"sqlite+aiosqlite:///{path}"
        await upgrade(url)
        database = SqlDatabase(url, SystemClock(), RING)
        await _found(database)

        async def gathered() -> Shown:
            async with database.reading() as store:
                return await draft(store, REVIEW, PERSON, NOW, alone=True)

        gather_ms, shown = await _timed(gathered)
        await database.close()
        with closing(sqlite3.connect(path)) as connection:
            bare_ms = _plainly(lambda: [connection.execute(each).fetchall() for each in _BARE])
    assert len(shown.pack.objectives) == OBJECTIVES
    assert sum(len(each.reports) for each in shown.pack.objectives) == OBJECTIVES * WEEKS
    card_ms = _plainly(lambda: overview(PERSON, REVIEW, shown, (PERSON.name,), Signatures()))
    made = document(PERSON, REVIEW, shown)
    pdf_ms = _plainly(lambda: write_pdf(made))
    docx_ms = _plainly(lambda: write_docx(made, NOW))
    print(f"a year's review on SQLite: {OBJECTIVES} objectives, {OBJECTIVES * WEEKS} reports")
    print(f"  put together: {gather_ms:,.0f} ms; bare SQL {bare_ms:,.1f} ms; its first card {card_ms:,.1f} ms")
    print(f"  as PDF/UA: {pdf_ms:,.0f} ms, {len(write_pdf(made)) // 1000:,} kB; as Word: {docx_ms:,.0f} ms")


async def _found(database: SqlDatabase) -> None:
    objectives = [
        Objective(f"o{each}", TENANT.id, PERSON.id, f"Objective {each}", "Days", "days", 15.0, 8.0, FIRST)
        for each in range(OBJECTIVES)
    ]
    weeks = [FIRST + timedelta(weeks=each) for each in range(WEEKS)]
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.people.save([OTHERS[0]])
        await store.people.save([OTHERS[1], PERSON])
        await store.checkins.save_schedule(Schedule("weekly", TENANT.id))
        await store.objectives.save(objectives, _at(FIRST))
        await store.checkins.add(
            [
                CheckIn(
                    f"c{week}", TENANT.id, PERSON.id, "weekly", week, CheckInState.ANSWERED, _at(week), _at(week)
                )
                for week in weeks
            ]
        )
        await store.checkins.set_progress(
            [
                ProgressUpdate(f"c{week}", each.id, _progress(number, week))
                for number, week in enumerate(weeks)
                for each in objectives
            ]
        )
        await store.objectives.log_changes(
            [
                ObjectiveChange(
                    each.id, "target", "9", "8", _at(FIRST + timedelta(60)), "megan", "more is possible"
                )
                for each in objectives
            ]
        )
        for number, day in enumerate(weeks[:TOLD]):
            told = Feedback(
                f"f{number}", TENANT.id, "ben", PERSON.id, Visibility.PERSON_AND_MANAGER, _at(day),
                receiver_read_at=_at(day), said=Telling(text=_WORDS),
            )  # fmt: skip
            await store.feedback.save(told)
            await store.recognitions.save(
                Recognition(f"t{number}", TENANT.id, "ben", PERSON.id, _WORDS, "", Sharing.SHARED, _at(day))
            )
            await store.evidence.add(
                Evidence(f"e{number}", TENANT.id, "o0", _WORDS, "", "megan", _at(day), EvidenceSource.TYPED)
            )


def _progress(week: int, day: date) -> Progress:
    value = 15.0 - 6.0 * week / WEEKS
    return Progress(value, 50.0, Status.ON_TRACK, 4, _WORDS if week % 4 == 0 else "", week % 8 == 0, _at(day))


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


async def _timed(work: Callable[[], Awaitable[Shown]]) -> tuple[float, Shown]:
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        shown = await work()
        took.append((time.perf_counter() - began) * 1_000)
    return median(took), shown


def _plainly(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1_000)
    return median(took)


if __name__ == "__main__":
    asyncio.run(run())
