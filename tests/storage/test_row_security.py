"""PostgreSQL keeps organisations apart by itself: a statement that forgets whose gets its own only."""

import asyncio
import subprocess
from dataclasses import replace

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.engine import make_url

from core.chat.event import Origin, TextReceived
from core.model.checkin import Answer
from core.model.person import Person, Platform, Tenant
from core.ports import Claim
from storage.database import SqlDatabase
from storage.row_security import OPEN, THROUGH, is_bypassed
from storage.tables import answers, feedback_requests, metadata, people, tenants
from tests.clock import MovableClock
from tests.keys import RING
from tests.postgresql import server_binaries
from tests.storage.council import NOW, SCHEDULE, check_in, person, settle_in

AMIRA, BEN = person("Amira Hassan"), person("Ben Wood")
OTHER = Tenant("trust", "Vale Trust", "hr@vale.example")
NIA = Person("nia", "trust", "nia@vale.example", "Nia Morgan")


@pytest.fixture
async def two(postgresql_database):
    """Two organisations; each has someone who has answered a check-in."""
    await settle_in(postgresql_database, AMIRA, BEN)
    async with postgresql_database.transaction() as store:
        await store.tenants.add(OTHER)
        await store.people.save([NIA])
        await store.checkins.save_schedule(replace(SCHEDULE, id="other", tenant_id="trust"))
        of_nia = check_in("nia", tenant_id="trust", schedule_id="other")
        await store.checkins.add([check_in("amira"), of_nia])
        await store.checkins.log_answers(
            [Answer(check_in("amira").id, "note", "All well", NOW), Answer(of_nia.id, "note", "Not well", NOW)]
        )
    return postgresql_database


def names(rows):
    return {name for (name,) in rows}


EVERYONE = select(people.c.name)
EVERY_ANSWER = select(answers.c.text)


async def test_the_role_of_the_tests_is_bound_by_it(postgresql_database):
    async with postgresql_database.connected_for_reading() as connection:
        assert not await is_bypassed(connection)


async def test_a_role_that_is_above_it_is_known_for_the_doctor(postgresql_url, clock):
    above = SqlDatabase(postgresql_url.replace("//milepost@", "//postgres@"), clock, RING)
    async with above.connected_for_reading() as connection:
        assert await is_bypassed(connection)
    await above.close()


async def test_a_statement_that_forgets_whose_rows_it_wants_sees_those_of_its_own_organisation(two):
    async with two.transaction("trust") as store:
        connection = store.people._connection
        assert names(await connection.execute(EVERYONE)) == {"Nia Morgan"}
        assert names(await connection.execute(EVERY_ANSWER)) == {"Not well"}
        assert names(await connection.execute(select(tenants.c.name))) == {"Vale Trust"}
        changed = await connection.execute(update(people).values(name="Somebody"))
        assert changed.rowcount == 1
    async with two.reading() as store:
        assert names(await store.people._connection.execute(EVERYONE)) == {"Amira Hassan", "Ben Wood", "Somebody"}


async def test_nothing_is_written_into_another_organisation(two):
    for statement, row in (
        (insert(answers), {"checkin_id": check_in("amira").id, "step": "x", "text": "x", "answered_at": NOW}),
        (
            insert(feedback_requests),
            {
                "id": "r",
                "tenant_id": "council",
                "round_id": "r",
                "question": "?",
                "asked_at": NOW,
                "asker_id": "amira",
                "giver_id": "amira",
            },
        ),
    ):
        with pytest.raises(Exception, match="row-level security"):
            async with two.transaction("trust") as store:
                await store.people._connection.execute(statement, row)


async def test_a_reading_connection_that_is_lent_on_never_shows_what_the_one_before_was_allowed(two):
    for tenant, seen in (
        ("trust", {"Not well"}),
        ("council", {"All well"}),
        (None, {"All well", "Not well"}),
        ("council", {"All well"}),
        ("council", {"All well"}),
        ("nobody's", set()),
    ):
        async with two.reading(tenant) as store:
            assert names(await store.people._connection.execute(EVERY_ANSWER)) == seen


async def test_what_one_transaction_says_is_forgotten_by_the_next(two):
    async with two.transaction("trust"):
        pass
    async with two.transaction() as store:
        assert len(await store.tenants.all()) == 2


async def test_a_turn_says_whose_it_is_with_the_statement_that_takes_its_lane(two, clock):
    async with two.transaction() as store:
        origin = Origin(Platform.SLACK, "T9", "U9", "e1", "D9")
        claim = await store.inbox.accept(TextReceived(origin, "hello"), NOW, by="us", until=NOW)
    assert isinstance(claim, Claim)
    async with two.transaction() as store:
        assert await store.inbox.begin(claim, "trust") is None
        assert names(await store.people._connection.execute(EVERYONE)) == {"Nia Morgan"}
        await store.inbox.done(claim, NOW)


async def test_every_table_has_its_wall_or_a_reason_for_none(postgresql_database):
    guarded = text(
        "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid"
        " WHERE relrowsecurity AND relforcerowsecurity"
    )
    async with postgresql_database.connected_for_reading() as connection:
        walls = names(await connection.execute(guarded))
    assert walls | set(OPEN) == set(metadata.tables)
    assert not walls & set(OPEN)
    for name, table in metadata.tables.items():
        own = "tenant_id" in table.c or name == "tenants"
        assert own + (name in THROUGH) + (name in OPEN) == 1, name
    for name, (column, parent) in THROUGH.items():
        assert metadata.tables[name].c[column].references(metadata.tables[parent].c.id)
        assert "tenant_id" in metadata.tables[parent].c


async def test_a_dump_as_the_documents_say_holds_every_organisation(two, postgresql, postgresql_url, tmp_path):
    """As the owner, whom row-level security binds too; without the option PostgreSQL's tool refuses."""
    binaries = server_binaries()
    assert binaries is not None
    given = str(make_url(postgresql_url).set(drivername="postgresql").render_as_string())
    dump = [str(binaries / "pg_dump"), "--format=custom", "--file", str(tmp_path / "a.dump"), given]
    refused = await asyncio.to_thread(subprocess.run, dump, capture_output=True, check=False, timeout=60)
    assert b"row-level security" in refused.stderr
    await asyncio.to_thread(subprocess.run, [*dump, "--enable-row-security"], check=True, timeout=60)
    fresh = await asyncio.to_thread(postgresql.create, "restored", "template0")
    to = str(make_url(fresh).set(drivername="postgresql").render_as_string())
    put_back = [str(binaries / "pg_restore"), "--exit-on-error", "--single-transaction", "--no-owner"]
    given = [*put_back, "--dbname", to, str(tmp_path / "a.dump")]
    await asyncio.to_thread(subprocess.run, given, check=True, timeout=60)
    restored = SqlDatabase(fresh, MovableClock(NOW), RING)
    for tenant, seen in ((None, {"All well", "Not well"}), ("trust", {"Not well"})):
        async with restored.reading(tenant) as store:
            assert names(await store.people._connection.execute(EVERY_ANSWER)) == seen
    await restored.close()
    await asyncio.to_thread(postgresql.drop, fresh)


async def test_on_sqlite_an_organisation_is_taken_and_changes_nothing(sqlite_url, clock):
    database = SqlDatabase(sqlite_url, clock, RING)
    await settle_in(database, AMIRA)
    async with database.reading("council") as store:
        assert len(await store.people.all("council")) == 1
    async with database.connected_for_reading() as connection:
        assert not await is_bypassed(connection)
    await database.close()
