"""Engines: how the two databases are opened, and what their failures mean."""

import asyncio
import sqlite3
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from core.ports import Conflict, StoreUnavailable
from storage.sqlite_driver import DRIVER, READING_DRIVER

BUSY_TIMEOUT_MS = 5000
"""How long SQLite waits for another process's write lock."""

READER_BUSY_TIMEOUT_MS = 100
"""Readers wait only while another process recovers the log after a crash, and all others wait with them."""

POOL_TIMEOUT_S = 10
CONNECT_TIMEOUT_S = 5
STATEMENT_TIMEOUT_S = 60

# What a process held that died with its whole machine, so that nobody hung up for it.
_LETTING_GO = {
    "idle_in_transaction_session_timeout": "120000",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}

APPLICATION = "milepost"
"""The name by which PostgreSQL shows our connections."""

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}

# PostgreSQL, appendix "Error Codes": connection trouble, out of resources, operator's intervention, system error.
_UNAVAILABLE_CLASSES = ("08", "53", "57", "58")
_LOCK_NOT_AVAILABLE = "55P03"
_CHANGED_MEANWHILE = ("40001", "40P01")

# sqlite.org/rescode.html; SQLITE_ERROR and the like are our own mistakes and stay visible as such.
_UNAVAILABLE_CODES = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
}


_TO_BE_MENDED = {
    sqlite3.SQLITE_CANTOPEN: "its file cannot be opened (does the folder exist, and may Milepost write there?)",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_NOTADB: "the file is no SQLite database",
}


def database_url(url: str) -> URL:
    """The address with its driver; raises `ValueError` for a database that is neither a file nor PostgreSQL."""
    parsed = make_url(url)
    parsed = parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername))
    if parsed.drivername not in _DRIVERS.values():
        raise ValueError(f"{parsed.drivername} is not supported; use sqlite+aiosqlite or postgresql+asyncpg")
    if is_sqlite(parsed) and parsed.database in (None, "", ":memory:"):
        raise ValueError("SQLite needs a file: sqlite+aiosqlite:///milepost.db")
    return parsed


def is_sqlite(url: URL) -> bool:
    """Whether it is SQLite rather than PostgreSQL."""
    return url.get_backend_name() == "sqlite"


def libpq_address(url: str) -> str:
    """A PostgreSQL address as its own tools take it, without the password."""
    address = database_url(url)
    given = dict(address.query)
    given.pop("password", None)
    if "ssl" in given:
        given["sslmode"] = given.pop("ssl")
    without = URL.create("postgresql", address.username, None, address.host, address.port, address.database, given)
    return without.render_as_string()


def writing_engine(url: URL) -> AsyncEngine:
    """An engine whose transactions write; on SQLite one connection, since it has one writer at a time."""
    if is_sqlite(url):
        engine = _sqlite_engine(url, pool_size=1, max_overflow=0)
        event.listen(engine.sync_engine, "begin", _begin_immediate)
        return engine
    return _postgresql_engine(url, pool_size=10, max_overflow=0, settings=_LETTING_GO)


def migrating_engine(url: URL) -> AsyncEngine:
    """Like `writing_engine`; on SQLite foreign keys are not enforced, because tables are rebuilt."""
    if is_sqlite(url):
        engine = _sqlite_engine(url, foreign_keys=False, pool_size=1, max_overflow=0)
        event.listen(engine.sync_engine, "begin", _begin_immediate)
        return engine
    return _postgresql_engine(url, pool_size=1, max_overflow=0)


def copying_engine(url: URL) -> AsyncEngine:
    """An engine that reads everything as it is at one instant; on SQLite nobody writes meanwhile."""
    if is_sqlite(url):
        return migrating_engine(url)
    return _postgresql_engine(url, pool_size=1, max_overflow=0, isolation_level="REPEATABLE READ")


def reading_engine(url: URL) -> AsyncEngine:
    """An engine that can only read; each statement sees what was committed before it.

    Without transactions a read costs no BEGIN and no ROLLBACK. Connections are few and kept: on SQLite each is a
    thread, and more of them than processors take turns without getting more done. One of them is kept for a
    `StandingReader`.
    """
    lean: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True}
    if is_sqlite(url):
        return _sqlite_engine(url, query_only=True, pool_size=5, max_overflow=0, **lean)
    return _postgresql_engine(
        url, pool_size=10, max_overflow=0, settings={"default_transaction_read_only": "on"}, **lean
    )


