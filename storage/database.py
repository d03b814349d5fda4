"""Where transactions come from: the `Database` port on SQLite or PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from typing import TYPE_CHECKING

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from core.ports import Clock, Database, Store, StoreUnavailable
from storage.absences import SqlAbsences
from storage.aims import SqlAims
from storage.api_keys import SqlApiKeys
from storage.asked_training import SqlAskedTraining
from storage.audit import SqlAudit
from storage.backlog import SqlBacklog
from storage.benchmarks import SqlBenchmarks
from storage.broadcasts import SqlBroadcasts
from storage.checkins import SqlCheckIns
from storage.compliance import SqlCompliances
from storage.conversations import SqlConversations
from storage.delegations import SqlDelegations
from storage.downloads import SqlDownloads
from storage.engine import database_url, is_sqlite, reading_engine, writing_engine
from storage.feedback import SqlFeedbacks
from storage.files import SqlFileBatches
from storage.inbox import SqlInbox
from storage.installations import SqlInstallations, SqlSignInStates
from storage.learning import SqlActions, SqlMissedTargets
from storage.objectives import SqlObjectives
from storage.one_to_ones import SqlOneToOnes, SqlRemarks
from storage.organisation_weeks import SqlOrganisationWeeks
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.pictures import SqlPictures
from storage.privacy import SqlPrivacy
from storage.pulse import SqlPulses
from storage.questions import SqlQuestions, SqlWeekPriorities
from storage.recognition import SqlEvidences, SqlRecognitions
from storage.records import SqlRecords
from storage.reviews import SqlReviews
from storage.rounds_360 import SqlRounds360
from storage.row_security import read_for, speak_for
from storage.sealing import KeyRing, use
from storage.service_feedback import SqlServiceFeedbacks
from storage.skills import SqlSkills
from storage.summaries import SqlSummaries
from storage.team_figures import SqlTeamFigures
from storage.tenants import SqlTenants
from storage.timers import SqlTimers
from storage.traffic import SqlTraffic
from storage.training import SqlTrainings
from storage.unnamed_feedback import SqlUnnamedFeedbacks
from storage.wakes import listen
from storage.webhooks import SqlWebhooks


class SqlStore:
    """Everything stored, as seen through one connection."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self.audit = SqlAudit(connection, clock)
        self.tenants = SqlTenants(connection)
        self.people = SqlPeople(connection, clock, self.audit)
        self.aims = SqlAims(connection)
        self.objectives = SqlObjectives(connection)
        self.missed_targets = SqlMissedTargets(connection)
        self.actions = SqlActions(connection)
        self.recognitions = SqlRecognitions(connection)
        self.evidence = SqlEvidences(connection)
        self.feedback = SqlFeedbacks(connection)
        self.remarks = SqlRemarks(connection)
        self.one_to_ones = SqlOneToOnes(connection)
        self.unnamed_feedback = SqlUnnamedFeedbacks(connection)
        self.rounds_360 = SqlRounds360(connection)
        self.reviews = SqlReviews(connection)
        self.pulse = SqlPulses(connection)
        self.training = SqlTrainings(connection)
        self.records = SqlRecords(connection)
        self.service_feedback = SqlServiceFeedbacks(connection)
        self.api_keys = SqlApiKeys(connection, self.audit)
        self.webhooks = SqlWebhooks(connection, self.audit)
        self.compliance = SqlCompliances(connection)
        self.skills = SqlSkills(connection)
        self.checkins = SqlCheckIns(connection)
        self.questions = SqlQuestions(connection)
        self.week_priorities = SqlWeekPriorities(connection)
        self.summaries = SqlSummaries(connection)
        self.absences = SqlAbsences(connection)
        self.delegations = SqlDelegations(connection)
        self.conversations = SqlConversations(connection)
        self.outbox = SqlOutbox(connection)
        self.backlog = SqlBacklog(connection)
        self.traffic = SqlTraffic(connection)
        self.inbox = SqlInbox(connection)
        self.pictures = SqlPictures(connection)
        self.installations = SqlInstallations(connection)
        self.sign_in_states = SqlSignInStates(connection)
        self.benchmarks = SqlBenchmarks(connection)
        self.team_figures = SqlTeamFigures(connection)
        self.organisation_weeks = SqlOrganisationWeeks(connection)
        self.downloads = SqlDownloads(connection)
        self.files = SqlFileBatches(connection)
        self.privacy = SqlPrivacy(connection)
        self.timers = SqlTimers(connection)
        self.broadcasts = SqlBroadcasts(connection)
        self.asked_training = SqlAskedTraining(connection)


