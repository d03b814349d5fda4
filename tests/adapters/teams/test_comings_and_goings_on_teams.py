"""People and teams that remove or block Milepost on Teams, and come back, with everything real behind it."""

from tests.adapters.teams.test_a_week_on_teams import council
from tests.installation import Installation
from tests.teams_api import Failure, TeamsTenant

__all__ = ["council"]


async def dead_letters(council: Installation) -> list[str]:
    async with council.milepost.database.reading() as store:
        return [letter.reason for letter in await store.outbox.dead_letters(council.tenant.id)]


async def test_someone_who_removed_milepost_is_written_to_again_once_they_are_back(
    council: Installation, teams: TeamsTenant
):
    amira = teams.add("Amira Khan")
    await amira.installs()
    await amira.removes()
    before = teams.called("post")
    await council.goes_to("Mon 10:00")
    assert teams.called("post") == before
    assert await dead_letters(council) == [
        "this person has removed or blocked Milepost, and has no other account to write to"
    ]

    await amira.installs()
    assert [message for message in teams.inbox(amira) if "Hello" in message.reads] == teams.inbox(amira)[:1]
    await council.goes_to("Mon 10:00")
    assert "Answer complaints faster" in teams.inbox(amira)[-1].reads


async def test_someone_who_blocked_milepost_is_tried_once_and_not_again_until_they_write(
    council: Installation, teams: TeamsTenant
):
    amira = teams.add("Amira Khan")
    await amira.installs()
    teams.fail("post", Failure(403, "ConversationBlockedByUser"))
    before = teams.called("post")
    await council.goes_to("Mon 10:00")
    (reason,) = await dead_letters(council)
    assert "removed or blocked Milepost" in reason
    assert "ConversationBlockedByUser" in reason
    await council.goes_to("Tue 18:00")
    assert teams.called("post") == before + 1

    await amira.says("checkin")
    assert "Answer complaints faster" in teams.inbox(amira)[-1].reads


async def test_a_conversation_that_moved_is_followed(council: Installation, teams: TeamsTenant):
    amira = teams.add("Amira Khan")
    await amira.installs()
    moved = {"conversationType": "personal", "tenantId": teams.id, "id": "a:moved"}
    await amira.says("help", conversation=moved)
    await council.goes_to("Mon 10:00")

    assert "Answer complaints faster" in teams.messages("a:moved")[-1].reads
    # A tapped button tells where it was tapped as well.
    again = moved | {"id": "a:moved-again"}
    await amira.taps(teams.messages("a:moved")[-1], "Answer here in chat", conversation=again)
    assert "Where is it now?" in teams.messages("a:moved-again")[-1].reads


async def test_a_team_that_removed_milepost_gets_no_summary_and_its_lead_is_told_once(
    council: Installation, teams: TeamsTenant
):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    channel = teams.channel("customer-services")
    for person in (megan, amira):
        await person.installs()
    await megan.mentions_bot(channel, "team set channel")
    # Whoever removes it need not be anyone the directory knows.
    stranger = teams.add("Someone Else", "someone@elsewhere.example")
    await stranger.sends({"type": "installationUpdate", "action": "remove"}, channel)
    await stranger.sends({"type": "conversationUpdate", "membersRemoved": [{"id": teams.bot}]}, channel)

    told = [message for message in teams.inbox(megan) if "lost its channel" in message.reads]
    assert len(told) == 1
    assert "Customer services" in told[0].reads
    before = len(teams.messages(channel))
    await council.goes_to("Mon 10:00")
    await amira.says("12 days")
    await council.goes_to("Fri 15:00")
    assert len(teams.messages(channel)) == before
    assert "Customer services" in teams.inbox(megan)[-1].reads


async def test_a_channel_that_refuses_a_summary_is_given_up_and_its_lead_told(
    council: Installation, teams: TeamsTenant
):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    channel = teams.channel("customer-services")
    for person in (megan, amira):
        await person.installs()
    await megan.mentions_bot(channel, "team set channel")
    await council.goes_to("Mon 10:00")
    await council.goes_to("Fri 14:59")
    teams.refuses[channel] = Failure(403, "BotNotInConversationRoster")
    await council.goes_to("Fri 15:00")

    assert "the channel is no more, or Milepost was removed from it" in (await dead_letters(council))[0]
    assert sum("lost its channel" in message.reads for message in teams.inbox(megan)) == 1
