"""An objective's life on Teams: set with the meter, agreed, updated in plain words, changed, and learned from."""

from tests.adapters.teams.test_a_week_on_teams import council
from tests.installation import Installation
from tests.journeys.upkeep import look_after_objectives
from tests.teams_api import TeamsTenant

__all__ = ["council"]


async def test_from_one_sentence_to_an_agreed_objective_in_a_card(council: Installation, teams: TeamsTenant):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    for person in (megan, amira):
        await person.installs()
    await amira.says("objectives")
    await amira.taps(teams.inbox(amira)[-1], "Add an objective")
    form = teams.inbox(amira)[-1]
    await amira.taps(form, "Send it", {"Objective": "Ring people back sooner"})
    # A card cannot change while it is filled in: the meter and what follows come with the first sending.
    assert "Nearly there" in form.reads
    assert "Give it a date" in form.reads
    filled = {
        "For whom": "callers",
        "What makes it good": "down",
        "Measure": "Hours until we ring back",
        "Where it is now": "20 hours",
        "Target": "12 hours",
        "Due date": "2027-03-31",
        "Keep it as it is, because": "",
    }
    await amira.taps(form, "Send it", filled)
    assert "○ Relevant" in form.reads
    await amira.taps(form, "Send it", {"Keep it as it is, because": "We agree the priority next week"})
    proposal = teams.inbox(megan)[-1]
    assert "Amira Khan proposes an objective" in proposal.reads
    await megan.taps(proposal, "Agree")
    assert "Megan Price has agreed" in teams.inbox(amira)[-1].reads


async def test_an_update_in_plain_words_is_counted_after_one_tap(council: Installation, teams: TeamsTenant):
    amira = teams.add("Amira Khan")
    await amira.installs()
    await amira.says("complaints now at 12 days but slipping, two colleagues are off sick")
    understood = teams.inbox(amira)[-1]
    assert "Here is what I understood" in understood.reads
    await amira.taps(understood, "That’s right, save it")
    assert "Saved" in teams.inbox(amira)[-1].reads
    await amira.says("objectives 1")
    assert "Now 12 days" in teams.inbox(amira)[-1].reads


async def test_a_changed_target_is_visible_with_its_reason_to_both(council: Installation, teams: TeamsTenant):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    for person in (megan, amira):
        await person.installs()
    await amira.says("change objective 1 target to 9 days because two vacancies")
    assert "two vacancies" in teams.inbox(megan)[-1].reads
    await amira.says("objectives 1")
    assert "Target changed from 8 days to 9 days by Amira Khan" in teams.inbox(amira)[-1].reads


async def test_off_track_twice_leads_to_an_action_that_is_asked_about(council: Installation, teams: TeamsTenant):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    for person in (megan, amira):
        await person.installs()
    for _ in range(2):
        await council.goes_to("Mon 10:00")
        await amira.taps(teams.inbox(amira)[-1], "Answer in a form")
        await amira.taps(teams.inbox(amira)[-1], "Send", {"Where is it now?": "14 days", "Status": "off_track"})
    offer = teams.inbox(amira)[-1]
    assert "What got in the way?" in offer.reads
    await amira.taps(offer, "Look into it in a form")
    said = {
        "What happened?": "The phone system failed twice",
        "Was something outside your control part of it?": "yes",
        "What is one thing to do about it?": "Ask IT for a second line",
        "Who will do it?": "me",
        "By when?": "2026-12-18",
    }
    await amira.taps(teams.inbox(amira)[-1], "Send", said)
    assert "Ask IT for a second line" in teams.inbox(megan)[-1].reads
    await council.goes_to("Mon 10:00")
    await amira.taps(teams.inbox(amira)[-1], "Answer in a form")
    assert "Ask IT for a second line" in teams.inbox(amira)[-1].reads


async def test_objectives_are_looked_after_by_typing(council: Installation, teams: TeamsTenant):
    megan, amira, ben = [teams.add(name) for name in ("Megan Price", "Amira Khan", "Ben Wood")]
    for person in (megan, amira, ben):
        await person.installs()
    await look_after_objectives(council, teams.inbox, megan, amira, ben)
