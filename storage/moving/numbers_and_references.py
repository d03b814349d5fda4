"""What a copy must see to beside the rows: references checked once all are there, and numbers that go on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Column, Connection, Table, func, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import metadata


class BrokenReference(Exception):
    """A row refers to one that is not there; the message names both tables."""


@asynccontextmanager
async def references_checked_last(connection: AsyncConnection) -> AsyncIterator[None]:
    """Let rows of one table come before those of it that they refer to; checked at the block's end.

    On SQLite the engine must not enforce them by itself. Raises `BrokenReference`.
    """
    if connection.dialect.name == "sqlite":
        yield
        broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
        if broken:
            raise BrokenReference(f"a row of {broken[0][0]} refers to a row of {broken[0][2]} that is not there")
        return
    strict = await connection.run_sync(_to_own_table)
    for table, name in strict:
        await connection.execute(
            text(f"ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED")
        )
    yield
    try:
        await connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    except IntegrityError as error:
        driver: Any = getattr(error.orig, "__cause__", None)
        table, name = (getattr(driver, each, "a table") for each in ("table_name", "constraint_name"))
        raise BrokenReference(f"a row of {table} refers to a row that is not there ({name})") from None
    for table, name in strict:
        await connection.execute(text(f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE"))


def _to_own_table(connection: Connection) -> list[tuple[str, str]]:
    """References within a table that are checked at once, as quoted names of table and constraint."""
    quoted = connection.dialect.identifier_preparer.quote
    return [
        (quoted(table.name), quoted(str(key["name"])))
        for table in metadata.sorted_tables
        if any(each.column.table is table for each in table.foreign_keys)
        for key in inspect(connection).get_foreign_keys(table.name)
        if key["referred_table"] == table.name and not key.get("options", {}).get("deferrable")
    ]


async def go_on_counting(source: AsyncConnection, target: AsyncConnection, table: Table) -> None:
    """Let the target's running number go on after the highest that the source ever gave."""
    column = table.autoincrement_column
    if column is None or column.autoincrement is not True:
        return
    highest = await _highest(source, column)
    if highest:
        await _start_after(target, column, highest)


async def _highest(connection: AsyncConnection, column: Column[int]) -> int:
    kept = (await connection.execute(select(func.max(column)))).scalar_one() or 0
    if connection.dialect.name == "postgresql":
        sequence = await _sequence(connection, column)
        row = (await connection.execute(text(f"SELECT last_value, is_called FROM {sequence}"))).one()  # noqa: S608
        given = row.last_value if row.is_called else 0
    else:
        counted = "SELECT seq FROM sqlite_sequence WHERE name = :name"
        given = (await connection.execute(text(counted), {"name": column.table.name})).scalar_one_or_none() or 0
    return max(int(kept), int(given))


async def _start_after(connection: AsyncConnection, column: Column[int], highest: int) -> None:
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.setval(await _sequence(connection, column), highest)))
        return
    # Rows that were inserted have made the entry; a table whose rows are all gone has none.
    name = {"name": column.table.name}
    if column.table.dialect_options["sqlite"]["autoincrement"]:
        await connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), name)
        entry = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :highest)")
        await connection.execute(entry, name | {"highest": highest})


async def _sequence(connection: AsyncConnection, column: Column[int]) -> str:
    found = await connection.execute(select(func.pg_get_serial_sequence(column.table.name, column.name)))
    return str(found.scalar_one())
