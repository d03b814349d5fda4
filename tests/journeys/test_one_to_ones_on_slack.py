"""A one-to-one on Slack: set by a slash command, prepared by both, and done in a modal."""

from tests.installation import Installation
from tests.journeys.test_a_week_on_slack import council
from tests.slack_api import SlackWorkspace, slack

__all__ = ["council", "slack"]


async def test_a_one_to_one_is_set_prepared_and_done_in_a_modal(council: Installation, slack: SlackWorkspace):
    megan, amira = slack.add("Megan Price"), slack.add("Amira Khan")
    await amira.says("hello")
    await megan.command("/team", "one-to-one Amira Khan on 3 December 14:00")
    assert "Thu 3 Dec, 14:00" in slack.inbox(megan)[-1].reads
    assert "Megan Price set the date of your one-to-one" in slack.inbox(amira)[-1].reads
    await amira.taps(slack.inbox(amira)[-1], "Add an item")
    await amira.submits({"What to talk about": "the rota over Christmas"})
    assert "On the agenda with Megan Price" in slack.inbox(amira)[-1].reads
    await megan.says("team one-to-one Amira Khan")
    assert "1. the rota over Christmas" in slack.inbox(megan)[-1].reads
    await megan.taps(slack.inbox(megan)[-1], "It’s done")
    refused = await megan.submits({"Not discussed": "7", "Note for both of you": "Rota settled"})
    assert refused.json["response_action"] == "errors"
    answers = {"Not discussed": "", "Note for both of you": "Rota settled", "Private note": "Seems tired"}
    await megan.submits(answers)
    assert "Rota settled" in slack.inbox(amira)[-1].reads
    assert "Seems tired" not in slack.inbox(amira)[-1].reads
