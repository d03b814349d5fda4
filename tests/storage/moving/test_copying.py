"""A pilot's data move up to PostgreSQL, and back: all of them and the same, or nothing."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.import_files import Kind, import_file
from bot.organisation import found_organisation
from core.model.person import Person
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.engine import database_url, migrating_engine
from storage.migrate import downgrade, drift
from storage.moving.alone import InUse
from storage.moving.copying import CannotCopy, copy_database, tables
from storage.moving.plain import plain, summary_of
from tests.keys import RING
from tests.storage.council import NOW, message, person, settle_in
from tests.storage.moving.any_rows import fill_every_table

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


@asynccontextmanager
async def connected(url: str):
    """A connection in a transaction of its own."""
    engine = migrating_engine(database_url(url))
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


async def execute(url: str, *statements: str) -> None:
    async with connected(url) as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def contents(url: str) -> dict[str, tuple[int, str]]:
    """Rows and checksum of each table that has any."""
    async with connected(url) as connection:
        found = {table.name: await summary_of(connection, plain(table)) for table in tables()}
    return {name: (summary.rows, summary.checksum) for name, summary in found.items() if summary.rows}


@pytest.fixture(scope="module")
def every_table(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with rows in every table."""
    path = tmp_path_factory.mktemp("every") / "every.db"
    shutil.copyfile(sqlite_template, path)

    async def fill() -> None:
        async with connected(f"sqlite+aiosqlite:///{path}") as connection:
            await fill_every_table(connection)

    asyncio.run(fill())
    return path


