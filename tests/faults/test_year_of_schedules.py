"""A year of check-ins against a simple model: any zone, leave, bank holidays, changes, and a clock that jumps.

The real planner on a real SQLite database is moved through a year; what it asked is held against rules written
down here a second time, without any of its code. `MILEPOST_FAULTS=large` tries many more years.
"""

import asyncio
import os
import shutil
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo, available_timezones

import holidays
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import text

from core.model.absence import Absence
from core.model.checkin import Schedule
from core.model.person import Nation, Person
from core.services.enrol import enrol, enrol_changed
from core.services.planner import tick
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.keys import RING
from tests.storage.council import TENANT

IS_LARGE = os.environ.get("MILEPOST_FAULTS") == "large"

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
YEAR = 52 * WEEK
SLOW_TICK = timedelta(minutes=15)

ODD = (
    *("Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu"),
    *("Africa/Casablanca", "America/St_Johns", "Antarctica/Troll", "Asia/Gaza", "Europe/Dublin", "America/Nuuk"),
)
zones = st.one_of(
    st.just("Europe/London"), st.sampled_from(ODD), st.sampled_from(sorted(available_timezones() - {"localtime"}))
)
working_days = st.one_of(st.just(frozenset(range(1, 6))), st.frozensets(st.integers(1, 7), min_size=1))
# In the hours in which clocks change, and at ten as usual.
times = st.sampled_from([time(10), time(2, 15), time(1, 30), time(0), time(3), time(23, 45)])


# --- the model ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Facts:
    """All that decides when someone is asked."""

    zone: str
    days: frozenset[int]
    nation: Nation
    last_day: date | None = None
    leave: tuple[tuple[date, date], ...] = ()

    def works(self, day: date) -> bool:
        return (
            day.isoweekday() in self.days
            and day not in bank_holidays(self.nation, day.year)
            and (self.last_day is None or day <= self.last_day)
            and not any(first <= day <= last for first, last in self.leave)
        )

    def asked_at(self, monday: date, at: time) -> datetime | None:
        """When someone is asked in a week in which nothing changes."""
        for number in range(7):
            if self.works(monday + number * DAY):
                return first_reading(datetime.combine(monday + number * DAY, at), self.zone)
        return None

    def may_be_asked(self, instant: datetime, at: time) -> bool:
        """Whether a prompt may go out: at the time of asking, or late between eight and six, on a working day."""
        local = instant.astimezone(ZoneInfo(self.zone))
        on_time = first_reading(datetime.combine(local.date(), at), self.zone)
        for day in (local.date(), local.date() - DAY):
            on_time = first_reading(datetime.combine(day, at), self.zone)
            if self.works(day) and timedelta() <= instant - on_time <= SLOW_TICK:
                return True
        return self.works(local.date()) and 8 <= local.hour < 18


@cache
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    part = {Nation.ENGLAND: "ENG", Nation.WALES: "WLS", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}
    return frozenset(holidays.UnitedKingdom(subdiv=part[nation], years=year))


def first_reading(wall: datetime, zone: str) -> datetime:
    """The first instant at which clocks show `wall`; one that they skip comes as much later as they skip."""
    place = ZoneInfo(zone)

    def offset(instant: datetime) -> timedelta:
        return instant.astimezone(place).utcoffset() or timedelta()

    # The offsets of about then, found by looking at instants, which no change of the clocks makes ambiguous.
    about = wall.replace(tzinfo=UTC)
    offsets = {offset(about + hours * HOUR) for hours in range(-40, 41, 4)}
    readings = [about - each for each in offsets if offset(about - each) == each]
    return min(readings) if readings else about - offset(about - 40 * HOUR)


# --- the machine ----------------------------------------------------------------------------------------------


