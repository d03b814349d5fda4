"""A year of check-ins for everyone, as fast as the machine allows: memory stays flat and tables grow as predicted.

The real planner, outbox, dispatcher and reception on SQLite, and a platform that only counts. Ten people by
default; `MILEPOST_FAULTS=large` makes it 5,000.
"""

import gc
import logging
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import structlog
from sqlalchemy import text

from benchmarks.council import WORKSPACE, found, user_of
from bot.reception import Receptionist
from bot.remembering import DONE_MESSAGES_KEPT, forget_events, forget_messages
from core.chat.card import Card, Chart
from core.chat.event import FormSubmitted, Origin
from core.dispatch import Core
from core.flows.checkin import CHECK_IN
from core.model.checkin import CheckInState
from core.model.delivery import Posted
from core.model.person import Platform
from core.services.planner import tick
from storage.database import SqlDatabase
from tests.bot.conftest import dispatcher_for
from tests.clock import MovableClock
from tests.keys import RING

LARGE = os.environ.get("MILEPOST_FAULTS") == "large"
PEOPLE = 5_000 if LARGE else 4
WEEKS = 52
ANSWERS_ONE_IN = 2
SUNDAY = datetime(2026, 1, 4, 12, tzinfo=UTC)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
KEPT_WEEKS = DONE_MESSAGES_KEPT / WEEK

GROWTH_MB = 24
"""What a process may grow by in three quarters of a year, once everything has been used: a leak of 150 bytes for
each message of the large run would be more."""

PREDICTED = {
    # Everyone is asked once a week and half of them reminded; where that was posted is kept, to change its cards.
    "checkins": 1.0,
    "posted_messages": 1.5,
    # The half that answers says how two objectives stand, in four answers each, and what goes for all in two more.
    "conversations": 0.5,
    "progress_updates": 1.0,
    "answers": 5.0,
}
"""Rows that come in a person's week, and stay; every other table is as large after a year as after a quarter."""

OUTBOX = 2.5
"""Messages in a person's week, kept for 90 days: the question, half a reminder, and one change of their cards."""

WITHIN = 0.05


@dataclass
class Counting:
    """`core.ports.Messenger` that keeps nothing but how much it was given."""

    platform: Platform = Platform.SLACK
    shows_pictures_inline: bool = True
    sent: Counter[str] = field(default_factory=Counter)
    _numbers: count = field(default_factory=count)

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        self.sent["send"] += 1
        return Posted(self.platform, workspace, address, str(next(self._numbers)))

    async def update(self, posted: Posted, card: Card) -> None:
        self.sent["update"] += 1

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        self.sent["attach"] += 1


def resident_mb() -> float:
    """What this process has in memory."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


async def rows(database: SqlDatabase) -> dict[str, int]:
    """How many rows each table has that has any."""
    async with database.connected_for_reading() as connection:
        names = list(
            await connection.scalars(
                text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            )
        )
        counted = {
            name: int(await connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0) for name in names
        }
    return {name: number for name, number in counted.items() if number}


@dataclass
class Year:
    """The council's year, a week at a time."""

    database: SqlDatabase
    clock: MovableClock

    def __post_init__(self) -> None:
        self.platform = Counting()
        self.dispatcher = dispatcher_for(self.database, self.clock, self.platform, lease_s=3_600)
        self.reception = Receptionist(
            database=self.database,
            clock=self.clock,
            core=Core(self.clock),
            directories={},
            committed=lambda: None,
        )
        self.answered = 0

    async def until(self, instant: datetime) -> None:
        """Do all that falls due, and deliver it."""
        while True:
            async with self.database.reading() as store:
                due = await store.timers.next_instant()
            if due is None or due > instant:
                break
            self.clock.move_to(max(due, self.clock.now()))
            await tick(self.database, self.clock)
            await self.dispatcher.drain()
        self.clock.move_to(instant)
        # What was put off into someone's working time.
        await self.dispatcher.drain()

    async def week(self, number: int) -> None:
        """One in two answers on the day after the question; then it is looked after as every six hours."""
        monday = (SUNDAY + DAY + number * WEEK).date()
        await self.until(SUNDAY + 3 * DAY + number * WEEK)
        await self.answer(monday)
        await self.dispatcher.drain()
        await self.until(SUNDAY + (number + 1) * WEEK)
        await forget_events(self.database, self.clock)
        await forget_messages(self.database, self.clock)
        async with self.database.transaction() as store:
            await store.traffic.forget_idle(self.clock.now())

    async def answer(self, monday: date) -> None:
        """Send the form in."""
        who = [str(each) for each in range(0, PEOPLE, ANSWERS_ONE_IN)]
        async with self.database.reading() as store:
            found = await store.checkins.of_periods(who, monday, monday)
        for each in found:
            if each.state is not CheckInState.OPEN:
                continue
            user = user_of(int(each.person_id))
            said = {"note": "", "note-audience": ""}
            for objective in (f"{each.person_id}-0", f"{each.person_id}-1"):
                said |= {f"progress@{objective}": "10", f"status@{objective}": "on_track"}
                said |= {f"confidence@{objective}": "4", f"factors@{objective}": ""}
            origin = Origin(Platform.SLACK, WORKSPACE, user, f"Ev{each.id}", user, address=user)
            event = FormSubmitted(origin, CHECK_IN.name, each.id, said)
            assert await self.reception.accept(event)
            await self.reception.process(event)
            self.answered += 1


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Log nothing of each message, which would take longer than the message."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    yield
    structlog.reset_defaults()


async def test_a_year_leaves_memory_flat_and_tables_as_predicted(sqlite_url: str):
    clock = MovableClock(SUNDAY)
    database = SqlDatabase(sqlite_url, clock, RING)
    await found(database, PEOPLE, clock.now())
    year = Year(database, clock)
    memory: dict[int, float] = {}
    tables: dict[int, dict[str, int]] = {}
    try:
        for number in range(WEEKS):
            if number % (WEEKS // 4) == 0:
                gc.collect()
                memory[number], tables[number] = resident_mb(), await rows(database)
            await year.week(number)
        gc.collect()
        memory[WEEKS], tables[WEEKS] = resident_mb(), await rows(database)
    finally:
        await database.close()
    for number in memory:
        print(f"week {number:>2}: {memory[number]:6.1f} MB, rows {tables[number]}")

    assert year.answered == PEOPLE // ANSWERS_ONE_IN * WEEKS
    quarter, end = WEEKS // 4, WEEKS
    grown = {name: many - tables[quarter].get(name, 0) for name, many in tables[end].items() if name != "outbox"}
    person_weeks = PEOPLE * (end - quarter)
    assert {name: many / person_weeks for name, many in grown.items() if many} == pytest.approx(
        PREDICTED, rel=WITHIN
    )
    kept = [tables[number]["outbox"] / PEOPLE for number in (quarter, 2 * quarter, 3 * quarter, end)]
    assert kept == pytest.approx([OUTBOX * KEPT_WEEKS] * 4, rel=WITHIN)
    assert "inbox" not in tables[end], "what was done is forgotten"
    assert memory[end] - memory[quarter] < GROWTH_MB
