"""Milepost as it runs: the whole server on a database and port of its own, at a clock that a test moves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.app import web_app
from bot.import_files import Kind, import_file
from bot.organisation import found_organisation
from bot.serving import runner_of
from bot.settings import Settings
from bot.wiring import Milepost, Platforms, build
from core.cards.imported import told
from core.model.checkin import CheckIn
from core.model.person import Person, Tenant
from core.model.unasked import MOST_A_WEEK
from storage.database import SqlDatabase
from storage.sealing import KeyRing
from tests.clock import MovableClock
from tests.keys import KEY

LONDON = ZoneInfo("Europe/London")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Installation:
    """A running server and what a test does to it from outside: files, and the time."""

    milepost: Milepost
    clock: MovableClock
    tenant: Tenant
    base_url: str
    app: web.Application

    async def imports(self, kind: Kind, path: Path) -> str:
        """Import a file as `milepost import` does; what the command line would print."""
        report = await import_file(self.milepost.database, self.clock, self.tenant.id, kind, path, False)
        return told(report)

    async def settle(self) -> None:
        """Wait until everything that was sent in has been worked on and everything due delivered."""
        if self.milepost.slack is not None:
            await self.milepost.slack.settle()
        if self.milepost.teams is not None:
            await self.milepost.teams.settle()
        await self.milepost.dispatcher.drain()

    async def goes_to(self, moment: str) -> None:
        """Move on to the next `Mon 10:00` (London), stopping at everything that falls due on the way."""
        day, _, clock = moment.partition(" ")
        local = self.clock.now().astimezone(LONDON)
        ahead = (_DAYS.index(day) - local.weekday()) % 7
        at = datetime.combine(local.date() + timedelta(days=ahead), time.fromisoformat(clock), tzinfo=LONDON)
        if at <= local:
            at += timedelta(days=7)
        await self._time_passes_until(at)

    async def time_passes(self, duration: timedelta) -> None:
        """Move on by so much, stopping at everything that falls due on the way."""
        await self._time_passes_until(self.clock.now() + duration)

    async def _time_passes_until(self, instant: datetime) -> None:
        while True:
            async with self.milepost.database.reading() as store:
                due = await store.timers.next_instant()
            if due is None or due > instant:
                break
            self.clock.move_to(max(due, self.clock.now()))
            await self.milepost.engine.tick()
            await self.settle()
        self.clock.move_to(instant)
        await self.settle()

    async def person(self, email: str) -> Person:
        """The person with this work email."""
        async with self.milepost.database.reading() as store:
            found = await store.people.by_email(self.tenant.id, email)
        assert found is not None
        return found

    async def check_ins_of(self, email: str) -> list[CheckIn]:
        """All check-ins of a person, newest first."""
        person = await self.person(email)
        async with self.milepost.database.reading() as store:
            return await store.checkins.of_periods([person.id], date(2000, 1, 1), date(2100, 1, 1))


async def founded(database: SqlDatabase) -> Tenant:
    """Vale Council, where people may hear much unasked: journeys say more in a week than anyone should."""
    tenant = await found_organisation(database, "Vale Council", "the HR team")
    tenant = replace(tenant, unasked_a_week=MOST_A_WEEK)
    async with database.transaction() as store:
        await store.tenants.save(tenant)
    return tenant


@asynccontextmanager
async def installed(url: str, clock: MovableClock, **settings: Any) -> AsyncIterator[Installation]:
    """A server with these settings on the migrated database at `url`, for as long as the block lasts."""
    usual = {"port": 0, "tick_seconds": 600, "encryption_keys": KEY}
    given = Settings(_env_file=None, database_url=url, **(usual | settings))
    database = SqlDatabase(url, clock, KeyRing(given.encryption_key_list))
    tenant = await founded(database)
    # People here type faster than any pace allows, and pacing would wait by the wall clock.
    milepost = build(given, clock, Platforms(), database, paces={})
    app = web_app(milepost, alone=True)
    runner = runner_of(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", given.port).start()
    try:
        yield Installation(milepost, clock, tenant, f"http://127.0.0.1:{runner.addresses[0][1]}", app)
    finally:
        await runner.cleanup()
