"""A database that a backup was restored to: what it takes for unsent may have been sent since the backup."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import bindparam, case, text, update

from core.model.delivery import DeliveryState
from storage.columns import Utc
from storage.database import SqlDatabase
from storage.moving.backups import MINUTE_S
from storage.tables import is_unfinished, outbox

_SINCE, _NOW = bindparam("since", type_=Utc()), bindparam("now", type_=Utc())
_DOUBT = (
    update(outbox)
    .where(is_unfinished(outbox), outbox.c.available_at <= _NOW)
    .values(
        # As if its lease had run out: whoever claims it looks for it before it is sent.
        state=DeliveryState.SENDING,
        # From when on the platform is asked for it.
        created_at=case((outbox.c.created_at > _SINCE, _SINCE), else_=outbox.c.created_at),
    )
)


def taken_at_of(file: Path) -> datetime | None:
    """When this file was taken as a backup; None where it is none, or a server has run on it since."""
    if not file.exists():
        return None
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return _instant(connection.execute("PRAGMA user_version").fetchone()[0])


async def backup_taken_at(database: SqlDatabase) -> datetime | None:
    """When the backup was taken that this database was restored from; None once that is settled, and usually."""
    async with database.connected_for_reading() as connection:
        if connection.dialect.name != "sqlite":
            return None
        minutes = (await connection.execute(text("PRAGMA user_version"))).scalar_one()
    return _instant(minutes)


def _instant(minutes: int) -> datetime | None:
    return datetime.fromtimestamp(minutes * MINUTE_S, UTC) if minutes else None


async def doubt_unsent(database: SqlDatabase, since: datetime, now: datetime) -> int:
    """Have every message that is due by `now` looked for, from `since` on, before it is sent; returns how many.

    In the same transaction the database ceases to count as just restored.
    """
    async with database.connected_for_writing() as connection:
        doubted = (await connection.execute(_DOUBT, {"since": since, "now": now})).rowcount
        if connection.dialect.name == "sqlite":
            await connection.execute(text("PRAGMA user_version = 0"))
    return doubted
