"""Drawn charts, served to platforms that show pictures by address."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sql import insert_or_update
from storage.tables import pictures

_GET = select(pictures.c.png).where(pictures.c.id == bindparam("picture_id"))


class SqlPictures:
    """See `core.ports.Pictures`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, picture_id: str, png: bytes, now: datetime) -> None:
        """Keep the picture, instead of an earlier one with the same id."""
        await self._connection.execute(
            insert_or_update(self._connection, pictures, "id"),
            {"id": picture_id, "png": png, "created_at": now},
        )

    async def get(self, picture_id: str) -> bytes | None:
        """The picture, None when there is none with this id."""
        return (await self._connection.execute(_GET, {"picture_id": picture_id})).scalar()
