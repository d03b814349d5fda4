"""Webhooks of other systems."""

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.webhook import Webhook
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


class SqlWebhooks:
    """See `core.ports.Webhooks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, webhook: Webhook) -> None:
        """Insert."""
        await self._connection.execute(insert(webhooks), WEBHOOK.values(webhook))

    async def all(self, tenant_id: str) -> list[Webhook]:
        """Every one of the organisation, the oldest first."""
        return [WEBHOOK.read(row) for row in await _ALL.rows(self._connection, {"of_tenant": tenant_id})]

    async def by_id(self, webhook_id: str) -> Webhook | None:
        """The webhook with this id."""
        rows = await _BY_ID.rows(self._connection, {"webhook": webhook_id})
        return WEBHOOK.read(rows[0]) if rows else None

    async def remove(self, webhook_id: str) -> None:
        """Delete it; what waits for it is given up when its turn comes."""
        await self._connection.execute(delete(webhooks).where(_THIS), {"webhook": webhook_id})
