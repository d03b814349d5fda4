"""Takes messages from the outbox, has them delivered side by side, and records how each went.

The outbox hands out at most one message of each recipient at a time, so what goes to one person keeps its order
while different people are served at once. Any number of dispatchers may run on one database: a message is claimed
with a turn that keeps all of them together below a platform's limits, and its lease is moved on for as long as its
delivery is under way, so that a lease may be short.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from time import monotonic

import structlog

from bot.courier import Courier, Lease, NoAnswer, PutBack, Result, TooMany
from bot.logs import kind
from bot.metrics import Metrics
from bot.outcomes import record, report
from bot.shut import Shut
from core.cause import caused_by
from core.model.delivery import Delivery
from core.model.person import Platform
from core.model.traffic import Rates
from core.ports import Clock, Conflict, Database, StoreUnavailable

AT_ONCE = 24
"""How many deliveries are under way at a time.

Enough for the fastest platform (50 a second at a few hundred milliseconds each); few enough that next to nothing
waits under a lease, since whatever does has an unknown outcome when the process is killed.
"""

BESIDE = 8
"""How many answers are under way beside a run, whose messages wait for their pace."""

POLL_S = 1.0
RECORD_AGAIN_S = 1.0
STOP_WITHIN_S = 20.0

BEATS_A_LEASE = 3
"""How often a lease is moved on while it runs, so that one beat may be missed."""

CLOCK_JUMPS_S = 2.0
"""More than this ahead at once, and the clock has not gone on but was put."""

FORGET_EVERY_S = 3_600.0

_log = structlog.get_logger()


class Dispatcher:
    """The loop between outbox and platforms; `run` it in a task, or `drain` it by hand."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        courier: Courier,
        shut: Shut,
        rates: Mapping[Platform, Rates],
        lease_s: float,
        at_once: int = AT_ONCE,
        poll_s: float = POLL_S,
        metrics: Metrics | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._courier = courier
        self._shut = shut
        self._rates = rates
        self._lease = timedelta(seconds=lease_s)
        self._at_once = at_once
        self._poll_s = poll_s
        self._metrics = metrics
        self._signal = asyncio.Event()
        self._stopped = asyncio.Event()
        self._beside: list[asyncio.Task[None]] = []
        self._leases: dict[str, Lease] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._runs_under_way = 0
        self._results: list[Result] = []
        self._claiming = asyncio.Lock()
        self._recording = asyncio.Lock()
        self._available = True
        self._ahead_s = self._ahead()
        self._claims_again_at = 0.0

    def wake(self) -> None:
        """Look into the outbox now: something was committed to it."""
        self._signal.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        self._beside = [
            asyncio.create_task(self._keep_leases()),
            asyncio.create_task(self._database.listen(self.wake)),
        ]
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

    async def stop(self, within_s: float = STOP_WITHIN_S) -> None:
        """Begin nothing new and finish what is under way, for so many seconds at most."""
        self._stopped.set()
        self.wake()
        # What is being claimed just now is under way as well.
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s), self._claiming:
                pass
        if self._under_way:
            _, unfinished = await asyncio.wait(self._under_way, timeout=within_s)
            for task in unfinished:
                task.cancel()
            if unfinished:
                _log.warning("dispatcher.stopped_before_all_was_sent", unfinished=len(unfinished))
                await asyncio.wait(unfinished)
        for task in self._beside:
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)
        self._courier.close()

    @property
    def _stopping(self) -> bool:
        return self._stopped.is_set()

    # --- leases ------------------------------------------------------------------------------------------------

    async def beat(self) -> None:
        """Move on the leases of all that is under way; one that has run out may be another's already."""
        self._look_at_clock()
        now = self._clock.now()
        leases = [lease for lease in self._leases.values() if lease.until > now]
        if not leases:
            return
        until = now + self._lease
        async with self._database.transaction() as store:
            await store.outbox.extend([lease.delivery for lease in leases], until)
        for lease in leases:
            lease.until = until

    async def _keep_leases(self) -> None:
        forgotten_at = monotonic()
        while True:
            await asyncio.sleep(self._lease.total_seconds() / BEATS_A_LEASE)
            try:
                await self.beat()
                async with self._database.transaction() as store:
                    await store.traffic.put_right(self._clock.now())
                    await store.inbox.put_right(self._clock.now())
                if monotonic() - forgotten_at > FORGET_EVERY_S:
                    forgotten_at = monotonic()
                    async with self._database.transaction() as store:
                        await store.traffic.forget_idle(self._clock.now())
            except (StoreUnavailable, Conflict) as error:
                self._say_whether_available(False, error)
            except Exception:
                _log.exception("dispatcher.leases_not_kept")

    # --- claiming ----------------------------------------------------------------------------------------------

    async def _start_due(self) -> bool:
        """Begin what is due and there is room for; whether there was anything."""
        async with self._claiming:
            runs = self._at_once - self._runs_under_way
            room = self._at_once + BESIDE - len(self._under_way)
            # Many small claims would cost more than they bring.
            if runs < self._at_once / 2:
                runs = 0
            self._look_at_clock()
            if not self._may_claim or room <= 0 or (runs == 0 and not await self._someone_waits()):
                return False
            claimed_at = self._clock.now()
            claimed, turns = await self._claim(room if runs else min(room, BESIDE), runs)
            for delivery in claimed:
                lease = self._leases[delivery.id] = Lease(delivery, claimed_at + self._lease)
                task = asyncio.create_task(self._deliver(lease, turns.get(delivery.id)))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
                if not delivery.is_urgent:
                    self._runs_under_way += 1
                    task.add_done_callback(self._run_ended)
            return bool(claimed)

    def _ahead(self) -> float:
        return self._clock.now().timestamp() - self._clock.elapsed()

    def _look_at_clock(self) -> None:
        """Notice when the clock was put ahead.

        All leases seem to have run out then, but the messages under them may be on their way at this very
        moment: ours are moved along with it, and for the length of a lease nothing is claimed.
        """
        before, self._ahead_s = self._ahead_s, self._ahead()
        by_s = self._ahead_s - before
        if by_s > CLOCK_JUMPS_S:
            self._claims_again_at = self._clock.elapsed() + self._lease.total_seconds()
            for lease in self._leases.values():
                lease.until += timedelta(seconds=by_s)
            _log.warning("dispatcher.clock_was_put_ahead", by_s=round(by_s))

    @property
    def _may_claim(self) -> bool:
        return not self._stopping and self._clock.elapsed() >= self._claims_again_at

    def _run_ended(self, _: asyncio.Task[None]) -> None:
        self._runs_under_way -= 1

    async def _someone_waits(self) -> bool:
        try:
            async with self._database.reading() as store:
                return await store.outbox.someone_waits(self._clock.now())
        except StoreUnavailable as error:
            self._say_whether_available(False, error)
            return False

    async def _claim(self, limit: int, runs: int) -> tuple[Sequence[Delivery], Mapping[str, float]]:
        """What is claimed, and when each may go on the monotonic clock, which nobody puts right."""
        try:
            async with self._database.transaction() as store:
                now = self._clock.now()
                claimed = await store.outbox.claim(now, self._lease.total_seconds(), limit, runs)
                turns = await store.traffic.reserve(claimed, self._rates, now)
                began = monotonic()
        except (StoreUnavailable, Conflict) as error:
            self._say_whether_available(False, error)
            return (), {}
        self._say_whether_available(True)
        return claimed, {each: began + (at - now).total_seconds() for each, at in turns.items()}

    async def _signalled(self) -> None:
        try:
            async with asyncio.timeout(self._poll_s):
                await self._signal.wait()
        except TimeoutError:
            return

    # --- delivering and recording ------------------------------------------------------------------------------

    async def _deliver(self, lease: Lease, turn: float | None) -> None:
        try:
            with caused_by(lease.delivery.cause):
                result = await self._result(lease, turn)
            self._results.append(result)
            # Whoever holds the lock records for all that came in meanwhile.
            async with self._recording:
                results, self._results = self._results, []
                try:
                    await self._record(results)
                except Exception:
                    _log.exception("dispatcher.not_recorded", results=len(results))
        finally:
            if self._leases.get(lease.delivery.id) is lease:
                del self._leases[lease.delivery.id]
        self.wake()

    async def _result(self, lease: Lease, turn: float | None) -> Result:
        """Wait for the message's turn and deliver it; what still waits when all stops is left to others."""
        wait_s = turn - monotonic() if turn is not None else 0.0
        if wait_s > 0:
            if self._metrics is not None and lease.delivery.platform is not None:
                self._metrics.waited(lease.delivery.platform, "pace", wait_s)
            try:
                async with asyncio.timeout(wait_s):
                    await self._stopped.wait()
            except TimeoutError:
                pass
            else:
                return PutBack(lease.delivery, self._clock.now())
        return await self._courier.deliver(lease)

    async def _record(self, results: Sequence[Result]) -> None:
        """Keep how deliveries went; one not recorded counts as uncertain once its lease has run out."""
        while results:
            try:
                async with self._database.transaction() as store:
                    await record(store, results, self._clock.now())
            except (StoreUnavailable, Conflict) as error:
                self._say_whether_available(False, error)
                if self._stopping:
                    return
                await asyncio.sleep(RECORD_AGAIN_S)
            else:
                for result in results:
                    report(result)
                if any(isinstance(each, TooMany | NoAnswer) for each in results):
                    self._shut.changed()
                return

    def _say_whether_available(self, available: bool, error: Exception | None = None) -> None:
        if available is not self._available:
            self._available = available
            why = {"error": kind(error)} if error else {}
            _log.warning("dispatcher.database_is_back" if available else "dispatcher.database_unavailable", **why)
