"""Installations and sign-in states, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.model.installation import Installation
from core.model.person import Access, Account, Person, Platform, Tenant
from storage.database import SqlDatabase

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TENANT = Tenant("vale", "Vale Council", is_home=True)
INSTALLED = Installation(Platform.SLACK, "T1", TENANT.id, "Vale", "E1", False, "sealed", 1, NOW, "U1", NOW)


async def _installed(database: SqlDatabase) -> None:
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.installations.save(INSTALLED)


async def test_an_installation_is_kept_ended_once_and_kept_anew(database: SqlDatabase):
    await _installed(database)
    async with database.transaction() as store:
        assert await store.installations.of(Platform.SLACK, "T1") == INSTALLED
        assert await store.installations.tenant_of_enterprise(Platform.SLACK, "E1") == TENANT.id
        assert await store.installations.end(Platform.SLACK, "T1", "removed", NOW)
        assert not await store.installations.end(Platform.SLACK, "T1", "removed", NOW)
        ended = await store.installations.of(Platform.SLACK, "T1")
        assert ended is not None
        assert (ended.secrets, ended.ended_because, ended.ended_at) == (None, "removed", NOW)
        await store.installations.save(INSTALLED)
        assert await store.installations.all(Platform.SLACK) == [replace(INSTALLED, version=2)]


async def test_secrets_are_renewed_by_one_at_a_time_and_never_over_newer_ones(database: SqlDatabase):
    await _installed(database)
    later = NOW + timedelta(minutes=1)
    async with database.transaction() as store:
        assert await store.installations.lease_renewal(INSTALLED, NOW, later)
        assert not await store.installations.lease_renewal(INSTALLED, NOW, later)
        assert await store.installations.lease_renewal(INSTALLED, later, later + timedelta(minutes=1))
        assert await store.installations.renew(INSTALLED, "newer", later)
        assert not await store.installations.renew(INSTALLED, "older", later)
        renewed = await store.installations.of(Platform.SLACK, "T1")
    assert renewed is not None
    assert (renewed.secrets, renewed.version, renewed.expires_at) == ("newer", 2, later)


async def test_a_state_is_used_once_and_only_before_it_expires(database: SqlDatabase):
    async with database.transaction() as store:
        await store.sign_in_states.issue("a", NOW + timedelta(minutes=10))
        await store.sign_in_states.issue("b", NOW + timedelta(minutes=10))
        assert await store.sign_in_states.consume("a", NOW)
        assert not await store.sign_in_states.consume("a", NOW)
        assert not await store.sign_in_states.consume("b", NOW + timedelta(minutes=10))


async def test_administrators_are_in_reach_where_an_installation_has_not_ended(database: SqlDatabase):
    await _installed(database)
    boss = Person("p1", TENANT.id, "boss@vale.example", "Boss", access=Access.ADMIN)
    async with database.transaction() as store:
        await store.people.save([boss, Person("p2", TENANT.id, "staff@vale.example", "Staff")])
        await store.people.link(Account(Platform.SLACK, "T1", "U1", "p1", "U1"))
        assert await store.installations.administrators_in_reach(TENANT.id) == [boss]
        await store.installations.end(Platform.SLACK, "T1", "removed", NOW)
        assert await store.installations.administrators_in_reach(TENANT.id) == []
        await store.people.link(Account(Platform.TEAMS, "m365", "a", "p1", "a:1"))
        assert await store.installations.administrators_in_reach(TENANT.id) == [boss]
        assert await store.tenants.workspaces(TENANT.id) == {}
