"""aiosqlite with one hop to its thread for each statement.

SQLAlchemy's own adapter opens a cursor, executes, fetches and closes, each a round trip between the event loop
and the connection's thread; together they cost several times the query itself. Here one hop does all four.
"""

import asyncio
import sqlite3
from collections import deque
from typing import Any

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import EMPTY_DICT


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor whose rows are all fetched by the time `execute` returns."""

    __slots__ = ("_description", "_lastrowid", "_rowcount")

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._soft_closed_memoized = EMPTY_DICT
        self._rows = deque()
        self._description: Any = None
        self._rowcount = -1
        self._lastrowid: Any = None

    @property
    def description(self) -> Any:
        """The columns of the result, None for a statement that returns no rows."""
        return self._description

    @property
    def rowcount(self) -> int:
        """How many rows the last statement changed."""
        return self._rowcount

    @property
    def lastrowid(self) -> Any:
        """The row number of the last insert."""
        return self._lastrowid

    def close(self) -> None:
        """Drop the rows; the driver's cursor is closed already."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        return

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        connection = self._connection
        self._rows = deque(await connection._execute(self._executed, connection._conn, operation, parameters))

    def _executed(self, connection: sqlite3.Connection, operation: Any, parameters: Any) -> list[Any]:
        cursor = connection.execute(operation, parameters or ())
        rows = cursor.fetchall()
        self._description, self._rowcount, self._lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        cursor.close()
        return rows

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        def execute(connection: sqlite3.Connection) -> None:
            cursor = connection.executemany(operation, seq_of_parameters)
            self._rowcount = cursor.rowcount
            cursor.close()

        await self._connection._execute(execute, self._connection._conn)


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = _Cursor


async def _opened(*arg: Any, **kw: Any) -> aiosqlite.Connection:
    """A connection; where there is none, its thread has ended too.

    aiosqlite tells the thread to stop and does not wait, so that it may speak to an event loop that is closed by
    then: a traceback under the sentence that an operator is to read.
    """
    connection = aiosqlite.connect(*arg, **kw)
    connection._thread.daemon = True
    try:
        return await connection
    except BaseException:
        await asyncio.to_thread(connection._thread.join)
        raise


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        return _Connection(self, super().connect(*arg, async_creator_fn=_opened, **kw)._connection)


class _ReadingCursor(_Cursor):
    """Reads where it stands: in WAL mode a reader waits for nobody, and what it reads is in memory or nearly so.

    Waking the connection's thread costs several times a query by index.
    """

    __slots__ = ()

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        self._rows = deque(self._executed(self._connection._conn, operation, parameters))


class _ReadingConnection(_Connection):
    __slots__ = ()
    _cursor_cls = _ReadingCursor


def reads_directly(connection: AsyncConnection) -> sqlite3.Connection | None:
    """The driver's own connection where it only reads SQLite, and so may be asked on the event loop; else None."""
    lent = connection.sync_connection
    driver = lent.connection.dbapi_connection if lent is not None else None
    return driver._connection._conn if isinstance(driver, _ReadingConnection) else None


class _ReadingDriver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        given = kw | {"check_same_thread": False, "async_creator_fn": _opened}
        return _ReadingConnection(self, super().connect(*arg, **given)._connection)


DRIVER = _Driver(aiosqlite, sqlite3)
"""For `create_async_engine(module=...)`."""

READING_DRIVER = _ReadingDriver(aiosqlite, sqlite3)
"""The same for connections that only read."""
