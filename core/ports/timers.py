"""When something falls due."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol

from core.model.timer import Timer, TimerKind


class Timers(Protocol):
    """Timers, each of which goes off once."""

    async def set(self, timers: Iterable[Timer]) -> None:
        """Insert, or move the one of the same kind and subject."""
        ...

    async def clear(self, kind: TimerKind, subjects: Collection[str]) -> None:
        """Let these go off no more; those that are not there are no error."""
        ...

    async def take_due(self, kind: TimerKind, now: datetime, limit: int) -> list[Timer]:
        """Take away up to `limit` timers of this kind due at `now`, the longest due first.

        No other replica gets them too.
        """
        ...

    async def next_instant(self) -> datetime | None:
        """The earliest instant of a timer, prompt, reminder, snooze, closing, summary or pause’s end.

        A pause ends when the day after its last one begins, UTC.
        """
        ...
