"""How long an event that was worked on is known to be a repeat when it comes again."""

from collections.abc import Mapping
from datetime import timedelta

from core.model.person import Platform
from core.ports import Clock, Database

REMEMBERED: Mapping[Platform, timedelta] = {
    # Three times within some six minutes; where an app asks for delayed events, hourly for a day ("Events API").
    Platform.SLACK: timedelta(days=2),
    # Microsoft publishes no limit.
    Platform.TEAMS: timedelta(days=7),
    # The demo's page sends again while it is open.
    Platform.WEB: timedelta(days=1),
}
"""Longer than each platform sends again what was not acknowledged."""

FORGOTTEN_AT_ONCE = 5_000
"""So few that nobody waits for the rows to go."""


async def forget_events(database: Database, clock: Clock) -> int:
    """Forget what was done so long ago that no platform sends it again; returns how many events."""
    forgotten = 0
    for platform, kept in REMEMBERED.items():
        before = clock.now() - kept
        gone = FORGOTTEN_AT_ONCE
        while gone == FORGOTTEN_AT_ONCE:
            async with database.transaction() as store:
                gone = await store.inbox.forget(platform, before, FORGOTTEN_AT_ONCE)
            forgotten += gone
    return forgotten
