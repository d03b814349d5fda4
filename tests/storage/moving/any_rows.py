"""Rows for every table, whatever its columns: what databases write differently, and references to earlier rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import JSON, Boolean, Date, Float, Integer, LargeBinary, Time, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.columns import Utc
from storage.moving.copying import tables
from storage.moving.plain import plain

TEXTS = ("Siân Ŵyn’s “voids” ✓ 😀\nsecond line\ttabbed \\ ' \"", "")
DOCUMENTS: tuple[Any, ...] = (
    {"z": [1, 2.5, True, None, "tŷ 😀"], "a": {"nested": "\u0000 is allowed here"}, "n": 12345678901234567890},
    [],
)


async def fill_every_table(connection: AsyncConnection, many: int = 3) -> None:
    """`many` rows in each table, each of which refers to the earlier one of the same number."""
    for table in tables():
        rows = [dict(_values(table, number)) for number in range(many)]
        await connection.execute(insert(plain(table)), rows)


def _values(table: Any, number: int) -> Iterator[tuple[str, Any]]:
    for column, bare in zip(table.columns, plain(table).columns, strict=True):
        referred = next(iter(column.foreign_keys), None)
        if referred is not None:
            # To a later row where it may be, so that order does not happen to be right.
            ahead = (number + 1) % 3 if referred.column.table is table and column.nullable else number
            yield column.name, _unique(referred.column, ahead)
        elif column.primary_key or column.unique or _in_unique(table, column):
            yield column.name, _unique(column, number)
        elif column.nullable and number == 2:
            yield column.name, None
        else:
            yield column.name, _value(bare.type, number % 2)


def _in_unique(table: Any, column: Any) -> bool:
    return any(column.name in getattr(constraint, "columns", ()) for constraint in table.constraints)


def _unique(column: Any, number: int) -> Any:
    referred = next(iter(column.foreign_keys), None)
    if referred is not None and referred.column.table is not column.table:
        return _unique(referred.column, number)
    kind = plain(column.table).columns[column.name].type
    match kind:
        case Boolean():
            return number == 1
        case Integer():
            return number + 1
        case Utc():
            return datetime(2026, 3, 29, 1, 30, number, 123456, tzinfo=UTC)
        case Date():
            return date(2026, 2, 26 + number)
        case _:
            return f"{column.table.name}-ŵ-{number}"


def _value(kind: Any, which: int) -> Any:
    match kind:
        case Boolean():
            return bool(which)
        case Integer():
            return (2_147_483_647, -7)[which]
        case Float():
            return (0.1 + 0.2, 1e300)[which]
        case Utc():
            return (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(1999, 12, 31, 23, 59, 59, 999999, UTC))[
                which
            ]
        case Date():
            return (date(2028, 2, 29), date(1970, 1, 1))[which]
        case Time():
            return (time(10, 0), time(23, 59, 59))[which]
        case LargeBinary():
            return (bytes(range(256)), b"")[which]
        case JSON():
            return DOCUMENTS[which]
        case _:
            return TEXTS[which]
