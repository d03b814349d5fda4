"""Broadcasts: one text to an audience, who is written to, and how far it has got."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.audience import Audience

APPROVE_ABOVE = 500
"""People above which a second person of HR approves, until HR sets another number."""


class BroadcastState(StrEnum):
    """Where a broadcast stands."""

    DRAFT = "draft"
    """Written, and shown to its author; only now can it change."""
    APPROVAL = "approval"
    """Waits for a second person of HR."""
    SCHEDULED = "scheduled"
    SENDING = "sending"
    SENT = "sent"
    """Nobody waits any more; messages may still be on their way."""
    CANCELLED = "cancelled"


class WhenAway(StrEnum):
    """What becomes of people on leave."""

    ON_RETURN = "on return"
    LEAVE_OUT = "leave out"


class Response(StrEnum):
    """The button that recipients get."""

    NONE = "none"
    DONE = "done"
    BOOKED = "booked"
    TRAINING = "training"
    """Records the course's completion."""


class RecipientState(StrEnum):
    """Where one recipient stands before the outbox takes over."""

    WAITING = "waiting"
    QUEUED = "queued"
    LEFT_OUT = "left out"
    CANCELLED = "cancelled"


class LeftOut(StrEnum):
    """Why someone who was chosen is not written to after all."""

    AWAY = "away"
    LEFT = "left"
    """Their contract has ended."""
    NO_LONGER = "no longer"
    """What they were chosen by is not true any more, such as a course done meanwhile."""
    STOPPED = "stopped"
    """They have stopped broadcasts to themselves, as is their right."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One text to an audience.

    `text_cy` is empty where there is no Welsh one; `due_on` fills in {due date}. `send_at` (UTC) is None for at
    once. Recipients get it in their working time unless it is `at_any_hour`. Who wrote, approved and cancelled it,
    and when, stays in the row.
    """

    id: str
    tenant_id: str
    author_id: str
    audience: Audience
    text_en: str
    text_cy: str
    response: Response
    when_away: WhenAway
    at_any_hour: bool
    send_at: datetime | None
    due_on: date | None
    state: BroadcastState
    created_at: datetime
    approved_by_id: str | None = None
    approved_at: datetime | None = None
    cancelled_by_id: str | None = None
    cancelled_at: datetime | None = None
    sent_at: datetime | None = None
    """When the first message was queued."""

    @property
    def course(self) -> tuple[str, str] | None:
        """Id and title of the one course that people are chosen by; None for none or several."""
        courses = list(self.audience.courses.items())
        return courses[0] if len(courses) == 1 else None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person of one broadcast; `attempt` counts the times their message was queued."""

    broadcast_id: str
    person_id: str
    state: RecipientState = RecipientState.WAITING
    reason: LeftOut | None = None
    attempt: int = 0
    outbox_key: str | None = None
    acted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast has got: `later` are queued for their working time or their return.

    `failed` counts by reason, in the words of whoever gave up.
    """

    waiting: int = 0
    later: int = 0
    under_way: int = 0
    sent: int = 0
    acted: int = 0
    cancelled: int = 0
    left_out: Mapping[LeftOut, int] | None = None
    failed: Mapping[str, int] | None = None
    attempts: int = 0
    """Messages put into the outbox, those tried again once more: tells a failure from the one before."""

    @property
    def failures(self) -> int:
        return sum((self.failed or {}).values())

    @property
    def all_left_out(self) -> int:
        return sum((self.left_out or {}).values())

    @property
    def people(self) -> int:
        """Everyone who was chosen."""
        return (
            self.waiting
            + self.later
            + self.under_way
            + self.sent
            + self.cancelled
            + self.all_left_out
            + self.failures
        )

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is going to happen by itself."""
        return not (self.waiting or self.later or self.under_way)


@dataclass(frozen=True, slots=True)
class Failed:
    """Someone whom a broadcast could not be brought to, and why."""

    person_id: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Spread:
    """How an audience divides: by language, and by the platform people are written to on ("" for none yet)."""

    languages: Mapping[str, int]
    platforms: Mapping[str, int]
