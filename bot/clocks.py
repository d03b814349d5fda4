"""Clocks: the system's own, and one for the demo that can be moved ahead."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.ports import Database

FARTHEST_AHEAD = timedelta(days=400)
"""How far the demo's clock may be moved from the system's."""


class SystemClock:
    """The system's time."""

    def now(self) -> datetime:
        """The present instant, UTC."""
        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Seconds since some moment, whatever becomes of the system's time."""
        return time.monotonic()


class CannotGoThere(ValueError):
    """The demo's clock only moves ahead, and not for ever."""


class DemoClock:
    """The system's time and an offset, which is kept in a file so that a restart does not turn time back."""

    def __init__(self, kept_in: Path | None = None) -> None:
        self._kept_in = kept_in
        self._offset = timedelta(seconds=_read(kept_in)) if kept_in and kept_in.exists() else timedelta()

    def now(self) -> datetime:
        """The demo's present instant, UTC."""
        return datetime.now(UTC) + self._offset

    def elapsed(self) -> float:
        """Seconds; the time that is skipped has passed."""
        return self.now().timestamp()

    def _set(self, offset: timedelta) -> None:
        self._offset = offset
        if self._kept_in:
            kept = json.dumps({"ahead_s": self._offset.total_seconds()})
            self._kept_in.write_text(kept, encoding="utf-8")

    def catch_up_with(self, instant: datetime) -> None:
        """Make it `instant`, unless that has passed while other things were done."""
        self._set(max(self._offset, instant - datetime.now(UTC)))

    def require_reachable(self, instant: datetime) -> None:
        """Raise `CannotGoThere` for an instant that is past or farther ahead than the demo goes."""
        if instant < self.now():
            raise CannotGoThere(f"{instant:%Y-%m-%d %H:%M} is in the past")
        if instant - datetime.now(UTC) > FARTHEST_AHEAD:
            raise CannotGoThere(f"{instant:%Y-%m-%d %H:%M} is more than {FARTHEST_AHEAD.days} days ahead")


def _read(path: Path) -> float:
    try:
        return float(json.loads(path.read_text(encoding="utf-8"))["ahead_s"])
    except (ValueError, KeyError, TypeError):
        return 0.0


Happening = tuple[datetime, Callable[[], Awaitable[None]]]
"""Something that someone does at an instant (UTC)."""


class DemoTime:
    """Moves the demo's clock from event to event, so that what falls due on the way arrives in its order.

    `tick` does what is due and says how many things that were; `drain` delivers the messages it caused. `others`
    gives what the people whom nobody plays do until an instant, the earliest first, each with its own instant.
    """

    def __init__(
        self,
        clock: DemoClock,
        database: Database,
        *,
        tick: Callable[[], Awaitable[int]],
        drain: Callable[[], Awaitable[None]],
        others: Callable[[datetime, str], Awaitable[Sequence[Happening]]],
    ) -> None:
        self._clock = clock
        self._database = database
        self._tick = tick
        self._drain = drain
        self._others = others
        self._moving = asyncio.Lock()

    def now(self) -> datetime:
        """The demo's present instant, UTC."""
        return self._clock.now()

    async def next_event(self) -> datetime | None:
        """The next instant at which something falls due; None when nothing ever does."""
        async with self._database.reading() as store:
            return await store.timers.next_instant()

    async def move_to(self, instant: datetime, by: str) -> None:
        """Move ahead to `instant`, stopping wherever something falls due; raises `CannotGoThere`.

        `by` is the person who is being played: they do nothing by themselves.
        """
        async with self._moving:
            self._clock.require_reachable(instant)
            await self._settle()
            for at, do in await self._others(instant, by):
                await self._go_to(at)
                await do()
                await self._drain()
            await self._go_to(instant)

    async def _go_to(self, instant: datetime) -> None:
        while (due := await self.next_event()) is not None and self.now() < due < instant:
            self._clock.catch_up_with(due)
            await self._settle()
        self._clock.catch_up_with(instant)
        await self._settle()

    async def _settle(self) -> None:
        await self._tick()
        await self._drain()