@pytest.fixture
def full_url(every_table: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a database with rows in every table."""
    path = tmp_path / "full.db"
    shutil.copyfile(every_table, path)
    yield f"sqlite+aiosqlite:///{path}"


async def test_every_table_arrives_as_it_was_and_goes_back_the_same(full_url, postgresql_url, sqlite_url):
    copied = await copy_database(full_url, postgresql_url, at_most=2)
    assert {each.table for each in copied} == {table.name for table in tables()}
    assert all(each.rows == 3 for each in copied)
    before = await contents(full_url)
    assert len(before) == len(tables())
    assert await contents(postgresql_url) == before
    assert await drift(postgresql_url) == []

    await copy_database(postgresql_url, sqlite_url, at_most=2)
    assert await contents(sqlite_url) == before


async def test_a_pilot_moves_up_and_works_on_there(sqlite_database, sqlite_url, postgresql_url, clock):
    clock.move_to(NOW)
    tenant = await found_organisation(sqlite_database, "Vale Council", "the HR team")
    for kind in (Kind.PEOPLE, Kind.PRIORITIES, Kind.OBJECTIVES, Kind.TRAINING):
        file = EXAMPLES / f"{kind}.csv"
        assert not (await import_file(sqlite_database, clock, tenant.id, kind, file)).problems
    clock.move_to(NOW + timedelta(hours=3))
    assert await tick(sqlite_database, clock) > 0
    await sqlite_database.close()
    copied = {each.table: each.rows for each in await copy_database(sqlite_url, postgresql_url)}
    assert copied["people"] == 12
    assert copied["outbox"] > 5
    assert await contents(postgresql_url) == await contents(sqlite_url)

    clock.move_to(NOW + timedelta(days=7, hours=3))
    read = []
    for url in (sqlite_url, postgresql_url):
        database = SqlDatabase(url, clock, RING)
        try:
            async with database.reading() as store:
                (tenant,) = await store.tenants.all()
                people: list[Person] = list(await store.people.all(tenant.id))
                highest = await outbox_numbers(url)
            assert await tick(database, clock) > 0
            added = [number for number in await outbox_numbers(url) if number not in highest]
            read.append((people, sorted(highest), min(added) > max(highest), len(added)))
        finally:
            await database.close()
    assert read[0] == read[1]
    assert read[1][2], "numbers of new messages go on after the highest one"


async def outbox_numbers(url: str) -> set[int]:
    async with connected(url) as connection:
        return set((await connection.execute(text("SELECT seq FROM outbox"))).scalars())


async def test_a_number_that_was_given_is_not_given_again_although_its_row_is_gone(
    sqlite_database, sqlite_url, postgresql_url, clock
):
    await settle_in(sqlite_database, person("Amira Khan"))
    async with sqlite_database.transaction() as store:
        await store.outbox.add("council", [message("amira", str(each)) for each in range(9)], NOW)
    await sqlite_database.close()
    await execute(sqlite_url, "DELETE FROM outbox WHERE seq > 4")
    await copy_database(sqlite_url, postgresql_url)
    database = SqlDatabase(postgresql_url, clock, RING)
    try:
        async with database.transaction() as store:
            await store.outbox.add("council", [message("amira", "new")], NOW)
    finally:
        await database.close()
    assert max(await outbox_numbers(postgresql_url)) == 10


CHANGING_ROWS = (
    "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$",
    "CREATE TRIGGER spoil BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION spoil()",
)
LOSING_ROWS = (
    "CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
    "CREATE TRIGGER lose BEFORE INSERT ON absences FOR EACH ROW EXECUTE FUNCTION lose()",
)


@pytest.mark.parametrize(("spoilt", "table"), [(CHANGING_ROWS, "people"), (LOSING_ROWS, "absences")])
async def test_what_differs_after_the_copy_is_noticed_and_the_target_stays_empty(
    full_url, postgresql_url, spoilt, table
):
    await execute(postgresql_url, *spoilt)
    with pytest.raises(CannotCopy, match=f"{table} differs after the copy"):
        await copy_database(full_url, postgresql_url)
    assert await contents(postgresql_url) == {}
    assert await drift(postgresql_url) == []


async def test_what_postgresql_cannot_keep_is_named_by_its_row_and_nothing_is_copied(full_url, postgresql_url):
    await execute(full_url, "UPDATE objectives SET title = 'a' || char(0) || 'secret' WHERE id LIKE '%-1'")
    with pytest.raises(CannotCopy, match=r"objectives\.title of the row id=objectives-ŵ-1 holds a NUL") as refused:
        await copy_database(full_url, postgresql_url)
    assert "secret" not in str(refused.value)
    assert await contents(postgresql_url) == {}


async def test_a_number_too_large_for_the_target_is_named_without_what_anyone_wrote(full_url, postgresql_url):
    await execute(full_url, "UPDATE outbox SET attempts = 3000000000")
    with pytest.raises(CannotCopy, match=r"a row of outbox cannot be kept .*seq=1"):
        await copy_database(full_url, postgresql_url)
    assert await contents(postgresql_url) == {}


async def test_a_server_that_runs_on_the_source_or_the_target_is_not_copied_under(full_url, postgresql_url, clock):
    running = SqlDatabase(full_url, clock, RING)
    await running.ping()
    with pytest.raises(InUse, match="stop the server"):
        await copy_database(full_url, postgresql_url)
    await running.close()
    running = SqlDatabase(postgresql_url, clock, RING)
    await running.ping()
    with pytest.raises(InUse, match="--to is in use"):
        await copy_database(full_url, postgresql_url)
    await running.close()
    assert await copy_database(full_url, postgresql_url)


async def test_a_target_with_rows_is_left_alone(full_url, postgresql_url):
    await execute(postgresql_url, "INSERT INTO tenants (id, name, contact) VALUES ('other', 'Other', '')")
    with pytest.raises(CannotCopy, match="not empty: tenants"):
        await copy_database(full_url, postgresql_url)
    assert set(await contents(postgresql_url)) == {"tenants"}


async def test_both_sides_must_have_this_releases_tables(full_url, postgresql_url, tmp_path):
    await downgrade(postgresql_url, "0001")
    with pytest.raises(CannotCopy, match=r"\(--to\) is at revision 0001.* milepost db upgrade"):
        await copy_database(full_url, postgresql_url)
    with pytest.raises(CannotCopy, match="there is no file"):
        await copy_database(f"sqlite+aiosqlite:///{tmp_path}/none.db", postgresql_url)
    with pytest.raises(CannotCopy, match=r"there is no file .* milepost db upgrade"):
        await copy_database(full_url, f"sqlite+aiosqlite:///{tmp_path}/none.db")
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(CannotCopy, match="are the same database"):
        await copy_database(full_url, full_url)
