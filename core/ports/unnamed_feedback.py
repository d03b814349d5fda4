"""Feedback without names: what waits, with its giver, and what was released, without."""

from collections.abc import Collection, Iterable
from typing import Protocol

from core.model.feedback import ReleasedFeedback, WaitingFeedback


class UnnamedFeedbacks(Protocol):
    """Feedback without names."""

    async def save(self, waiting: WaitingFeedback) -> None:
        """Insert or update by id."""
        ...

    async def waiting(self, feedback_id: str) -> WaitingFeedback | None:
        """The feedback with this id, if it still waits."""
        ...

    async def waiting_for(self, receiver_ids: Collection[str]) -> list[WaitingFeedback]:
        """Everything that waits for these receivers."""
        ...

    async def remove(self, ids: Collection[str]) -> None:
        """Delete what waits under these ids."""
        ...

    async def release(self, batch: Iterable[ReleasedFeedback]) -> None:
        """Insert."""
        ...

    async def released_to(self, receiver_id: str) -> list[ReleasedFeedback]:
        """All that the person may read, in whole batches, the newest month first."""
        ...
