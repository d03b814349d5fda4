"""Which keys a database's values are sealed with, so that whoever opens it can see at once that one is missing."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from storage.database import SqlDatabase
from storage.sql import insert_or_ignore
from storage.tables import sealing_keys

_KNOWN = select(sealing_keys.c.key_id).order_by(sealing_keys.c.first_used_at, sealing_keys.c.key_id)


async def take_into_use(database: SqlDatabase, now: datetime) -> list[str]:
    """Note that the newest key seals from `now` on; returns the fingerprints of keys that are needed and missing.

    Where any is missing, nothing is noted: whoever lacks a key should write nothing either.
    """
    known = await _known(database)
    missing = _missing(database, known)
    newest = database.keys.key_ids[0] if database.keys.key_ids else None
    if not missing and newest is not None and newest not in known:
        async with database.connected_for_writing() as connection:
            row = {"key_id": newest, "first_used_at": now}
            await connection.execute(insert_or_ignore(connection, sealing_keys, "key_id"), row)
    return missing


async def missing_keys(database: SqlDatabase) -> list[str]:
    """The fingerprints of keys that values are sealed with and that the database was not opened with."""
    return _missing(database, await _known(database))


async def forget(database: SqlDatabase, key_ids: Collection[str]) -> None:
    """Need these keys no more: nothing is sealed with them."""
    if key_ids:
        async with database.connected_for_writing() as connection:
            await connection.execute(delete(sealing_keys).where(sealing_keys.c.key_id.in_(list(key_ids))))


async def _known(database: SqlDatabase) -> Sequence[str]:
    async with database.connected_for_reading() as connection:
        return (await connection.execute(_KNOWN)).scalars().all()


def _missing(database: SqlDatabase, known: Sequence[str]) -> list[str]:
    return [each for each in known if each not in database.keys.key_ids]
