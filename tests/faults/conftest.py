"""A server that tests kill: its process, its database file, and the Slack workspace that outlives it."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clocks import SystemClock
from bot.import_files import Kind, import_file
from bot.organisation import found_organisation
from core.model.person import Account, Platform
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import SlackUser
from tests.teams_api import teams

__all__ = ["slack", "teams"]

STARTS_AT = datetime(2026, 11, 23, 9, 59, 57, tzinfo=UTC)
"""Three seconds before Monday's prompts, London time."""

REPOSITORY = Path(__file__).parents[2]


@dataclass(slots=True)
class Server:
    """The server's process, at a clock that shows Monday's ten o'clock soon after the test began."""

    folder: Path
    slack: SlackWorkspace
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    process: Process | None = None

    @property
    def url(self) -> str:
        """The database's address."""
        return f"sqlite+aiosqlite:///{self.folder / 'milepost.db'}"

    def now(self) -> datetime:
        """The time as the server and Slack see it."""
        return STARTS_AT + (datetime.now(UTC) - self.began)

    async def start(self) -> None:
        """Start the process and let Slack send to it."""
        clock = self.folder / "clock.json"
        clock.write_text(json.dumps({"ahead_s": (STARTS_AT - self.began).total_seconds()}), encoding="utf-8")
        settings = {
            "DATABASE_URL": self.url,
            "PORT": "0",
            "SLACK_BOT_TOKEN": self.slack.token,
            "SLACK_SIGNING_SECRET": self.slack.signing_secret,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_MESSAGES_PER_MINUTE": "1200",
            "TICK_SECONDS": "0.5",
            "LEASE_SECONDS": "5",
            "LOG_LEVEL": "ERROR",
        }
        environment = os.environ | {f"MILEPOST_{name}": value for name, value in settings.items()}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.faults.server", str(clock),
            cwd=REPOSITORY, env=environment, stdin=DEVNULL, stdout=PIPE,
        )  # fmt: skip
        assert self.process.stdout is not None
        port = int(await asyncio.wait_for(self.process.stdout.readline(), 30))
        self.slack.connect(f"http://127.0.0.1:{port}/slack/events")

    async def kill(self) -> None:
        """End the process at once, in the middle of whatever it does (SIGKILL)."""
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            await self.process.wait()


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, on an empty database."""
    began = datetime.now(UTC)
    async with SlackWorkspace(lambda: STARTS_AT + (datetime.now(UTC) - began)) as slack:
        prepared = Server(tmp_path, slack, began)
        await upgrade(prepared.url)
        yield prepared
        await prepared.kill()
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
