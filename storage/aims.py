"""The organisation's priorities and its teams' goals."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.aim import Aim
from storage import tables
from storage.mapping import AIM
from storage.sql import insert_or_update
from storage.tables import aims

_ALL = select(*AIM.columns).where(aims.c.tenant_id == bindparam("tenant_id")).order_by(aims.c.position, aims.c.id)


class SqlAims:
    """See `core.ports.Aims`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def all(self, tenant_id: str) -> list[Aim]:
        """Every aim of the organisation, by position."""
        return [AIM.read(row) for row in await self._connection.execute(_ALL, {"tenant_id": tenant_id})]

    async def save(self, aims: Iterable[Aim]) -> None:
        """Insert or update by id; parents may come after their children."""
        rows = [AIM.values(aim) for aim in aims]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, tables.aims, "id"), rows)
