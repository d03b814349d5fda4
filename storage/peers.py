"""Who leads among the processes on one database: a lock of PostgreSQL's that lasts as long as a session.

Nothing has to be renewed or to run out: when a process dies its session ends, and with it the lock.
"""

import asyncio
from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ports import Peers, Standing, StoreUnavailable
from storage.engine import database_url, is_sqlite, session_engine

MEET_WITHIN_S = 5.0

# Any numbers, as long as they are ours; as two halves, so that they are none of the locks of one number.
_OURS, _LEAD, _PRESENCE = 4_157_211, 1, 2

_BE_COUNTED = text(f"SELECT pg_advisory_lock_shared({_OURS}, {_PRESENCE})")
_TAKE_THE_LEAD = text(f"SELECT pg_try_advisory_lock({_OURS}, {_LEAD})")
_LOOK = text(
    f"SELECT coalesce(bool_or(objid = {_LEAD} AND pid = pg_backend_pid()), false) AS leads,"  # noqa: S608 (numbers)
    f" count(*) FILTER (WHERE objid = {_PRESENCE}) AS workers"
    " FROM pg_locks WHERE locktype = 'advisory' AND granted"
    f" AND classid = {_OURS} AND objsubid = 2"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class NoPeers:
    """SQLite: one process does everything, so it leads."""

    async def meet(self) -> Standing:
        """It leads, and is the only one."""
        return Standing(leads=True, workers=1)

    async def leave(self) -> None:
        """Nothing to give up."""


class PostgreSqlPeers:
    """Each process keeps a connection for as long as it is one of them: a shared lock counts it, another leads."""

    def __init__(self, url: str) -> None:
        self._engine = session_engine(database_url(url))
        self._connection: AsyncConnection | None = None

    async def meet(self) -> Standing:
        """See `core.ports.Peers.meet`."""
        try:
            async with asyncio.timeout(MEET_WITHIN_S):
                return await self._met()
        except StoreUnavailable:
            await self._drop()
            raise
        except (OSError, SQLAlchemyError) as error:
            await self._drop()
            raise StoreUnavailable(f"no connection to the database: {type(error).__name__}") from error

    async def leave(self) -> None:
        """See `core.ports.Peers.leave`."""
        await self._drop()
        await self._engine.dispose()

    async def _met(self) -> Standing:
        if self._connection is None:
            self._connection = await self._engine.connect()
            await self._connection.execute(_BE_COUNTED)
        # Asked of the server rather than remembered: a lock may be lost without a word, its session with it.
        found = (await self._connection.execute(_LOOK)).one()
        leads = found.leads or (await self._connection.execute(_TAKE_THE_LEAD)).scalar_one()
        return Standing(leads=leads, workers=max(1, found.workers))

    async def _drop(self) -> None:
        """End the session, and with it the locks; given back to the pool it would keep them."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError, SQLAlchemyError, StoreUnavailable):
                await connection.invalidate()
                await connection.close()


def peers_on(url: str) -> Peers:
    """The peers of a process that works on the database at `url`."""
    return NoPeers() if is_sqlite(database_url(url)) else PostgreSqlPeers(url)
