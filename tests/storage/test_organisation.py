"""Tenants and workspaces, team summaries and drawn pictures."""

from dataclasses import replace
from datetime import timedelta

from core.model.person import Platform, Team, Tenant
from tests.storage.council import MONDAY, NOW, TENANT, settle_in

REPAIRS, PLANNING = Team("repairs", "council", "Repairs"), Team("planning", "council", "Planning")


async def test_a_workspace_belongs_to_one_tenant(database):
    trust = Tenant("trust", "Aber Health Trust")
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.tenants.add(trust)
        await store.tenants.link_workspace("council", Platform.SLACK, "T1")
        assert await store.tenants.of_workspace(Platform.SLACK, "T1") == TENANT
        await store.tenants.link_workspace("trust", Platform.SLACK, "T1")
    async with database.reading() as store:
        assert await store.tenants.all() == [trust, TENANT]
        assert await store.tenants.of_workspace(Platform.SLACK, "T1") == trust
        assert await store.tenants.of_workspace(Platform.TEAMS, "T1") is None
        assert await store.tenants.has_workspace("trust", Platform.SLACK)
        assert not await store.tenants.has_workspace("trust", Platform.TEAMS)
        assert not await store.tenants.has_workspace("council", Platform.SLACK)


async def test_summaries_are_due_from_their_instant_on_longest_due_first(database):
    await settle_in(database, teams=[REPAIRS, PLANNING])
    async with database.transaction() as store:
        await store.summaries.schedule("repairs", NOW)
        await store.summaries.schedule("planning", NOW - timedelta(hours=1))
    async with database.transaction() as store:
        assert await store.summaries.due(NOW, 10) == [PLANNING, REPAIRS]
        assert await store.summaries.due(NOW, 1) == [PLANNING]
        assert await store.summaries.due(NOW - timedelta(hours=2), 10) == []
    async with database.transaction() as store:
        await store.summaries.schedule("planning", None)
        assert await store.summaries.due(NOW, 10) == [REPAIRS]


async def test_saving_a_team_again_keeps_when_its_summary_is_due(database):
    await settle_in(database, teams=[REPAIRS])
    renamed = replace(REPAIRS, name="Repairs and voids")
    async with database.transaction() as store:
        await store.summaries.schedule("repairs", NOW)
        await store.people.save_teams([renamed])
        assert await store.summaries.due(NOW, 10) == [renamed]


async def test_a_summary_is_posted_once_for_a_team_and_period(database):
    await settle_in(database, teams=[REPAIRS, PLANNING])
    async with database.transaction() as store:
        assert not await store.summaries.was_posted("repairs", MONDAY)
        await store.summaries.mark_posted("repairs", MONDAY, NOW)
        await store.summaries.mark_posted("repairs", MONDAY, NOW + timedelta(hours=1))
    async with database.reading() as store:
        assert await store.summaries.was_posted("repairs", MONDAY)
        assert not await store.summaries.was_posted("planning", MONDAY)
        assert not await store.summaries.was_posted("repairs", MONDAY + timedelta(days=7))


async def test_a_picture_is_kept_and_may_be_drawn_again(database):
    async with database.transaction() as store:
        await store.pictures.put("p1", b"\x89PNG\x00first", NOW)
        await store.pictures.put("p1", b"\x89PNG\x00second", NOW)
    async with database.reading() as store:
        assert await store.pictures.get("p1") == b"\x89PNG\x00second"
        assert await store.pictures.get("p2") is None
