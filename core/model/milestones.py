"""The steps of an objective that is measured by them: which are done, late, and how many count."""

from dataclasses import replace
from datetime import date

from core.model.measure import Direction
from core.model.objective import Milestone, Objective, Progress


def done_of(objective: Objective) -> int:
    """How many steps are done."""
    return sum(1 for each in objective.milestones if each.done_on is not None)


def is_overdue(milestone: Milestone, today: date) -> bool:
    """Whether its day has passed without it being done."""
    return milestone.done_on is None and milestone.due_on is not None and milestone.due_on < today


def with_milestones(objective: Objective, milestones: tuple[Milestone, ...]) -> Objective:
    """The objective measured by these steps: from none of them to all of them."""
    return replace(
        objective,
        milestones=milestones,
        direction=Direction.MILESTONES,
        unit="",
        baseline=0.0,
        target=float(len(milestones)),
        floor=None,
    )


def with_done(objective: Objective, title: str, on: date) -> Objective:
    """The objective with the step of this title done on a day; one that is done keeps its day."""
    steps = tuple(
        replace(each, done_on=each.done_on or on) if each.title == title else each for each in objective.milestones
    )
    return replace(objective, milestones=steps)


def with_count_done(objective: Objective, count: int, on: date) -> Objective:
    """The objective with `count` steps done: the first open ones ticked, or the last done ones opened again."""
    steps = list(objective.milestones)
    missing = min(max(count, 0), len(steps)) - done_of(objective)
    order = range(len(steps)) if missing > 0 else range(len(steps) - 1, -1, -1)
    for index in order:
        if missing > 0 and steps[index].done_on is None:
            steps[index] = replace(steps[index], done_on=on)
            missing -= 1
        elif missing < 0 and steps[index].done_on is not None:
            steps[index] = replace(steps[index], done_on=None)
            missing += 1
    return replace(objective, milestones=tuple(steps))


def counted_progress(objective: Objective, before: Progress) -> Progress:
    """`before` with the figure that the steps give: how many are done, of how many."""
    count = float(done_of(objective))
    return replace(before, value=count, percent=objective.percent_for(count))
