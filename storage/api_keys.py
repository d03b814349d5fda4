"""Keys of other systems."""

from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.api_key import ApiKey
from core.model.audit import AuditAction, AuditNote, detail_of
from core.ports import AuditLog
from storage.mapping import API_KEY
from storage.prepared import Prepared
from storage.tables import api_keys

_THIS = api_keys.c.id == bindparam("key")
_BY_ID = Prepared(select(*API_KEY.columns).where(_THIS))
_ALL = (
    select(*API_KEY.columns)
    .where(api_keys.c.tenant_id == bindparam("of_tenant"))
    .order_by(api_keys.c.created_at, api_keys.c.id)
)
_USED = update(api_keys).where(_THIS).values(last_used_on=bindparam("day"))
_REVOKE = (
    update(api_keys)
    .where(_THIS, api_keys.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
    .returning(api_keys.c.tenant_id)
)


class SqlApiKeys:
    """See `core.ports.ApiKeys`."""

    def __init__(self, connection: AsyncConnection, audit: AuditLog) -> None:
        self._connection = connection
        self._audit = audit

    async def add(self, key: ApiKey) -> None:
        """Insert."""
        await self._connection.execute(insert(api_keys), API_KEY.values(key))
        detail = detail_of(key=key.id, scope=key.scope)
        await self._audit.note(AuditNote(key.tenant_id, AuditAction.CREATE_API_KEY, detail=detail))

    async def by_id(self, key_id: str) -> ApiKey | None:
        """The key with this id."""
        rows = await _BY_ID.rows(self._connection, {"key": key_id})
        return API_KEY.read(rows[0]) if rows else None

    async def all(self, tenant_id: str) -> list[ApiKey]:
        """Every key, the revoked ones too, the oldest first."""
        rows = await self._connection.execute(_ALL, {"of_tenant": tenant_id})
        return [API_KEY.read(row) for row in rows]

    async def used(self, key_id: str, day: date) -> None:
        """Note the day (UTC) on which it was last used."""
        await self._connection.execute(_USED, {"key": key_id, "day": day})

    async def revoke(self, key_id: str, now: datetime) -> None:
        """Let it open nothing from now (UTC) on."""
        revoked = await self._connection.execute(_REVOKE, {"key": key_id, "now": now})
        for (tenant_id,) in revoked:
            detail = detail_of(key=key_id)
            await self._audit.note(AuditNote(tenant_id, AuditAction.REVOKE_API_KEY, detail=detail))
