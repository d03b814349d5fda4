"""The organisation that this installation serves, founded at the first start."""

from uuid import uuid4

from core.model.checkin import Schedule
from core.model.person import Tenant
from core.ports import Database


async def found_organisation(database: Database, name: str, contact: str) -> Tenant:
    """The organisation, which is founded with a weekly check-in where there is none yet."""
    async with database.transaction() as store:
        present = await store.tenants.all()
        if present:
            return present[0]
        tenant = Tenant(uuid4().hex, name, contact)
        await store.tenants.add(tenant)
        await store.checkins.save_schedule(Schedule(uuid4().hex, tenant.id))
        return tenant
