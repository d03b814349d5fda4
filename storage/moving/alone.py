"""Whether anyone else uses a database, so that nothing is moved from under a running server."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ports import StoreUnavailable
from storage.engine import APPLICATION

PROBE_S = 1.0
"""How long to wait for whoever uses an SQLite file; a server uses it all the time."""

_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = :ours AND pid <> pg_backend_pid()"
)


class InUse(Exception):
    """A server or another command of Milepost's uses the database; the message names it."""


@contextmanager
def alone_with(path: Path) -> Iterator[sqlite3.Connection]:
    """The SQLite file at `path` while nobody else has it open; what its log still held is in the file itself.

    Only in its journal mode without a log can a file be had alone; a server sets the mode that it needs when it
    opens it. Raises `InUse`, and `StoreUnavailable` where the file cannot be opened.
    """
    connection = sqlite3.connect(path, timeout=PROBE_S, isolation_level=None)
    try:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode or 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise InUse(f"{path} is in use: stop the server and workers that run on it first") from None
            raise StoreUnavailable(f"{path} cannot be opened ({error})") from error
        except sqlite3.DatabaseError as error:
            raise StoreUnavailable(f"{path} is no SQLite database") from error
        yield connection
    finally:
        connection.close()


async def others_on(connection: AsyncConnection) -> int:
    """How many other connections of Milepost's there are to a PostgreSQL database."""
    found = await connection.execute(_OTHERS, {"ours": APPLICATION})
    return int(found.scalar_one())
