"""What objectives serve: the organisation's priorities, and the goals of its teams beneath them."""

from dataclasses import dataclass
from enum import StrEnum


class AimKind(StrEnum):
    """How high up in the organisation an aim stands."""

    PRIORITY = "priority"
    """What the organisation wants for its community, or a service outcome under it."""
    GOAL = "goal"
    """What one team means to contribute to it."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One node of the tree of alignment; `parent_id` None at the top, or where a goal serves nothing yet.

    `team_id` is the team whose goal it is. `position` keeps the order of the file or conversation it came from.
    """

    id: str
    tenant_id: str
    kind: AimKind
    title: str
    parent_id: str | None = None
    team_id: str | None = None
    position: int = 0
