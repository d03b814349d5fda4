"""Delivers to the web chat: a message is a row in its own store, shown at once wherever its page is open."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.adapters.web.listeners import Listeners
from core.chat.card import Card, Chart
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform
from core.ports import Clock, Profile

WORKSPACE = "demo"
"""The one workspace of the web chat."""


class WebMessage(Protocol):
    """A message in the web chat; `author` is a person's id, empty for Milepost."""

    @property
    def id(self) -> int: ...
    @property
    def conversation(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def card(self) -> Card | None: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def edited(self) -> bool: ...


class WebMessages(Protocol):
    """Where the web chat's messages are kept."""

    async def add(
        self,
        conversation: str,
        author: str,
        text: str,
        card: Card | None,
        delivery_id: str | None,
        at: datetime,
    ) -> int:
        """Keep a message and return its id; for a delivery that is kept already, the id it has."""
        ...

    async def update(self, message_id: int, card: Card, at: datetime) -> None:
        """Replace a message's card and mark it as edited; one that does not exist is no error."""
        ...

    async def latest(self, conversations: Collection[str], limit: int) -> Sequence[WebMessage]:
        """The newest messages, oldest of them first."""
        ...

    async def get(self, message_id: int) -> WebMessage | None: ...
    async def find(self, delivery_id: str) -> WebMessage | None: ...


def direct_address(email: str) -> str:
    """The address of the conversation between Milepost and one person."""
    return f"dm:{email}"


class WebMessenger:
    """Milepost's `Messenger` and `Directory` on the web chat."""

    platform = Platform.WEB
    shows_pictures_inline = True

    def __init__(self, messages: WebMessages, listeners: Listeners, clock: Clock) -> None:
        self._messages = messages
        self._listeners = listeners
        self._clock = clock

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        """Post `card`; a second time for the same delivery changes nothing."""
        message_id = await self._messages.add(address, "", "", card, delivery_id, self._clock.now())
        await self._show(message_id)
        return Posted(Platform.WEB, workspace, address, str(message_id))

    async def update(self, posted: Posted, card: Card) -> None:
        """Change a posted message in place, also on pages that show it now."""
        await self._messages.update(int(posted.message), card, self._clock.now())
        await self._show(int(posted.message))

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        """Show the message anew, now that its picture is there."""
        await self._show(int(posted.message))

    async def find(self, workspace: str, address: str, delivery_id: str, since: datetime) -> Posted | None:
        """The message that a delivery posted."""
        found = await self._messages.find(delivery_id)
        return Posted(Platform.WEB, workspace, found.conversation, str(found.id)) if found else None

    async def _show(self, message_id: int) -> None:
        message = await self._messages.get(message_id)
        if message is not None:
            self._listeners.publish(message.conversation, message_id)


HasRemoved = Callable[[str], Awaitable[bool]]
"""Whether the person with this work email has removed Milepost, and was not played since."""


async def _nobody(email: str) -> bool:
    return False


class WebDirectory:
    """The web chat's directory: a person's user id is their work email."""

    def __init__(self, has_removed: HasRemoved = _nobody) -> None:
        self._has_removed = has_removed

    async def profile(self, origin: Origin) -> Profile | None:
        """Who is behind an event."""
        return Profile(origin.user, origin.user, address=direct_address(origin.user))

    async def find(self, email: str, workspaces: Collection[str]) -> Account | None:
        """Everyone can be written to here but those who have removed Milepost."""
        if await self._has_removed(email):
            return None
        return Account(Platform.WEB, WORKSPACE, email, "", direct_address(email))
