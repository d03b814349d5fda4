"""What those who look after Milepost ask of the outbox and do about it; all of one organisation."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from core.model.backlog import GivenUpFor, Queued, Waiting, Which


class Backlog(Protocol):
    """What waits, what was given up, and putting it right."""

    async def waiting(self, tenant_id: str, now: datetime) -> list[Waiting]:
        """What is not delivered yet, by purpose and platform, the longest due first."""
        ...

    async def queued(
        self, tenant_id: str, *, purpose: str | None = None, person_id: str | None = None, limit: int = 100
    ) -> list[Queued]:
        """What waits and could be cancelled, the longest due first."""
        ...

    async def sent_since(self, tenant_id: str, since: datetime) -> int:
        """How many messages have been delivered since."""
        ...

    async def reasons(self, tenant_id: str) -> list[GivenUpFor]:
        """What was given up, by reason, most first."""
        ...

    async def send_again(self, tenant_id: str, which: Which, now: datetime) -> int:
        """Let those be tried again from the beginning; returns how many.

        Whatever may have become of them: who has received one already then has it twice.
        """
        ...

    async def dismiss(self, tenant_id: str, which: Which, by: str, now: datetime) -> int:
        """Let those rest: cancelled, with who did so before the reason they had; returns how many."""
        ...

    async def cancel(self, tenant_id: str, ids: Collection[str], reason: str, now: datetime) -> int:
        """Take back those that wait to be sent; returns how many. What is just being sent is left."""
        ...
