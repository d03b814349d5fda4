"""The audit log as it is stored: with what it records or not at all, one chain however many write to it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from core.model.api_key import ApiScope
from core.model.audit import EVERYONE, OPERATOR, SYSTEM, AuditAction, AuditNote, Check, Fault, Finding, Head
from core.model.person import Access, Team, Tenant
from core.services.api_keys import give_key
from core.trail import acting
from storage.database import SqlDatabase
from tests.storage.council import NOW, TENANT, person, settle_in

READ = AuditNote(TENANT.id, AuditAction.READ_CHECK_IN, "amira")


async def entries_of(database, tenant_id=TENANT.id):
    async with database.reading() as store:
        return list(await store.audit.after(tenant_id, 0, 1_000))


async def finding_in(database, tenant_id=TENANT.id):
    check = Check()
    check.walk(await entries_of(database, tenant_id))
    async with database.reading() as store:
        return check.end(await store.audit.head(tenant_id))


@pytest.fixture
async def settled(database, clock):
    clock.move_to(NOW)
    await settle_in(database, person("Amira Hassan"))
    return database


async def test_what_is_noted_is_kept_in_a_chain_with_who_acted_and_when(settled, clock):
    with acting(OPERATOR):
        async with settled.transaction() as store:
            await store.audit.note(READ, replace(READ, subject_id=EVERYONE))
    first, second = await entries_of(settled)
    assert (first.number, first.at, first.actor_kind, first.surface) == (1, NOW, "operator", "cli")
    assert (first.action, first.subject_id, first.previous) == ("check_in.read", "amira", Head().hash)
    assert (second.number, second.subject_id, second.previous) == (2, "*", first.hash)
    assert await finding_in(settled) is None


async def test_nothing_is_kept_of_a_transaction_that_failed(settled):
    with pytest.raises(ZeroDivisionError):
        async with settled.transaction() as store:
            await store.audit.note(READ)
            raise ZeroDivisionError
    assert await entries_of(settled) == []


async def test_what_is_noted_while_reading_is_kept_before_the_reader_goes_on(settled):
    async with settled.reading() as store:
        await store.audit.note(READ)
    assert [entry.subject_id for entry in await entries_of(settled)] == ["amira"]


async def test_a_reading_whose_trace_cannot_be_kept_fails(settled):
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        async with settled.reading() as store:
            await store.audit.note(replace(READ, tenant_id="unknown"))


async def test_each_organisation_has_a_chain_of_its_own(settled):
    async with settled.transaction() as store:
        await store.tenants.add(Tenant("other", "Other Council"))
        await store.audit.note(READ, replace(READ, tenant_id="other"), READ)
    assert [entry.number for entry in await entries_of(settled)] == [1, 2]
    assert [entry.number for entry in await entries_of(settled, "other")] == [1]
    async with settled.reading() as store:
        assert await store.audit.about("other", "amira", NOW) != await store.audit.about(TENANT.id, "amira", NOW)


async def test_about_a_person_is_what_concerned_them_or_everyone_newest_first(settled, clock):
    async with settled.transaction() as store:
        await store.audit.note(READ)
    clock.move_to(NOW + timedelta(days=1))
    notes = [replace(READ, subject_id=each) for each in ("ben", None, EVERYONE, "amira")]
    async with settled.transaction() as store:
        await store.audit.note(*notes)
    async with settled.reading() as store:
        found = await store.audit.about(TENANT.id, "amira", NOW)
        assert [entry.number for entry in found] == [5, 4, 1]
        assert [entry.number for entry in await store.audit.about(TENANT.id, "amira", clock.now())] == [5, 4]
        assert [entry.number for entry in await store.audit.about(TENANT.id, "amira", NOW, 1)] == [5]


async def test_writers_at_the_same_time_make_one_chain(postgresql_url, clock):
    """Each with a connection of its own, as replicas have."""
    clock.move_to(NOW)
    replicas = [SqlDatabase(postgresql_url, clock) for _ in range(4)]
    await settle_in(replicas[0])

    async def write(database):
        for _ in range(10):
            async with database.transaction() as store:
                await store.audit.note(READ, replace(READ, subject_id="ben"))

    await asyncio.gather(*[write(database) for database in replicas for _ in range(2)])
    entries = await entries_of(replicas[0])
    assert [entry.number for entry in entries] == list(range(1, 161))
    assert await finding_in(replicas[0]) is None
    for database in replicas:
        await database.close()


async def test_no_two_organisations_chains_lock_one_another_up(postgresql_url, clock):
    clock.move_to(NOW)
    replicas = [SqlDatabase(postgresql_url, clock) for _ in range(2)]
    await settle_in(replicas[0])
    async with replicas[0].transaction() as store:
        await store.tenants.add(Tenant("other", "Other Council"))
    theirs = replace(READ, tenant_id="other")

    async def write(database, *notes):
        for _ in range(20):
            async with database.transaction() as store:
                await store.audit.note(*notes)

    await asyncio.gather(write(replicas[0], READ, theirs), write(replicas[1], theirs, READ))
    assert await finding_in(replicas[0]) is None and await finding_in(replicas[0], "other") is None
    for database in replicas:
        await database.close()


TAMPERING = {
    "UPDATE audit_entries SET actor_id = 'nobody' WHERE number = 2": Finding(2, Fault.CHANGED),
    "UPDATE audit_entries SET action = 'nothing.read' WHERE number = 2": Finding(2, Fault.CHANGED),
    "UPDATE audit_entries SET subject_id = NULL WHERE number = 3": Finding(3, Fault.CHANGED),
    "UPDATE audit_entries SET at = '2020-01-01 00:00:00+00' WHERE number = 1": Finding(1, Fault.CHANGED),
    "DELETE FROM audit_entries WHERE number = 2": Finding(2, Fault.MISSING),
    "DELETE FROM audit_entries WHERE number = 3": Finding(3, Fault.CUT_OFF),
    "DELETE FROM audit_entries": Finding(1, Fault.CUT_OFF),
    "UPDATE audit_heads SET number = 2": Finding(3, Fault.UNLINKED),
}


@pytest.mark.parametrize("statement", TAMPERING)
async def test_what_is_done_to_the_table_behind_milepost_shows(settled, statement):
    async with settled.transaction() as store:
        await store.audit.note(READ, READ, READ)
    is_sqlite = not settled.connections()
    async with settled.connected_for_writing() as connection:
        await connection.execute(text(statement.replace("+00'", "'") if is_sqlite else statement))
    assert await finding_in(settled) == TAMPERING[statement]


async def noted(database):
    """Action, whom it was about and its detail, of everything in the log."""
    return [(entry.action, entry.subject_id, entry.detail) for entry in await entries_of(database)]


async def test_a_change_of_access_or_line_manager_is_noted_and_nothing_else_of_a_person(settled):
    amira = person("Amira Hassan")
    async with settled.transaction() as store:
        await store.people.save([person("Megan Price", access=Access.HR), replace(amira, manager_id="megan")])
    async with settled.transaction() as store:
        await store.people.save([replace(amira, manager_id="megan", role="Lettings officer")])
        await store.people.save([replace(amira, access=Access.ADMIN)])
    assert await noted(settled) == [
        ("access.change", "megan", "from=staff to=hr"),
        ("line_manager.change", "amira", "from= to=megan"),
        ("access.change", "amira", "from=staff to=admin"),
        ("line_manager.change", "amira", "from=megan to="),
    ]


async def test_a_change_of_a_teams_lead_is_noted(settled):
    team = Team("lettings", TENANT.id, "Lettings")
    async with settled.transaction() as store:
        await store.people.save_teams([team])
        await store.people.save_teams([replace(team, lead_id="amira")])
        await store.people.save_teams([replace(team, lead_id="amira", name="Lets")])
    assert await noted(settled) == [("team_lead.change", "amira", "from= team=lettings to=amira")]


async def test_an_api_key_that_is_made_or_withdrawn_is_noted_once(settled):
    async with settled.transaction() as store:
        key, _ = await give_key(store, TENANT.id, "Survey", ApiScope.READ, NOW)
    for _ in range(2):
        async with settled.transaction() as store:
            await store.api_keys.revoke(key.id, NOW)
    assert await noted(settled) == [
        ("api_key.create", None, f"key={key.id} scope=read"),
        ("api_key.revoke", None, f"key={key.id}"),
    ]


async def test_who_acts_when_nobody_does_is_milepost_itself(settled):
    async with settled.transaction() as store:
        await store.audit.note(READ)
    (entry,) = await entries_of(settled)
    assert (entry.actor_kind, entry.surface) == (SYSTEM.kind, SYSTEM.surface)
