"""Rows that go, with all that cannot be without them; what can be without them lets go of them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, false, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.data_map import parents
from storage.tables import metadata

Conditions = Mapping[Table, ColumnElement[bool]]
"""Which rows, by table."""


def with_what_hangs_on(roots: Conditions) -> dict[Table, ColumnElement[bool]]:
    """The rows of `roots`, and those that cannot be without one of them; parents first."""
    found: dict[Table, ColumnElement[bool]] = {}
    for table in metadata.sorted_tables:
        conditions = [roots[table]] if table in roots else []
        conditions += [
            column.in_(select(other).where(found[other.table]))
            for column, other in parents(table)
            if other.table in found
        ]
        if conditions:
            found[table] = or_(false(), *conditions)
    return found


async def remove(connection: AsyncConnection, roots: Conditions) -> dict[str, int]:
    """Remove these rows and what hangs on them; how many of each table went, tables without any left out."""
    doomed = with_what_hangs_on(roots)
    for table in metadata.tables.values():
        for column in table.columns:
            for key in column.foreign_keys:
                if column.nullable and key.column.table in doomed:
                    gone = select(key.column).where(doomed[key.column.table])
                    await _execute(connection, update(table).where(column.in_(gone)).values({column: None}))
    removed = {}
    for table, condition in reversed(doomed.items()):
        count = await _execute(connection, delete(table).where(condition))
        if count:
            removed[table.name] = count
    return removed


async def _execute(connection: AsyncConnection, statement: Any) -> int:
    return (await connection.execute(statement)).rowcount
