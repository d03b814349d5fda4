"""What line managers say about their teams, as they really type it."""

import pytest

from core.model.person import ChannelAddress, Platform, Team
from tests.stories.council import TENANT


async def _team(council):
    marcus = await council.hire("Marcus Bell")
    channel = ChannelAddress(Platform.WEB, "demo", "channel:repairs")
    team = Team("repairs", TENANT.id, "Housing repairs", lead_id=marcus.person.id, channel=channel)
    await council.form_team(team)
    amira = await council.hire("Amira Hassan", manager=marcus, team_id="repairs")
    callum = await council.hire("Callum Reid", manager=marcus, team_id="repairs")
    await council.goes_to("Mon 10:00")
    return marcus, amira, callum


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("team overdu", "Still to answer"), ("team sumary", "have checked in"), ("team stauts", "My team this week")],
)
async def test_a_misspelt_team_word_is_understood(council, typed, seen):
    marcus, *_ = await _team(council)
    assert seen in await marcus.says(typed)


async def test_where_no_check_in_is_due_the_status_says_so(council):
    marcus = await council.hire("Marcus Bell")
    await council.hire("Amira Hassan", manager=marcus)
    assert "No check-in is due just now." in await marcus.says("team")


async def test_someone_whose_name_is_like_a_team_word_is_still_found(council):
    marcus, *_ = await _team(council)
    await council.hire("Summer Yates", manager=marcus)
    assert "Summer Yates" in await marcus.says("team summer")


async def test_a_private_conversation_never_becomes_the_teams_channel(council):
    marcus, *_ = await _team(council)
    assert "in the channel" in await marcus.says("team set channel")
    async with council.database.reading() as store:
        team = await store.people.team("repairs")
    assert team.channel.conversation == "channel:repairs"


async def test_a_summary_time_that_cannot_be_read_is_said_so(council):
    marcus, *_ = await _team(council)
    assert "couldn’t read a day and time" in await marcus.says("team set summary banana")


async def test_a_day_alone_keeps_the_hour_of_the_summary(council):
    marcus, *_ = await _team(council)
    assert "Thu 26 Nov, 15:00 (London)" in await marcus.says("team set summary Thursday")


async def test_someone_away_is_not_reminded_with_everyone(council):
    marcus, amira, callum = await _team(council)
    await amira.says("away until Friday")
    before = len(amira.inbox)
    await marcus.says("team overdue")
    await marcus.sends_action("team.remind_all", "")
    assert len(amira.inbox) == before
    assert "would be glad to hear" in callum.last.text
    checkin = await council.check_in_of(amira)
    await marcus.sends_action("team.remind", checkin.id)
    assert len(amira.inbox) == before


async def test_what_needs_attention_comes_first_in_a_summary(council):
    marcus, amira, callum = await _team(council)
    await council.sets_objective(amira, "Answer complaints faster")
    await council.sets_objective(callum, "Service every boiler")
    for person, status in ((amira, "On track"), (callum, "Off track")):
        await person.taps("Answer in a form")
        await person.fills({"Where is it now?": "12", "Status": status})
    text = await marcus.says("team summary")
    assert text.index("Service every boiler") < text.index("Answer complaints faster")


async def test_a_win_reads_as_a_sentence(council):
    marcus, amira, _ = await _team(council)
    await council.sets_objective(amira, "Answer complaints faster")
    await amira.taps("Answer in a form")
    await amira.fills({"Where is it now?": "8 days", "Status": "On track"})
    text = await marcus.says("team summary")
    assert "Amira Hassan reached the target of “Answer complaints faster”: 8 days, target 8 days." in text
