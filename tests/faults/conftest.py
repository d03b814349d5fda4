"""A server that tests kill: its process, its database file, and the Slack workspace that outlives it."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clocks import SystemClock
from bot.import_files import Kind, import_file
from bot.organisation import found_organisation
from core.model.person import Account, Platform
from storage.database import SqlDatabase
from tests.faults.nursery import Nursery
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import SlackUser
from tests.teams_api import teams

__all__ = ["slack", "teams"]

STARTS_AT = datetime(2026, 11, 23, 9, 59, 57, tzinfo=UTC)
"""Three seconds before Monday's prompts, London time."""


@dataclass(slots=True)
class Server:
    """Processes of one Milepost, at a clock that shows Monday's ten o'clock soon after the test began."""

    folder: Path
    slack: SlackWorkspace
    url: str
    """The database's address."""
    nursery: Nursery
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    settings: dict[str, str] = field(default_factory=dict)
    """Beside those that every process has."""
    processes: dict[str, int] = field(default_factory=dict)
    """Ids by name."""
    ports: dict[str, int] = field(default_factory=dict)

    def now(self) -> datetime:
        """The time as the server and Slack see it."""
        return STARTS_AT + (datetime.now(UTC) - self.began)

    async def start(self, name: str = "alone", role: str = "alone") -> None:
        """Start a process and let Slack send to it; one of a name that was there before takes its port."""
        clock, ready = self.folder / "clock.json", self.folder / f"{name}.port"
        clock.write_text(json.dumps({"ahead_s": (STARTS_AT - self.began).total_seconds()}), encoding="utf-8")
        ready.unlink(missing_ok=True)
        settings = {
            "DATABASE_URL": self.url,
            "PORT": str(self.ports.get(name, 0)),
            "SLACK_BOT_TOKEN": self.slack.token,
            "SLACK_SIGNING_SECRET": self.slack.signing_secret,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_MESSAGES_PER_MINUTE": "1200",
            "TICK_SECONDS": "0.5",
            "LEASE_SECONDS": "5",
            "LOG_LEVEL": "ERROR",
            **self.settings,
        }
        environment = {f"MILEPOST_{key}": value for key, value in settings.items()}
        self.processes[name] = self.nursery.bear(role, environment, clock, ready)
        async with asyncio.timeout(30):
            while not ready.exists():  # noqa: ASYNC110  (another process makes it)
                await asyncio.sleep(0.005)
        self.ports[name] = int(ready.read_text(encoding="utf-8"))
        self.slack.connect(f"http://127.0.0.1:{self.ports[name]}/slack/events")

    async def kill(self, name: str = "alone") -> None:
        """End the process at once, in the middle of whatever it does (SIGKILL)."""
        process = self.processes.pop(name, None)
        with suppress(ProcessLookupError):
            while process is not None:
                os.kill(process, signal.SIGKILL)
                await asyncio.sleep(0.001)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """A process to fork servers from."""
    opened = Nursery()
    yield opened
    opened.close()


@pytest.fixture
async def server(database_url: str, tmp_path: Path, nursery: Nursery) -> AsyncIterator[Server]:
    """A server that is not started yet, on an empty database of each kind."""
    began = datetime.now(UTC)
    async with SlackWorkspace(lambda: STARTS_AT + (datetime.now(UTC) - began)) as slack:
        prepared = Server(tmp_path, slack, database_url, nursery, began)
        yield prepared
        for name in tuple(prepared.processes):
            await prepared.kill(name)
        assert slack.refused == []


class _AsOf(SystemClock):
    def now(self) -> datetime:
        return STARTS_AT - timedelta(hours=1)


async def bring_in(server: Server, people: str, objectives: str = "") -> None:
    """Import people and objectives into the server's database, an hour before Monday's prompts."""
    database = SqlDatabase(server.url, _AsOf())
    try:
        tenant = await found_organisation(database, "Vale Council", "the HR team")
        for kind, content in ((Kind.PEOPLE, people), (Kind.OBJECTIVES, objectives)):
            if content:
                path = server.folder / f"{kind}.csv"
                path.write_text(content, encoding="utf-8")
                report = await import_file(database, _AsOf(), tenant.id, kind, path)
                assert not report.problems
    finally:
        await database.close()


async def let_appear(server: Server, users: Sequence[SlackUser]) -> None:
    """Let people be known to Milepost by their accounts, as after they have said hello."""
    database = SqlDatabase(server.url, _AsOf())
    try:
        async with database.transaction() as store:
            (tenant,) = await store.tenants.all()
            await store.tenants.link_workspace(tenant.id, Platform.SLACK, server.slack.team)
            known = {person.email: person.id for person in await store.people.all(tenant.id)}
            for user in users:
                await store.people.link(
                    Account(Platform.SLACK, server.slack.team, user.id, known[user.email], user.id)
                )
    finally:
        await database.close()
