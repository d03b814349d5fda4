"""The language a person chose is theirs: at once, on every platform, and after Milepost was started anew."""

from dataclasses import replace

import pytest

from core.chat.event import TextReceived
from core.dispatch import Core
from core.model.person import Account, Platform


async def _on_teams(council, resident, text):
    """What the person is answered in Teams, where they have an account too."""
    async with council.database.transaction() as store:
        account = Account(Platform.TEAMS, "demo", "teams-amira", resident.person.id, "dm:teams-amira")
        await store.people.link(account)
    event = TextReceived(replace(resident._origin(), platform=Platform.TEAMS, user="teams-amira"), text)
    await council.bring(resident, event)
    return resident.last


@pytest.mark.parametrize(
    "typed",
    ["settings language cymraeg", "settings language welsh", "gosodiadau iaith cymraeg", "settings iaith cy"],
)
async def test_a_language_is_changed_by_typing_in_either_and_answered_in_it_at_once(council, amira, typed):
    assert "Fy amcanion" not in await amira.says("objectives")
    assert "Cymraeg" in await amira.says(typed)
    assert amira.last.card.language == "cy"
    assert (await amira.says("help")) and amira.last.card.language == "cy"
    assert "English" in await amira.says("gosodiadau iaith saesneg")
    assert amira.last.card.language == "en"


async def test_a_language_is_kept_on_the_other_platform_and_after_a_start_anew(council, amira):
    async with council.database.transaction() as store:
        await store.tenants.link_workspace(amira.person.tenant_id, Platform.TEAMS, "demo")
    await amira.says("settings language cymraeg")
    assert (await _on_teams(council, amira, "help")).card.language == "cy"
    council.core = Core(council.clock)
    assert (await amira.says("amcanion")) and amira.last.card.language == "cy"
    await council.sets_objective(amira, "Ateb cwynion yn gynt")
    await council.goes_to("Mon 10:00")
    assert "Sut mae eich amcanion" in amira.last.text


async def test_a_language_that_is_not_spoken_says_which_are(council, amira):
    said = await amira.says("settings language klingon")
    assert "“settings language english”" in said and "“settings language cymraeg”" in said
    assert amira.last.card.language == "en"
