"""Training compliance and skills, read by HR and by people on Slack and on Teams, with the files behind them."""

import re
from pathlib import Path

import aiohttp

from bot.import_files import Kind
from tests.journeys.vale import PUBLIC_URL, OnSlack, OnTeams, Vale, slack, teams, vale
from tests.teams_people import TeamsMessage

__all__ = ["slack", "teams", "vale"]

TRAINING = (
    "course,email,completed_on",
    "Fire safety,amira.khan@council.example,2026-03-02",
    "Fire safety,ben.wood@council.example,2026-03-02",
)
CAN = "Safeguarding, can teach it"


async def download(vale: Vale, who: OnSlack | OnTeams, words: str) -> str:
    """Ask for a table as CSV and follow the link to the file; what is in it."""
    await who.says(words)
    shown = who.last.card if isinstance(who.last, TeamsMessage) else who.last.blocks
    path = re.search(rf"{PUBLIC_URL}(/download/[a-z0-9]+)", str(shown))
    assert path is not None
    assert len(path[1]) >= len("/download/") + 64, "a letter that Markdown escapes would cut the address short"
    async with aiohttp.ClientSession() as browser, browser.post(vale.server.base_url + path[1]) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_compliance_is_asked_for_by_a_rule_and_read_on_both(vale: Vale, tmp_path: Path):
    await vale.imports(Kind.TRAINING, TRAINING, tmp_path)
    await vale.priya.opens("hr courses change fire safety")
    await vale.priya.fills({"Kind": "Mandatory", "Who must do it": "Customer services", "Within": "14"})
    for hr in (vale.priya, vale.ruth):
        shown = await hr.says("hr compliance")
        assert "33% of the training that is asked for is held: 2 of 6." in shown
        assert "Fire safety" in shown and "Customer services" in shown, shown
        assert "Training compliance: Fire safety" in await hr.says("hr compliance fire safty")
        table = await download(vale, hr, "hr export compliance csv")
        assert "eve.lloyd@council.example" in table
        assert "priya.shah@council.example" not in table
    own = await vale.megan.says("team training")
    assert "Eve Lloyd" in own
    assert "4 December 2026" in own
    for other in (vale.ben, vale.eve):
        assert "That is for HR" in await other.says("hr compliance")
        assert "Nobody reports to you here" in await other.says("team training")


async def test_skills_are_wanted_said_and_confirmed_across_platforms(vale: Vale):
    said = await vale.ruth.says("hr skills Adviser: Excel 2, Safeguarding 3")
    assert "Saved: Excel (confident), Safeguarding (can teach it)." in said
    assert "Skills for the job: Adviser" in said
    assert "Adviser: Excel (confident), Safeguarding (can teach it)" in await vale.priya.says("hr skills")
    for each in (vale.amira, vale.ben):
        assert "Safeguarding, for your job. Wanted: can teach it." in await each.says("my skills")
        tapped = await each.taps("I can teach it")
        assert f"Noted: {CAN}." in each.reads
        before = len(each.inbox)
        await each.again(tapped)
        assert len(each.inbox) == before
    team = await vale.megan.says("team skills")
    assert "10 gaps in your team" in team
    await vale.megan.taps("Confirm Amira: Safeguarding")
    assert "Safeguarding" not in (await vale.amira.says("my skills")).partition("What you can do")[0]
    assert "Safeguarding | can teach it | can teach it" in vale.amira.reads
    for hr in (vale.ruth, vale.priya):
        assert "fewer than 5 of 6" in await hr.says("hr skills Adviser")
        assert "Amira" not in hr.reads
        assert "Adviser" in await download(vale, hr, "hr export skills csv")


async def test_a_line_manager_on_teams_sees_the_teams_training_and_skills_too(vale: Vale, tmp_path: Path):
    await vale.imports(Kind.TRAINING, TRAINING, tmp_path)
    await vale.priya.opens("hr courses change fire safety")
    await vale.priya.fills({"Kind": "Mandatory", "Who must do it": "Customer services", "Within": "14"})
    await vale.ruth.says("hr skills Adviser: Excel 2, Safeguarding 3")
    leads = ("email,name,manager_email", f"{vale.dara.email},Dara Okafor,{vale.eve.email}")
    await vale.imports(Kind.PEOPLE, leads, tmp_path)
    assert isinstance(vale.eve, OnTeams)

    training = await vale.eve.says("team training")
    assert "Dara Okafor" in training and "4 December 2026" in training
    assert "Amira" not in training
    await vale.dara.says("my skills")
    await vale.dara.taps("I can teach it")
    assert "Dara" in await vale.eve.says("team skills")
    await vale.eve.taps("Confirm Dara: Safeguarding")
    assert "Safeguarding" not in (await vale.dara.says("my skills")).partition("What you can do")[0]
    assert "Confirm Dara: Safeguarding" not in await vale.eve.says("team skills")
    assert "Nobody reports to you in Milepost" in await vale.dara.says("team skills")
