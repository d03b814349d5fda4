"""Feedback without names: what waits, with its giver, and what was released, without."""

from collections.abc import Collection, Iterable

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.feedback import ReleasedFeedback, WaitingFeedback
from storage.mapping import RELEASED_FEEDBACK, WAITING_FEEDBACK
from storage.sql import among, insert_or_update
from storage.tables import released_feedback, waiting_feedback

_WAITING = select(*WAITING_FEEDBACK.columns).where(waiting_feedback.c.id == bindparam("id"))
_WAITING_FOR = select(*WAITING_FEEDBACK.columns).where(among(waiting_feedback.c.receiver_id, "receivers"))
_REMOVE = delete(waiting_feedback).where(among(waiting_feedback.c.id, "ids"))
_RELEASED = (
    select(*RELEASED_FEEDBACK.columns)
    .where(released_feedback.c.receiver_id == bindparam("receiver"))
    .order_by(released_feedback.c.month.desc(), released_feedback.c.batch_id.desc(), released_feedback.c.id)
)


class SqlUnnamedFeedbacks:
    """See `core.ports.UnnamedFeedbacks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def save(self, waiting: WaitingFeedback) -> None:
        """Insert or update by id."""
        statement = insert_or_update(self._connection, waiting_feedback, "id")
        await self._connection.execute(statement, WAITING_FEEDBACK.values(waiting))

    async def waiting(self, feedback_id: str) -> WaitingFeedback | None:
        """The feedback with this id, if it still waits."""
        row = (await self._connection.execute(_WAITING, {"id": feedback_id})).first()
        return WAITING_FEEDBACK.read(row) if row else None

    async def waiting_for(self, receiver_ids: Collection[str]) -> list[WaitingFeedback]:
        """Everything that waits for these receivers."""
        rows = await self._connection.execute(_WAITING_FOR, {"receivers": receiver_ids})
        return [WAITING_FEEDBACK.read(row) for row in rows]

    async def remove(self, ids: Collection[str]) -> None:
        """Delete what waits under these ids."""
        await self._connection.execute(_REMOVE, {"ids": ids})

    async def release(self, batch: Iterable[ReleasedFeedback]) -> None:
        """Insert."""
        rows = [RELEASED_FEEDBACK.values(each) for each in batch]
        if rows:
            await self._connection.execute(insert(released_feedback), rows)

    async def released_to(self, receiver_id: str) -> list[ReleasedFeedback]:
        """All that the person may read, in whole batches, the newest month first."""
        rows = await self._connection.execute(_RELEASED, {"receiver": receiver_id})
        return [RELEASED_FEEDBACK.read(row) for row in rows]
