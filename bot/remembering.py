"""How long what is done is kept: events that were worked on, to know repeats by, and messages that were sent."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from core.model.delivery import OCCASIONAL
from core.model.person import Platform
from core.ports import Clock, Database, Store

REMEMBERED: Mapping[Platform, timedelta] = {
    # Three times within some six minutes; where an app asks for delayed events, hourly for a day ("Events API").
    Platform.SLACK: timedelta(days=2),
    # Microsoft publishes no limit.
    Platform.TEAMS: timedelta(days=7),
    # The demo's page sends again while it is open.
    Platform.WEB: timedelta(days=1),
}
"""Longer than each platform sends again what was not acknowledged."""

DONE_MESSAGES_KEPT = timedelta(days=90)
"""Longer than any share of unasked messages, figure or tracing of a complaint looks back."""

FORGOTTEN_AT_ONCE = 5_000
"""So few that nobody waits for the rows to go."""


_Forget = Callable[[Store], Awaitable[int]]


async def forget_events(database: Database, clock: Clock) -> int:
    """Forget what was done so long ago that no platform sends it again; returns how many events."""
    now = clock.now()
    forgotten = 0
    for platform, kept in REMEMBERED.items():
        forgotten += await _in_batches(
            database,
            lambda store, of=platform, before=now - kept: store.inbox.forget(of, before, FORGOTTEN_AT_ONCE),
        )
    return forgotten


async def forget_messages(database: Database, clock: Clock) -> int:
    """Forget messages of occasions that are long over; what was given up stays. Returns how many."""
    before = clock.now() - DONE_MESSAGES_KEPT
    forgotten = 0
    for purpose in sorted(OCCASIONAL):
        forgotten += await _in_batches(
            database, lambda store, purpose=purpose: store.outbox.forget(purpose, before, FORGOTTEN_AT_ONCE)
        )
    return forgotten


async def _in_batches(database: Database, forget: _Forget) -> int:
    """Forget until a batch is not full, each in a transaction of its own."""
    forgotten, gone = 0, FORGOTTEN_AT_ONCE
    while gone == FORGOTTEN_AT_ONCE:
        async with database.transaction() as store:
            gone = await forget(store)
        forgotten += gone
    return forgotten
