"""Takes messages from the outbox, has them delivered side by side, and records how each went.

The outbox hands out at most one message of each recipient at a time, so what goes to one person keeps its order
while different people are served at once. Any number of dispatchers may run on one database.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, assert_never

import structlog

from bot.courier import Courier, GivenUp, Later, Lost, Result, Sent, StillUncertain
from core.cause import caused_by
from core.model.delivery import Delivery
from core.ports import Clock, Conflict, Database, Store, StoreUnavailable
from core.services.lose_touch import lose_recipient

AT_ONCE = 24
"""How many deliveries are under way at a time.

Enough for the fastest platform (50 a second at a few hundred milliseconds each); few enough that next to nothing
waits under a lease, since whatever does has an unknown outcome when the process is killed.
"""

BESIDE = 8
"""How many answers are under way beside a run, whose messages wait for their pace."""

POLL_S = 1.0
STOP_WITHIN_S = 20.0

_log = structlog.get_logger()


class Dispatcher:
    """The loop between outbox and platforms; `run` it in a task, or `drain` it by hand."""

    def __init__(
        self, *, database: Database, clock: Clock, courier: Courier, lease_s: float, at_once: int = AT_ONCE
    ) -> None:
        self._database = database
        self._clock = clock
        self._courier = courier
        self._lease_s = lease_s
        self._at_once = at_once
        self._signal = asyncio.Event()
        self._stopping = False
        self._under_way: set[asyncio.Task[None]] = set()
        self._runs_under_way = 0
        self._results: list[Result] = []
        self._claiming = asyncio.Lock()
        self._recording = asyncio.Lock()
        self._available = True

    def wake(self) -> None:
        """Look into the outbox now: something was committed to it."""
        self._signal.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        while not self._stopping:
            self._signal.clear()
            try:
                await self._start_due()
            except Exception:
                _log.exception("dispatcher.claim_failed")
            await self._signalled()

    async def drain(self) -> None:
        """Deliver all that is due; returns when nothing is left to claim and nothing under way."""
        while await self._start_due() or self._under_way:
            if self._under_way:
                await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)

    async def stop(self) -> None:
        """Begin nothing new and finish what is under way, for `STOP_WITHIN_S` at most."""
        self._stopping = True
        self.wake()
        if self._under_way:
            _, unfinished = await asyncio.wait(self._under_way, timeout=STOP_WITHIN_S)
            for task in unfinished:
                task.cancel()
            if unfinished:
                _log.warning("dispatcher.stopped_before_all_was_sent", unfinished=len(unfinished))
                await asyncio.wait(unfinished)
        self._courier.close()

    # --- claiming ----------------------------------------------------------------------------------------------

    async def _start_due(self) -> bool:
        """Begin what is due and there is room for; whether there was anything."""
        async with self._claiming:
            runs = self._at_once - self._runs_under_way
            room = self._at_once + BESIDE - len(self._under_way)
            # Many small claims would cost more than they bring.
            if runs < self._at_once / 2:
                runs = 0
            if self._stopping or room <= 0 or (runs == 0 and not await self._someone_waits()):
                return False
            claimed = await self._claim(room if runs else min(room, BESIDE), runs)
            for delivery in claimed:
                task = asyncio.create_task(self._deliver(delivery))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
                if not delivery.is_urgent:
                    self._runs_under_way += 1
                    task.add_done_callback(self._run_ended)
            return bool(claimed)

    def _run_ended(self, _: asyncio.Task[None]) -> None:
        self._runs_under_way -= 1

    async def _someone_waits(self) -> bool:
        try:
            async with self._database.reading() as store:
                return await store.outbox.someone_waits(self._clock.now())
        except StoreUnavailable as error:
            self._say_whether_available(False, error)
            return False

    async def _claim(self, limit: int, runs: int) -> Sequence[Delivery]:
        try:
            async with self._database.transaction() as store:
                claimed = await store.outbox.claim(self._clock.now(), self._lease_s, limit, runs)
        except (StoreUnavailable, Conflict) as error:
            self._say_whether_available(False, error)
            return ()
        self._say_whether_available(True)
        return claimed

    async def _signalled(self) -> None:
        try:
            async with asyncio.timeout(POLL_S):
                await self._signal.wait()
        except TimeoutError:
            return

    # --- delivering and recording ------------------------------------------------------------------------------

    async def _deliver(self, delivery: Delivery) -> None:
        with caused_by(delivery.cause):
            result = await self._courier.deliver(delivery)
        self._results.append(result)
        # Whoever holds the lock records for all that came in meanwhile.
        async with self._recording:
            results, self._results = self._results, []
            try:
                await self._record(results)
            except Exception:
                _log.exception("dispatcher.not_recorded", results=len(results))
        self.wake()

    async def _record(self, results: Sequence[Result]) -> None:
        """Keep how deliveries went; one not recorded counts as uncertain once its lease has run out."""
        while results:
            try:
                async with self._database.transaction() as store:
                    for result in results:
                        await self._record_one(store, result)
            except (StoreUnavailable, Conflict) as error:
                self._say_whether_available(False, error)
                if self._stopping:
                    return
                await asyncio.sleep(POLL_S)
            else:
                for result in results:
                    _report(result)
                return

    async def _record_one(self, store: Store, result: Result) -> None:
        now = self._clock.now()
        delivery = result.delivery
        match result:
            case Sent(posted=posted, pictures=pictures):
                await store.outbox.sent(delivery, posted, now)
                if pictures and posted is not None:
                    await store.outbox.queue_picture(delivery, posted, now)
            case Later(wait_s=wait_s, reason=reason, hold=platform):
                at = now + timedelta(seconds=wait_s)
                await store.outbox.retry(delivery, at, reason)
                if platform is not None:
                    await store.outbox.hold(delivery.tenant_id, platform, at)
            case GivenUp(reason=reason):
                await store.outbox.dead(delivery, reason, now)
            case Lost(at=at, reason=reason):
                elsewhere = await lose_recipient(store, delivery, at, now)
                if elsewhere and delivery.action == "send":
                    await store.outbox.retry(delivery, now, reason)
                else:
                    await store.outbox.dead(delivery, reason, now)
            case StillUncertain():
                pass
            case _:
                assert_never(result)

    def _say_whether_available(self, available: bool, error: Exception | None = None) -> None:
        if available is not self._available:
            self._available = available
            kind: dict[str, Any] = {"error": type(error).__name__} if error else {}
            _log.warning("dispatcher.database_is_back" if available else "dispatcher.database_unavailable", **kind)


def _report(result: Result) -> None:
    delivery = result.delivery
    known = {
        "delivery": delivery.id,
        "action": delivery.action,
        "purpose": delivery.purpose,
        "attempt": delivery.attempts,
        "cause": delivery.cause,
    }
    match result:
        case Sent():
            _log.info("delivery.sent", **known)
        case Later(wait_s=wait_s, reason=reason):
            _log.warning("delivery.later", reason=reason, wait_s=round(wait_s, 1), **known)
        case GivenUp(reason=reason) | Lost(reason=reason):
            _log.error("delivery.given_up", reason=reason, **known)
        case StillUncertain():
            _log.warning("delivery.still_uncertain", **known)
        case _:
            assert_never(result)
