"""Brings a database to the tables of this release, and says how it stands.

Migrations run on the connection given to them (see `migrations/env.py`), in one transaction on both databases.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ports import StoreUnavailable
from storage.engine import database_url, migrating_engine
from storage.tables import metadata

Answer = TypeVar("Answer")

# Any number, as long as it is ours: replicas that start together wait here for the first to finish.
_ADVISORY_LOCK = 4_157_210_385


async def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database up to `revision`, creating it where SQLite's file is missing; raises `StoreUnavailable`.

    Safe to call when nothing is to be done, and from several processes at once. One that a newer release has
    upgraded is left as it is.
    """

    def work(connection: Connection) -> None:
        if _is_known(_revision(connection)):
            command.upgrade(_config(connection), revision)

    await _run(url, work)


async def downgrade(url: str, revision: str) -> None:
    """Take the database back to `revision`; `base` drops everything."""
    await _run(url, lambda connection: command.downgrade(_config(connection), revision))


async def current(url: str) -> str | None:
    """The revision the database is at; None before the first upgrade."""
    return await _run(url, _revision)


async def is_behind(url: str) -> bool:
    """Whether the database lacks something that this release needs; one of a newer release does not.

    Migrations only add until nothing uses what they would take away, so that both releases may run at a time.
    """
    found = await current(url)
    return found != head() and _is_known(found)


def head() -> str:
    """The revision of this release."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def revisions() -> list[Script]:
    """Every migration, oldest first."""
    return list(ScriptDirectory.from_config(_config()).walk_revisions())[::-1]


def is_known(revision: str) -> bool:
    """Whether this release has the revision, so that it can upgrade from it."""
    try:
        return ScriptDirectory.from_config(_config()).get_revision(revision) is not None
    except CommandError:
        return False


async def drift(url: str) -> list[str]:
    """What would have to change in the database to match the tables of this release; empty when they agree."""
    return await _run(url, _differences)


def _differences(connection: Connection) -> list[str]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return [str(difference) for difference in compare_metadata(context, metadata)]


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _is_known(revision: str | None) -> bool:
    return revision is None or revision in {each.revision for each in revisions()}


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


async def _run(url: str, work: Callable[[Connection], Answer]) -> Answer:
    async with _alone(url) as connection:
        return await connection.run_sync(work)


@asynccontextmanager
async def _alone(url: str) -> AsyncIterator[AsyncConnection]:
    """A transaction that no other migration runs beside."""
    address = database_url(url)
    engine = migrating_engine(address)
    try:
        async with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
            yield connection
            if connection.dialect.name == "sqlite":
                await _check_foreign_keys(connection)
    except (OSError, DBAPIError) as error:
        raise StoreUnavailable(f"the database could not be migrated: {error}") from error
    finally:
        await engine.dispose()


async def _check_foreign_keys(connection: AsyncConnection) -> None:
    # They are not enforced while SQLite's tables are rebuilt.
    broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
    if broken:
        raise RuntimeError(f"rows refer to rows that do not exist: {broken[:5]}")
