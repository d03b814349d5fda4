"""A chat platform within the test: it takes messages as it is told to, and remembers what arrived."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Collection
from datetime import datetime

from core.chat.card import Card, Chart
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform
from core.ports import CannotTell, Profile, SendFailed, Unreachable


class LoopbackPlatform:
    """`core.ports.Messenger` and `Directory` without a network; delivery ids are kept as Slack's metadata is."""

    platform = Platform.SLACK
    workspace = "T1"

    def __init__(self, *, shows_pictures_inline: bool = False, tells: bool = True) -> None:
        self.shows_pictures_inline = shows_pictures_inline
        self.arrived: list[tuple[str, str]] = []
        """Address and title of each message, in the order of arrival."""
        self.edits: list[tuple[str, str]] = []
        self.pictures: list[tuple[str, bytes]] = []
        self.sends: list[str] = []
        """Addresses of all sends that were tried, whatever became of them."""
        self.is_down = False
        self.is_down_for: set[str] = set()
        """Workspaces of which every send fails."""
        self.asked: list[str] = []
        self.looked_since: list[datetime] = []
        """From when on it was asked for each message that was looked for."""
        self.emails: dict[str, str] = {}
        self._tells = tells
        self._failures: dict[str, deque[SendFailed]] = defaultdict(deque)
        self._lost: set[str] = set()
        self._gates: dict[str, asyncio.Event] = {}
        self._arrival = asyncio.Event()
        self._sending = asyncio.Event()
        self._delivered: dict[str, Posted] = {}

    def fail(self, address: str, *failures: SendFailed, after_arrival: bool = False) -> None:
        """Let the next sends to `address` fail; `after_arrival` when the answer is lost, not the message."""
        self._failures[address].extend(failures)
        if after_arrival:
            self._lost.add(address)

    def hold(self, address: str) -> asyncio.Event:
        """Let sends to `address` take until the event is set."""
        return self._gates.setdefault(address, asyncio.Event())

    async def until_asked(self, address: str, times: int = 1) -> None:
        """Wait until so many sends to `address` have begun."""
        while self.sends.count(address) < times:
            self._sending.clear()
            await self._sending.wait()

    async def first_arrival(self) -> None:
        """Wait until anything has arrived."""
        await self._arrival.wait()

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        self.sends.append(address)
        self._sending.set()
        if self.is_down or workspace in self.is_down_for:
            raise Unreachable("down", may_have_arrived=False)
        if address in self._gates:
            await self._gates[address].wait()
        failure = self._failures[address].popleft() if self._failures[address] else None
        if failure is not None and address not in self._lost:
            raise failure
        self.arrived.append((address, card.title))
        self._arrival.set()
        posted = Posted(self.platform, workspace, address, str(len(self.arrived)))
        self._delivered[delivery_id] = posted
        if failure is not None:
            raise failure
        return posted

    async def update(self, posted: Posted, card: Card) -> None:
        self.edits.append((posted.message, card.title))

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        self.pictures.append((posted.message, png))

    async def find(self, workspace: str, address: str, delivery_id: str, since: datetime) -> Posted | None:
        if not self._tells:
            raise CannotTell
        self.looked_since.append(since)
        return self._delivered.get(delivery_id)

    async def profile(self, origin: Origin) -> Profile | None:
        self.asked.append(origin.user)
        email = next((email for email, user in self.emails.items() if user == origin.user), None)
        return Profile(origin.user, email, address=origin.user) if email else None

    async def find_account(self, email: str) -> Account | None:
        self.asked.append(email)
        user = self.emails.get(email)
        return Account(self.platform, self.workspace, user, "", user) if user else None


class LoopbackDirectory:
    """The platform's directory: `platform.emails` are its accounts."""

    def __init__(self, platform: LoopbackPlatform) -> None:
        self._platform = platform

    async def profile(self, origin: Origin) -> Profile | None:
        return await self._platform.profile(origin)

    async def find(self, email: str, workspaces: Collection[str]) -> Account | None:
        return await self._platform.find_account(email)
