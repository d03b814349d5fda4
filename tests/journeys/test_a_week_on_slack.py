"""A whole week on Slack: real Bolt over HTTP, signed requests, and a workspace that checks every call."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.import_files import Kind
from core.model.checkin import CheckInState
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.slack_api import SlackWorkspace, slack

__all__ = ["slack"]

FILES = Path(__file__).parent


@pytest.fixture
async def council(slack: SlackWorkspace, sqlite_url: str, clock: MovableClock) -> AsyncIterator[Installation]:
    """A council of four on Slack, on the Friday before the week."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    settings = {
        **slack.settings,
    }
    async with installed(sqlite_url, clock, **settings) as running:
        slack.connect(f"{running.base_url}/slack/events", running.settle)
        assert "4" in await running.imports(Kind.PEOPLE, FILES / "council.csv")
        assert "2" in await running.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
        yield running


async def test_a_week_from_prompt_to_summary(council: Installation, slack: SlackWorkspace):
    megan, amira, ben = [slack.add(name) for name in ("Megan Price", "Amira Khan", "Ben Wood")]
    niamh = slack.add("Niamh O’Neill", "niamh.oneill@council.example")
    channel = slack.channel("customer-services")

    await megan.command("/team", "set channel", channel=channel)

    # The prompt comes at ten on Monday, and on Tuesday to her who works from Tuesday.
    await council.goes_to("Mon 09:59")
    assert not slack.inbox(amira)
    await council.goes_to("Mon 10:00")
    prompt = slack.inbox(amira)[-1]
    assert "Answer complaints faster" in prompt.reads
    assert "Resolve more calls first time" in slack.inbox(ben)[-1].reads
    assert not slack.inbox(niamh)

    # Answered in a form, which is kept open by a figure that cannot be read.
    await amira.taps(prompt, "Answer in a form")
    refused = await amira.submits({"Where is it now?": "banana", "Status": "On track"})
    assert refused.json["response_action"] == "errors"
    await amira.submits({"Where is it now?": "12 days", "Status": "On track"})
    assert prompt.edited
    assert "12 days" in prompt.reads
    assert prompt.labels == ["Change my answers"]

    # Answered question by question.
    await ben.taps(slack.inbox(ben)[-1], "Answer here in chat")
    await ben.says("70%")
    await ben.says("at risk")
    await ben.says("3")
    await ben.says("Waiting for the new phone system <!channel>")
    await ben.says("yes")
    await ben.says("skip")
    assert "Thank you" in slack.inbox(ben)[-1].reads
    assert (await council.check_ins_of(ben.email))[0].state is CheckInState.ANSWERED

    # Silence: one reminder, in the last quarter of the window.
    await council.goes_to("Tue 10:00")
    assert len(slack.inbox(niamh)) == 1
    await council.goes_to("Fri 14:00")
    assert len(slack.inbox(niamh)) == 2
    assert "reminder" in slack.inbox(niamh)[-1].reads

    # The manager sees the team, and nobody else does.
    await megan.command("/team")
    status = slack.inbox(megan)[-1].reads
    assert all(name in status for name in ("Amira Khan", "Ben Wood", "Niamh O’Neill"))
    assert "Waiting for the new phone system" in status
    await amira.command("/team")
    refusal = slack.inbox(amira)[-1].reads
    assert "Nobody reports to you" in refusal
    assert "Ben" not in refusal

    # The summary: in the channel without words or names, to the manager with both, with a picture that has words.
    await council.goes_to("Fri 15:00")
    posted, *pictures = slack.messages(channel)
    assert "Customer services" in posted.reads
    assert "phone system" not in posted.reads
    private = next(each for each in slack.inbox(megan) if "Customer services" in each.reads and each.blocks)
    assert "Waiting for the new phone system" in private.reads
    assert not private.pings
    (file,) = [file for picture in pictures for file in picture.files]
    assert file.content.startswith(b"\x89PNG")
    assert "Customer services" in file.alt

    # Changed afterwards: the summary is corrected in place.
    await amira.taps(prompt, "Change my answers")
    await amira.submits({"Where is it now?": "10 days"})
    assert posted.edited
    assert "10 days" in posted.reads


async def test_what_slack_sends_twice_happens_once(council: Installation, slack: SlackWorkspace):
    ben = slack.add("Ben Wood")
    await council.goes_to("Mon 10:00")
    await ben.taps(slack.inbox(ben)[-1], "Answer here in chat")
    said = await ben.says("70%")
    before = len(slack.inbox(ben))
    await ben.again(said)
    assert len(slack.inbox(ben)) == before


async def test_a_stranger_is_told_whom_to_ask(council: Installation, slack: SlackWorkspace):
    stranger = slack.add("Nobody Known")
    await stranger.says("team")
    assert "the HR team" in slack.inbox(stranger)[-1].reads


async def test_an_unknown_word_is_answered_with_the_nearest_commands(council: Installation, slack: SlackWorkspace):
    amira = slack.add("Amira Khan")
    await amira.command("/milepost", "objctives")
    assert "Answer complaints faster" in slack.inbox(amira)[-1].reads
    await amira.command("/milepost", "zebra")
    assert "didn’t catch that" in slack.inbox(amira)[-1].reads


async def test_the_home_tab_shows_my_week_and_my_objectives(council: Installation, slack: SlackWorkspace):
    amira = slack.add("Amira Khan")
    await council.goes_to("Mon 10:00")
    await amira.opens_home()
    assert "Answer complaints faster" in slack.home(amira).reads
