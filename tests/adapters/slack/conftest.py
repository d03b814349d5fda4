"""Milepost's Slack adapter served over HTTP to a workspace on this machine, with a reception that tests direct."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.adapters.slack.client import SlackClient, SlackDirectory, SlackMessenger
from bot.adapters.slack.inbound import SlackInbound
from core.chat.effect import Immediate
from core.chat.event import Event
from core.ports import StoreUnavailable
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import SlackUser

__all__ = ["slack"]


@dataclass(slots=True)
class Desk:
    """A reception that keeps events in memory and answers each kind of event as a test says."""

    events: list[Event] = field(default_factory=list)
    answers: dict[str, tuple[Immediate, ...]] = field(default_factory=dict)
    unavailable: bool = False
    worked_on: list[Event] = field(default_factory=list)
    storing: asyncio.Event = field(default_factory=asyncio.Event)
    store: asyncio.Event = field(default_factory=asyncio.Event)
    work: asyncio.Event = field(default_factory=asyncio.Event)

    def answer(self, kind: str, *effects: Immediate) -> None:
        """Answer events of `kind` with these effects from now on."""
        self.answers[kind] = effects

    async def accept(self, event: Event) -> bool:
        self.storing.set()
        await self.store.wait()
        if self.unavailable:
            raise StoreUnavailable
        if event.origin.event_id in {each.origin.event_id for each in self.events}:
            return False
        self.events.append(event)
        return True

    async def process(self, event: Event) -> tuple[Immediate, ...]:
        await self.work.wait()
        self.worked_on.append(event)
        return self.answers.get(event.kind, ())


@pytest.fixture
def desk() -> Desk:
    """A reception that does everything at once; `store.clear()` and `work.clear()` make it wait."""
    opened = Desk()
    opened.store.set()
    opened.work.set()
    return opened


@pytest.fixture
async def client(slack: SlackWorkspace) -> AsyncIterator[SlackClient]:
    """The Web API of the workspace."""
    opened = SlackClient(slack.token, slack.api_url, timeout_s=1)
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
