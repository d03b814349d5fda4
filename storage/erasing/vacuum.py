"""Leave nothing of what was erased in the database's files."""

import asyncio
import sqlite3
from contextlib import closing

from sqlalchemy import text

from storage.engine import database_url, is_sqlite, session_engine

WAIT_S = 10.0


async def leave_nothing(url: str) -> bool:
    """Rewrite the embedded database's file without what was freed, or have PostgreSQL free it for good.

    False where somebody had the file in use for too long; then it is to be done again.
    """
    address = database_url(url)
    if is_sqlite(address):
        return await asyncio.to_thread(_rewritten, str(address.database))
    engine = session_engine(address)
    try:
        async with engine.connect() as connection:
            await connection.execute(text("VACUUM"))
    finally:
        await engine.dispose()
    return True


def _rewritten(file: str) -> bool:
    with closing(sqlite3.connect(file, isolation_level=None, timeout=WAIT_S)) as connection:
        try:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("VACUUM")
            is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
    return not is_busy
