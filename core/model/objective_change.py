"""What was changed about an objective, by whom and why: nothing about a target changes in silence."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ObjectiveChange:
    """One field of one objective before and after; both as a person reads them in English figures and ISO dates.

    `by_id` is None when a file changed it.
    """

    objective_id: str
    field: str
    before: str
    after: str
    changed_at: datetime
    by_id: str | None = None
    reason: str = ""
