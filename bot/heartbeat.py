"""Tells other processes, through the database, that the timer lives here."""

import time
from datetime import UTC, datetime, timedelta

from storage.database import SqlDatabase
from storage.watching import beat, last_beat

TIMER = "timer"
"""The name under which whoever keeps time beats."""

_SHORTEST_LATE_S = 60.0
_TICKS_MISSED = 3


def late_after_s(tick_s: float) -> float:
    """How long after the last tick the timer counts as late."""
    return max(_SHORTEST_LATE_S, _TICKS_MISSED * tick_s)


class Heartbeat:
    """The timer's heartbeat in the database, by the system's own time, whatever time a demo shows."""

    def __init__(self, database: SqlDatabase, tick_s: float) -> None:
        self._database = database
        self._tick_s = tick_s
        self._beat_at: float | None = None

    async def beat(self) -> None:
        """A tick succeeded; noted once in an interval, however often that is."""
        now = time.monotonic()
        if self._beat_at is None or now - self._beat_at >= self._tick_s / 2:
            await beat(self._database, TIMER, datetime.now(UTC))
            self._beat_at = now

    async def is_heard(self) -> bool:
        """Whether a timer lives in any process; raises `StoreUnavailable`."""
        last = await last_beat(self._database, TIMER)
        return last is not None and datetime.now(UTC) - last <= timedelta(seconds=late_after_s(self._tick_s))
