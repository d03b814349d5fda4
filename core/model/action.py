"""Agreed actions: what someone will do, by when, so that a missed target is not missed again."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ActionState(StrEnum):
    """An action is asked about at each check-in until it is no longer open."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """Something to be done about an objective of `person_id`, by `owner_id`: the person or their line manager.

    `due_on` is local to the owner. `missed_target_id` names the conversation it came out of, if one did.
    """

    id: str
    tenant_id: str
    person_id: str
    owner_id: str
    text: str
    due_on: date | None
    created_at: datetime
    objective_id: str | None = None
    missed_target_id: str | None = None
    state: ActionState = ActionState.OPEN
    closed_at: datetime | None = None
    note: str = ""
    """What was last said of it when it was asked about."""
