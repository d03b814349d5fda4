"""Effects: what the core wants done in chat.

`Immediate` effects answer the interaction at hand and are performed by the adapter that received it. `Durable`
effects commit to the outbox in the same transaction as their cause and are delivered by the dispatcher.
"""

from dataclasses import dataclass, field
from datetime import datetime

from core.chat.card import Card, Form, Option
from core.model.person import ChannelAddress, Platform


@dataclass(frozen=True, slots=True)
class Reply:
    """Answer where the event came from; seen only by the asker wherever the platform allows it."""

    card: Card


@dataclass(frozen=True, slots=True)
class OpenForm:
    """Show a form now, in the interaction's own window."""

    form: Form


@dataclass(frozen=True, slots=True)
class FormErrors:
    """Keep the form open and show these messages, by input key; nothing typed is lost."""

    errors: dict[str, str]
    form: Form
    """The same form with what was typed and the errors in place, for platforms that draw it anew."""


@dataclass(frozen=True, slots=True)
class RefreshForm:
    """Change the form that is open around what is being filled in: its words, and which inputs it has.

    What is in an input that stays is left as it is. A platform whose forms cannot change leaves it be.
    """

    form: Form


@dataclass(frozen=True, slots=True)
class PublishHome:
    """Show this card as the person's home surface."""

    card: Card


@dataclass(frozen=True, slots=True)
class Offer:
    """The choices that fit what is being typed, best first; none when nothing fits."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A card that may be put into a message for others to read; `about` tells it apart to who searched alone."""

    card: Card
    about: str = ""


@dataclass(frozen=True, slots=True)
class OfferCards:
    """The cards that fit a search, best first; none when nothing fits."""

    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class ToPerson:
    """Privately to a person, on `platform` or else the one they use."""

    person_id: str
    platform: Platform | None = None


@dataclass(frozen=True, slots=True)
class ToChannel:
    """To a shared channel."""

    channel: ChannelAddress


@dataclass(frozen=True, slots=True)
class Send:
    """Send a card.

    `key` is unique per (purpose, recipient, period): a second `Send` with the same key changes nothing.
    `tag` names the message so that an `Update` can find it; `not_before` (UTC) delays it.
    One to a person is `asked` where it answers what that person just did, and goes at once; the core marks such
    answers itself (`core.dispatch`). Everything else waits for the person's working time and for room in their
    week (`core.model.unasked`), and is left out where it could not go before `not_after`. `at_any_hour` is for an
    emergency that HR chose to send so: it waits for neither, and takes room.
    """

    to: ToPerson | ToChannel
    card: Card
    purpose: str
    key: str
    tag: str | None = None
    not_before: datetime | None = None
    not_after: datetime | None = None
    asked: bool = False
    at_any_hour: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """Change each message sent under `tag` in place, after all earlier ones to `to`; `key` as in `Send`."""

    to: ToPerson | ToChannel
    tag: str
    card: Card
    key: str


Immediate = Reply | OpenForm | FormErrors | RefreshForm | PublishHome | Offer | OfferCards
Durable = Send | Update


@dataclass(frozen=True, slots=True)
class Outcome:
    """All effects of one event."""

    immediate: tuple[Immediate, ...] = field(default=())
    durable: tuple[Durable, ...] = field(default=())

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.immediate + other.immediate, self.durable + other.durable)


def reply(card: Card) -> Outcome:
    """An outcome that only answers with `card`."""
    return Outcome(immediate=(Reply(card),))


NOTHING = Outcome()
