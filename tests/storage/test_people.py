"""People, accounts, teams and the reporting lines over time."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from core.model.person import Access, Account, ChannelAddress, Employment, Language, Nation, Platform, Team
from storage.tables import reporting_lines
from tests.storage.council import NOW, person, settle_in, slack_account

LINES = select(reporting_lines.c.manager_id, reporting_lines.c.from_on, reporting_lines.c.until_on).order_by(
    reporting_lines.c.from_on
)


async def test_a_person_comes_back_as_saved(database):
    amira = person(
        "Amira Hassan",
        team_id="repairs",
        manager_id="megan",
        role="Surveyor",
        access=Access.HR,
        timezone="Europe/Belfast",
        working_days=frozenset({2, 3, 7}),
        start_on=date(2020, 1, 6),
        end_on=date(2027, 3, 31),
        employment=Employment.INTERIM,
        nation=Nation.WALES,
        language=Language.CY,
    )
    await settle_in(database, amira, person("Megan Rhys"), teams=[Team("repairs", "council", "Repairs")])
    async with database.reading() as store:
        assert await store.people.by_ids(["amira", "nobody"]) == {"amira": amira}
        assert await store.people.by_email("council", "Amira@Abermoor.example") == amira
        assert await store.people.by_email("elsewhere", amira.email) is None
        assert await store.people.by_emails("council", [amira.email, "no@one"]) == {amira.email: amira}
        assert await store.people.by_ids([]) == {}


async def test_who_lost_their_last_account_is_out_of_touch_until_they_are_seen_again(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"), person("Cai Puw"))
    elsewhere = Account(Platform.TEAMS, "M1", "U-ben", "ben", "C-ben")
    async with database.transaction() as store:
        for each in (slack_account("amira"), slack_account("ben"), elsewhere):
            await store.people.link(each)
        await store.people.lose(Platform.SLACK, "T1", "U-amira", NOW)
        await store.people.lose(Platform.SLACK, "T1", "U-ben", NOW)
        # Ben is written to on Teams; nothing is known of Cai, who may be found.
        assert await store.people.out_of_touch("council") == {"amira"}
        assert await store.people.out_of_touch("elsewhere") == frozenset()
        await store.people.link(slack_account("amira"))
        assert await store.people.out_of_touch("council") == frozenset()


@pytest.fixture
async def amira_and_managers(database):
    managers = (person("Megan Rhys"), person("Owen Price"))
    await settle_in(database, person("Amira Hassan", manager_id="megan"), *managers)


async def reporting_line(database):
    async with database.connected_for_reading() as connection:
        found = await connection.execute(LINES.where(reporting_lines.c.person_id == "amira"))
        return [tuple(row) for row in found]


async def reports_to(database, manager_id):
    async with database.transaction() as store:
        (amira,) = (await store.people.by_ids(["amira"])).values()
        await store.people.save([replace(amira, manager_id=manager_id)])


async def test_a_new_manager_starts_a_new_reporting_line_that_day(database, clock, amira_and_managers):
    clock.advance(days=10)
    await reports_to(database, "owen")
    clock.advance(days=5)
    await reports_to(database, None)
    assert await reporting_line(database) == [
        ("megan", date(2026, 11, 23), date(2026, 12, 2)),
        ("owen", date(2026, 12, 3), date(2026, 12, 7)),
    ]


async def test_a_manager_who_stays_keeps_the_reporting_line(database, clock, amira_and_managers):
    clock.advance(days=10)
    await reports_to(database, "megan")
    assert await reporting_line(database) == [("megan", date(2026, 11, 23), None)]


async def test_a_manager_corrected_the_same_day_leaves_no_line_of_no_days(database, clock, amira_and_managers):
    clock.advance(days=10)
    await reports_to(database, "owen")
    await reports_to(database, "megan")
    assert await reporting_line(database) == [
        ("megan", date(2026, 11, 23), date(2026, 12, 2)),
        ("megan", date(2026, 12, 3), None),
    ]


async def test_reports_are_those_of_now_by_name(database, amira_and_managers):
    async with database.transaction() as store:
        await store.people.save([person("Zoë Adams", manager_id="megan"), person("Ben Lloyd", manager_id="megan")])
    async with database.reading() as store:
        names = [report.name for report in await store.people.reports_of("megan")]
    assert names == ["Amira Hassan", "Ben Lloyd", "Zoë Adams"]


async def test_an_unknown_manager_is_refused_and_nothing_is_kept(database):
    with pytest.raises(IntegrityError):
        await settle_in(database, person("Amira Hassan", manager_id="nobody"))
    async with database.reading() as store:
        assert await store.tenants.all() == []


async def test_two_people_of_a_tenant_never_share_an_email(database):
    await settle_in(database, person("Amira Hassan"))
    with pytest.raises(IntegrityError):
        async with database.transaction() as store:
            await store.people.save([person("Megan Rhys", email="amira@abermoor.example")])


async def test_people_are_found_by_part_of_name_or_email_whatever_the_case(database):
    await settle_in(
        database, person("Ŵyn Ellis"), person("Amira Hassan"), person("Ali Hassan"), person("100% Sure")
    )
    async with database.reading() as store:

        async def found(words, limit=10):
            return [each.id for each in await store.people.search("council", words, limit)]

        assert await found("ŵYN") == ["ŵyn"]
        assert await found("hassan") == ["ali", "amira"]
        assert await found("hassan amira") == ["amira"]
        assert await found("AMIRA@") == ["amira"]
        assert await found("%") == ["100%"]
        assert await found("hassan", limit=1) == ["ali"]


async def test_an_account_leads_to_its_person(database):
    await settle_in(database, person("Amira Hassan"))
    async with database.transaction() as store:
        await store.people.link(slack_account("amira"))
    async with database.reading() as store:
        found = await store.people.by_account(Platform.SLACK, "T1", "U-amira")
        assert found is not None
        assert found.id == "amira"
        assert await store.people.by_account(Platform.SLACK, "T2", "U-amira") is None
        assert await store.people.by_account(Platform.TEAMS, "T1", "U-amira") is None


async def test_an_account_is_linked_once_and_a_known_address_is_kept(database, clock):
    await settle_in(database, person("Amira Hassan"), person("Megan Rhys"))
    unaddressed = Account(Platform.SLACK, "T1", "U1", "amira")
    teams = Account(Platform.TEAMS, "M365", "U2", "amira")
    async with database.transaction() as store:
        await store.people.link(replace(unaddressed, person_id="megan", address="D1"))
        await store.people.link(teams)
        clock.advance(hours=1)
        await store.people.link(unaddressed)
    async with database.reading() as store:
        # The one seen last comes first.
        assert await store.people.accounts_of("amira") == [replace(unaddressed, address="D1"), teams]
        assert await store.people.accounts_of("megan") == []


async def test_a_team_comes_back_with_its_lead_its_channel_and_its_members(database):
    channel = ChannelAddress(Platform.SLACK, "T1", "C1")
    repairs = Team("repairs", "council", "Repairs", "megan", "Europe/London", 4, time(14, 30), channel)
    planning = Team("planning", "council", "Planning")
    members = person("Megan Rhys", team_id="repairs"), person("Amira Hassan", team_id="repairs")
    await settle_in(database, *members, teams=[repairs, planning])
    async with database.reading() as store:
        assert await store.people.teams("council") == [planning, repairs]
        assert await store.people.team("repairs") == repairs
        assert await store.people.team("none") is None
        assert await store.people.team_led_by("megan") == repairs
        assert await store.people.team_led_by("amira") is None
        assert [member.id for member in await store.people.team_members("repairs")] == ["amira", "megan"]


async def test_forty_thousand_people_are_found_by_their_ids_at_once(sqlite_database):
    # More than either database takes as separate parameters.
    await settle_in(sqlite_database, *(person(f"P{number}") for number in range(40_000)))
    async with sqlite_database.reading() as store:
        assert len(await store.people.by_ids([f"p{number}" for number in range(40_000)])) == 40_000
