"""Tables as they are stored, whatever the model makes of them: read in batches, and compared by a checksum."""

import json
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, Column, MetaData, Table, bindparam, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.columns import Utc

BATCH = 500
"""Rows that are in memory at a time; a picture has some tens of kilobytes."""

_CHECKSUM_BITS = 256

Row = Mapping[str, Any]


def plain(table: Table, *, only: Collection[str] | None = None) -> Table:
    """`table` with the types of its columns only, so that rows pass through as they are kept.

    With all its columns, or `only` those of these names, its key among them.
    """
    columns = [
        Column(each.name, _plain_type(each), primary_key=each.primary_key, autoincrement=False)
        for each in table.columns
        if only is None or each.name in only
    ]
    return Table(table.name, MetaData(), *columns)


def _plain_type(column: Column[Any]) -> TypeEngine[Any]:
    kind: TypeEngine[Any] = column.type
    # Instants keep their own type, since the two databases write them differently.
    if isinstance(kind, TypeDecorator) and not isinstance(kind, Utc):
        kind = kind.impl_instance
    # JSON has a null of its own, which is what a column without NULL holds.
    return JSON(none_as_null=bool(column.nullable)) if isinstance(kind, JSON) else kind


async def batches(
    connection: AsyncConnection, table: Table, at_most: int = BATCH
) -> AsyncIterator[Sequence[dict[str, Any]]]:
    """All rows of a plain table in the order of its primary key, `at_most` at a time."""
    key = list(table.primary_key.columns)
    first = select(table).order_by(*key).limit(at_most)
    after = [bindparam(f"after_{each.name}", type_=each.type) for each in key]
    further = first.where(tuple_(*key) > tuple_(*after))
    found = (await connection.execute(first)).mappings().all()
    while found:
        yield [dict(row) for row in found]
        if len(found) < at_most:
            return
        last = {f"after_{each.name}": found[-1][each.name] for each in key}
        found = (await connection.execute(further, last)).mappings().all()


@dataclass(slots=True)
class Summary:
    """How many rows, and a checksum that does not depend on their order, which is each database's own."""

    rows: int = 0
    total: int = 0

    def add(self, row: Row) -> None:
        """Count one more row in."""
        digest = sha256(canonical(row).encode("utf-8")).digest()
        self.rows += 1
        self.total = (self.total + int.from_bytes(digest, "big")) % (1 << _CHECKSUM_BITS)

    @property
    def checksum(self) -> str:
        """The checksum as 64 hexadecimal digits."""
        return f"{self.total:064x}"


async def summary_of(connection: AsyncConnection, table: Table, at_most: int = BATCH) -> Summary:
    """Count and checksum of a plain table, read from the database."""
    summary = Summary()
    async for rows in batches(connection, table, at_most):
        for row in rows:
            summary.add(row)
    return summary


def canonical(row: Row) -> str:
    """A row as text that is the same whichever database it was read from."""
    return json.dumps({name: _canonical(value) for name, value in row.items()}, sort_keys=True)


def _canonical(value: Any) -> Any:
    match value:
        case None | bool() | str():
            return value
        case bytes() | memoryview():
            return {"bytes": sha256(value).hexdigest()}
        case datetime():
            return {"at": value.isoformat(timespec="microseconds")}
        case date() | time():
            return {"on": value.isoformat()}
        case int() | float():
            return {"number": repr(value)}
        case _:
            return {"json": json.dumps(value, sort_keys=True)}
