"""Feedback between colleagues: given or asked for, read by whom its giver says, and talked over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_ASKED = 8
"""People who can be asked for feedback in one go."""


class Visibility(StrEnum):
    """Who reads feedback, as its giver chose."""

    PERSON = "person"
    PERSON_AND_MANAGER = "person_and_manager"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What `giver_id` said to `receiver_id`; `about` is in the giver's words, "" for in general.

    `objective_id` is the receiver's objective that it is about, where the giver knows of one. `request_id` names
    what it answers. Instants are UTC.
    """

    id: str
    tenant_id: str
    giver_id: str
    receiver_id: str
    about: str
    text: str
    visibility: Visibility
    given_at: datetime
    objective_id: str | None = None
    request_id: str | None = None
    thanked_at: datetime | None = None


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
    """`asker_id` asks `giver_id` for feedback; all who were asked at once share a `round_id`."""

    id: str
    tenant_id: str
    round_id: str
    asker_id: str
    giver_id: str
    question: str
    asked_at: datetime
    answered_at: datetime | None = None
