"""A server that tests kill: its processes, its database, and the Slack workspace that outlives it."""

import json
import signal
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clocks import SystemClock
from bot.import_files import Kind, import_file
from bot.organisation import found_organisation
from core.model.person import Account, Platform
from storage.database import SqlDatabase
from tests.keys import RING
from tests.processes import Processes, Running
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import SlackUser
from tests.teams_api import teams

__all__ = ["slack", "teams"]

STARTS_AT = datetime(2026, 11, 23, 9, 59, 57, tzinfo=UTC)
"""Three seconds before Monday's prompts, London time."""

ROLES: Mapping[str, tuple[str, ...]] = {
    "alone": ("serve",),
    "web": ("serve", "--web-only"),
    "worker": ("worker",),
}
"""What a process of each role is started with."""


@dataclass(slots=True)
class Server:
    """Processes of one Milepost, at a clock that shows Monday's ten o'clock soon after the test began."""

    folder: Path
    slack: SlackWorkspace
    url: str
    """The database's address."""
    began: datetime
    processes: Processes
    settings: dict[str, str] = field(default_factory=dict)
    """Beside those that every process has."""
    running: dict[str, Running] = field(default_factory=dict)
    """Who lives, by name."""
    ports: dict[str, str] = field(default_factory=dict)

    def now(self) -> datetime:
        """The time as Slack sees it, and the server unless its clock was moved."""
        return STARTS_AT + (datetime.now(UTC) - self.began)

    def common_settings(self) -> dict[str, str]:
        """What every process of this server is started with."""
        return {
            "DATABASE_URL": self.url,
            "SLACK_BOT_TOKEN": self.slack.token,
            "SLACK_SIGNING_SECRET": self.slack.signing_secret,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_MESSAGES_PER_MINUTE": "1200",
            "TICK_SECONDS": "0.5",
            "LEASE_SECONDS": "5",
            **self.settings,
        }

    def jump(self, by: timedelta) -> None:
        """Move the clock of every process; `by` is counted from where it would have been."""
        moved = (STARTS_AT - self.began + by).total_seconds()
        written = self.folder / "clock.new"
        written.write_text(json.dumps({"ahead_s": moved}), encoding="utf-8")
        # At once, since processes read it whenever they look at the time.
        written.rename(self.folder / CLOCK)

    async def start(self, name: str = "alone", role: str = "alone") -> None:
        """Start a process and let Slack send to it; one of a name that was there before takes its port."""
        settings = self.common_settings() | {"PORT": self.ports.get(name, "0"), "LOG_LEVEL": "WARNING"}
        process = self.running[name] = await self.processes.start(*ROLES[role], **settings)
        if role == "worker":
            await process.says("Milepost's worker runs")
            return
        said = await process.says("Milepost is at")
        self.ports[name] = said.rpartition(":")[2]
        self.slack.connect(f"http://127.0.0.1:{self.ports[name]}/slack/events")

    async def kill(self, name: str = "alone") -> None:
        """End the process at once, in the middle of whatever it does (SIGKILL)."""
        process = self.running.pop(name, None)
        if process is not None:
            process.send(signal.SIGKILL)
            await process.ended()


CLOCK = "clock.json"
"""The file with the offset of every process's clock."""


@asynccontextmanager
async def server_on(url: str, folder: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, on the database at `url`; nothing it says may be a traceback."""
    began = datetime.now(UTC)
    async with (
        SlackWorkspace(lambda: STARTS_AT + (datetime.now(UTC) - began)) as slack,
        Processes(folder, folder / CLOCK) as processes,
    ):
        prepared = Server(folder, slack, url, began, processes)
        prepared.jump(timedelta())
        yield prepared
        assert slack.refused == []
        assert not [each.said for each in processes.running if "Traceback" in each.said]


@pytest.fixture
async def server(database_url: str, tmp_path: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, on an empty database of each kind."""
    async with server_on(database_url, tmp_path) as prepared:
        yield prepared


@pytest.fixture
async def postgresql_server(postgresql_url: str, tmp_path: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, on an empty database of PostgreSQL's."""
    async with server_on(postgresql_url, tmp_path) as prepared:
        yield prepared


@pytest.fixture
async def sqlite_server(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, on an empty file of SQLite's."""
    async with server_on(sqlite_url, tmp_path) as prepared:
        yield prepared


class _AsOf(SystemClock):
    def now(self) -> datetime:
        return STARTS_AT - timedelta(hours=1)


async def bring_in(server: Server, people: str, objectives: str = "") -> None:
    """Import people and objectives into the server's database, an hour before Monday's prompts."""
    database = SqlDatabase(server.url, _AsOf(), RING)
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
    database = SqlDatabase(server.url, _AsOf(), RING)
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
