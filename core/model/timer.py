"""Timers: when something is to be looked at again, whoever or whatever it is about."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TimerKind(StrEnum):
    """What a timer is for; `core.services.planner` says what is done when it goes off."""

    FEEDBACK_REMINDER = "feedback reminder"
    """Subject: a request for feedback."""
    FEEDBACK_REPORT = "feedback report"
    """Subject: a person for whom feedback without names waits."""
    TRAINING_REMINDER = "training reminder"
    """Subject: a person."""
    TRAINING_OVERDUE = "training overdue"
    """Subject: a line manager."""
    TRAINING_PLAN = "training plan"
    """Subject: an organisation, and after `|` the id of the person who was planned last."""
    BROADCAST = "broadcast"
    """Subject: a broadcast."""
    RECOGNITION_DIGEST = "recognition digest"
    """Subject: a team and a month."""
    ONE_TO_ONE = "one-to-one"
    """Subject: a one-to-one and which of the two is to be reminded of it."""
    SKILLS = "skills"
    """Subject: an organisation, and after `|` the id of the person who was looked at last."""
    ROUND_360_REMINDER = "round 360 reminder"
    """Subject: a round and, after `|`, someone who takes part in it."""
    ROUND_360_CLOSE = "round 360 close"
    """Subject: a round."""
    REVIEW = "review"
    """Subject: a review."""
    PULSE = "pulse"
    """Subject: an organisation."""
    ORGANISATION_WEEK = "organisation week"
    """Subject: an organisation, whose weeks that are over are to be counted."""


@dataclass(frozen=True, slots=True)
class Timer:
    """Something of `kind` about `subject` (an id) is due at `due_at` (UTC); there is one of each."""

    kind: TimerKind
    subject: str
    tenant_id: str
    due_at: datetime
