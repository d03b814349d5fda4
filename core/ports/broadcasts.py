"""What is stored of broadcasts: who is in an audience, who is written to, and how far it has got."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from core.model.audience import Audience, Known
from core.model.broadcast import Broadcast, BroadcastState, Failed, LeftOut, Progress, Recipient, Spread


class Broadcasts(Protocol):
    """Broadcasts, their audiences and recipients."""

    async def known(self, tenant_id: str) -> Known:
        """What an audience of this organisation can be described by."""
        ...

    async def people_in(
        self, tenant_id: str, audience: Audience, today: date, *, among: Collection[str] | None = None
    ) -> list[str]:
        """Ids of the people in the audience on that day, by name; one query. `among` looks at these only."""
        ...

    async def counts(self, tenant_id: str, audiences: Sequence[Audience], today: date) -> list[int]:
        """How many people each audience has; one query."""
        ...

    async def spread(self, tenant_id: str, audience: Audience, today: date) -> Spread:
        """How the audience divides by language and platform."""
        ...

    async def add(self, broadcast: Broadcast) -> None:
        """Insert; one with the same id that is there already is left as it is."""
        ...

    async def by_id(self, broadcast_id: str) -> Broadcast | None: ...
    async def by_ids(self, ids: Collection[str]) -> dict[str, Broadcast]: ...
    async def latest(self, tenant_id: str, limit: int) -> list[Broadcast]:
        """The newest first, without drafts."""
        ...

    async def move(self, broadcast: Broadcast, was: BroadcastState) -> bool:
        """Write the broadcast where it still is in the state `was`; False where someone was faster."""
        ...

    async def address(self, broadcast: Broadcast, today: date) -> int:
        """Make everyone in the audience a recipient, each once, and return how many there are."""
        ...

    async def forget_recipients(self, broadcast_id: str) -> None:
        """Take the recipients away again, of a broadcast of which nothing has gone yet."""
        ...

    async def waiting(self, broadcast_id: str, limit: int) -> list[Recipient]: ...
    async def queue(self, recipients: Collection[Recipient]) -> None:
        """Write what has become of recipients who waited."""
        ...

    async def cancel(self, broadcast_id: str, now: datetime) -> int:
        """Stop all that has not gone yet, in the outbox too; returns for how many."""
        ...

    async def retry(self, broadcast_id: str) -> int:
        """Let those whose message was given up wait again; returns how many."""
        ...

    async def progress(self, broadcast_id: str, now: datetime) -> Progress: ...
    async def progress_of(self, broadcast_ids: Collection[str], now: datetime) -> dict[str, Progress]: ...
    async def failed(self, broadcast_id: str, limit: int, offset: int = 0) -> list[Failed]:
        """Whose message was given up and why, by name."""
        ...

    async def left_out(self, broadcast_id: str, limit: int) -> list[tuple[str, LeftOut]]:
        """Names of those who were chosen and not written to, and why."""
        ...

    async def recipient(self, broadcast_id: str, person_id: str) -> Recipient | None: ...
    async def act(self, broadcast_id: str, person_id: str, at: datetime) -> bool:
        """Keep that a recipient did what the button says; False when they had before, or are none."""
        ...

    async def approve_above(self, tenant_id: str) -> int: ...
    async def set_approve_above(self, tenant_id: str, people: int) -> None: ...
