"""The engine's timer: a few jobs for everyone, never one for each person.

Where several processes keep time on one database, one of them leads and does these jobs; the others look every few
seconds whether it still does. Should two take themselves to lead for a moment, what both do comes out once by the
database's uniqueness.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import uuid4

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.heartbeat import Heartbeat, late_after_s
from bot.leading import LOOK_EVERY_S, Lead
from bot.logs import kind
from bot.metrics import Metrics
from bot.reception import Receptionist
from bot.remembering import forget_events, forget_messages
from core.cause import caused_by
from core.ports import Clock, Conflict, Database, StoreUnavailable
from core.services.planner import tick

RECOVER_EVERY_S = 2
"""What a process left when it died is worked on so long after its lease (`bot.leases.LEASE`) at most."""

FORGET_EVERY_S = 6 * 3600
RETAIN_EVERY_S = 6 * 3600
"""At least once a day, also where the server is started anew each night."""
TICK = "tick"

_Job = Callable[[], Awaitable[int]]

_log = structlog.get_logger()


class Engine:
    """Runs what is due every `tick_s` seconds while it has the `lead`; `committed` is told of queued messages."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        reception: Receptionist,
        committed: Callable[[], None],
        tick_s: float,
        lead: Lead,
        metrics: Metrics,
        heartbeat: Heartbeat,
        retain: _Job,
    ) -> None:
        self._database = database
        self._clock = clock
        self._reception = reception
        self._committed = committed
        self._tick_s = tick_s
        self._lead = lead
        self._metrics = metrics
        self._heartbeat = heartbeat
        self._retain = retain
        self._under_way: set[asyncio.Task[object]] = set()
        self._ticking = asyncio.Lock()
        self._ticked_at: float | None = None
        self._timer = AsyncIOScheduler(
            timezone="UTC", job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        )

    async def recover(self, *, alone: bool) -> None:
        """Finish events that a stop or crash left; `alone` where no other process could be at work on them."""
        await self._guarded("recover", lambda: self._reception.recover(alone=alone))

    def start(self) -> None:
        """Begin the timer; the first tick comes at once, or as soon as the lead is ours."""
        self._every(self._tick_s, TICK, self._led, self.tick)
        self._every(RECOVER_EVERY_S, "recover", self._guarded, self._reception.recover)
        self._every(FORGET_EVERY_S, "forget", self._led, lambda: forget_events(self._database, self._clock))
        self._every(
            FORGET_EVERY_S, "forget messages", self._led, lambda: forget_messages(self._database, self._clock)
        )
        self._every(RETAIN_EVERY_S, "retention", self._led, self._retain)
        self._timer.add_job(self._look, "interval", seconds=LOOK_EVERY_S, next_run_time=datetime.now(UTC))
        self._timer.start()

    async def tick(self) -> int:
        """Do all that is due now; returns how many things were done."""
        with caused_by(f"tick-{uuid4().hex[:10]}"):
            async with self._ticking:
                with self._metrics.ticking():
                    done = await tick(self._database, self._clock, self._committed)
            self._ticked_at = time.monotonic()
            if done:
                _log.info("engine.ticked", done=done)
        await self._heartbeat.beat()
        return done

    async def stop(self, within_s: float) -> None:
        """Begin nothing new, let what is under way end within so many seconds, and give up the lead."""
        if self._timer.running:
            self._timer.pause()
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=within_s)
            # Cancels what has not ended: its transaction is rolled back, and whoever leads next does it again.
            self._timer.shutdown(wait=False)
        await self._lead.give_up()

    def is_late(self) -> bool:
        """Whether for several ticks it neither ticked nor found another leading; always where no timer runs."""
        seen = [at for at in (self._ticked_at, self._lead.followed_at) if at is not None]
        return not seen or time.monotonic() - max(seen) > late_after_s(self._tick_s)

    def _every(self, seconds: float, name: str, how: Callable[[str, _Job], Awaitable[None]], job: _Job) -> None:
        self._timer.add_job(how, "interval", seconds=seconds, id=name, args=(name, job))

    async def _look(self) -> None:
        """Look who leads; whoever takes the lead begins at once with what the last one may have left."""
        if await self._lead.look() and self._timer.running:
            self._timer.modify_job(TICK, next_run_time=datetime.now(UTC))

    async def _led(self, name: str, job: _Job) -> None:
        if self._lead.is_ours:
            await self._guarded(name, job)

    async def _guarded(self, name: str, job: _Job) -> None:
        """Run a job; one that fails is logged and runs again at its next time."""
        task = asyncio.current_task()
        if task is not None:
            self._under_way.add(task)
        try:
            await job()
        except (StoreUnavailable, Conflict) as error:
            _log.warning("engine.database_unavailable", job=name, error=kind(error))
        except Exception:
            _log.exception("engine.job_failed", job=name)
        finally:
            if task is not None:
                self._under_way.discard(task)
