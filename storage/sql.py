"""SQL that the two databases say differently: many ids as one parameter, and inserts that may meet a row."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    Dialect,
    Integer,
    String,
    Table,
    bindparam,
    func,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import Insert
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.columns import Utc

ROWS_AT_ONCE = 500
"""Made ready for the driver in one go: some ten milliseconds in which nobody else is served."""


class _Ids(TypeDecorator[Any]):
    """Any number of ids as one parameter: a JSON array on SQLite, a text array on PostgreSQL."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(String()) if dialect.name == "postgresql" else String())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        ids = list(value or ())
        return ids if dialect.name == "postgresql" else json.dumps(ids)


class _Among(FunctionElement[bool]):
    name = "among"
    type = Boolean()
    inherit_cache = True
    # Without it SQLite is told "... = 1" and then uses no index.
    _is_implicitly_boolean = True


def among(column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
    """`column` is one of the ids in the parameter of that name.

    Unlike `column.in_(...)` the statement is the same for any number of ids, so that it is compiled and prepared
    once, and the databases' limits on the number of parameters (about 32,000) do not matter.
    """
    return _Among(column, bindparam(parameter, type_=_Ids()))


@compiles(_Among, "sqlite")
def _among_on_sqlite(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, ids = element.clauses
    ids_of = f"(SELECT value FROM json_each({compiler.process(ids, **kw)}))"  # noqa: S608 (a parameter)
    return f"{compiler.process(column, **kw)} IN {ids_of}"


@compiles(_Among, "postgresql")
def _among_on_postgresql(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, ids = element.clauses
    return f"{compiler.process(column, **kw)} = ANY ({compiler.process(ids, **kw)})"


async def execute_in_parts(
    connection: AsyncConnection, statement: Insert, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Execute the statement for each of the rows; between parts of them the event loop serves others."""
    for start in range(0, len(rows), ROWS_AT_ONCE):
        await connection.execute(statement, rows[start : start + ROWS_AT_ONCE])


def insert_or_ignore(connection: AsyncConnection, table: Table, *key: str) -> Insert:
    """Insert into `table`; a row that has the same unique `key` already is left as it is."""
    return insert_or_ignore_into(connection.dialect.name, table, key)


def insert_or_update(
    connection: AsyncConnection,
    table: Table,
    *key: str,
    leaving: tuple[str, ...] = (),
    keeping_known: tuple[str, ...] = (),
) -> Insert:
    """Insert into `table`, or update the row that has the same unique `key`.

    An update leaves the columns in `leaving` alone, and those in `keeping_known` where the new value is NULL.
    """
    return _insert_or_update(connection.dialect.name, table, key, leaving, keeping_known)


@lru_cache
def insert_or_ignore_into(dialect: str, table: Table, key: tuple[str, ...]) -> Insert:
    """The statement of `insert_or_ignore`, to be completed once rather than at each call."""
    statement: Insert = insert_on(dialect, table).on_conflict_do_nothing(index_elements=key)
    return statement


@lru_cache
def _insert_or_update(
    dialect: str, table: Table, key: tuple[str, ...], leaving: tuple[str, ...], keeping_known: tuple[str, ...]
) -> Insert:
    insert = insert_on(dialect, table)
    names = [column.name for column in table.columns]
    changed = {
        name: func.coalesce(insert.excluded[name], table.c[name])
        if name in keeping_known
        else insert.excluded[name]
        for name in names
        if name not in key and name not in leaving
    }
    statement: Insert = insert.on_conflict_do_update(index_elements=key, set_=changed)
    return statement


def insert_on(dialect: str, table: Table) -> Any:
    """An insert in the words of that database, which may say what happens when it meets a row."""
    # The two have the same methods but no common type.
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


class days_between(FunctionElement[int]):  # noqa: N801 (SQL functions are written small)
    """Days from one date to another."""

    name = "days_between"
    type = Integer()
    inherit_cache = True


@compiles(days_between, "sqlite")
def _days_between_on_sqlite(element: days_between, compiler: SQLCompiler, **kw: Any) -> str:
    first, last = (compiler.process(each, **kw) for each in element.clauses)
    return f"(julianday({last}) - julianday({first}))"


@compiles(days_between, "postgresql")
def _days_between_on_postgresql(element: days_between, compiler: SQLCompiler, **kw: Any) -> str:
    first, last = (compiler.process(each, **kw) for each in element.clauses)
    return f"({last} - {first})"


class greater_of(FunctionElement[int]):  # noqa: N801 (SQL functions are written small)
    """The greater of two numbers, neither of them NULL."""

    name = "greater_of"
    type = BigInteger()
    inherit_cache = True


@compiles(greater_of, "sqlite")
def _greater_of_on_sqlite(element: greater_of, compiler: SQLCompiler, **kw: Any) -> str:
    return f"max({compiler.process(element.clauses, **kw)})"


@compiles(greater_of, "postgresql")
def _greater_of_on_postgresql(element: greater_of, compiler: SQLCompiler, **kw: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **kw)})"


class latest_of(FunctionElement[datetime]):  # noqa: N801 (SQL functions are written small)
    """The latest of several instants, of which the first is never NULL."""

    name = "latest_of"
    type = Utc()
    inherit_cache = True


@compiles(latest_of, "sqlite")
def _latest_of_on_sqlite(element: latest_of, compiler: SQLCompiler, **kw: Any) -> str:
    first, *others = (compiler.process(each, **kw) for each in element.clauses)
    # Unlike PostgreSQL's greatest, SQLite's max is NULL as soon as one of them is.
    return f"max({', '.join([first, *(f'coalesce({each}, {first})' for each in others)])})"


@compiles(latest_of, "postgresql")
def _latest_of_on_postgresql(element: latest_of, compiler: SQLCompiler, **kw: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **kw)})"


class month_of(FunctionElement[Any]):  # noqa: N801 (SQL functions are written small)
    """The first day of the month (UTC) that an instant lies in."""

    name = "month_of"
    type = Date()
    inherit_cache = True


@compiles(month_of, "sqlite")
def _month_of_on_sqlite(element: month_of, compiler: SQLCompiler, **kw: Any) -> str:
    return f"strftime('%Y-%m-01', {compiler.process(element.clauses, **kw)})"


@compiles(month_of, "postgresql")
def _month_of_on_postgresql(element: month_of, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(date_trunc('month', {compiler.process(element.clauses, **kw)} AT TIME ZONE 'UTC') AS date)"


class held_lane(FunctionElement[bool]):  # noqa: N801 (SQL functions are written small)
    """Whether the transaction holds, from now until it ends, the lane of that name; never waits.

    On SQLite it does anyway, since there is one transaction that writes at a time.
    """

    name = "held_lane"
    type = Boolean()
    inherit_cache = True


@compiles(held_lane, "sqlite")
def _held_lane_on_sqlite(_element: held_lane, _compiler: SQLCompiler, **_: Any) -> str:
    return "1"


@compiles(held_lane, "postgresql")
def _held_lane_on_postgresql(element: held_lane, compiler: SQLCompiler, **kw: Any) -> str:
    return f"pg_try_advisory_xact_lock(hashtextextended({compiler.process(element.clauses, **kw)}, 0))"
