"""A team's goals and everyone's own tree on Slack, with real Bolt and a workspace that checks every call."""

from tests.installation import Installation
from tests.journeys.test_a_week_on_slack import council
from tests.slack_api import SlackWorkspace, slack

__all__ = ["council", "slack"]


async def test_a_lead_keeps_goals_in_a_modal_and_the_team_sees_them(council: Installation, slack: SlackWorkspace):
    megan, amira = slack.add("Megan Price"), slack.add("Amira Khan")
    await megan.command("/team", "goals")
    assert "Your team has no goals yet" in slack.inbox(megan)[-1].reads
    await megan.taps(slack.inbox(megan)[-1], "Add a goal")
    refused = await megan.submits({"Title": "services that LISTEN", "It serves": "Services that listen"})
    assert refused.json["response_action"] == "errors"
    await megan.submits({"Title": "Every complaint in ten days", "It serves": "Services that listen"})
    assert "Added: Every complaint in ten days" in slack.inbox(megan)[-1].reads

    await amira.says("how does my work serve the community?")
    assert slack.inbox(amira)[-1].reads.splitlines()[:4] == [
        "How my work serves the community",
        "Your objective serves a priority.",
        "Services that listen",
        "Answer complaints faster – No figure yet",
    ]
    assert "Every complaint in ten days – our team’s goal" in slack.inbox(amira)[-1].reads


async def test_a_circle_or_a_title_that_is_taken_is_said_in_chat(council: Installation, slack: SlackWorkspace):
    megan = slack.add("Megan Price")
    await megan.says("team goals add Listen well for Services that listen")
    await megan.says("team goals add Ring back for Listen well")
    await megan.says("team goals move Listen well under Ring back")
    assert "Listen well → Ring back → Listen well" in slack.inbox(megan)[-1].reads
    await megan.says("Services that listen")
    assert "Moved: Listen well" in slack.inbox(megan)[-1].reads
