"""A council whose prompts are due, and a Milepost that sends them to a platform on this machine."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.council import found
from benchmarks.loopback import SLACK_PER_MINUTE, Loopback
from bot.pacing import Pace
from bot.settings import Settings
from bot.wiring import Milepost, Platforms, build
from core.model.person import Platform
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING
from tests.slack_api import SlackWorkspace

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LOOK_EVERY_S = 0.1


class RunningClock:
    """The time goes on from the instant it was set to, as fast as it does."""

    def __init__(self, instant: datetime) -> None:
        self.move_to(instant)

    def now(self) -> datetime:
        """The present instant, UTC."""
        return self._instant + timedelta(seconds=time.monotonic() - self._at)

    def elapsed(self) -> float:
        """Seconds; the time that is skipped has passed."""
        return self.now().timestamp()

    def move_to(self, instant: datetime) -> None:
        """Make it `instant`."""
        self._instant, self._at = instant, time.monotonic()


async def warm_up() -> None:
    """Plan for a few people: catalogues and calendars are read once, at the first prompt."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        await upgrade(url)
        clock = RunningClock(SUNDAY)
        database = SqlDatabase(url, clock, RING)
        await found(database, 20, clock.now())
        clock.move_to(MONDAY_TEN)
        await tick(database, clock)
        await database.close()


@asynccontextmanager
async def council_on(
    url: str,
    platform: Platform,
    loopback: Loopback,
    clock: RunningClock,
    paces: Mapping[Platform, Pace] | None = None,
) -> AsyncIterator[Milepost]:
    """A Milepost in the empty database at `url`, for everyone on the platform, who are due on Monday at ten.

    Nothing runs yet. Without `paces` it keeps to the published rates.
    """
    await upgrade(url)
    database = SqlDatabase(url, clock, RING)
    await found(database, len(loopback.members), clock.now(), lambda each: loopback.account(platform, each))
    given = {"database_url": url, "slack_messages_per_minute": SLACK_PER_MINUTE}
    if platform is Platform.SLACK:
        given |= {
            "slack_bot_token": loopback.token,
            "slack_signing_secret": SlackWorkspace.signing_secret,
            "slack_api_url": loopback.url,
        }
    else:
        given |= {"teams_auth": "off"}
    milepost = build(Settings(_env_file=None, **given), clock, Platforms(), database, paces)
    try:
        yield milepost
    finally:
        await milepost.close()


@asynccontextmanager
async def dispatching(milepost: Milepost) -> AsyncIterator[None]:
    """Messages go out for as long as the block lasts."""
    running = asyncio.create_task(milepost.dispatcher.run())
    try:
        yield
    finally:
        await milepost.dispatcher.stop()
        await running


async def all_sent(milepost: Milepost, count: int) -> None:
    """Return when so many messages have been sent; raises `AssertionError` when one was given up."""
    while True:
        async with milepost.database.reading() as store:
            counts = await store.outbox.counts()
        assert not counts["dead"], counts
        if counts["sent"] >= count:
            return
        await asyncio.sleep(LOOK_EVERY_S)