def session_engine(url: URL) -> AsyncEngine:
    """An engine for one connection to PostgreSQL that is kept, for locks that last as long as their session.

    Where a machine is gone without a word the server notices within seconds, so that its locks are free again.
    """
    gone = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3"}
    return _postgresql_engine(url, pool_size=1, max_overflow=0, isolation_level="AUTOCOMMIT", settings=gone)


def listening_engine(url: URL) -> AsyncEngine:
    """An engine with one connection to PostgreSQL that stays open to hear notifications, in no transaction."""
    return _postgresql_engine(url, pool_size=1, max_overflow=0, isolation_level="AUTOCOMMIT")


def _sqlite_engine(
    url: URL, *, foreign_keys: bool = True, query_only: bool = False, **options: Any
) -> AsyncEngine:
    driver = READING_DRIVER if query_only else DRIVER
    engine = create_async_engine(url, module=driver, pool_timeout=POOL_TIMEOUT_S, hide_parameters=True, **options)

    def prepare(connection: Any, _record: Any) -> None:
        # The driver's own implicit BEGIN is a deferred one, which fails when it has to become a writer.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.execute(f"PRAGMA query_only = {'ON' if query_only else 'OFF'}")
        if query_only:
            cursor.execute(f"PRAGMA busy_timeout = {READER_BUSY_TIMEOUT_MS}")
        cursor.close()

    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "handle_error", _say_what_failed)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql_engine(url: URL, *, settings: dict[str, str] | None = None, **options: Any) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_timeout=POOL_TIMEOUT_S,
        hide_parameters=True,
        connect_args={
            "timeout": CONNECT_TIMEOUT_S,
            "command_timeout": STATEMENT_TIMEOUT_S,
            "prepared_statement_cache_size": 250,
            # JIT compilation takes longer than any of our queries.
            "server_settings": {"application_name": APPLICATION, "jit": "off", **(settings or {})},
        },
        **options,
    )
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    event.listen(engine.sync_engine, "handle_error", _say_what_failed)
    return engine


def _refuse_closed(connection: Any, _record: Any, _proxy: Any) -> None:
    # The driver notices by itself when the server hangs up, so no ping is needed; the pool opens a new one.
    if connection.driver_connection.is_closed():
        raise DisconnectionError


def _say_what_failed(context: ExceptionContext) -> BaseException | None:
    """The port's error for a failure of the database; None for a mistake in a statement."""
    error = context.original_exception
    if getattr(error, "sqlstate", None) in _CHANGED_MEANWHILE:
        return Conflict("another transaction changed the same rows")
    if context.connection is None or _was_cut_off(context):
        return _unavailable(error)
    return failure_of(error)


def failure_of(error: BaseException) -> StoreUnavailable | None:
    """The port's error for a driver's that says the database is out of reach; None for any other."""
    return _unavailable(error) if _is_unavailable(error) else None


def _unavailable(error: BaseException) -> StoreUnavailable:
    return StoreUnavailable(f"the database failed: {_named(error)}")


def _named(error: BaseException) -> str:
    """What failed, in words where an operator can mend it; never the error's own, which may quote data."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    return _TO_BE_MENDED.get(code & 0xFF, type(error).__name__)


def _was_cut_off(context: ExceptionContext) -> bool:
    cancelled = isinstance(context.original_exception, asyncio.CancelledError)
    return context.is_disconnect and not cancelled


def _is_unavailable(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return True
    if isinstance(error, sqlite3.OperationalError):
        code = getattr(error, "sqlite_errorcode", None)
        return code is None or code & 0xFF in _UNAVAILABLE_CODES
    if isinstance(error, sqlite3.DatabaseError):
        return getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    sqlstate = getattr(error, "sqlstate", None) or ""
    return sqlstate.startswith(_UNAVAILABLE_CLASSES) or sqlstate == _LOCK_NOT_AVAILABLE
