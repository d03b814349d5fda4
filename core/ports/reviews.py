"""Reviews: how far each is, what was written for it, the versions that were signed, and the record they are of."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Protocol

from core.model.action import AgreedAction
from core.model.evidence import Evidence
from core.model.feedback import Feedback
from core.model.objective_change import ObjectiveChange
from core.model.recognition import Recognition
from core.model.review import Review, ReviewStage, ReviewVersion, ReviewWords, Signatures


class Reviews(Protocol):
    """Reviews, and what a period's record holds; instants are UTC, spans from `since` up to before `until`."""

    async def add(self, review: Review) -> bool:
        """Insert; False where the person has an open one already."""
        ...

    async def save(self, review: Review) -> None:
        """Update by id."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, Review]: ...
    async def of_people(self, person_ids: Collection[str]) -> list[Review]:
        """Every review of these people, the newest first."""
        ...

    async def open_in(self, tenant_id: str, limit: int) -> list[Review]:
        """The organisation's open reviews, those that are due first."""
        ...

    async def tally(self, tenant_id: str, since: datetime) -> dict[ReviewStage, int]:
        """How many of the reviews opened since then stand in each stage, and all that are still open."""
        ...

    async def count_without(self, tenant_id: str, since: datetime, today: date) -> int:
        """How many people who are employed today have had no review opened since then."""
        ...

    async def save_words(self, words: Iterable[ReviewWords]) -> None:
        """Insert or update by review, writer and item."""
        ...

    async def words_of(self, review_id: str) -> list[ReviewWords]:
        """The oldest first."""
        ...

    async def leave_out(self, review_id: str, key: str) -> None: ...
    async def take_in(self, review_id: str, key: str) -> None: ...
    async def left_out(self, review_id: str) -> frozenset[str]: ...
    async def add_version(self, version: ReviewVersion) -> None: ...
    async def version(self, review_id: str, number: int) -> ReviewVersion | None: ...
    async def versions_of(self, review_id: str) -> list[ReviewVersion]:
        """The newest first."""
        ...

    async def signatures(self, review_ids: Collection[str]) -> dict[str, Signatures]:
        """Who signed the newest version of each of these reviews; those without a version are absent."""
        ...

    async def sign(
        self, review_id: str, number: int, by_id: str, at: datetime, *, as_manager: bool
    ) -> Signatures | None:
        """Sign a version as the person or as their line manager; a first signature stays. None: no such version.

        Of two who sign at one time one waits for the other, and its answer holds both signatures.
        """
        ...

    async def changes(self, objective_ids: Collection[str]) -> list[ObjectiveChange]:
        """Everything that was changed about these objectives, the oldest first."""
        ...

    async def evidence(self, objective_ids: Collection[str], since: datetime, until: datetime) -> list[Evidence]:
        """Evidence of these objectives, the oldest first."""
        ...

    async def feedback(self, person_id: str, since: datetime, until: datetime) -> list[Feedback]:
        """What the person was told under its givers' names and opened themselves, the oldest first."""
        ...

    async def thanks(self, person_id: str, since: datetime, until: datetime) -> list[Recognition]:
        """What the person was thanked for, the oldest first."""
        ...

    async def actions(self, person_id: str, since: datetime, until: datetime) -> list[AgreedAction]:
        """Actions about the person, agreed before `until` and not over before `since`; the oldest first."""
        ...
