"""From settings to a process that can begin its work: tables there, organisation founded, parts wired."""

from bot.organisation import appoint_administrator, found_organisation
from bot.person_pace import PersonPace
from bot.serving import CannotServe
from bot.settings import PREFIX, Settings
from bot.wiring import Milepost, Platforms, build
from core.ports import Clock
from storage import migrate
from storage.database import SqlDatabase


def require_several(settings: Settings, instead: str) -> None:
    """Refuse to share an embedded database among processes; raises `CannotServe`, with what to do `instead`."""
    if settings.is_embedded:
        raise CannotServe(
            f"SQLite is for one process: {instead}, or set {PREFIX}DATABASE_URL to PostgreSQL, where any number of"
            " processes work side by side (docs/reliability.md)."
        )


async def require_tables(settings: Settings) -> None:
    """Bring the embedded database up to date; another is its operator's to upgrade. Raises `CannotServe`.

    A database that a newer release has upgraded is taken as it is (`docs/upgrading.md`).
    """
    if settings.is_embedded:
        await migrate.upgrade(settings.database_url)
    elif await migrate.is_behind(settings.database_url):
        found = await migrate.current(settings.database_url) or "none"
        raise CannotServe(
            f"The database is at revision {found}, and this release needs {migrate.head()}:"
            " run milepost db upgrade first."
        )


async def ready(settings: Settings, clock: Clock) -> Milepost:
    """Milepost on the database of the settings, with the organisation they name."""
    await require_tables(settings)
    database = SqlDatabase(settings.database_url, clock)
    tenant = await found_organisation(database, settings.organisation, settings.contact)
    await appoint_administrator(database, clock, tenant, settings.administrator)
    return build(settings, clock, Platforms(), database, person_pace=PersonPace())
