"""From settings to a process that can begin its work: tables there, organisation founded, parts wired."""

from bot.organisation import appoint_administrator, found_organisation
from bot.person_pace import PersonPace
from bot.serving import CannotServe
from bot.settings import MAKE_A_KEY, PREFIX, Settings
from bot.wiring import Milepost, Platforms, build
from core.ports import Clock
from storage import migrate
from storage.database import SqlDatabase
from storage.known_keys import take_into_use
from storage.sealing import KeyRing


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


def require_keys(settings: Settings) -> None:
    """Refuse to keep what people write where whoever has the database could read it; raises `CannotServe`."""
    if not settings.encryption_key_list:
        raise CannotServe(
            f"{PREFIX}ENCRYPTION_KEYS is missing: what people write is kept sealed with it. Make a key with"
            f" milepost keys new, or: {MAKE_A_KEY}\nPut it in .env, and a copy where you keep secrets: without"
            " it nobody can read the database or its backups."
        )


async def opened(settings: Settings, clock: Clock, *, any_key: bool = False) -> SqlDatabase:
    """The database of the settings, with its tables, and the keys that its values are sealed with.

    With `any_key` also where a key is missing, to find out what for. Raises `CannotServe`.
    """
    require_keys(settings)
    await require_tables(settings)
    database = SqlDatabase(settings.database_url, clock, KeyRing(settings.encryption_key_list))
    try:
        missing = await take_into_use(database, clock.now())
        if missing and not any_key:
            named = " and ".join(f"key {each}" for each in missing)
            raise CannotServe(
                f"{PREFIX}ENCRYPTION_KEYS lacks {named}, with which values in the database are sealed: add it"
                " again, after the newest. milepost keys status says which values these are, and milepost keys"
                " rotate seals them with the newest key."
            )
    except BaseException:
        await database.close()
        raise
    return database


async def ready(settings: Settings, clock: Clock) -> Milepost:
    """Milepost on the database of the settings, with the organisation they name."""
    database = await opened(settings, clock)
    tenant = await found_organisation(database, settings.organisation, settings.contact)
    await appoint_administrator(database, clock, tenant, settings.administrator)
    return build(settings, clock, Platforms(), database, person_pace=PersonPace())
