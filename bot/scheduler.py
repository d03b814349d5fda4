"""The engine's timer: a few jobs for everyone, never one for each person."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import kind
from bot.reception import Receptionist
from bot.remembering import forget_events
from core.ports import Clock, Conflict, Database, StoreUnavailable
from core.services.planner import tick

RECOVER_EVERY_S = 2
"""What a process left when it died is worked on so long after its lease (`bot.leases.LEASE`) at most."""

FORGET_EVERY_S = 6 * 3600
_OLDEST_TICKS = 3

_log = structlog.get_logger()


class Engine:
    """Runs what is due every `tick_s` seconds; `committed` is called when that queued messages."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        reception: Receptionist,
        committed: Callable[[], None],
        tick_s: float,
    ) -> None:
        self._database = database
        self._clock = clock
        self._reception = reception
        self._committed = committed
        self._tick_s = tick_s
        self._ticking = asyncio.Lock()
        self._ticked_at: float | None = None
        self._timer = AsyncIOScheduler(
            timezone="UTC", job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        )

    async def recover(self, *, alone: bool) -> None:
        """Finish events that a stop or crash left; `alone` where no other process could be at work on them."""
        await self._guarded("recover", lambda: self._reception.recover(alone=alone))

    def start(self) -> None:
        """Begin the timer; the first tick comes at once."""
        self._every(self._tick_s, "tick", self.tick, at_once=True)
        self._every(RECOVER_EVERY_S, "recover", self._reception.recover)
        self._every(FORGET_EVERY_S, "forget", lambda: forget_events(self._database, self._clock))
        self._timer.start()

    async def tick(self) -> int:
        """Do all that is due now; returns how many things were done."""
        async with self._ticking:
            done = await tick(self._database, self._clock)
        self._ticked_at = time.monotonic()
        if done:
            _log.info("engine.ticked", done=done)
            self._committed()
        return done

    async def stop(self) -> None:
        """Stop the timer and let a tick that is under way end."""
        if self._timer.running:
            self._timer.shutdown(wait=False)
        async with self._ticking:
            pass

    def is_late(self) -> bool:
        """Whether no tick has succeeded for several times as long as it should take."""
        if self._ticked_at is None:
            return True
        return time.monotonic() - self._ticked_at > max(60.0, _OLDEST_TICKS * self._tick_s)

    def _every(
        self, seconds: float, name: str, job: Callable[[], Awaitable[int]], *, at_once: bool = False
    ) -> None:
        first = {"next_run_time": datetime.now(UTC)} if at_once else {}
        self._timer.add_job(self._guarded, "interval", seconds=seconds, id=name, args=(name, job), **first)

    async def _guarded(self, name: str, job: Callable[[], Awaitable[int]]) -> None:
        """Run a job; one that fails is logged and runs again at its next time."""
        try:
            await job()
        except (StoreUnavailable, Conflict) as error:
            _log.warning("engine.database_unavailable", job=name, error=kind(error))
        except Exception:
            _log.exception("engine.job_failed", job=name)
