"""Feedback between colleagues: given or asked for, read by whom its giver says, and talked over."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_ASKED = 8
"""People who can be asked for feedback in one go."""

COMPETENCIES = ("communication", "teamwork", "service", "delivery", "learning", "leading")
"""What feedback may be about besides work and the organisation's values; the texts are `competency-<id>`."""


class Visibility(StrEnum):
    """Who reads feedback, as its giver chose."""

    PERSON = "person"
    PERSON_AND_MANAGER = "person_and_manager"
    ANONYMOUS = "anonymous"
    """The person, without the giver's name and only among the answers of five people or more."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What feedback says: `text` in one piece, or the parts it was asked for in, each "" where left out.

    `about` is in the giver's words, "" for in general; `competency` an id of `COMPETENCIES` or of one of the
    organisation's values, "" for none.
    """

    about: str = ""
    text: str = ""
    competency: str = ""
    situation: str = ""
    behaviour: str = ""
    effect: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What `giver_id` said to `receiver_id` under their name. Instants are UTC.

    `objective_id` is the receiver's objective that it is about, where the giver knows of one. `request_id` names
    what it answers. `read_at` is when the first who may read it opened it: from then on it stays as it is.
    `receiver_read_at` is when the receiver did, whose line manager may have been first.
    """

    id: str
    tenant_id: str
    giver_id: str
    receiver_id: str
    visibility: Visibility
    given_at: datetime
    objective_id: str | None = None
    request_id: str | None = None
    thanked_at: datetime | None = None
    read_at: datetime | None = None
    withdrawn_at: datetime | None = None
    receiver_read_at: datetime | None = None
    said: Telling = Telling()

    @property
    def can_change(self) -> bool:
        """Whether its giver may still change it or take it back."""
        return self.read_at is None and self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class WaitingFeedback:
    """Feedback without a name that waits for that of others; its giver may still change it."""

    id: str
    tenant_id: str
    giver_id: str
    receiver_id: str
    said: Telling


@dataclass(frozen=True, slots=True)
class ReleasedFeedback:
    """Feedback without a name as its receiver reads it; all of a batch came in one `month` (its first day).

    Nothing leads from it to its giver or to when it was given.
    """

    id: str
    tenant_id: str
    receiver_id: str
    batch_id: str
    month: date
    said: Telling


@dataclass(frozen=True, slots=True)
class FeedbackNote:
    """Something asked or answered about feedback afterwards, between its giver and its receiver only."""

    id: str
    tenant_id: str
    feedback_id: str
    by_id: str
    text: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class FeedbackRequest:
    """`asker_id` asks `giver_id` for feedback by `due_on`; all who were asked at once share a `round_id`.

    `is_anonymous` says that the answer came without a name; the asker never learns whose that is.
    """

    id: str
    tenant_id: str
    round_id: str
    asker_id: str
    giver_id: str
    question: str
    asked_at: datetime
    answered_at: datetime | None = None
    due_on: date | None = None
    declined_at: datetime | None = None
    is_anonymous: bool = False

    @property
    def is_open(self) -> bool:
        """Whether an answer is still hoped for."""
        return self.answered_at is None and self.declined_at is None
