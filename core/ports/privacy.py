"""What is kept about privacy itself, and what erases and counts a person's data."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from core.model.person import Person
from core.model.personal_data import Nature
from core.model.privacy import Erasure, LegalHold, PrivacyRequest, Processing
from core.model.retention import Kept, RetentionPolicy


@dataclass(frozen=True, slots=True)
class HeldTable:
    """How many rows of one kind are a person's own: the table, why it is kept, for how long, and what is in it."""

    name: str
    purpose: str
    kept: Kept
    natures: frozenset[Nature]
    count: int


class Privacy(Protocol):
    """Requests, what people stopped, legal holds, and erasure."""

    async def save_request(self, request: PrivacyRequest) -> None:
        """Insert it, or replace the one with its id."""
        ...

    async def request(self, request_id: str) -> PrivacyRequest | None: ...
    async def requests_of(self, person_id: str) -> list[PrivacyRequest]:
        """The person's, newest first."""
        ...

    async def open_requests(self, tenant_id: str) -> list[PrivacyRequest]:
        """Those that wait for an answer, the soonest due first."""
        ...

    async def stopped_by(self, person_id: str) -> frozenset[Processing]:
        """What the person has stopped."""
        ...

    async def who_stopped(self, tenant_id: str, what: Processing) -> frozenset[str]:
        """Ids of those who have stopped it."""
        ...

    async def stop(self, person: Person, what: Collection[Processing], now: datetime) -> None:
        """What the person has stopped from now on, in place of what they had stopped before."""
        ...

    async def hold(self, hold: LegalHold) -> None:
        """Keep everything about the person until it is released; one that stands stays as it is."""
        ...

    async def release(self, person_id: str, now: datetime) -> bool:
        """End the hold; False where there was none."""
        ...

    async def holds(self, tenant_id: str) -> list[LegalHold]:
        """Those that stand, the oldest first."""
        ...

    async def hold_on(self, person_id: str) -> LegalHold | None: ...
    async def held(self, person_id: str) -> Sequence[HeldTable]:
        """What is kept of the person, a table each; tables without a row of theirs are left out."""
        ...

    async def copy(self, person_id: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Every row of the person's own, by table: values by column, ids of other people left out.

        Without what somebody said without a name and nobody may know yet.
        """
        ...

    async def retention(self, tenant_id: str) -> RetentionPolicy:
        """For how long the organisation keeps each kind."""
        ...

    async def keep_for(self, tenant_id: str, kind: Kept, months: int, now: datetime) -> None:
        """Keep that kind for so many months from now on."""
        ...

    async def count_ended(self, tenant_id: str, kind: Kept, before: datetime) -> Mapping[str, int]:
        """How many rows of each table of that kind ended before then (UTC) and may go."""
        ...

    async def remove_ended(self, tenant_id: str, kind: Kept, before: datetime, limit: int) -> Mapping[str, int]:
        """Remove up to `limit` of them a table, and what hangs on them; rows by table, empty once none is left."""
        ...

    async def leavers(self, tenant_id: str, before: date, limit: int) -> list[Person]:
        """People whose last day was before then, not erased yet and under no legal hold."""
        ...

    async def erase(self, person: Person, now: datetime) -> Mapping[str, int]:
        """Erase the person as the data map says; rows removed or changed, by table."""
        ...

    async def erasures(self, tenant_id: str | None = None) -> list[Erasure]:
        """Who was erased, of one organisation or of all, the oldest first."""
        ...