class Year(RuleBasedStateMachine):
    """One person's year. Every rule changes something; the year then goes on to its end."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "year.db"
        shutil.copyfile(self.template, path)
        self.clock = MovableClock()
        self.database = SqlDatabase(f"sqlite+aiosqlite:///{path}", self.clock, RING)
        self.history: list[tuple[datetime, Facts]] = []
        self.disturbed: list[tuple[datetime, datetime]] = []

    @initialize(
        begins=st.dates(date(2024, 1, 1), date(2028, 1, 1)),
        zone=zones,
        days=working_days,
        nation=st.sampled_from(Nation),
        at=times,
    )
    def found(self, begins: date, zone: str, days: frozenset[int], nation: Nation, at: time) -> None:
        """Someone begins, on a Sunday noon (UTC)."""
        sunday = begins + (6 - begins.weekday()) * DAY
        self.began = datetime.combine(sunday, time(12), tzinfo=UTC)
        self.clock.move_to(self.began)
        self.schedule = Schedule("weekly", TENANT.id, at=at)
        self.facts = Facts(zone, days, nation)
        self.history.append((self.began, self.facts))
        self.run(self._settle())

    async def _settle(self) -> None:
        async with self.database.transaction() as store:
            await store.tenants.add(TENANT)
            await store.checkins.save_schedule(self.schedule)
            await store.people.save([self.person])
            await enrol(store, [self.person], self.clock.now())

    @property
    def person(self) -> Person:
        return Person(
            "amira",
            TENANT.id,
            "amira@abermoor.example",
            "Amira",
            timezone=self.facts.zone,
            working_days=self.facts.days,
            nation=self.facts.nation,
            end_on=self.facts.last_day,
        )

    @rule(weeks=st.integers(1, 9), hours=st.integers(0, 167))
    def time_passes(self, weeks: int, hours: int) -> None:
        """Time passes in which nothing happens."""
        self.run(self._until(min(self.clock.now() + weeks * WEEK + hours * HOUR, self.began + YEAR)))

    @rule(zone=zones)
    def moves(self, zone: str) -> None:
        """They move to another zone."""
        self._change(zone=zone)

    @rule(days=working_days)
    def works_on(self, days: frozenset[int]) -> None:
        """They work on other days."""
        self._change(days=days)

    @rule(nation=st.sampled_from(Nation))
    def transfers(self, nation: Nation) -> None:
        """They come under another nation's bank holidays."""
        self._change(nation=nation)

    @rule(days_ahead=st.one_of(st.none(), st.integers(0, 200)))
    def contract_ends(self, days_ahead: int | None) -> None:
        """Their contract gets a last day, or none any more."""
        self._change(last_day=None if days_ahead is None else self.clock.now().date() + days_ahead * DAY)

    @rule(days_ahead=st.integers(0, 60), length=st.integers(1, 40))
    def takes_leave(self, days_ahead: int, length: int) -> None:
        """They take leave."""
        first = self.clock.now().astimezone(ZoneInfo(self.facts.zone)).date() + days_ahead * DAY
        last = first + (length - 1) * DAY
        self._remember(replace(self.facts, leave=(*self.facts.leave, (first, last))))
        self.run(self._take_leave(first, last))

    async def _take_leave(self, first: date, last: date) -> None:
        absence = Absence(f"leave-{len(self.facts.leave)}", TENANT.id, "amira", first, last)
        async with self.database.transaction() as store:
            await store.absences.add(absence)
            await enrol(store, [self.person], self.clock.now())

    @rule(by=st.sampled_from([HOUR, -HOUR]), minutes_before=st.integers(-5, 59))
    def clock_jumps(self, by: timedelta, minutes_before: int) -> None:
        """The server's clock is put right by an hour, just before or after something falls due."""
        self.run(self._jump(by, minutes_before * timedelta(minutes=1)))

    async def _jump(self, by: timedelta, before: timedelta) -> None:
        async with self.database.reading() as store:
            due = await store.timers.next_instant()
        if due is not None and due < self.began + YEAR:
            await self._until(max(due - before, self.clock.now()))
        now = self.clock.now()
        self.disturbed.append((now - 2 * HOUR, now + 2 * HOUR))
        self.clock.move_to(now + by)
        await tick(self.database, self.clock)

    def _change(self, **changes: object) -> None:
        self._remember(replace(self.facts, **changes))  # type: ignore[arg-type]
        self.run(self._change_person())

    def _remember(self, facts: Facts) -> None:
        now = self.clock.now()
        self.facts = facts
        self.history.append((now, facts))
        self.disturbed.append((now - DAY, now + DAY))

    async def _change_person(self) -> None:
        async with self.database.transaction() as store:
            await store.people.save([self.person])
            await enrol_changed(store, [self.person], self.clock.now())

    async def _until(self, instant: datetime) -> None:
        while True:
            async with self.database.reading() as store:
                due = await store.timers.next_instant()
            if due is None or due > instant:
                break
            self.clock.move_to(max(due, self.clock.now()))
            assert await tick(self.database, self.clock), "what is due is done"
        self.clock.move_to(max(instant, self.clock.now()))

    def run(self, work):  # type: ignore[no-untyped-def]
        return self.runner.run(work)

    def teardown(self) -> None:
        """The year goes on to its end, and is looked at."""
        try:
            if self.history:
                self.run(self._until(self.began + YEAR))
                self._compare(*self.run(self._asked()))
        finally:
            self.run(self.database.close())
            self.runner.close()
            self.folder.cleanup()

    async def _asked(self) -> tuple[dict[date, datetime], int]:
        async with self.database.reading() as store:
            found = await store.checkins.of_periods(["amira"], date(2000, 1, 1), date(2100, 1, 1))
        async with self.database.connected_for_reading() as connection:
            sent = await connection.scalar(text("SELECT count(*) FROM outbox WHERE purpose = 'check-in prompt'"))
        return {each.period: each.prompted_at for each in found if each.prompted_at}, sent

    def _compare(self, asked: dict[date, datetime], sent: int) -> None:
        assert sent == len(asked), "one message a week that was asked for"
        by_day: defaultdict[date, list[date]] = defaultdict(list)
        for monday, at in asked.items():
            facts = self._facts_at(at)
            assert facts.may_be_asked(at, self.schedule.at), (monday, at, facts)
            by_day[at.astimezone(ZoneInfo(facts.zone)).date()].append(monday)
        assert all(len(periods) == 1 for periods in by_day.values()), by_day
        monday = self.began.date() + DAY
        while monday < (self.began + YEAR - 2 * WEEK).date():
            facts = self._facts_at(datetime.combine(monday - DAY, time(), tzinfo=UTC))
            if not self._is_disturbed(monday):
                assert asked.get(monday) == facts.asked_at(monday, self.schedule.at), (monday, facts)
            monday += WEEK

    def _facts_at(self, instant: datetime) -> Facts:
        known = [facts for since, facts in self.history if since <= instant]
        return known[-1] if known else self.history[0][1]

    def _is_disturbed(self, monday: date) -> bool:
        """Whether anything changed in this week, in any zone, so that what is asked depends on its moment."""
        begins = datetime.combine(monday - 2 * DAY, time(), tzinfo=UTC)
        return any(first < begins + 10 * DAY and begins < last for first, last in self.disturbed)


def test_a_year_is_asked_as_the_model_says(sqlite_template):
    Year.template = sqlite_template
    bounds = settings(
        max_examples=300 if IS_LARGE else 4,
        stateful_step_count=20 if IS_LARGE else 8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(Year, settings=bounds)
