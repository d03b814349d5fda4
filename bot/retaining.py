"""Removes what is over its time in every organisation, and keeps the list of who was erased up to date."""

from bot.erased_list import add_to_list, list_of
from bot.settings import Settings
from core.ports import Clock, Database
from core.services.keep_retention import keep_retention


async def retain(database: Database, clock: Clock, settings: Settings) -> int:
    """Remove what is over its time in every organisation; returns how many rows."""
    async with database.reading() as store:
        tenants = await store.tenants.all()
    removed = 0
    for tenant in tenants:
        done = await keep_retention(database, clock, tenant.id)
        removed += sum(sum(tables.values()) for tables in done.values())
    await list_erased(database, settings)
    return removed


async def list_erased(database: Database, settings: Settings) -> None:
    """Put everyone who was erased on the list. Raises `OSError`."""
    async with database.reading() as store:
        add_to_list(list_of(settings), await store.privacy.erasures())
