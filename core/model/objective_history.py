"""What of an objective is followed over time, and how one state of it differs from another."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from core.model.objective import Milestone, Objective, Progress
from core.model.objective_change import ObjectiveChange

FIELDS: tuple[str, ...] = (
    "title",
    "measure",
    "unit",
    "baseline",
    "target",
    "floor",
    "direction",
    "due_on",
    "weight",
    "for_whom",
    "priority",
    "milestones",
    "state",
    "paused_until",
)
"""Fields of `Objective` whose every change is kept; who owns it and how it ended are kept beside them."""

OWNER, OUTCOME, SHARED = "owner", "outcome", "shared"
"""What else a history tells: names of owners before and after, the word for how it ended, who shares it."""

NEEDS_REASON = frozenset({"target", "baseline", "floor", "direction", "due_on"})
"""Fields that say how much is to be reached by when: they change with a reason only."""


def written(objective: Objective, field: str) -> str:
    """A field as the history keeps it: plain figures without a unit, ISO dates, steps in one line; "" for none."""
    value = getattr(objective, field)
    match value:
        case None:
            return ""
        case float():
            return repr(int(value)) if value.is_integer() else repr(value)
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(_step(each) for each in value)
        case _:
            return str(value)


def _step(milestone: Milestone) -> str:
    due = f" by {milestone.due_on.isoformat()}" if milestone.due_on else ""
    done = f" (done {milestone.done_on.isoformat()})" if milestone.done_on else ""
    return f"{milestone.title}{due}{done}"


def differences(
    before: Objective, after: Objective, at: datetime, by_id: str | None, reason: str = ""
) -> list[ObjectiveChange]:
    """One change for each followed field that differs; `at` is UTC."""
    pairs = ((field, written(before, field), written(after, field)) for field in FIELDS)
    return [
        ObjectiveChange(after.id, field, was, now, at, by_id, reason) for field, was, now in pairs if was != now
    ]


def replayed(first: Mapping[str, str], changes: Iterable[ObjectiveChange]) -> dict[str, str]:
    """The fields after `changes`, oldest first, were applied to the `first` ones."""
    return dict(first) | {change.field: change.after for change in changes}


def on_new_scale(objective: Objective) -> Progress:
    """The latest progress with its percentage worked out anew from the objective's baseline and target.

    Where only a share of the way was ever reported there is no value to place, so it stays as it was said.
    """
    latest = objective.latest
    if latest.value is None:
        return latest
    return replace(latest, percent=objective.percent_for(latest.value))
