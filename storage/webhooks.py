"""Webhooks of other systems."""

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.audit import AuditAction, AuditNote, detail_of
from core.model.webhook import Webhook
from core.ports import AuditLog
from storage.mapping import WEBHOOK
from storage.prepared import Prepared
from storage.tables import webhooks

_THIS = webhooks.c.id == bindparam("webhook")
_BY_ID = Prepared(select(*WEBHOOK.columns).where(_THIS))
_ALL = Prepared(
    select(*WEBHOOK.columns)
    .where(webhooks.c.tenant_id == bindparam("of_tenant"))
    .order_by(webhooks.c.created_at, webhooks.c.id)
)

_REMOVE = delete(webhooks).where(_THIS).returning(webhooks.c.tenant_id)


class SqlWebhooks:
    """See `core.ports.Webhooks`."""

    def __init__(self, connection: AsyncConnection, audit: AuditLog) -> None:
        self._connection = connection
        self._audit = audit

    async def add(self, webhook: Webhook) -> None:
        """Insert."""
        await self._connection.execute(insert(webhooks), WEBHOOK.values(webhook))
        detail = detail_of(webhook=webhook.id)
        await self._audit.note(AuditNote(webhook.tenant_id, AuditAction.CREATE_WEBHOOK, detail=detail))

    async def all(self, tenant_id: str) -> list[Webhook]:
        """Every one of the organisation, the oldest first."""
        return [WEBHOOK.read(row) for row in await _ALL.rows(self._connection, {"of_tenant": tenant_id})]

    async def by_id(self, webhook_id: str) -> Webhook | None:
        """The webhook with this id."""
        rows = await _BY_ID.rows(self._connection, {"webhook": webhook_id})
        return WEBHOOK.read(rows[0]) if rows else None

    async def remove(self, webhook_id: str) -> None:
        """Delete it; what waits for it is given up when its turn comes."""
        removed = await self._connection.execute(_REMOVE, {"webhook": webhook_id})
        for (tenant_id,) in removed:
            detail = detail_of(webhook=webhook_id)
            await self._audit.note(AuditNote(tenant_id, AuditAction.DELETE_WEBHOOK, detail=detail))
