"""An objective's life on Slack: set with the meter, agreed, updated in plain words, changed, and learned from."""

from tests.installation import Installation
from tests.journeys.test_a_week_on_slack import council
from tests.journeys.upkeep import look_after_objectives
from tests.slack_api import SlackWorkspace, slack

__all__ = ["council", "slack"]


async def test_from_one_sentence_to_an_agreed_objective_in_a_modal(council: Installation, slack: SlackWorkspace):
    megan, amira = slack.add("Megan Price"), slack.add("Amira Khan")
    await megan.says("hello")
    await amira.command("/objectives", "add")
    await amira.fills({"Objective": "Ring people back sooner"})
    modal = slack.modal(amira)
    # The meter follows what is typed, and so do the questions.
    assert "○ Time-bound" in modal.reads
    assert "Give it a date" in modal.reads
    await amira.fills({"What makes it good": "Steps to tick off"})
    assert "Steps" in slack.modal(amira).reads
    await amira.fills({"What makes it good": "Bring it down"})
    await amira.submits(
        {
            "For whom": "callers",
            "Measure": "Hours until we ring back",
            "Where it is now": "20 hours",
            "Target": "12 hours",
            "Due date": "2027-03-31",
            "Priority it serves": "Services that listen",
        }
    )
    assert "Waiting for Megan Price to agree" in slack.inbox(amira)[-1].reads
    proposal = slack.inbox(megan)[-1]
    assert "Amira Khan proposes an objective" in proposal.reads
    await megan.taps(proposal, "Agree")
    assert "Megan Price has agreed" in slack.inbox(amira)[-1].reads


async def test_an_update_in_plain_words_is_counted_after_one_tap(council: Installation, slack: SlackWorkspace):
    amira = slack.add("Amira Khan")
    await amira.says("complaints now at 12 days but slipping, two colleagues are off sick")
    understood = slack.inbox(amira)[-1]
    assert "Here is what I understood" in understood.reads
    assert "Now 12 days" in understood.reads
    await amira.taps(understood, "That’s right, save it")
    assert "Saved" in slack.inbox(amira)[-1].reads
    await amira.says("objectives 1")
    page = slack.inbox(amira)[-1].reads
    assert "Now 12 days" in page
    assert "two colleagues are off sick" in page


async def test_a_changed_target_is_visible_with_its_reason_to_both(council: Installation, slack: SlackWorkspace):
    megan, amira = slack.add("Megan Price"), slack.add("Amira Khan")
    await megan.says("hello")
    await amira.says("change objective 1 target to 9 days because two vacancies")
    assert "9 days" in slack.inbox(megan)[-1].reads
    assert "two vacancies" in slack.inbox(megan)[-1].reads
    await amira.says("objectives 1")
    assert "Target changed from 8 days to 9 days by Amira Khan" in slack.inbox(amira)[-1].reads


async def test_off_track_twice_leads_to_an_action_that_is_asked_about(
    council: Installation, slack: SlackWorkspace
):
    megan, amira = slack.add("Megan Price"), slack.add("Amira Khan")
    # The two others would be looked up in vain, at the pace that Slack allows.
    slack.add("Ben Wood"), slack.add("Niamh O’Neill", "niamh.oneill@council.example")
    await megan.says("hello")
    for _ in range(2):
        await council.goes_to("Mon 10:00")
        prompt = slack.inbox(amira)[-1]
        await amira.taps(prompt, "Answer in a form")
        await amira.submits({"Where is it now?": "14 days", "Status": "Off track"})
    offer = slack.inbox(amira)[-1]
    assert "What got in the way?" in offer.reads
    await amira.taps(offer, "Look into it in a form")
    await amira.submits(
        {
            "What happened?": "The phone system failed twice",
            "Was something outside your control part of it?": "Yes",
            "What is one thing to do about it?": "Ask IT for a second line",
            "Who will do it?": "Me",
            "By when?": "2026-12-18",
        }
    )
    assert "Ask IT for a second line" in slack.inbox(megan)[-1].reads
    await council.goes_to("Mon 10:00")
    await amira.taps(slack.inbox(amira)[-1], "Answer in a form")
    assert "Ask IT for a second line" in slack.modal(amira).reads


async def test_objectives_are_looked_after_by_typing(council: Installation, slack: SlackWorkspace):
    megan, amira, ben = [slack.add(name) for name in ("Megan Price", "Amira Khan", "Ben Wood")]
    for person in (megan, amira, ben):
        await person.says("hello")
    await look_after_objectives(council, slack.inbox, megan, amira, ben)
