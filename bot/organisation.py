"""The organisation that the settings name, founded at the first start."""

from core.model.person import Tenant
from core.ports import Database
from core.services.organisations import found_home


async def found_organisation(database: Database, name: str, contact: str) -> Tenant:
    """The organisation, which is founded with a weekly check-in where there is none yet."""
    async with database.transaction() as store:
        return await found_home(store, name, contact)
