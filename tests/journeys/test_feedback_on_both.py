"""Feedback that someone on Slack asks for and a colleague on Teams gives, until the thanks come back."""

from tests.journeys.vale import Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

SAID = "You rang every tenant before the work began."


async def test_feedback_is_asked_for_on_slack_answered_on_teams_and_thanked(vale: Vale):
    await vale.ben.says("feedback ask Eve Lloyd about the tenants’ evening by 4 December")
    assert "I’ve asked Eve Lloyd." in vale.ben.reads
    assert "Ben Wood asks for your feedback" in vale.eve.reads
    assert "the tenants’ evening" in vale.eve.reads

    await vale.eve.taps("Answer in a form")
    sent = await vale.eve.fills({"What they did and its effect": SAID, "Who will read it": "Only them"})
    assert "Only Ben Wood reads it." in vale.eve.reads
    arrived = vale.ben.message("Feedback from Eve Lloyd")
    assert SAID not in vale.ben.has_read
    before = len(vale.ben.inbox)
    await vale.eve.again(sent)
    assert len(vale.ben.inbox) == before

    await vale.ben.taps("Read it", arrived)
    assert SAID in vale.ben.reads
    assert "About: the tenants’ evening" in vale.ben.reads
    tapped = await vale.ben.taps("Thank")
    await vale.ben.again(tapped)
    assert vale.eve.has_read.count("Ben Wood thanks you for your feedback.") == 1
    assert "You thanked Eve." in vale.ben.reads
    for other in (vale.megan, vale.priya, vale.amira):
        assert SAID not in other.has_read
