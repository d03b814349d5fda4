"""An objective on its way to being set, as the SMART meter looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from core.model.measure import Measure
from core.model.objective import Milestone


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been said so far; anything may still be missing. `due_on` is local to the owner."""

    title: str = ""
    for_whom: str = ""
    measure: Measure = field(default_factory=Measure)
    milestones: tuple[Milestone, ...] = ()
    due_on: date | None = None
    serves: str = ""
    """What it serves: the title of a priority or goal, or its owner's words."""
    no_aim_reason: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """What the team achieved on one measure: the objective's own measure, and every value that was reported."""

    measure: Measure
    values: Sequence[float]
