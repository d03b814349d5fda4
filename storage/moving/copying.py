"""Copies a whole database into an empty one, of the same kind or the other: all of it, compared, or nothing."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table, exists, insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.ports import StoreUnavailable
from storage import migrate
from storage.engine import copying_engine, database_url, is_sqlite, migrating_engine
from storage.moving.alone import InUse, alone_with, others_on
from storage.moving.numbers_and_references import BrokenReference, go_on_counting, references_checked_last
from storage.moving.plain import BATCH, Row, Summary, batches, plain, summary_of
from storage.tables import metadata

OF_THE_MOMENT = frozenset({"heartbeats"})
"""Tables that say what runs at this moment; they are neither copied nor have to be empty."""


class CannotCopy(Exception):
    """The copy was refused or failed, and left the target as it was; the message says why, and the fix."""


@dataclass(frozen=True, slots=True)
class Copied:
    """One table, as it was counted and compared on both sides."""

    table: str
    rows: int
    checksum: str


async def copy_database(
    source: str, target: str, *, told: Callable[[Copied], None] = lambda _: None, at_most: int = BATCH
) -> list[Copied]:
    """Copy every table from one address to another, `at_most` rows in memory; raises `CannotCopy`, `InUse`.

    One transaction on the target, which ends only when every table has the same rows and the same checksum on both
    sides. `told` hears of each table once it is compared.
    """
    read_from, write_to = _address(source), _address(target)
    if read_from == write_to:
        raise CannotCopy("--from and --to are the same database")
    await _require_head(source, read_from, "--from")
    await _require_head(target, write_to, "--to")
    async with _reading(read_from) as reading, _writing(write_to) as writing:
        await _require_empty(writing)
        return await _Copy(reading, writing, at_most).run(told)


def tables() -> list[Table]:
    """What is copied, a table after those that its rows refer to."""
    return [table for table in metadata.sorted_tables if table.name not in OF_THE_MOMENT]


class _Copy:
    def __init__(self, reading: AsyncConnection, writing: AsyncConnection, at_most: int) -> None:
        self._reading = reading
        self._writing = writing
        self._at_most = at_most

    async def run(self, told: Callable[[Copied], None]) -> list[Copied]:
        try:
            async with references_checked_last(self._writing):
                written = [await self._fill(table) for table in tables()]
        except BrokenReference as broken:
            raise CannotCopy(f"{broken}. Correct it in the source and copy again") from None
        copied = []
        for table, summary in zip(tables(), written, strict=True):
            copied.append(await self._compared(table, summary))
            told(copied[-1])
        for table in tables():
            await go_on_counting(self._reading, self._writing, table)
        return copied

    async def _fill(self, table: Table) -> Summary:
        rows_of = plain(table)
        summary = Summary()
        async for rows in batches(self._reading, rows_of, self._at_most):
            for row in rows:
                summary.add(row)
            await self._insert(rows_of, rows)
        return summary

    async def _insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if not is_sqlite(self._writing.engine.url):
            for row in rows:
                _require_no_nul(table, row)
        try:
            await self._writing.execute(insert(table), list(rows))
        except StatementError as error:
            key = _key(table, rows[0])
            raise CannotCopy(
                f"a row of {table.name} cannot be kept in the target ({_kind(error)}); it is among the"
                f" {len(rows)} rows from {key} on. Correct it in the source and copy again"
            ) from error

    async def _compared(self, table: Table, read: Summary) -> Copied:
        kept = await summary_of(self._writing, plain(table), self._at_most)
        if kept != read:
            raise CannotCopy(
                f"{table.name} differs after the copy: {read.rows} rows with checksum {read.checksum[:12]} were"
                f" read, {kept.rows} with {kept.checksum[:12]} are kept. Nothing was changed in the target; look"
                " for triggers or rules on this table there"
            )
        return Copied(table.name, kept.rows, kept.checksum)


# --- before anything is copied ----------------------------------------------------------------------------------


def _address(url: str) -> URL:
    try:
        return database_url(url)
    except ValueError as error:
        raise CannotCopy(str(error)) from None


async def _require_head(url: str, address: URL, option: str) -> None:
    if is_sqlite(address) and not Path(str(address.database)).exists():  # noqa: ASYNC240
        raise CannotCopy(f"there is no file {address.database} ({option}); milepost db upgrade makes a new one")
    revision = await migrate.current(url)
    if revision != migrate.head():
        shown = address.render_as_string(hide_password=True)
        raise CannotCopy(
            f"{shown} ({option}) is at revision {revision or 'none'}, and this release needs {migrate.head()}: run"
            " milepost db upgrade with MILEPOST_DATABASE_URL set to it, then copy again"
        )


async def _require_empty(writing: AsyncConnection) -> None:
    for table in tables():
        if (await writing.execute(select(exists(select(1).select_from(table))))).scalar_one():
            raise CannotCopy(
                f"the target is not empty: {table.name} has rows. Copy into a new database (create it, then run"
                " milepost db upgrade with MILEPOST_DATABASE_URL set to it)"
            )


@asynccontextmanager
async def _reading(address: URL) -> AsyncIterator[AsyncConnection]:
    if is_sqlite(address):
        with alone_with(Path(str(address.database))):
            # Nobody had it open; from here on our own transaction keeps others from writing.
            pass
    async with _transaction(copying_engine(address)) as connection:
        await _require_nobody_else(connection, "--from")
        yield connection


@asynccontextmanager
async def _writing(address: URL) -> AsyncIterator[AsyncConnection]:
    if is_sqlite(address):
        with alone_with(Path(str(address.database))):
            pass
    async with _transaction(migrating_engine(address)) as connection:
        await _require_nobody_else(connection, "--to")
        if connection.dialect.name == "postgresql":
            names = ", ".join(f'"{table.name}"' for table in tables())
            await connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
        yield connection


async def _require_nobody_else(connection: AsyncConnection, option: str) -> None:
    if connection.dialect.name == "postgresql" and await others_on(connection):
        raise InUse(f"the database of {option} is in use: stop the server and workers that run on it first")


@asynccontextmanager
async def _transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    try:
        async with engine.begin() as connection:
            yield connection
    except (OSError, DBAPIError) as error:
        raise StoreUnavailable(f"the database failed: {type(error).__name__}") from error
    finally:
        await engine.dispose()


# --- rows that cannot be kept -----------------------------------------------------------------------------------


def _require_no_nul(table: Table, row: Row) -> None:
    for name, value in row.items():
        if isinstance(value, str) and "\x00" in value:
            raise CannotCopy(
                f"{table.name}.{name} of the row {_key(table, row)} holds a NUL character, which PostgreSQL cannot"
                " keep. Take it out in the source and copy again"
            )


def _key(table: Table, row: Row) -> str:
    return ", ".join(f"{column.name}={row[column.name]}" for column in table.primary_key.columns)


def _kind(error: StatementError) -> str:
    """What is wrong in a word; never the error's own text, which quotes what people wrote."""
    driver: Any = error.orig
    return type(getattr(driver, "__cause__", None) or driver or error).__name__
