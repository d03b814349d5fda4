"""Downloads that were offered and not taken yet."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.exported import Download
from storage.columns import Utc
from storage.mapping import DOWNLOAD
from storage.tables import downloads

_NOW = bindparam("now", type_=Utc())
_OFFER = insert(downloads)
_FORGET_EXPIRED = delete(downloads).where(downloads.c.expires_at <= _NOW)
_IS_OFFERED = select(downloads.c.digest).where(
    downloads.c.digest == bindparam("this_digest"), downloads.c.expires_at > _NOW
)
_TAKE = (
    delete(downloads)
    .where(downloads.c.digest == bindparam("this_digest"), downloads.c.expires_at > _NOW)
    .returning(*DOWNLOAD.columns)
)


class SqlDownloads:
    """See `core.ports.Downloads`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def offer(self, download: Download, now: datetime) -> None:
        """Keep it; those that have expired are forgotten on the way."""
        await self._connection.execute(_FORGET_EXPIRED, {"now": now})
        await self._connection.execute(_OFFER, DOWNLOAD.values(download))

    async def is_offered(self, digest: str, now: datetime) -> bool:
        """Whether it can still be taken."""
        given = {"this_digest": digest, "now": now}
        return (await self._connection.execute(_IS_OFFERED, given)).first() is not None

    async def take(self, digest: str, now: datetime) -> Download | None:
        """The download, which then is no longer there."""
        row = (await self._connection.execute(_TAKE, {"this_digest": digest, "now": now})).first()
        return DOWNLOAD.read(row) if row else None
