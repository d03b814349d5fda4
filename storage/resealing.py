"""Every sealed value of a database: counted by its key, and sealed anew with the newest one.

Both read each table once, in the order of its key, a batch at a time, and may run while everything is served: a
batch that has something to seal is one short transaction, which reads its rows again under their locks. What is
cut off is gone on with by beginning again, since what the newest key sealed is passed over.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table, bindparam, select, tuple_, update

from core.ports import CannotOpen, Conflict
from storage.columns import SealedBefore
from storage.database import SqlDatabase
from storage.moving.plain import Row, batches, plain
from storage.sealing import KeyRing, is_fernet, key_of
from storage.tables import SEALED_COLUMNS

BATCH = 500
"""Rows of one transaction: some tens of milliseconds on SQLite, where nobody else writes meanwhile."""

MOST_NAMED = 20
"""Rows of one table that are named; of more only the number is told."""

CLEAR = "in clear"
EARLIER = "sealed by an earlier release"

_TRIES = 5


@dataclass(slots=True)
class Counted:
    """The values of one table by what they are sealed with: a key's fingerprint, `CLEAR` or `EARLIER`."""

    table: str
    values: Counter[str] = field(default_factory=Counter)
    closed: list[str] = field(default_factory=list)
    """Rows with a value that no key opens, the first `MOST_NAMED` of them, by their key."""
    sealed: int = 0
    """How many values were sealed anew."""


async def count(database: SqlDatabase) -> list[Counted]:
    """What every table's values are sealed with."""
    return [await _each_row(database, table, _nothing) for table in _tables()]


async def reseal(
    database: SqlDatabase, told: Callable[[Counted], None] = lambda _: None, at_most: int = BATCH
) -> list[Counted]:
    """Seal every value with the newest key; `told` hears of each table. What no key opens is left, and named."""
    done = []
    for table in _tables():
        done.append(await _each_row(database, table, _sealed_anew, at_most))
        told(done[-1])
    return done


# --- a table -----------------------------------------------------------------------------------------------------


_Work = Callable[[SqlDatabase, "_Sealed", Sequence[dict[str, Any]]], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A table's key and its sealed columns, as they are kept."""

    table: Table
    key: tuple[Column[Any], ...]
    columns: tuple[Column[Any], ...]
    by_adapter: frozenset[str]

    def name_of(self, row: Row) -> str:
        return ", ".join(f"{each.name}={row[each.name]}" for each in self.key)


def _tables() -> list[Table]:
    return list(dict.fromkeys(column.table for column in SEALED_COLUMNS if isinstance(column.table, Table)))


def _sealed(table: Table) -> _Sealed:
    mine = [each for each in SEALED_COLUMNS if each.table is table]
    kept = plain(table, only={each.name for each in (*table.primary_key.columns, *mine)})
    return _Sealed(
        kept,
        tuple(kept.primary_key.columns),
        tuple(kept.c[each.name] for each in mine),
        frozenset(each.name for each in mine if isinstance(each.type, SealedBefore)),
    )


async def _each_row(database: SqlDatabase, table: Table, work: _Work, at_most: int = BATCH) -> Counted:
    of, counted = _sealed(table), Counted(table.name)
    async for rows in _batches(database, of, at_most):
        counted.sealed += await work(database, of, rows)
        for row in rows:
            _count(counted, of, row, database.keys)
    return counted


async def _batches(database: SqlDatabase, of: _Sealed, at_most: int) -> AsyncIterator[Sequence[dict[str, Any]]]:
    async with database.connected_for_reading() as connection:
        async for rows in batches(connection, of.table, at_most):
            yield rows


def _count(counted: Counted, of: _Sealed, row: Row, keys: KeyRing) -> None:
    opens = True
    for column in of.columns:
        under = _under(row[column.name], column.name in of.by_adapter)
        if under is not None:
            counted.values[under] += 1
            opens = opens and under in (*keys.key_ids, CLEAR, EARLIER)
    if not opens and len(counted.closed) < MOST_NAMED:
        counted.closed.append(of.name_of(row))


def _under(value: Any, is_of_adapter: bool) -> str | None:
    """What a kept value is sealed with; None where there is nothing to seal."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return EARLIER if is_of_adapter and is_fernet(value) else key_of(value) or CLEAR
    return CLEAR


# --- sealing a batch anew ----------------------------------------------------------------------------------------


async def _nothing(_database: SqlDatabase, _of: _Sealed, _rows: Sequence[dict[str, Any]]) -> int:
    return 0


async def _sealed_anew(database: SqlDatabase, of: _Sealed, rows: Sequence[dict[str, Any]]) -> int:
    """Seal what needs it, and let `rows` say how they are now; returns how many values that were."""
    wanting = {
        _key(of, row): row for row in rows if any(_wants(of, row, column, database) for column in of.columns)
    }
    if not wanting:
        return 0
    for tried in range(1, _TRIES + 1):
        try:
            return await _in_one_transaction(database, of, wanting)
        except Conflict:
            # Whoever else locked rows of these two ways round goes first.
            if tried == _TRIES:
                raise
    return 0


async def _in_one_transaction(
    database: SqlDatabase, of: _Sealed, wanting: dict[tuple[Any, ...], dict[str, Any]]
) -> int:
    which = select(of.table).where(tuple_(*of.key).in_(list(wanting))).order_by(*of.key).with_for_update()
    sealed, changed = 0, []
    async with database.connected_for_writing() as connection:
        for row in map(dict, (await connection.execute(which)).mappings().all()):
            now = row.copy()
            for column in of.columns:
                if _wants(of, now, column, database):
                    now[column.name] = _anew(database.keys, row[column.name], column.name in of.by_adapter)
                    sealed += now[column.name] != row[column.name]
            wanting[_key(of, now)].update(now)
            changed.append(now)
        if changed:
            await connection.execute(_update(of), [_given(of, row) for row in changed])
    return sealed


def _wants(of: _Sealed, row: Row, column: Column[Any], database: SqlDatabase) -> bool:
    under = _under(row[column.name], column.name in of.by_adapter)
    return under is not None and under != database.keys.key_ids[0]


def _anew(keys: KeyRing, value: Any, is_of_adapter: bool) -> Any:
    if not isinstance(value, str):
        return keys.close(json.dumps(value, ensure_ascii=False))
    try:
        opened = keys.open_fernet(value) if is_of_adapter and is_fernet(value) else keys.open(value)
    except CannotOpen:
        return value
    return keys.close(opened)


def _update(of: _Sealed) -> Any:
    return (
        update(of.table)
        .where(*(each == bindparam(f"this_{each.name}", type_=each.type) for each in of.key))
        .values({each.name: bindparam(f"new_{each.name}", type_=each.type) for each in of.columns})
    )


def _given(of: _Sealed, row: Row) -> dict[str, Any]:
    keys = {f"this_{each.name}": row[each.name] for each in of.key}
    return keys | {f"new_{each.name}": row[each.name] for each in of.columns}


def _key(of: _Sealed, row: Row) -> tuple[Any, ...]:
    return tuple(row[each.name] for each in of.key)


def total(tables: Sequence[Counted]) -> Counter[str]:
    """The values of all tables by what they are sealed with."""
    return sum((each.values for each in tables), Counter())
