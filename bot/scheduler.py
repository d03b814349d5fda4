"""The engine's timer: a few jobs for everyone, never one for each person."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.heartbeat import Heartbeat, late_after_s
from bot.logs import kind
from bot.metrics import Metrics
from bot.reception import Receptionist
from core.cause import caused_by
from core.ports import Clock, Conflict, Database, StoreUnavailable
from core.services.planner import tick

RECOVER_EVERY_S = 60
RECOVER_AFTER = timedelta(minutes=2)
"""How old an unfinished event must be: older than any that is still being worked on, here or elsewhere."""

FORGET_EVERY_S = 6 * 3600

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
        metrics: Metrics,
        heartbeat: Heartbeat,
    ) -> None:
        self._database = database
        self._clock = clock
        self._reception = reception
        self._committed = committed
        self._tick_s = tick_s
        self._metrics = metrics
        self._heartbeat = heartbeat
        self._ticking = asyncio.Lock()
        self._ticked_at: float | None = None
        self._timer = AsyncIOScheduler(
            timezone="UTC", job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        )

    async def recover(self, older_than: timedelta = RECOVER_AFTER) -> None:
        """Finish events that a stop or crash left behind.

        Before anything new is accepted, and where no other process could be working on them, of any age.
        """
        await self._guarded("recover", lambda: self._reception.recover(older_than))

    def start(self) -> None:
        """Begin the timer; the first tick comes at once."""
        self._every(self._tick_s, "tick", self.tick, at_once=True)
        self._every(RECOVER_EVERY_S, "recover", lambda: self._reception.recover(RECOVER_AFTER))
        self._every(FORGET_EVERY_S, "forget", self._reception.forget)
        self._timer.start()

    async def tick(self) -> int:
        """Do all that is due now; returns how many things were done."""
        with caused_by(f"tick-{uuid4().hex[:10]}"):
            async with self._ticking:
                with self._metrics.ticking():
                    done = await tick(self._database, self._clock)
            self._ticked_at = time.monotonic()
            if done:
                _log.info("engine.ticked", done=done)
                self._committed()
        await self._heartbeat.beat()
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
        return time.monotonic() - self._ticked_at > late_after_s(self._tick_s)

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
