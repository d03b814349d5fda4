"""The chat platforms: their directories, how messages are delivered, and where events are brought."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.chat.card import Card, Chart
from core.chat.effect import Immediate
from core.chat.event import Event, Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform


@dataclass(frozen=True, slots=True)
class Profile:
    """What a platform's directory says of an account."""

    user: str
    email: str
    name: str = ""
    address: str | None = None
    timezone: str = ""


class Directory(Protocol):
    """A platform's own directory of accounts."""

    async def profile(self, origin: Origin) -> Profile | None:
        """Who is behind an event; None when the platform does not tell."""
        ...

    async def find(self, email: str, workspaces: Collection[str]) -> Account | None:
        """The account with this work email, `person_id` empty; None when there is none or it cannot be asked.

        `workspaces` are those of the person's organisation on this platform; where several organisations are
        served, no other workspace is asked.
        """
        ...


class SendFailed(Exception):
    """A message was not delivered; `reason` is for administrators and holds no user text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Throttled(SendFailed):
    """The platform asks to wait `retry_after_s` seconds."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__(f"asked to wait {retry_after_s:g} s")
        self.retry_after_s = retry_after_s


class Unreachable(SendFailed):
    """A passing failure: time-out, connection error or a 5xx; try again later.

    `may_have_arrived` unless it is certain that nothing was sent, or the platform says that nothing was done.
    """

    def __init__(self, reason: str, *, may_have_arrived: bool = True) -> None:
        super().__init__(reason)
        self.may_have_arrived = may_have_arrived


class Refused(SendFailed):
    """The platform refuses for good: unknown channel, blocked bot, invalid message."""


class NotInstalled(Refused):
    """Milepost is not, or no longer, installed in the workspace; `reason` says so."""


class RecipientGone(Refused):
    """Whoever is written to removed or blocked Milepost, or the conversation is no more."""


class ReceiverFailed(SendFailed):
    """One receiver could not take it just now, which says nothing of others on its platform; it may know when."""

    def __init__(self, reason: str, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s


class CannotTell(Exception):
    """The platform cannot say whether a message arrived."""


class Messenger(Protocol):
    """Delivers messages on one platform; raises `SendFailed`."""

    @property
    def platform(self) -> Platform: ...
    @property
    def shows_pictures_inline(self) -> bool:
        """Whether `send` shows a card's charts itself; otherwise they are attached afterwards."""
        ...

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        """Post `card`; `address` is an account's or a channel's. The message carries `delivery_id`."""
        ...

    async def update(self, posted: Posted, card: Card) -> None:
        """Change a posted message in place; a message that no longer exists is no error."""
        ...

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        """Add a drawn chart to a posted message, with its alt text."""
        ...

    async def find(self, workspace: str, address: str, delivery_id: str, since: datetime) -> Posted | None:
        """The message that carries `delivery_id`, if it arrived at or after `since`; raises `CannotTell`."""
        ...


class Reception(Protocol):
    """Where adapters bring events; implemented by `bot.reception`."""

    async def accept(self, event: Event) -> bool:
        """Store the event before it is acknowledged; False when it is a repeat and nothing is to be done.

        Events that only read are not stored. Raises `StoreUnavailable`.
        """
        ...

    async def process(self, event: Event) -> tuple[Immediate, ...]:
        """Work on an accepted event and return what the adapter answers right away. Never raises.

        A failure is answered with a kind card and the event is worked on again later.
        """
        ...
