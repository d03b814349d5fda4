"""A target that was missed, and what was learned from it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class MissKind(StrEnum):
    """Why the conversation was offered."""

    BELOW_TARGET = "below_target"
    """The due date passed below the target."""
    OFF_TRACK_TWICE = "off_track_twice"
    """Off track at two check-ins running."""


@dataclass(frozen=True, slots=True)
class MissedTarget:
    """One miss of one objective, and the short, unjudging conversation about it.

    There is one per objective, kind and `noticed_for`: the due date that passed, or the period of the second
    check-in. The words are the person's own; they are empty until `answered_at`.
    """

    id: str
    tenant_id: str
    person_id: str
    objective_id: str
    kind: MissKind
    noticed_for: date
    noticed_at: datetime
    happened: str = ""
    outside_control: bool | None = None
    outside_factor: str = ""
    """What lay outside the person's control, in a word or two: a supplier, the weather."""
    prevention: str = ""
    help_needed: str = ""
    answered_at: datetime | None = None
