"""A check-in on Teams with everything real behind it: core, database, outbox and dispatcher."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.adapters.teams.client import TeamsClient, TeamsDirectory, TeamsMessenger
from bot.adapters.teams.inbound import TeamsInbound, register
from bot.app import web_app
from bot.import_files import Kind
from bot.settings import Settings
from bot.wiring import Platforms, build
from core.model.checkin import CheckInState
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.installation import Installation, founded
from tests.keys import RING
from tests.teams_api import TeamsTenant
from tests.teams_checks import elements

FILES = Path(__file__).parents[2] / "journeys"


@asynccontextmanager
async def on_teams(teams: TeamsTenant, url: str, clock: MovableClock) -> AsyncIterator[Installation]:
    """A server that speaks with Teams only."""
    client = TeamsClient(None, lambda chart: f"https://milepost.vale.example/pictures/{chart.id}.png")
    platforms = Platforms()
    platforms.add(TeamsMessenger(client), TeamsDirectory(client))
    database = SqlDatabase(url, clock, RING)
    tenant = await founded(database)
    settings = Settings(_env_file=None, database_url=url, tick_seconds=600)
    # The pace of sending has tests of its own, and people here type faster than anyone does.
    milepost = build(settings, clock, platforms, database, paces={})
    inbound = TeamsInbound(client=client, reception=milepost.reception, keys_url=teams.keys_url)
    app = web_app(milepost, alone=True)
    register(app, inbound)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()

    async def settle() -> None:
        await inbound.settle()
        await milepost.dispatcher.drain()

    teams.connect(f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages", settle)
    try:
        yield Installation(milepost, clock, tenant, teams.messages_url, app)
    finally:
        await runner.cleanup()
        await client.close()


@pytest.fixture
async def council(teams: TeamsTenant, sqlite_url: str, clock: MovableClock) -> AsyncIterator[Installation]:
    """A council of four on Teams, on the Friday before the week."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    async with on_teams(teams, sqlite_url, clock) as running:
        await running.imports(Kind.PEOPLE, FILES / "council.csv")
        await running.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
        yield running


async def test_a_week_from_prompt_to_summary(council: Installation, teams: TeamsTenant):
    megan, amira, ben = [teams.add(name) for name in ("Megan Price", "Amira Khan", "Ben Wood")]
    channel = teams.channel("customer-services")
    for person in (megan, amira, ben):
        await person.installs()
        assert f"Hello {person.name.split()[0]}" in teams.inbox(person)[0].reads
    await megan.mentions_bot(channel, "team set channel")

    await council.goes_to("Mon 10:00")
    prompt = teams.inbox(amira)[-1]
    assert "Answer complaints faster" in prompt.reads

    # Answered in a form, which is kept open by a figure that cannot be read.
    await amira.taps(prompt, "Answer in a form")
    form = teams.inbox(amira)[-1]
    await amira.taps(form, "Send", {"Where is it now?": "banana", "Status": "on_track"})
    assert "I couldn’t read a figure in that" in form.reads
    assert "banana" in form.values().values()
    await amira.taps(form, "Send", {"Where is it now?": "12 days", "Status": "on_track"})
    assert form.reads == "Sent\nThank you, that is saved."
    assert prompt.edited
    assert "12 days" in prompt.reads

    # Answered question by question; what is tapped is marked on the card it was tapped on.
    await ben.taps(teams.inbox(ben)[-1], "Answer here in chat")
    await ben.says("70%")
    status = teams.inbox(ben)[-1]
    await ben.taps(status, "At risk")
    assert status.edited
    await ben.says("3")
    await ben.says("Waiting for the new phone system <at>everyone</at> *now*")
    await ben.says("yes")
    await ben.says("skip")
    assert "Thank you" in teams.inbox(ben)[-1].reads
    assert (await council.check_ins_of(ben.email))[0].state is CheckInState.ANSWERED

    # The manager sees the team, by name and by mention, and nobody else does.
    await megan.says("team")
    assert "Waiting for the new phone system" in teams.inbox(megan)[-1].reads
    await megan.mentions_bot(channel, "team", ben)
    assert "Ben Wood" in teams.inbox(megan)[-1].reads
    await amira.says("team")
    assert "Nobody reports to you" in teams.inbox(amira)[-1].reads

    # The summary: in the channel without words or names, to the manager with both, with a picture that has words.
    await council.goes_to("Fri 15:00")
    posted = teams.messages(channel)[-1]
    assert "Customer services" in posted.reads
    assert "phone system" not in posted.reads
    assert any("phone system" in message.reads for message in teams.inbox(megan)[-2:])
    (image,) = [element for element in elements(posted.card) if element["type"] == "Image"]
    assert image["url"].startswith("https://milepost.vale.example/pictures/")
    assert "Customer services" in image["altText"]

    # Changed afterwards: the summary is corrected in place.
    await amira.taps(prompt, "Change my answers")
    await amira.taps(teams.inbox(amira)[-1], "Send", {"Where is it now?": "10 days"})
    assert posted.edited
    assert "10 days" in posted.reads


async def test_what_teams_sends_twice_happens_once(council: Installation, teams: TeamsTenant):
    ben = teams.add("Ben Wood")
    await ben.installs()
    await council.goes_to("Mon 10:00")
    await ben.taps(teams.inbox(ben)[-1], "Answer here in chat")
    said = await ben.says("70%")
    before = len(teams.inbox(ben))
    await ben.again(said)

    assert len(teams.inbox(ben)) == before


async def test_a_stranger_is_told_whom_to_ask(council: Installation, teams: TeamsTenant):
    stranger = teams.add("Nobody Known")
    await stranger.says("team")

    assert "the HR team" in teams.inbox(stranger)[-1].reads


async def test_a_stranger_without_an_email_who_writes_first_is_told_whom_to_ask(
    council: Installation, teams: TeamsTenant
):
    guest = teams.add("Guest", "guest#EXT#")
    await guest.says("team")

    assert "Please ask the HR team" in teams.inbox(guest)[-1].reads


async def test_someone_met_in_a_channel_is_prompted_in_private(council: Installation, teams: TeamsTenant):
    ben = teams.add("Ben Wood")
    await ben.mentions_bot(teams.channel("customer-services"), "help")
    await council.goes_to("Mon 10:00")

    assert "Resolve more calls first time" in teams.inbox(ben)[-1].reads
