"""A server that many Slack workspaces install Milepost from."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.journeys.browser import Browser
from tests.keys import KEY
from tests.slack_api import SlackWorkspace, slack

__all__ = ["slack"]

PUBLIC_URL = "https://milepost.vale.example"


@pytest.fixture
def oauth_settings(slack: SlackWorkspace) -> dict[str, Any]:
    """What an operator sets for many workspaces."""
    return {
        "slack_client_id": slack.client_id,
        "slack_client_secret": slack.client_secret,
        "slack_signing_secret": slack.signing_secret,
        "slack_api_url": slack.api_url,
        "encryption_keys": KEY,
        "public_url": PUBLIC_URL,
    }


@pytest.fixture
async def server(
    sqlite_url: str, clock: MovableClock, slack: SlackWorkspace, oauth_settings: dict[str, Any]
) -> AsyncIterator[Installation]:
    """The server, which serves no workspace yet."""
    async with installed(sqlite_url, clock, **oauth_settings) as running:
        slack.connect(f"{running.base_url}/slack/events", running.settle)
        yield running


@pytest.fixture
def browser(server: Installation) -> Browser:
    """An administrator's browser."""
    return Browser(server.base_url)
