"""What an operator asks of the database itself: may it be written to, and how is it run?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, text
from sqlalchemy.engine import make_url

from core.ports import Clock
from storage.database import SqlDatabase
from storage.tables import heartbeats

_SERVER = text(
    "SELECT current_setting('server_version_num')::int / 10000,"
    " (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user),"
    " current_user,"
    " (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'),"
    " current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,"
    " pg_encoding_to_char(encoding),"
    " coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),"
    " pg_database_size(oid),"
    " clock_timestamp()"
    " FROM pg_database WHERE datname = current_database()"
)


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """PostgreSQL as a connection of ours finds it; `size` in bytes, `now` its clock (UTC)."""

    version: int
    """The major one: 17."""

    is_above_row_security: bool
    """Whether no policy holds the role back (`storage.row_security`)."""

    role: str
    connections: int
    most_connections: int
    """How many ordinary roles may have at a time, altogether."""

    encoding: str
    is_encrypted: bool
    size: int
    now: datetime


async def can_be_written(database: SqlDatabase, clock: Clock) -> None:
    """Write a row and take it back; raises `StoreUnavailable`, and `DBAPIError` where it is forbidden."""
    async with database.connected_for_writing() as connection:
        tried = await connection.begin_nested()
        await connection.execute(insert(heartbeats), {"name": "doctor", "beat_at": clock.now()})
        await tried.rollback()


async def postgres_server(database: SqlDatabase) -> PostgresServer:
    """How the server is run; raises `StoreUnavailable`."""
    async with database.connected_for_reading() as connection:
        return PostgresServer(*(await connection.execute(_SERVER)).one())


async def journal_mode(database: SqlDatabase) -> str:
    """How SQLite keeps its log, `wal` where it is able to; raises `StoreUnavailable`."""
    async with database.connected_for_reading() as connection:
        return str((await connection.execute(text("PRAGMA journal_mode"))).scalar_one())


def is_on_this_machine(url: str) -> bool:
    """Whether PostgreSQL at that address is reached without a network: by a socket, or on a loopback address."""
    address = make_url(url)
    host = str(address.query.get("host", "") or address.host or "")
    return not host or host.startswith("/") or host in ("localhost", "127.0.0.1", "::1")
