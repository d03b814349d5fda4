"""Transactions: all or nothing, writers in turn, readers that cannot write, and a database that is gone."""

import asyncio
import sqlite3
import threading

import aiosqlite
import pytest
from sqlalchemy import text

from core.ports import Conflict, StoreUnavailable
from storage.database import SqlDatabase
from storage.engine import database_url as parsed
from storage.migrate import upgrade
from tests.keys import RING
from tests.postgresql import Cluster, server_binaries
from tests.storage.council import TENANT, person, settle_in


async def names(database):
    async with database.reading() as store:
        return [tenant.name for tenant in await store.tenants.all()]


async def test_an_error_takes_back_the_whole_transaction(database):
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as store:
            await store.tenants.add(TENANT)
            await store.people.save([person("Amira Hassan")])
            raise ZeroDivisionError
    assert await names(database) == []


async def test_an_error_of_the_caller_stays_what_it_is(database):
    with pytest.raises(ConnectionResetError):
        async with database.transaction():
            raise ConnectionResetError


async def test_a_cancelled_transaction_leaves_nothing_behind_and_nobody_waiting(database):
    begun = asyncio.Event()

    async def work():
        async with database.transaction() as store:
            await store.tenants.add(TENANT)
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(work())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await names(database) == []
    await settle_in(database)
    assert await names(database) == [TENANT.name]


async def test_a_reader_sees_what_was_committed_and_is_not_held_up_by_a_writer(database):
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        assert await names(database) == []
    assert await names(database) == [TENANT.name]


async def test_a_reader_cannot_write(database):
    with pytest.raises(Exception, match=r"read-?only"):
        async with database.reading() as store:
            await store.tenants.add(TENANT)
    assert await names(database) == []


async def test_writers_of_one_process_take_turns_in_the_order_they_came(sqlite_database):
    order = []

    async def write(number):
        async with sqlite_database.transaction() as store:
            await store.people.by_ids([])
            order.append(number)

    await asyncio.gather(*(write(number) for number in range(30)))
    assert order == list(range(30))


async def test_sqlite_runs_as_it_should(sqlite_database):
    async def pragma(connection, name):
        return (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()

    async with sqlite_database.connected_for_writing() as connection:
        wanted = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 1}
        assert {name: await pragma(connection, name) for name in wanted} == wanted
    async with sqlite_database.connected_for_reading() as connection:
        wanted |= {"busy_timeout": 100, "query_only": 1}
        assert {name: await pragma(connection, name) for name in wanted} == wanted


async def test_a_read_on_sqlite_wakes_no_thread_and_a_write_wakes_one_once(sqlite_database, monkeypatch):
    hops = []
    hop = aiosqlite.Connection._execute

    async def counted(connection, work, *arguments):
        hops.append(work)
        return await hop(connection, work, *arguments)

    await names(sqlite_database)
    async with sqlite_database.connected_for_writing() as connection:
        monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
        await names(sqlite_database)
        assert hops == []
        await connection.execute(text("SELECT 1"))
        assert len(hops) == 1
        monkeypatch.undo()


async def test_a_lock_held_by_another_process_too_long_is_said_so(sqlite_url, sqlite_database, monkeypatch):
    monkeypatch.setattr("storage.engine.BUSY_TIMEOUT_MS", 10)
    other = sqlite3.connect(parsed(sqlite_url).database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreUnavailable):
            async with sqlite_database.transaction():
                pass
        assert await names(sqlite_database) == []
    finally:
        other.close()
    await settle_in(sqlite_database)


async def test_a_database_that_cannot_be_opened_leaves_no_thread_behind(tmp_path, clock):
    database = SqlDatabase(f"sqlite+aiosqlite:///{tmp_path}/nowhere/milepost.db", clock, RING)
    before = set(threading.enumerate())
    for _ in range(20):
        with pytest.raises(StoreUnavailable):
            await database.ping()
        begun = set(threading.enumerate()) - before
        assert [each for each in begun if "_connection_worker_thread" in each.name] == []
    await database.close()


async def test_a_file_that_is_no_database_is_unavailable(tmp_path, clock):
    (tmp_path / "letter.db").write_text("Dear Sir or Madam, this is not a database at all." * 100)
    database = SqlDatabase(f"sqlite+aiosqlite:///{tmp_path}/letter.db", clock, RING)
    with pytest.raises(StoreUnavailable):
        await database.ping()
    await database.close()


@pytest.mark.parametrize("path", ["no/such/folder/milepost.db"])
async def test_a_folder_that_does_not_exist_is_unavailable(tmp_path, clock, path):
    database = SqlDatabase(f"sqlite+aiosqlite:///{tmp_path}/{path}", clock, RING)
    with pytest.raises(StoreUnavailable):
        await database.ping()
    with pytest.raises(StoreUnavailable):
        async with database.transaction():
            pass
    await database.close()


async def test_a_refused_connection_is_unavailable(clock):
    database = SqlDatabase("postgresql://milepost@127.0.0.1:1/milepost", clock, RING)
    with pytest.raises(StoreUnavailable):
        await database.ping()
    with pytest.raises(StoreUnavailable):
        async with database.transaction():
            pass
    await database.close()


async def test_a_database_that_answers_passes_the_ping(database):
    await database.ping()


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite:///:memory:", "mysql://localhost/milepost"])
def test_addresses_that_cannot_work_are_refused_at_once(url, clock):
    with pytest.raises(ValueError, match=r"SQLite needs a file|not supported"):
        SqlDatabase(url, clock, RING)


@pytest.fixture
def own_cluster(postgresql):
    """A PostgreSQL server that a test may stop."""
    cluster = Cluster(server_binaries())
    yield cluster
    cluster.remove()


async def test_a_server_that_stops_is_unavailable_and_one_that_is_back_is_used_again(own_cluster, clock):
    await asyncio.to_thread(own_cluster.create, "milepost")
    url = own_cluster.url("milepost")
    await upgrade(url)
    database = SqlDatabase(url, clock, RING)
    await settle_in(database)
    await database.ping()

    with pytest.raises(StoreUnavailable):
        async with database.transaction() as store:
            await store.people.save([person("Amira Hassan")])
            await asyncio.to_thread(own_cluster.stop)
            await store.people.all("council")
    with pytest.raises(StoreUnavailable):
        await database.ping()
    with pytest.raises(StoreUnavailable):
        async with database.transaction():
            pass

    await asyncio.to_thread(own_cluster.start)
    async with database.transaction() as store:
        assert await store.people.all("council") == []
    await database.ping()
    await database.close()


async def test_two_that_wait_for_one_another_end_as_a_conflict_of_one(postgresql_url, clock):
    database = SqlDatabase(postgresql_url, clock, RING)
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    both_have_one = asyncio.Barrier(2)

    async def rename(first, second):
        async with database.transaction() as store:
            await store.people.save([person(first, role="a")])
            await both_have_one.wait()
            await store.people.save([person(second, role="b")])

    amira, ben = "Amira Hassan", "Ben Lloyd"
    outcomes = await asyncio.gather(rename(amira, ben), rename(ben, amira), return_exceptions=True)
    assert sorted(type(outcome) for outcome in outcomes if outcome is not None) == [Conflict]
    assert outcomes.count(None) == 1
    await database.close()
