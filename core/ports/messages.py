"""What is stored of what comes in and goes out: events, messages and their pictures."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.chat.effect import Durable
from core.chat.event import Event, Origin
from core.model.delivery import Delivery, Posted
from core.model.person import Platform


class Outbox(Protocol):
    """Messages to be delivered, and those that were."""

    async def add(self, tenant_id: str, effects: Sequence[Durable], now: datetime) -> None:
        """Queue the effects; one whose key is there already is ignored."""
        ...

    async def claim(self, now: datetime, lease_s: float, limit: int, runs: int | None = None) -> list[Delivery]:
        """Take up to `limit` due rows under a lease: answers first, oldest first, in order within one recipient.

        Of what goes to many at once (`RUN_PURPOSES`) at most `runs`; an answer does not wait for such a message to
        the same recipient. Rows whose lease ran out come back with `uncertain` set. Two callers never get the same
        row.
        """
        ...

    async def someone_waits(self, now: datetime) -> bool:
        """Whether an answer, rather than what goes to many at once, is due to go out."""
        ...

    async def sent(self, delivery: Delivery, posted: Posted | None, now: datetime) -> None:
        """Record success; `posted` is kept under the delivery's tag."""
        ...

    async def retry(self, delivery: Delivery, at: datetime, reason: str) -> None: ...
    async def dead(self, delivery: Delivery, reason: str, now: datetime) -> None: ...
    async def hold(self, tenant_id: str, platform: Platform, until: datetime) -> None:
        """Let nothing of this tenant on this platform be claimed before `until` (the platform's Retry-After)."""
        ...

    async def queue_picture(self, delivery: Delivery, posted: Posted, now: datetime) -> None:
        """Queue the card's charts to be attached to the message just posted."""
        ...

    async def posted_under(self, tag: str) -> list[Posted]: ...
    async def dead_letters(self, tenant_id: str, limit: int = 100) -> list[tuple[Delivery, str]]: ...
    async def send_again(self, tenant_id: str, ids: Collection[str], now: datetime) -> int:
        """Queue given-up messages once more, whatever may have become of them; returns how many those were."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Rows by state."""
        ...


class Inbox(Protocol):
    """Events accepted before they are worked on, so that a crash loses none and a repeat does nothing."""

    async def accept(self, event: Event, now: datetime) -> bool:
        """Store the event; False when its (platform, workspace, event id) was accepted before."""
        ...

    async def done(self, origin: Origin, now: datetime) -> None:
        """Mark as worked on and forget its content."""
        ...

    async def unfinished(self, accepted_before: datetime, limit: int) -> list[Event]: ...
    async def forget(self, done_before: datetime) -> int: ...


class Pictures(Protocol):
    """Drawn charts, served to platforms that show pictures by address."""

    async def put(self, picture_id: str, png: bytes, now: datetime) -> None: ...
    async def get(self, picture_id: str) -> bytes | None: ...
