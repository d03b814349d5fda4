"""Messages on their way out and messages that were posted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from core.chat.card import Card
from core.model.person import Account, ChannelAddress, Platform

RUN_PURPOSES: frozenset[str] = frozenset(
    {
        "check-in prompt",
        "check-in reminder",
        "team summary",
        "recognition digest",
        "broadcast",
        "pulse",
        "skills question",
        "training reminder",
        "training overdue",
        "webhook",
    }
)
"""Purposes of what goes out to many at once, unasked; everything else answers someone who is waiting."""

OCCASIONAL: frozenset[str] = frozenset(
    {
        "check-in prompt",
        "check-in reminder",
        "team summary",
        "recognition digest",
        "reply",
        "conversation",
        "update",
        "webhook",
    }
)
"""Purposes of messages whose keys name an occasion that does not come again: a week, a month or an event.

When such a message is long done it may be forgotten. Keys of others say that something is told only once, as a
welcome is, and a broadcast's that someone was written to.
"""

NO_ACCOUNT = "no account with this person's work email was found on any platform that is set up"
HAS_LEFT = "this person has left the organisation, and is written to no more"
OUT_OF_REACH = "this person has removed or blocked Milepost, and has no other account to write to"


def lane_of_person(person_id: str) -> str:
    """The lane of all that goes to a person."""
    return f"p:{person_id}"


def lane_of_channel(channel: ChannelAddress) -> str:
    """The lane of all that goes to a channel."""
    return f"c:{channel.platform}:{channel.workspace}:{channel.conversation}"


class DeliveryState(StrEnum):
    """Where a message stands in the outbox."""

    QUEUED = "queued"
    SENDING = "sending"
    """Claimed under a lease; when the lease runs out, the outcome is uncertain."""
    SENT = "sent"
    DEAD = "dead"
    """Given up, with a reason an administrator can see and retry."""
    CANCELLED = "cancelled"
    """Taken back before it went, because it had become pointless; kept with the reason."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A message as the platform knows it; `conversation` and `message` are the adapter's own references."""

    platform: Platform
    workspace: str
    conversation: str
    message: str


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that was given up: why and when. `number` rises with the order in which messages were queued."""

    delivery: "Delivery"
    reason: str
    number: int
    given_up_at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed outbox row with everything needed to perform it.

    Addressed to `account` (a person's, with their `email` where the account is still to be found) or to
    `channel`. `id` is unique and goes out as the message's metadata, so that a send whose outcome was lost can be
    looked for (`uncertain`) before it is sent again. `posted` are the messages that carry `tag`, for an update.

    `attempts` counts claims, so that it tells one from the next; `failures` those that count against the message.
    While its platform is out of reach it has been failing since `failing_since`. A probe is the one message that
    goes to a platform in an outage, to see whether it is over. `cause` is the reference of the event or tick that
    it comes from (see `core.cause`). Who `has_left` by the time it is claimed is neither written to nor shown a
    change: neither `account`, `email` nor `posted` is then known.
    """

    id: str
    tenant_id: str
    action: Literal["send", "update", "picture"]
    purpose: str
    card: Card
    tag: str | None
    person_id: str | None
    email: str | None
    account: Account | None
    channel: ChannelAddress | None
    wanted_platform: Platform | None
    posted: tuple[Posted, ...]
    attempts: int
    uncertain: bool
    created_at: datetime
    failures: int = 0
    failing_since: datetime | None = None
    is_probe: bool = False
    cause: str = ""
    has_left: bool = False
    parts: tuple[str, ...] = ()
    """The ids of what goes along with it, and is in `card`."""

    whole: Mapping[Posted, Card] = field(default_factory=dict)
    """For an update: the whole of those messages that say more than what is changed."""

    def card_for(self, posted: Posted) -> Card:
        """What a message that was posted is to say after this update."""
        return self.whole.get(posted, self.card)

    @property
    def lane(self) -> str:
        """What is delivered in order: all that goes to one person, or to one channel."""
        return lane_of_channel(self.channel) if self.channel is not None else lane_of_person(str(self.person_id))

    @property
    def platform(self) -> Platform | None:
        """Where it will most likely go; None for someone who has no account yet."""
        if self.channel is not None:
            return self.channel.platform
        if self.posted:
            return self.posted[0].platform
        return self.account.platform if self.account is not None else self.wanted_platform

    @property
    def is_urgent(self) -> bool:
        """Whether someone waits for it, so that it goes ahead of a run of prompts."""
        return self.purpose not in RUN_PURPOSES
