"""Milepost's Teams adapter served over HTTP to a tenant on this machine, with a reception that tests direct."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.adapters.teams.client import TeamsClient, TeamsDirectory, TeamsMessenger
from bot.adapters.teams.inbound import TeamsInbound, register
from tests.desk import Desk, desk
from tests.teams_api import TeamsTenant, teams
from tests.teams_people import TeamsUser

__all__ = ["Desk", "desk", "teams"]


@pytest.fixture
async def client() -> AsyncIterator[TeamsClient]:
    """The Bot Connector's calls, unsigned."""
    opened = TeamsClient(None, timeout_s=1)
    yield opened
    await opened.close()


@pytest.fixture
async def inbound(teams: TeamsTenant, client: TeamsClient, desk: Desk) -> AsyncIterator[TeamsInbound]:
    """The adapter, served at the address the tenant sends to; it asks for no signature."""
    serving = TeamsInbound(client=client, reception=desk, keys_url=teams.keys_url)
    app = web.Application()
    register(app, serving)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    teams.connect(f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages", serving.settle)
    yield serving
    await runner.cleanup()


@pytest.fixture
def messenger(client: TeamsClient) -> TeamsMessenger:
    """What the dispatcher sends with."""
    return TeamsMessenger(client)


@pytest.fixture
def directory(client: TeamsClient) -> TeamsDirectory:
    """What Teams tells of people."""
    return TeamsDirectory(client)


@pytest.fixture
def amira(teams: TeamsTenant, inbound: TeamsInbound) -> TeamsUser:
    """A member of the tenant."""
    return teams.add("Amira Khan")
