"""This process's claims on events, kept alive for as long as it works on them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import uuid4

import structlog

from core.ports import Claim, Clock, Conflict, Database, StoreUnavailable

LEASE = timedelta(seconds=8)
"""How long an event is its process's alone; what a process left when it died waits that long at most."""

RENEW_EVERY_S = 2.0
LONGEST_WORK_S = 300.0
"""After that a claim is renewed no more: whatever the work waits for, someone else is to try."""

_log = structlog.get_logger()


class Leases:
    """Renews the claims that are held; nearly all are given back before the first renewal, and so cost nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.holder = uuid4().hex
        """What the process is called in the inbox."""
        self._database = database
        self._clock = clock
        self._held: dict[int, tuple[Claim, float]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._renewing: asyncio.Task[None] | None = None

    def until(self) -> datetime:
        """The end of a lease that begins now."""
        return self._clock.now() + LEASE

    @property
    def at_work(self) -> list[int]:
        """The numbers of the events that this process works on."""
        return list(self._held)

    @contextmanager
    def held(self, claim: Claim | None) -> Iterator[None]:
        """Keep the claim for as long as the block lasts; nothing for an event that needs none."""
        if claim is None:
            yield
            return
        self._held[claim.seq] = (claim, asyncio.get_running_loop().time())
        self._wind()
        try:
            yield
        finally:
            del self._held[claim.seq]

    def _wind(self) -> None:
        if self._timer is None and self._held:
            self._timer = asyncio.get_running_loop().call_later(RENEW_EVERY_S, self._went_off)

    def _went_off(self) -> None:
        self._timer = None
        if self._held and (self._renewing is None or self._renewing.done()):
            self._renewing = asyncio.create_task(self.renew())
        self._wind()

    async def renew(self) -> None:
        """Make the leases of all that is held begin anew."""
        oldest = asyncio.get_running_loop().time() - LONGEST_WORK_S
        claims = [claim for claim, since in self._held.values() if since > oldest]
        if not claims:
            return
        try:
            async with self._database.transaction() as store:
                await store.inbox.renew(self.holder, claims, self.until())
        except (StoreUnavailable, Conflict) as error:
            _log.warning("event.leases_not_renewed", error=type(error).__name__)
