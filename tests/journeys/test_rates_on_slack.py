"""A run of prompts on a workspace that enforces its rates: everyone is asked once, and nobody hammers."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.import_files import Kind
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.slack_api import SlackWorkspace, slack

__all__ = ["slack"]

# As many as may be looked up in a directory at once.
PEOPLE, GRANTED = 5, 2
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def council(
    slack: SlackWorkspace, sqlite_url: str, clock: MovableClock, tmp_path: Path
) -> AsyncIterator[Installation]:
    """A council of five on Slack, on the Friday before the week."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    settings = {
        **slack.settings,
    }
    rows = "".join(f"person{number}@council.example,Person {number}\n" for number in range(PEOPLE))
    file = tmp_path / "people.csv"
    file.write_text(f"email,name\n{rows}", encoding="utf-8")
    async with installed(sqlite_url, clock, **settings) as running:
        slack.connect(f"{running.base_url}/slack/events", running.settle)
        await running.imports(Kind.PEOPLE, file)
        yield running


async def test_everyone_is_asked_once_and_the_wait_that_slack_names_is_kept(
    council: Installation, slack: SlackWorkspace, clock: MovableClock
):
    everyone = [slack.add(f"Person {number}", f"person{number}@council.example") for number in range(PEOPLE)]
    slack.allow("chat.postMessage", GRANTED, MINUTE, clock.now)
    await council.goes_to("Mon 10:00")
    first = sum(len(slack.inbox(each)) for each in everyone)
    for _ in range(PEOPLE // GRANTED + 1):
        clock.move_to(clock.now() + MINUTE)
        await council.settle()
    assert first == GRANTED
    assert [len(slack.inbox(each)) for each in everyone] == [1] * PEOPLE
    tried = sum(1 for call in slack.calls if call.method == "chat.postMessage")
    # The dispatcher sends several at once, so a few were under way when the first was told to wait.
    assert tried <= PEOPLE * 3
