"""A colleague stands in for a line manager who is away: what they see meanwhile, what they never see, the end."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.model.person import Language, Team
from tests.stories.council import TENANT

NAME = "settings delegate @Dilys from 23 November to 4 December"


@pytest.fixture
async def dilys(council):
    """A colleague elsewhere, who manages nobody."""
    return await council.hire("Dilys Rees")


async def test_everyone_concerned_is_told_who_stands_in_and_what_they_see(council, lead, amira, ben, dilys):
    said = await lead.says_to(NAME, dilys)
    assert "Dilys Rees stands in for you from 23 November 2026 to 4 December 2026" in said
    assert "What is private they do not see" in said
    assert "You stand in for Megan Price from 23 November 2026" in dilys.last.text
    for each in (amira, ben):
        assert "Dilys Rees stands in for Megan Price" in each.last.text
        assert "stays between you and your line manager" in each.last.text
    assert "Dilys Rees stands in for you" in await lead.says("settings")
    assert "You stand in for Megan Price" in await dilys.says("settings")


async def test_a_delegate_sees_the_status_and_reminds_and_no_longer_once_it_is_over(council, lead, amira, dilys):
    assert "Amira Hassan" not in await dilys.says("team")
    await lead.says_to(NAME, dilys)
    assert "Amira Hassan" not in await dilys.says("team"), "it has not begun"
    await council.goes_to("Tue 12:00")
    assert "Amira Hassan" in await dilys.says("team")
    assert "Amira Hassan" in await dilys.says("team @Amira")
    await dilys.says("team overdue")
    await dilys.taps("Remind Amira")
    assert "Dilys Rees" in amira.last.text
    await council.time_passes_until(datetime(2026, 12, 5, 12, tzinfo=UTC))
    assert "Amira Hassan" not in await dilys.says("team")


async def test_nothing_private_is_a_delegates(council, lead, amira, dilys):
    await lead.says_to(NAME, dilys)
    await council.goes_to("Mon 12:00")
    for asked in (
        "team one-to-one @Amira on Thursday 14:00",
        "team review @Amira annual by 31 March",
        "team 360 @Amira",
        "training @Amira",
    ):
        before = len(amira.inbox)
        await dilys.says_to(asked, amira)
        assert len(amira.inbox) == before, f"{asked}: {amira.last.text}"
    assert "Amira" not in await dilys.says("team training")
    assert "Amira" not in await dilys.says("team pulse")


async def test_the_summary_comes_to_the_delegate_while_the_lead_is_away(council, lead, amira, dilys):
    await council.form_team(Team("housing", TENANT.id, "Housing", lead.person.id))
    amira.person = replace(amira.person, team_id="housing")
    async with council.database.transaction() as store:
        await store.people.save([amira.person])
        await store.summaries.schedule("housing", datetime(2026, 11, 27, 15, tzinfo=UTC))
    await lead.says("away 23 November to 4 December")
    await lead.says_to(NAME, dilys)
    before = len(lead.inbox)
    await council.time_passes_until(datetime(2026, 11, 27, 16, tzinfo=UTC))
    assert "Housing" in dilys.last.card.title
    assert len(lead.inbox) == before, "it waits until the lead is back"
    assert "may not" not in await dilys.says("why")
    await council.time_passes_until(datetime(2026, 12, 7, 12, tzinfo=UTC))
    assert any("Housing" in text for text in lead.texts[before:])


async def test_it_ends_sooner_when_the_manager_says_so(council, lead, amira, dilys):
    await lead.says_to("settings delegate @Dilys from 20 November to 4 December", dilys)
    assert "Amira Hassan" in await dilys.says("team")
    await lead.says("settings delegate off")
    assert "Nobody stands in for Megan Price any more" in dilys.last.text
    assert "Amira Hassan" not in await dilys.says("team")
    assert "Nobody stands in for you" in await lead.says("settings delegate")


async def test_who_manages_nobody_or_names_nobody_changes_nothing(council, lead, amira, dilys):
    assert "Nobody reports to you" in await dilys.says_to("settings delegate @Amira until Friday", amira)
    assert "Say from when to when" in await lead.says_to("settings delegate @Dilys", dilys)
    assert "which colleague" in await lead.says("settings delegate Nobody At All until Friday")
    assert "Nobody stands in for you" in await lead.says("settings delegate")


async def test_a_delegate_is_named_in_welsh(council, lead, amira, dilys):
    lead.person = replace(lead.person, language=Language.CY)
    async with council.database.transaction() as store:
        await store.people.save([lead.person])
    said = await lead.says_to("gosodiadau dirprwy @Dilys o 23 Tachwedd i 4 Rhagfyr", dilys)
    assert "Mae Dilys Rees yn dirprwyo drosoch" in said
