"""Organisations and the workspaces that belong to them."""

from sqlalchemy import bindparam, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Platform, Tenant
from storage.mapping import TENANT
from storage.sql import insert_or_update
from storage.tables import tenants, workspaces

_ALL = select(*TENANT.columns).order_by(tenants.c.name, tenants.c.id)
_OF_WORKSPACE = (
    select(*TENANT.columns)
    .join(workspaces, workspaces.c.tenant_id == tenants.c.id)
    .where(workspaces.c.platform == bindparam("platform"), workspaces.c.workspace == bindparam("workspace"))
)
_HAS_WORKSPACE = select(
    exists().where(
        workspaces.c.tenant_id == bindparam("tenant_id"), workspaces.c.platform == bindparam("platform")
    )
)
_WORKSPACES = (
    select(workspaces.c.platform, workspaces.c.workspace)
    .where(workspaces.c.tenant_id == bindparam("tenant_id"))
    .order_by(workspaces.c.platform, workspaces.c.workspace)
)


class SqlTenants:
    """See `core.ports.Tenants`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, tenant: Tenant) -> None:
        """Insert; raises the database's integrity error when the id is taken."""
        await self._connection.execute(insert(tenants), TENANT.values(tenant))

    async def save(self, tenant: Tenant) -> None:
        """Change one that is there."""
        changed = update(tenants).where(tenants.c.id == bindparam("of_tenant")).values(TENANT.values(tenant))
        await self._connection.execute(changed, {"of_tenant": tenant.id})

    async def all(self) -> list[Tenant]:
        """Every tenant, by name."""
        return [TENANT.read(row) for row in await self._connection.execute(_ALL)]

    async def of_workspace(self, platform: Platform, workspace: str) -> Tenant | None:
        """The tenant a workspace is linked to."""
        found = await self._connection.execute(_OF_WORKSPACE, {"platform": platform, "workspace": workspace})
        row = found.first()
        return TENANT.read(row) if row else None

    async def has_workspace(self, tenant_id: str, platform: Platform) -> bool:
        """Whether any workspace of this platform is linked to the tenant."""
        found = await self._connection.execute(_HAS_WORKSPACE, {"tenant_id": tenant_id, "platform": platform})
        return bool(found.scalar_one())

    async def workspaces(self, tenant_id: str) -> dict[Platform, list[str]]:
        """The tenant's workspaces, in a steady order."""
        found: dict[Platform, list[str]] = {}
        for platform, workspace in await self._connection.execute(_WORKSPACES, {"tenant_id": tenant_id}):
            found.setdefault(platform, []).append(workspace)
        return found

    async def link_workspace(self, tenant_id: str, platform: Platform, workspace: str) -> None:
        """Link a workspace to a tenant, taking it from the one it was linked to."""
        await self._connection.execute(
            insert_or_update(self._connection, workspaces, "platform", "workspace"),
            {"platform": platform, "workspace": workspace, "tenant_id": tenant_id},
        )
