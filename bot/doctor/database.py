"""The database: reachable, of this release, writable, with room, and run as Milepost needs it."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot.doctor.check import Check, advice, duration, right, wrong
from bot.doctor.clock import MOST_APART
from bot.doctor.keys import known
from bot.settings import PREFIX, Settings
from core.ports import Clock, StoreUnavailable
from storage import migrate
from storage.database import SqlDatabase
from storage.inspecting import PostgresServer, can_be_written, is_on_this_machine, journal_mode, postgres_server
from storage.sealing import KeyRing

OLDEST_POSTGRESQL = 14
"""The oldest that PostgreSQL's makers still mend."""

CONNECTIONS_OF_A_PROCESS = 22
LEAST_ROOM = 500_000_000
"""Bytes: what a full disk costs is worse than a word too early."""


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncIterator[SqlDatabase]:
    """The database for as long as the block lasts."""
    database = SqlDatabase(settings.database_url, clock, KeyRing(settings.encryption_key_list))
    try:
        yield database
    finally:
        await database.close()


async def database(settings: Settings, clock: Clock) -> AsyncIterator[Check]:
    """Checks named “database” say whether it can be used at all; the others how well."""
    try:
        if settings.is_embedded and not _file(settings).exists():
            said = f"there is no file {_file(settings)} yet"
            yield wrong("database", said, "Run milepost db upgrade, or milepost serve, which does it by itself.")
            return
        found = await migrate.current(settings.database_url)
        if await migrate.is_behind(settings.database_url):
            by_itself = ", or start milepost serve, which does it by itself" if settings.is_embedded else ""
            said = f"at revision {found or 'none'}, this release needs {migrate.head()}"
            yield wrong("database", said, f"Run milepost db upgrade{by_itself}.")
            return
        async with opened(settings, clock) as reached:
            yield await _writable(reached, clock, settings)
            yield right("database", f"reachable, at revision {found}")
            async for each in known(reached):
                yield each
            if found != migrate.head():
                said = f"a newer release has upgraded it (to {found}; this one knows {migrate.head()})"
                yield advice("database release", said, "Install that release here too (docs/upgrading.md).")
            if settings.is_embedded:
                for each in _embedded(settings, await journal_mode(reached)):
                    yield each
            else:
                asked_at = clock.now()
                for each in _server(settings, await postgres_server(reached), asked_at, clock.now()):
                    yield each
    except (StoreUnavailable, ValueError) as error:
        yield wrong("database", str(error).splitlines()[0], f"Check {PREFIX}DATABASE_URL and the server.")


async def _writable(reached: SqlDatabase, clock: Clock, settings: Settings) -> Check:
    try:
        await can_be_written(reached, clock)
    except StoreUnavailable as error:
        return wrong(
            "database", f"cannot be written to: {error}", "Make room, and let Milepost's user write there."
        )
    except DBAPIError as error:
        who = make_url(settings.database_url).username or "its user"
        todo = f"Make {who} the owner of the database and its tables: GRANT, or ALTER DATABASE … OWNER TO {who}."
        if settings.is_embedded:
            todo = "Let Milepost's user write to the file and its folder."
        return wrong("database", f"cannot be written to ({type(error.orig).__name__})", todo)
    return right("database", "can be written to")


# --- SQLite ---------------------------------------------------------------------------------------------------


def _file(settings: Settings) -> Path:
    return Path(str(make_url(settings.database_url).database))


def _embedded(settings: Settings, mode: str) -> Iterator[Check]:
    path = _file(settings)
    if mode != "wal":
        todo = "Move the file to a disk of this machine's own: SQLite's log does not work over a network."
        yield wrong("database log", f"the log is kept as “{mode}” rather than “wal”", todo)
    size = path.stat().st_size
    free = shutil.disk_usage(path.resolve().parent).free
    said = f"{_megabytes(size)} in use, {_megabytes(free)} free"
    if free < max(LEAST_ROOM, size):
        todo = f"Make room beside {path}: a backup and a growing log need as much again as the database."
        yield wrong("disk", said, todo)
    else:
        yield right("disk", said)


def _megabytes(of_bytes: float) -> str:
    return f"{of_bytes / 1e6:,.1f} MB"


# --- PostgreSQL -----------------------------------------------------------------------------------------------


def _server(settings: Settings, server: PostgresServer, asked_at: datetime, now: datetime) -> Iterator[Check]:
    said = f"PostgreSQL {server.version}, {_megabytes(server.size)}"
    if server.version < OLDEST_POSTGRESQL:
        yield wrong("postgresql", said, f"Upgrade it to {OLDEST_POSTGRESQL} or newer, which are still mended.")
    else:
        yield right("postgresql", said)
    if server.encoding != "UTF8":
        todo = "Create a database with ENCODING 'UTF8', and move there with milepost db copy."
        yield wrong("postgresql", f"its encoding is {server.encoding}; Welsh and names need UTF8", todo)
    if server.is_above_row_security:
        todo = f"Let {PREFIX}DATABASE_URL name a role that owns it: ALTER ROLE … NOSUPERUSER NOBYPASSRLS."
        yield wrong("postgresql role", f"{server.role} is above what keeps organisations apart", todo)
    if not server.is_encrypted and not is_on_this_machine(settings.database_url):
        todo = f"Add ?ssl=require (better: ?ssl=verify-full) to {PREFIX}DATABASE_URL."
        yield wrong("postgresql", "what is read and written crosses the network unencrypted", todo)
    left = server.most_connections - server.connections
    said = f"{server.connections} of {server.most_connections} connections are taken"
    if left < CONNECTIONS_OF_A_PROCESS:
        todo = f"Raise max_connections: each process keeps up to {CONNECTIONS_OF_A_PROCESS} (docs/reliability.md)."
        yield wrong("postgresql connections", said, todo)
    else:
        yield right("postgresql connections", said)
    if not asked_at - MOST_APART <= server.now <= now + MOST_APART:
        apart = min(abs(server.now - asked_at), abs(server.now - now))
        todo = "Let both machines keep time by NTP: systemctl enable --now systemd-timesyncd."
        yield wrong("clock", f"{duration(apart)} apart from the database server's", todo)
