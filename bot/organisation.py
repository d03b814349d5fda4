"""The organisation that the settings name, founded at the first start."""

from core.model.person import Tenant
from core.ports import Clock, Database
from core.services.organisations import appoint, found_home


async def found_organisation(database: Database, name: str, contact: str) -> Tenant:
    """The organisation, which is founded with a weekly check-in where there is none yet."""
    async with database.transaction() as store:
        return await found_home(store, name, contact)


async def appoint_administrator(database: Database, clock: Clock, tenant: Tenant, email: str) -> None:
    """Let the person with this work email set the organisation up, unless another may; nothing for ""."""
    if email:
        async with database.transaction() as store:
            await appoint(store, tenant, email, clock.now())
