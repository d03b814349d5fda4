"""Agreed actions: what someone will do, by when, after a missed target or at a one-to-one."""

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
    """Something to be done for `person_id`, perhaps about an objective of theirs.

    It is to be done by `owner_id`: the person or their line manager.

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
    one_to_one_id: str | None = None
    """The one-to-one at which it was agreed, if it was at one."""
