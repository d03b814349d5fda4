"""The log tells an event's whole story under one word, and nothing that anyone wrote."""

import io
import json
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from bot.import_files import Kind
from bot.logs import configure_logs
from core.dispatch import Core
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.slack_api import SlackWorkspace, slack
from tests.slack_failures import ServerError

__all__ = ["slack"]

FILES = Path(__file__).parent
MARKER = "kingfisher"
METRICS_TOKEN = "heron-token-for-prometheus"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that is logged, by us and by libraries, down to the last detail."""
    written = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    monkeypatch.setattr(sys, "stderr", written)
    configure_logs("DEBUG")
    yield written
    structlog.reset_defaults()
    root.handlers[:], level = before
    root.setLevel(level)


@pytest.fixture
async def council(slack: SlackWorkspace, sqlite_url: str, clock: MovableClock) -> AsyncIterator[Installation]:
    """A council of four on Slack, on the Friday before the week."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    settings = {
        **slack.settings,
        "metrics_token": METRICS_TOKEN,
    }
    async with installed(sqlite_url, clock, **settings) as running:
        slack.connect(f"{running.base_url}/slack/events", running.settle)
        await running.imports(Kind.PEOPLE, FILES / "council.csv")
        await running.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
        yield running


def lines(log: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def story(log: io.StringIO, cause: str) -> list[str]:
    """What one grep finds."""
    return [line["event"] for line in lines(log) if line.get("cause") == cause]


async def test_one_word_leads_from_what_was_typed_to_what_was_sent(council, slack: SlackWorkspace, log):
    amira = slack.add("Amira Khan")
    await amira.says(f"complaints now at 12 days because of {MARKER}")
    cause = next(line["cause"] for line in lines(log) if line["event"] == "event.accepted")
    told = story(log, cause)
    ours = [event for event in told if event.startswith(("event.", "delivery."))]
    assert ours == ["event.accepted", "event.handled", "delivery.sent"]
    assert len(cause) == 10


async def test_what_the_timer_sends_is_told_under_its_tick(council: Installation, slack: SlackWorkspace, log):
    slack.add("Amira Khan")
    await council.goes_to("Mon 10:00")
    sent = [line for line in lines(log) if line["event"] == "delivery.sent"]
    (cause,) = {line["cause"] for line in sent if line["purpose"] == "check-in prompt"}
    assert cause.startswith("tick-")
    assert "engine.ticked" in story(log, cause)


async def test_what_people_write_and_secrets_are_never_logged(
    council: Installation, slack: SlackWorkspace, log, monkeypatch
):
    amira = slack.add("Amira Khan")
    await council.goes_to("Mon 10:00")
    slack.fail("chat.postMessage", ServerError())
    await amira.says(f"complaints now at 12 days because of {MARKER}")
    await amira.command("/kudos", f"@ben.wood for the {MARKER}")
    await amira.command("/milepost", f"help {MARKER}")

    async def fail(self, event, *_, **__):
        raise RuntimeError(f"cannot understand “{event.text}”")

    with monkeypatch.context() as patched:
        patched.setattr(Core, "handle", fail)
        await amira.says(f"and one more {MARKER}")
    failed = next(line for line in lines(log) if line["event"] == "event.failed")
    assert failed["cause"] in slack.inbox(amira)[-1].reads
    assert "RuntimeError" in failed["error"]
    # Slack's own server, within the test, logs the requests that it is sent.
    written = [line for line in log.getvalue().splitlines() if '"logger": "aiohttp.access"' not in line]
    secrets = (slack.token, slack.signing_secret, METRICS_TOKEN)
    for private in (MARKER, "complaints", "Amira", "amira.khan@", *secrets):
        assert [line for line in written if private in line] == []
