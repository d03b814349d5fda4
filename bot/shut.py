"""Whether a platform takes messages of a tenant right now, as whichever process noted last."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from time import monotonic

from core.model.person import Platform
from core.ports import Clock, Database

FRESH_S = 0.25
"""How old what was read may be: a few queries a second while messages go out, and none while none do."""


class Shut:
    """Reads for all who are about to send what any process has noted: a platform's Retry-After, or an outage."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._read_at: float | None = None
        self._until: Mapping[tuple[str, Platform], datetime] = {}
        self._reading = asyncio.Lock()

    async def until(self, tenant_id: str, platform: Platform) -> datetime | None:
        """Until when nothing goes there; None when messages may. Raises `StoreUnavailable`."""
        async with self._reading:
            if self._read_at is None or monotonic() - self._read_at > FRESH_S:
                async with self._database.reading() as store:
                    self._until = await store.traffic.shut(self._clock.now())
                self._read_at = monotonic()
        until = self._until.get((tenant_id, platform))
        return until if until is not None and until > self._clock.now() else None

    def changed(self) -> None:
        """Something was noted by this very process: read anew."""
        self._read_at = None
