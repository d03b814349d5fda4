"""A one-to-one on Teams, with everything real behind it: set in words, prepared and done in cards."""

from tests.adapters.teams.test_a_week_on_teams import council
from tests.installation import Installation
from tests.teams_api import TeamsTenant

__all__ = ["council"]


async def test_a_one_to_one_is_set_prepared_and_done_in_cards(council: Installation, teams: TeamsTenant):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    await megan.installs()
    await amira.installs()
    await megan.says("team one-to-one Amira Khan on 3 December 14:00")
    assert "Thu 3 Dec, 14:00" in teams.inbox(megan)[-1].reads
    told = teams.inbox(amira)[-1]
    assert "Megan Price set the date of your one-to-one" in told.reads
    await amira.taps(told, "Add an item")
    form = teams.inbox(amira)[-1]
    await amira.taps(form, "Add to the agenda", {"What to talk about": "the rota over Christmas"})
    assert "On the agenda with Megan Price" in teams.inbox(amira)[-1].reads
    await megan.says("team one-to-one Amira Khan")
    assert "1. the rota over Christmas" in teams.inbox(megan)[-1].reads
    await megan.taps(teams.inbox(megan)[-1], "It’s done")
    form = teams.inbox(megan)[-1]
    await megan.taps(form, "Save", {"Note for both of you": "Rota settled", "Private note": "Seems tired"})
    assert "Rota settled" in teams.inbox(amira)[-1].reads
    assert "Seems tired" not in teams.inbox(amira)[-1].reads
