"""A team's goals and everyone's own tree on Teams, with everything real behind it."""

from tests.adapters.teams.test_a_week_on_teams import council
from tests.installation import Installation
from tests.teams_api import TeamsTenant

__all__ = ["council"]


async def test_a_lead_keeps_goals_in_a_card_and_the_team_sees_them(council: Installation, teams: TeamsTenant):
    megan, amira = teams.add("Megan Price"), teams.add("Amira Khan")
    await megan.installs()
    await amira.installs()
    await megan.says("team goals")
    assert "Your team has no goals yet" in teams.inbox(megan)[-1].reads
    await megan.taps(teams.inbox(megan)[-1], "Add a goal")
    form = teams.inbox(megan)[-1]
    await megan.taps(form, "Add it", {"Title": "services that LISTEN"})
    assert "exists already" in form.reads
    assert "services that LISTEN" in form.values().values()
    await megan.taps(form, "Add it", {"Title": "Every complaint in ten days"})
    assert "Added: Every complaint in ten days" in teams.inbox(megan)[-1].reads

    await megan.says("team goals Every complaint in ten days serves Services that listen")
    await amira.says("objectives tree")
    assert "Every complaint in ten days – our team’s goal" in teams.inbox(amira)[-1].reads
    assert "Answer complaints faster" in teams.inbox(amira)[-1].reads
