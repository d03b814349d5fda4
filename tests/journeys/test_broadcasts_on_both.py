"""A broadcast from HR to people on Slack, on Teams and without any account, up to the report of who did it."""

from pathlib import Path

import pytest

from bot.import_files import Kind
from tests.journeys.vale import OnSlack, OnTeams, Vale, slack, teams, vale
from tests.slack_failures import Dropped
from tests.teams_api import Failure

__all__ = ["slack", "teams", "vale"]

TRAINING = ("course,email,completed_on", "Fire safety,amira.khan@council.example,2026-03-02")
NEW_STARTER = ("email,name,team", "niamh.oneill@council.example,Niamh O’Neill,Customer services")
WHO = "everyone in Customer services who lacks fire safety"
TEXT = "Hello {first name}, please do {course} before the end of the month."
ACTED = "Acted: {}"
ARRIVED = "please do Fire safety before"


@pytest.fixture(autouse=True)
async def ready(vale: Vale, tmp_path: Path) -> None:
    """Amira has done the course, and Niamh, who is new, has no account on either platform."""
    await vale.imports(Kind.TRAINING, TRAINING, tmp_path)
    await vale.imports(Kind.PEOPLE, NEW_STARTER, tmp_path)


async def writes(author: OnSlack, button: str) -> None:
    """Write the broadcast in a modal, up to the card that shows what would go."""
    await author.opens(f"hr broadcast {WHO}")
    await author.fills({"Text in English": TEXT, "Button for them": button, "When": "at once"})


def times_it_came(who: OnSlack | OnTeams) -> int:
    """How often the broadcast is in an inbox."""
    return sum(ARRIVED in message.reads for message in who.inbox)


async def test_a_broadcast_is_seen_approved_received_and_acted_on_across_platforms(vale: Vale):
    await vale.ruth.says("hr broadcasts limit 3")
    await writes(vale.priya, "“Done”")

    # Priya sees the message itself, how many get it, who they are, why, and where it reaches them.
    assert "Hello Ben, please do Fire safety" in vale.priya.message("Hello Ben").reads
    check = vale.priya.message("Check before it goes")
    for shown in ("6 people", "In Customer services; Lacks Fire safety", "Slack (3)", "Microsoft Teams (2)"):
        assert shown in check.reads
    assert "No account to write to (1)" in check.reads
    assert "Amira Khan" not in check.reads
    await vale.priya.taps("See everyone")
    assert "Niamh O’Neill" in vale.priya.reads

    # More than three people are written to once Ruth, who is on Teams, has agreed.
    await vale.priya.taps("Ask for approval")
    await vale.a_moment()
    assert times_it_came(vale.ben) == times_it_came(vale.eve) == 0
    assert "Hello {first name}" in vale.ruth.reads
    approved = await vale.ruth.taps("Approve and send")
    await vale.a_moment()
    progress = vale.priya.message("Broadcast: ")
    assert "Approved by Ruth Bennett" in progress.reads
    for each in (vale.ben, vale.carys, vale.dara, vale.eve, vale.farah):
        assert times_it_came(each) == 1
    assert times_it_came(vale.amira) == 0
    assert "Yn Saesneg yn unig y mae’r neges hon." in vale.carys.message(ARRIVED).reads

    # A tap on either platform counts once, however often the platform sends it.
    for each, button in ((vale.ben, "Done"), (vale.eve, "Done")):
        tapped = await each.taps(button)
        assert "You said it is done." in each.message(ARRIVED).reads
        before = len(each.inbox)
        await each.again(tapped)
        assert len(each.inbox) == before
    await vale.ruth.again(approved)
    await vale.a_moment(70)
    await vale.a_moment(130)
    await vale.a_moment(60)
    assert "5 of 6 reached" in progress.reads
    assert ACTED.format(2) in progress.reads, progress.reads
    assert all(times_it_came(each) == 1 for each in (vale.ben, vale.carys, vale.dara, vale.eve, vale.farah))

    # The report names whom nothing reached and why; once she has an account, she alone is reached.
    await vale.priya.taps("Report", progress)
    report = vale.priya.reads
    assert "Niamh O’Neill" in report
    assert "No account with their work email was found" in report
    niamh = OnSlack(vale.slack, vale.slack.add("Niamh O’Neill", "niamh.oneill@council.example"))
    await vale.priya.taps("Try the one that failed again")
    await vale.a_moment(60)
    assert [times_it_came(each) for each in (niamh, vale.ben, vale.eve)] == [1, 1, 1]
    assert "6 of 6 reached" in progress.reads


async def test_training_that_a_broadcast_asks_for_is_recorded_on_either_platform(vale: Vale):
    await writes(vale.priya, "“Record the training”")
    await vale.priya.taps("Send to 6 people")
    await vale.a_moment()
    for each in (vale.dara, vale.eve):
        await each.taps("Record the training")
        await each.taps("Record it")
        assert "Recorded. Thank you." in each.message(ARRIVED).reads
        await each.says("training")
        assert "Fire safety" in each.reads
    await vale.a_moment(60)
    assert ACTED.format(2) in vale.priya.message("Broadcast: ").reads
    await writes(vale.priya, "No button")
    assert "4 people" in vale.priya.reads


async def test_a_send_that_fails_is_tried_again_and_one_whose_answer_was_lost_is_not_repeated(vale: Vale):
    await writes(vale.priya, "No button")
    await vale.priya.taps("Send to 6 people")
    vale.slack.fail("chat.postMessage", Dropped(after=True))
    vale.teams.fail("post", Failure(502))
    await vale.a_moment()
    reached = (vale.ben, vale.carys, vale.dara, vale.eve, vale.farah)
    assert sum(times_it_came(each) for each in reached) < 5
    for _ in range(3):
        await vale.a_moment(120)
    assert [times_it_came(each) for each in reached] == [1] * 5
    assert "5 of 6 reached" in vale.priya.message("Broadcast: ").reads
