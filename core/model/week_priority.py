"""What someone means to do in a week: said at one check-in, asked about at the next ones until it is settled."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST = 3
"""Priorities that someone may have at once."""


class PriorityState(StrEnum):
    """What became of a priority."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class WeekPriority:
    """One priority of a person's, in their own words, with the objective that it names.

    `checkin_id` is the check-in it was said at, `position` its line there, from 0. It stays open while it is
    carried on.
    """

    id: str
    tenant_id: str
    person_id: str
    checkin_id: str
    position: int
    text: str
    created_at: datetime
    objective_id: str | None = None
    state: PriorityState = PriorityState.OPEN
    settled_at: datetime | None = None
