"""Vale Council on both platforms: half of its people are on Slack and half on Teams, and all do the same things.

    async def test_...(vale: Vale):
        await vale.priya.says("hr pulse on weekly")
        await vale.eve.taps("4")
        assert "counted" in vale.eve.reads

What someone does goes through the real adapter of their platform, and what they see has passed its checks.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.import_files import Kind
from core.model.person import Person
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.slack_api import SlackWorkspace, slack
from tests.slack_messages import SlackMessage
from tests.slack_people import SlackUser
from tests.teams_api import TeamsTenant, teams
from tests.teams_checks import elements
from tests.teams_people import TeamsMessage, TeamsUser

__all__ = ["slack", "teams"]

FILES = Path(__file__).parent
PUBLIC_URL = "https://milepost.vale.example"
Message = SlackMessage | TeamsMessage


class Colleague(ABC):
    """Someone of the council with an inbox, on whichever platform."""

    @property
    @abstractmethod
    def email(self) -> str:
        """The work email."""

    @property
    @abstractmethod
    def inbox(self) -> list[Message]:
        """What Milepost has said to this person, the newest last."""

    @property
    def last(self) -> Message:
        """The newest message."""
        return self.inbox[-1]

    @property
    def reads(self) -> str:
        """What the newest message says."""
        return self.last.reads

    @property
    def has_read(self) -> str:
        """Everything in the inbox."""
        return "\n".join(message.reads for message in self.inbox)

    def message(self, words: str) -> Message:
        """The newest message that says or offers `words`."""
        return next(each for each in reversed(self.inbox) if words in each.reads)

    async def says(self, *texts: str) -> str:
        """Type each text; the last answer."""
        for text in texts:
            await self._types(text)
        return self.reads

    async def taps(self, label: str, message: Message | None = None) -> Any:
        """Tap the button called `label` on `message`, or on the newest message that has it; what was sent."""
        return await self._taps(
            message or next(each for each in reversed(self.inbox) if self._has(each, label)), label
        )

    async def tapping(self, label: str) -> str:
        """What is answered to a tap on the newest button of that name."""
        await self.taps(label)
        return self.reads

    @abstractmethod
    async def opens(self, words: str) -> None:
        """Open the form that belongs to a command."""

    @abstractmethod
    async def fills(self, values: Mapping[str, str]) -> Any:
        """Fill in the form that is open, by labels, and send it."""

    @abstractmethod
    async def again(self, sent: Any) -> None:
        """Let the platform send the same thing once more."""

    @abstractmethod
    async def _types(self, text: str) -> None: ...

    @abstractmethod
    async def _taps(self, message: Message, label: str) -> Any: ...

    @abstractmethod
    def _has(self, message: Message, label: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class OnSlack(Colleague):
    """Someone who uses Slack."""

    slack: SlackWorkspace
    user: SlackUser

    @property
    def email(self) -> str:
        return self.user.email

    @property
    def inbox(self) -> list[SlackMessage]:
        # A chart's picture comes as a message of its own, which says nothing.
        return [message for message in self.slack.inbox(self.user) if message.reads]

    async def opens(self, words: str) -> None:
        await self.user.command("/milepost", words)

    async def fills(self, values: Mapping[str, str]) -> Any:
        return await self.user.submits(values)

    async def again(self, sent: Any) -> None:
        await self.user.again(sent)

    async def _types(self, text: str) -> None:
        await self.user.says(text)

    async def _taps(self, message: SlackMessage, label: str) -> Any:
        return await self.user.taps(message, label)

    def _has(self, message: SlackMessage, label: str) -> bool:
        return label in message.labels


@dataclass(frozen=True, slots=True)
class OnTeams(Colleague):
    """Someone who uses Microsoft Teams, where a form is a card among the messages."""

    teams: TeamsTenant
    user: TeamsUser

    @property
    def email(self) -> str:
        return self.user.email

    @property
    def inbox(self) -> list[TeamsMessage]:
        return self.teams.inbox(self.user)

    async def opens(self, words: str) -> None:
        await self.user.says(words)

    async def fills(self, values: Mapping[str, str]) -> Any:
        form = next(each for each in reversed(self.inbox) if each.activity.get("attachments") and each.labels)
        send = next(each for each in elements(form.card) if each["type"] == "Action.Execute")
        chosen = {label: _value(form, label, said) for label, said in values.items()}
        return await self.user.taps(form, send["title"], chosen)

    async def again(self, sent: Any) -> None:
        await self.user.again(sent)

    async def _types(self, text: str) -> None:
        await self.user.says(text)

    async def _taps(self, message: TeamsMessage, label: str) -> Any:
        return await self.user.taps(message, label)

    def _has(self, message: TeamsMessage, label: str) -> bool:
        if not message.activity.get("attachments"):
            return False
        return any(each.get("title") == label and "data" in each for each in elements(message.card))


def _value(form: TeamsMessage, label: str, said: str) -> str:
    """What Teams sends for an answer: of a choice its value, of anything else what was typed."""
    field = next(each for each in elements(form.card) if each.get("label") == label)
    return next((each["value"] for each in field.get("choices", ()) if each["title"] == said), said)


@dataclass(frozen=True, slots=True)
class Vale:
    """The council: its server, and its people by their first names."""

    server: Installation
    slack: SlackWorkspace
    teams: TeamsTenant
    priya: OnSlack
    """Priya Shah, HR."""
    ruth: OnTeams
    """Ruth Bennett, HR."""
    megan: OnSlack
    """Megan Price, line manager of all who follow."""
    amira: OnTeams
    ben: OnSlack
    carys: OnTeams
    """Carys Evans, who reads Welsh."""
    dara: OnSlack
    eve: OnTeams
    farah: OnSlack

    @property
    def team(self) -> list[OnSlack | OnTeams]:
        """Everyone who reports to Megan."""
        return [self.amira, self.ben, self.carys, self.dara, self.eve, self.farah]

    async def imports(self, kind: Kind, rows: Sequence[str], folder: Path) -> None:
        """Import a list of these lines, the header first, from a file in `folder`."""
        file = folder / f"{kind.value}.csv"
        await asyncio.to_thread(file.write_text, "\n".join(rows), encoding="utf-8")
        await self.server.imports(kind, file)

    async def person(self, who: OnSlack | OnTeams) -> Person:
        """Someone as they are stored."""
        return await self.server.person(who.email)

    async def a_moment(self, seconds: int = 1) -> None:
        """Let what is due within some seconds happen."""
        await self.server.time_passes(timedelta(seconds=seconds))


@pytest.fixture
async def vale(
    slack: SlackWorkspace, teams: TeamsTenant, sqlite_url: str, clock: MovableClock
) -> AsyncIterator[Vale]:
    """The council on a Friday at noon, everyone met on their platform."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    settings = {
        **slack.settings,
        "teams_auth": "off",
        "public_url": PUBLIC_URL,
    }
    async with installed(sqlite_url, clock, **settings) as running:
        slack.connect(f"{running.base_url}/slack/events")
        teams.connect(f"{running.base_url}/api/messages")
        await running.imports(Kind.PEOPLE, FILES / "vale.csv")
        on_slack = {
            name: OnSlack(slack, slack.add(full))
            for name, full in (
                ("priya", "Priya Shah"),
                ("megan", "Megan Price"),
                ("ben", "Ben Wood"),
                ("dara", "Dara Okafor"),
                ("farah", "Farah Aziz"),
            )
        }
        on_teams = {
            name: OnTeams(teams, teams.add(full))
            for name, full in (
                ("ruth", "Ruth Bennett"),
                ("amira", "Amira Khan"),
                ("carys", "Carys Evans"),
                ("eve", "Eve Lloyd"),
            )
        }
        for each in on_slack.values():
            await each.user.opens_messages()
        for each in on_teams.values():
            await each.user.sends({"type": "installationUpdate", "action": "add"})
        await running.settle()
        slack.settle = teams.settle = running.settle
        yield Vale(running, slack, teams, **on_slack, **on_teams)
