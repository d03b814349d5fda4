"""Files whose use is still asked about, and the completion each person spoke of last."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.shared_file import FileBatch, ToldCompletion
from storage.columns import Utc
from storage.mapping import FILE_BATCH, TOLD_COMPLETION
from storage.sql import insert_or_update
from storage.tables import file_batches, told_completions

KEPT = timedelta(days=30)
"""How long a name and a link wait for what they are for; longer than most holidays."""

_FORGET = delete(file_batches).where(file_batches.c.sent_at < bindparam("before", type_=Utc()))
_ADD = insert(file_batches)
_GET = select(*FILE_BATCH.columns).where(
    file_batches.c.id == bindparam("of_id"), file_batches.c.person_id == bindparam("of_person")
)
_FORGET_TOLD = delete(told_completions).where(told_completions.c.person_id == bindparam("of_person"))
_TOLD = select(*TOLD_COMPLETION.columns).where(
    told_completions.c.person_id == bindparam("of_person"),
    told_completions.c.told_at >= bindparam("since", type_=Utc()),
)


class SqlFileBatches:
    """See `core.ports.FileBatches`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, batch: FileBatch) -> None:
        """Keep it; those that are over 30 days old are forgotten on the way."""
        await self._connection.execute(_FORGET, {"before": batch.sent_at - KEPT})
        await self._connection.execute(_ADD, FILE_BATCH.values(batch))

    async def get(self, person_id: str, batch_id: str) -> FileBatch | None:
        """The batch, where this person sent it."""
        given = {"of_id": batch_id, "of_person": person_id}
        row = (await self._connection.execute(_GET, given)).first()
        return FILE_BATCH.read(row) if row else None

    async def tell_completion(self, told: ToldCompletion) -> None:
        """Remember it instead of the one before."""
        statement = insert_or_update(self._connection, told_completions, "person_id")
        await self._connection.execute(statement, TOLD_COMPLETION.values(told))

    async def forget_completion(self, person_id: str) -> None:
        """The one the person spoke of last was none, or is not to be kept."""
        await self._connection.execute(_FORGET_TOLD, {"of_person": person_id})

    async def told_completion(self, person_id: str, since: datetime) -> ToldCompletion | None:
        """The completion that the person spoke of last, where that was at `since` (UTC) or later."""
        row = (await self._connection.execute(_TOLD, {"of_person": person_id, "since": since})).first()
        return TOLD_COMPLETION.read(row) if row else None
