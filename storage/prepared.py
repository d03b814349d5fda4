"""Questions asked all day, put into SQL once.

SQLAlchemy spends several times as long on a statement as SQLite does on a query by index: it looks up the compiled
form, sets up a cursor's context and a result, and steps through a greenlet for a driver that need not wait. Here
what follows from the statement alone is worked out once, and a connection that only reads SQLite is asked
directly.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from storage.engine import failure_of
from storage.sqlite_driver import reads_directly

MOST_REMEMBERED = 1_000
"""Values of one column that are kept with what they were read from."""

Row = Sequence[Any]
_Process = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A statement in SQLite's words, with what turns values into parameters and columns into values."""

    sql: str
    fixed: Mapping[str, Any]
    order: tuple[str, ...]
    to_parameter: Mapping[str, _Process]
    to_value: tuple[tuple[int, _Process], ...]


class Prepared:
    """A statement with named parameters, whose rows are asked for again and again."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self.statement = statement
        # A database's dialect is its own, and so are the keys that its column types open values with.
        self._plans: WeakKeyDictionary[Dialect, _Plan] = WeakKeyDictionary()

    async def rows(self, connection: AsyncConnection, given: Mapping[str, Any]) -> Sequence[Row]:
        """Every row, its columns in the statement's order. Raises `StoreUnavailable` like any other statement."""
        direct = reads_directly(connection)
        if direct is None:
            return (await connection.execute(self.statement, given)).all()
        plan = self._plans.get(connection.dialect)
        if plan is None:
            plan = self._plans[connection.dialect] = _planned(self.statement, connection.dialect)
        return _asked(direct, plan, given)


def _asked(connection: sqlite3.Connection, plan: _Plan, given: Mapping[str, Any]) -> list[Row]:
    values = {**plan.fixed, **given}
    for name, process in plan.to_parameter.items():
        values[name] = process(values[name])
    try:
        found = connection.execute(plan.sql, [values[name] for name in plan.order]).fetchall()
    except sqlite3.Error as error:
        if (failure := failure_of(error)) is not None:
            raise failure from error
        raise
    return [_read(row, plan.to_value) for row in found] if plan.to_value else found


def _read(row: Row, to_value: Sequence[tuple[int, _Process]]) -> list[Any]:
    values = list(row)
    for position, process in to_value:
        # Every column type of ours reads NULL as None.
        if values[position] is not None:
            values[position] = process(values[position])
    return values


def _planned(statement: Select[*tuple[Any, ...]], dialect: Dialect) -> _Plan:
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - what a SELECT compiles to
    order = tuple(compiled.positiontup or ())
    parameters = {name: _bind_processor(compiled.binds[name].type, dialect) for name in order}
    columns = [_result_processor(column.type, dialect) for column in statement.selected_columns]
    return _Plan(
        sql=str(compiled),
        fixed={name: compiled.params[name] for name in order},
        order=order,
        to_parameter={name: process for name, process in parameters.items() if process is not None},
        to_value=tuple((position, process) for position, process in enumerate(columns) if process is not None),
    )


def _bind_processor(of: TypeEngine[Any], dialect: Dialect) -> _Process | None:
    return of.dialect_impl(dialect).bind_processor(dialect)


def _result_processor(of: TypeEngine[Any], dialect: Dialect) -> _Process | None:
    process = of.dialect_impl(dialect).result_processor(dialect, None)
    return None if process is None else _remembering(process)


def _remembering(process: _Process) -> _Process:
    """The same values come again and again: days, words, empty documents."""

    @lru_cache(maxsize=MOST_REMEMBERED, typed=True)
    def value_of(kept: Any) -> Any:
        value = process(kept)
        # Refuses, at the first row, a value that could be changed and is therefore nobody's to share.
        hash(value)
        return value

    return value_of
