"""What is stored of what goes out: messages and their pictures."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.chat.effect import Durable
from core.model.delivery import DeadLetter, Delivery, Posted
from core.model.person import Platform
from core.model.traffic import Hold, Rates
from core.model.unasked import Tier


class Outbox(Protocol):
    """Messages to be delivered, and those that were."""

    async def add(self, tenant_id: str, effects: Sequence[Durable], now: datetime) -> None:
        """Queue the effects; one whose key is there already is ignored."""
        ...

    async def tag_of(self, posted: Posted) -> str | None:
        """The tag of a message that was posted; None for one that has none, or is nobody's of ours."""
        ...

    async def room_for(self, person_ids: Collection[str], now: datetime, tier: Tier) -> dict[str, datetime]:
        """When each of these people may next be sent something of this tier; those who may at once are absent."""
        ...

    async def claim(self, now: datetime, lease_s: float, limit: int, runs: int | None = None) -> list[Delivery]:
        """Take up to `limit` due rows under a lease: answers first, oldest first, in order within one recipient.

        Of what goes to many at once (`RUN_PURPOSES`) at most `runs`; an answer does not wait for such a message to
        the same recipient. Rows whose lease ran out come back with `uncertain` set. Two callers never get the same
        row. What nobody asked for is put back outside its reader's working time and beyond their week's share
        (`core.model.unasked`); several that are due to one person come as one.
        """
        ...

    async def someone_waits(self, now: datetime) -> bool:
        """Whether an answer, rather than what goes to many at once, is due to go out."""
        ...

    async def sent(self, arrived: Sequence[tuple[Delivery, Posted | None]], now: datetime) -> None:
        """Record success of any number; what was posted is kept under each delivery's tag."""
        ...

    async def extend(self, held: Collection[Delivery], until: datetime) -> None:
        """Let the leases of these run until then, except where another has taken over."""
        ...

    async def retry(
        self,
        delivery: Delivery,
        at: datetime,
        reason: str,
        *,
        counts: bool = True,
        failing_since: datetime | None = None,
        uncertain: bool = False,
    ) -> None:
        """Let it be claimed again from `at` on; until then nothing else goes to the same recipient.

        `counts` when the failure is the message's own; `failing_since` when its platform is out of reach;
        `uncertain` when it may have arrived, so that whichever process takes it next looks for it first.
        """
        ...

    async def put_back(self, delivery: Delivery, at: datetime) -> None:
        """Let it be claimed from `at` on as if it had not been tried."""
        ...

    async def dead(self, delivery: Delivery, reason: str, now: datetime) -> None: ...
    async def cancel(
        self,
        person_ids: Collection[str],
        tags: Collection[str],
        purposes: Collection[str],
        reason: str,
        now: datetime,
    ) -> int:
        """Take back what waits to be sent to these people under one of these tags, for one of these purposes.

        What is just being sent is left. Returns how many were taken back; they are kept, with the reason.
        """
        ...

    async def look_again(self, person_ids: Collection[str], now: datetime) -> None:
        """Let what waits for these people's working time be looked at anew: it may go sooner than was thought."""
        ...

    async def queue_picture(self, delivery: Delivery, posted: Posted, now: datetime) -> None:
        """Queue the card's charts to be attached to the message just posted."""
        ...

    async def posted_under(self, tag: str) -> list[Posted]: ...
    async def dead_letters(
        self,
        tenant_id: str | None = None,
        *,
        purpose: str | None = None,
        person_id: str | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> list[DeadLetter]:
        """What was given up, newest first: of one tenant or of all, before the one with that number."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Rows by state."""
        ...

    async def forget(self, purpose: str, done_before: datetime, limit: int) -> int:
        """Delete up to `limit` that were sent or taken back before that instant; returns how many."""
        ...


class Traffic(Protocol):
    """How fast, and whether, a tenant's messages go to a platform; what one process notes holds for all."""

    async def reserve(
        self, claimed: Sequence[Delivery], rates: Mapping[Platform, Rates], now: datetime
    ) -> Mapping[str, datetime]:
        """Give each message its turn, in the transaction that claimed it: from when it may go, by its id.

        Messages to platforms without a rate are left out. Answers take part of the rate but go at once.
        """
        ...

    async def throttled(self, tenant_id: str, platform: Platform, until: datetime, now: datetime) -> None:
        """The platform asked to wait (its Retry-After): nothing goes before `until`, and less afterwards."""
        ...

    async def failed(self, tenant_id: str, platform: Platform, now: datetime) -> bool:
        """A call had no answer, or one that says that the platform failed; whether it is taken for an outage.

        In an outage nothing is claimed but one message as a probe, at growing intervals.
        """
        ...

    async def works(self, reached: Collection[tuple[str, Platform]], now: datetime) -> None:
        """These have taken a message: forget failures, end outages."""
        ...

    async def shut(self, now: datetime) -> Mapping[tuple[str, Platform], datetime]:
        """Until when nothing goes, by tenant and platform, where that is later than now."""
        ...

    async def holds(self, tenant_id: str, now: datetime) -> list[Hold]:
        """Where messages are held, or go more slowly than configured as refusals have taught, by platform."""
        ...

    async def forget_idle(self, now: datetime) -> int:
        """Forget the paces of conversations that have long been quiet."""
        ...

    async def put_right(self, now: datetime) -> None:
        """Forget what keeps messages back only because a clock was ahead that has been put right since."""
        ...


class Pictures(Protocol):
    """Drawn charts, served to platforms that show pictures by address."""

    async def put(self, picture_id: str, png: bytes, now: datetime) -> None: ...
    async def get(self, picture_id: str) -> bytes | None: ...
