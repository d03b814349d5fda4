"""A team's summary on Slack and Teams: posted, and asked back about in its thread and in the direct chat."""

from pathlib import Path

from bot.import_files import Kind
from tests.journeys.vale import Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

IT = {"amira": "Waiting for IT access to the new CRM", "ben": "Still no IT access", "eve": "Waiting for IT access"}


async def _with_objectives(vale: Vale, folder: Path) -> None:
    rows = ["email,title,measure,target,unit,baseline,due_date"]
    rows += [
        f"{person.email},Answer complaints faster,Average days to answer,8,days,15,2027-03-31"
        for person in vale.team
    ]
    await vale.imports(Kind.OBJECTIVES, rows, folder)


async def _three_wait_for_it(vale: Vale) -> None:
    for name, words in IT.items():
        person = getattr(vale, name)
        await person.taps("Answer in a form")
        said = {"Where is it now?": "12", "Status": "At risk", "What helped, or got in the way?": words}
        await person.fills(said)


async def test_a_summary_in_a_slack_channel_is_asked_back_about_in_its_thread(vale: Vale, tmp_path: Path):
    await _with_objectives(vale, tmp_path)
    channel = vale.slack.channel("customer-services")
    await vale.megan.user.mentions_bot(channel, "team set channel")
    assert "will be posted here" in vale.megan.reads
    await vale.server.goes_to("Mon 10:00")
    await _three_wait_for_it(vale)
    await vale.server.goes_to("Fri 15:00")
    posted = next(each for each in vale.slack.messages(channel) if "Customer services: week of" in each.reads)
    assert "3 people met the same obstacle (IT and systems)" in posted.reads
    assert "Why?" in posted.labels and "Who?" not in posted.labels
    for private in (*IT.values(), "Amira Khan", "Ben Wood", "Eve Lloyd"):
        assert private not in posted.reads

    # Others in the channel see none of the answers.
    seen = len(vale.slack.messages(channel))
    await vale.ben.user.mentions_bot(channel, "why", thread_ts=posted.ts)
    assert IT["ben"] in vale.ben.reads and IT["amira"] not in vale.ben.reads
    assert "2 answers behind this are for their writers" in vale.ben.reads
    await vale.ben.user.mentions_bot(channel, "who?", thread_ts=posted.ts)
    assert "for the team’s line manager only" in vale.ben.reads
    await vale.megan.user.mentions_bot(channel, "who", thread_ts=posted.ts)
    for named in ("Amira Khan", "Ben Wood", "Eve Lloyd"):
        assert named in vale.megan.reads
    said = [each for each in vale.slack.messages(channel)[seen:] if each.user == vale.slack.bot_user]
    assert said == []

    # The line manager asks in the thread of her own copy, and on another day still about the same summary.
    own = vale.megan.message("Customer services: week of")
    await vale.server.goes_to("Mon 12:00")
    await vale.megan.says("team summary")
    assert "nobody has answered" in vale.megan.has_read.lower()
    await vale.megan.user.says("why", thread_ts=own.ts)
    assert "Why: Customer services, week of Mon 23 Nov" in vale.megan.reads
    await vale.megan.says("why")
    assert "Why: Customer services, week of Mon 30 Nov" in vale.megan.reads


async def test_a_summary_in_a_teams_channel_is_asked_back_about_in_its_thread(vale: Vale, tmp_path: Path):
    await _with_objectives(vale, tmp_path)
    channel = vale.teams.channel("customer-services")
    megan = vale.teams.add("Megan Price")
    await megan.sends({"type": "installationUpdate", "action": "add"})
    await megan.mentions_bot(channel, "team set channel")
    await vale.server.goes_to("Mon 10:00")
    await _three_wait_for_it(vale)
    await vale.server.goes_to("Fri 15:00")
    posted = next(each for each in vale.teams.messages(channel) if "Customer services: week of" in each.reads)
    assert "3 people met the same obstacle (IT and systems)" in posted.reads
    thread = f"{channel};messageid={posted.id}"
    await vale.eve.user.mentions_bot(thread, "why")
    assert IT["eve"] in vale.eve.reads and IT["amira"] not in vale.eve.reads
    await vale.eve.user.mentions_bot(thread, "who")
    assert "for the team’s line manager only" in vale.eve.reads
    await vale.eve.says("compare with last month")
    assert "nothing to compare with" in vale.eve.reads
    await vale.carys.user.mentions_bot(thread, "pam")
    assert "Daeth 3 o bobl ar draws yr un rhwystr" in vale.carys.reads
