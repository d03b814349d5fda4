"""From settings to a process that can begin its work: tables there, organisation founded, parts wired."""

from bot.organisation import appoint_administrator, found_organisation
from bot.serving import CannotServe
from bot.settings import Settings
from bot.wiring import Milepost, Platforms, build
from core.ports import Clock
from storage import migrate
from storage.database import SqlDatabase


async def require_tables(settings: Settings) -> None:
    """Bring the embedded database up to date; another is its operator's to upgrade. Raises `CannotServe`."""
    if settings.is_embedded:
        await migrate.upgrade(settings.database_url)
    elif await migrate.current(settings.database_url) != migrate.head():
        raise CannotServe("The database is not up to date: run milepost db upgrade first.")


async def ready(settings: Settings, clock: Clock) -> Milepost:
    """Milepost on the database of the settings, with the organisation they name."""
    await require_tables(settings)
    database = SqlDatabase(settings.database_url, clock)
    tenant = await found_organisation(database, settings.organisation, settings.contact)
    await appoint_administrator(database, clock, tenant, settings.administrator)
    return build(settings, clock, Platforms(), database)