class StandingReader:
    """One reading connection to SQLite that stays out of the pool, lent to whoever reads while nobody else does.

    Taking a connection from the pool and giving it back costs as much as several queries, and giving back takes a
    turn of the event loop for which others wait.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._kept: AsyncConnection | None = None
        self.is_lent = False

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[AsyncConnection]:
        """The connection, for as long as the block lasts; one that failed, or was asked otherwise, is put back."""
        self.is_lent = True
        connection, self._kept = self._kept, None
        try:
            if connection is None:
                connection = await _opened(self._engine)
            yield connection
            # Prepared questions leave nothing behind; after other statements the pool puts things in order.
            if not connection.in_transaction():
                self._kept, connection = connection, None
        finally:
            self.is_lent = False
            if connection is not None:
                # Reading SQLite waits for nothing, closing neither, so that no cancelling can come between.
                await connection.close()

    async def close(self) -> None:
        """Give the connection back."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await kept.close()


class SqlDatabase:
    """The database at `url`, whose tables `storage.migrate.upgrade` has made; close it when done.

    What people wrote is sealed and opened with `keys`; without any it is kept in clear.

    Neither a transaction nor a reading is to be opened within another of the same task: it would wait for itself
    once all connections are taken, which on SQLite is at once for a transaction.
    """

    def __init__(self, url: str, clock: Clock, keys: KeyRing | None = None) -> None:
        self.keys = keys or KeyRing()
        address = database_url(url)
        self._address = address
        self._clock = clock
        self._writing = writing_engine(address)
        self._reading = reading_engine(address)
        for engine in (self._writing, self._reading):
            use(self.keys, engine.dialect)
        self._standing = StandingReader(self._reading) if is_sqlite(address) else None
        # SQLite has one writer at a time; writers of this process queue here instead of polling its lock.
        self._turn: AbstractAsyncContextManager[None] = asyncio.Lock() if is_sqlite(address) else nullcontext()

    @asynccontextmanager
    async def transaction(self, tenant_id: str | None = None) -> AsyncIterator[Store]:
        """See `core.ports.Database.transaction`."""
        async with self.connected_for_writing() as connection:
            if tenant_id is not None:
                await speak_for(connection, tenant_id)
            store = SqlStore(connection, self._clock)
            yield store
            await store.audit.append()

    @asynccontextmanager
    async def reading(self, tenant_id: str | None = None) -> AsyncIterator[Store]:
        """See `core.ports.Database.reading`; each query sees what was committed before it."""
        async with self.connected_for_reading(tenant_id) as connection:
            store = SqlStore(connection, self._clock)
            yield store
        if store.audit.is_waiting:
            async with self.connected_for_writing() as connection:
                audit = SqlAudit(connection, self._clock)
                audit.keep(store.audit.taken())
                await audit.append()

    @asynccontextmanager
    async def connected_for_writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection in a transaction, which commits at the end of the block and rolls back on any error."""
        async with self._turn, _connected(self._writing) as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def connected_for_reading(self, tenant_id: str | None = None) -> AsyncIterator[AsyncConnection]:
        """A connection that can only read, of one organisation or of all."""
        standing = self._standing
        lent = _connected(self._reading) if standing is None or standing.is_lent else standing.lent()
        async with lent as connection:
            await read_for(connection, tenant_id)
            yield connection

    def connections(self) -> dict[str, tuple[int, int]]:
        """How many connections are lent out, and how many there may be, of each pool."""
        engines = {"writing": self._writing, "reading": self._reading}
        pools = {name: engine.pool for name, engine in engines.items()}
        return {
            name: (pool.checkedout(), pool.size())
            for name, pool in pools.items()
            if isinstance(pool, AsyncAdaptedQueuePool)
        }

    async def ping(self) -> None:
        """Raise `StoreUnavailable` unless a trivial query works."""
        async with self.connected_for_reading() as connection:
            await connection.execute(select(text("1")))

    async def listen(self, woken: Callable[[], None]) -> None:
        """See `core.ports.Database.listen`."""
        if not is_sqlite(self._address):
            await listen(self._address, woken)

    async def close(self) -> None:
        """Close every connection."""
        if self._standing is not None:
            await self._standing.close()
        await self._reading.dispose()
        await self._writing.dispose()


@asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    connection = await _opened(engine)
    async with AsyncExitStack() as stack:
        stack.push_async_exit(connection)
        yield connection


async def _opened(engine: AsyncEngine) -> AsyncConnection:
    try:
        return await engine.connect()
    except (OSError, DBAPIError, PoolExhausted) as error:
        raise StoreUnavailable(f"no connection to the database: {type(error).__name__}") from error


if TYPE_CHECKING:
    # The type checker says here, rather than where it is used, when the port is not met.
    _port: type[Database] = SqlDatabase
