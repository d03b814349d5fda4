"""Milepost's Slack adapter served over HTTP to a workspace on this machine, with a reception that tests direct."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.adapters.slack.client import SlackClient, SlackDirectory, SlackMessenger
from bot.adapters.slack.inbound import SlackInbound
from tests.desk import Desk, desk
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import SlackUser

__all__ = ["Desk", "desk", "slack"]


@pytest.fixture
async def client(slack: SlackWorkspace) -> AsyncIterator[SlackClient]:
    """The Web API of the workspace."""
    opened = SlackClient(slack.token, slack.api_url, timeout_s=5)
    yield opened
    await opened.close()


@pytest.fixture
async def inbound(slack: SlackWorkspace, client: SlackClient, desk: Desk) -> AsyncIterator[SlackInbound]:
    """The adapter, served at the address the workspace sends to."""
    serving = SlackInbound(client=client, signing_secret=slack.signing_secret, reception=desk, answer_within_s=0.2)
    app = web.Application()
    app.router.add_post("/slack/events", serving.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.connect(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events", serving.settle)
    yield serving
    await runner.cleanup()


@pytest.fixture
def messenger(client: SlackClient) -> SlackMessenger:
    """What the dispatcher sends with."""
    return SlackMessenger(client)


@pytest.fixture
def directory(client: SlackClient) -> SlackDirectory:
    """The workspace's directory."""
    return SlackDirectory(client)


@pytest.fixture
def amira(slack: SlackWorkspace, inbound: SlackInbound) -> SlackUser:
    """A member of the workspace."""
    return slack.add("Amira Khan")
