"""Files attached on Slack and on Teams, from the platform's request to what is kept."""

from dataclasses import replace

import pytest

from core.model.person import Access
from core.model.training import Course
from tests.installation import Installation
from tests.journeys.test_two_platforms import council
from tests.slack_api import SlackWorkspace, slack
from tests.teams_api import TeamsTenant, teams

__all__ = ["council", "slack", "teams"]

STARTERS = b"email,name\nowen.parry@council.example,Owen Parry\n"


@pytest.fixture(autouse=True)
async def ready(council: Installation) -> None:
    """A course there is, and Amira in HR."""
    amira = await council.person("amira.khan@council.example")
    async with council.milepost.database.transaction() as store:
        await store.training.save_courses([Course("fire", council.tenant.id, "Fire safety")])
        await store.people.save([replace(amira, access=Access.HR)])


async def kept(council: Installation, email: str) -> list[str]:
    person = await council.person(email)
    async with council.milepost.database.reading() as store:
        return [each.evidence for each in await store.training.completions_of([person.id])]


async def test_a_certificate_on_slack_is_kept_by_name_and_link(council: Installation, slack: SlackWorkspace):
    ben = slack.add("Ben Wood")
    certificate = slack.files.share("fire.pdf", b"%PDF", mimetype="application/pdf")
    await ben.shares(certificate, text="did fire safety on Tuesday, certificate attached")
    await ben.taps(slack.inbox(ben)[-1], "Record it")
    assert await kept(council, ben.email) == [f"fire.pdf {certificate['permalink']}"]
    assert slack.files.asked == []


async def test_a_list_on_slack_is_imported_once_it_was_seen(council: Installation, slack: SlackWorkspace):
    amira = slack.add("Amira Khan")
    await amira.shares(slack.files.share("starters.csv", STARTERS))
    shown = slack.inbox(amira)[-1]
    assert "starters.csv is a list of people with one row." in shown.reads
    await amira.taps(shown, "Import")
    assert "starters.csv is imported." in slack.inbox(amira)[-1].reads
    assert (await council.person("owen.parry@council.example")).name == "Owen Parry"


async def test_a_certificate_on_teams_is_kept_by_name_and_link(council: Installation, teams: TeamsTenant):
    niamh = teams.add("Niamh O’Neill", "niamh.oneill@council.example")
    link = "https://contoso-my.sharepoint.com/personal/niamh/Documents/fire.pdf"
    await niamh.attaches("fire.pdf", link, f"{teams.base}/files/fire.pdf", "did fire safety on Tuesday")
    await niamh.taps(teams.inbox(niamh)[-1], "Record it")
    assert await kept(council, niamh.email) == [f"fire.pdf {link}"]
    assert teams.called("file") == 0


async def test_a_list_on_teams_is_imported_once_it_was_seen(council: Installation, teams: TeamsTenant):
    amira = teams.add("Amira Khan")
    teams.files["starters.csv"] = STARTERS
    await amira.attaches("starters.csv", "https://contoso-my.sharepoint.com/s", f"{teams.base}/files/starters.csv")
    shown = teams.inbox(amira)[-1]
    assert "starters.csv is a list of people with one row." in shown.reads
    del teams.files["starters.csv"]
    await amira.taps(shown, "Import")
    assert "Please send it again." in teams.inbox(amira)[-1].reads
    teams.files["starters.csv"] = STARTERS
    await amira.taps(shown, "Import")
    assert (await council.person("owen.parry@council.example")).name == "Owen Parry"
