"""How much each objective counts, and a person's progress over all of them."""

from collections.abc import Sequence

from core.model.objective import Objective, ObjectiveState


def counted(objectives: Sequence[Objective]) -> list[Objective]:
    """Those that count in figures: not proposed, paused or closed ones."""
    return [each for each in objectives if each.state is ObjectiveState.ACTIVE and each.weight > 0]


def share_of(objective: Objective, objectives: Sequence[Objective]) -> float | None:
    """The share in per cent that an objective counts for among its owner's; None where all count the same."""
    together = counted(objectives)
    if objective.id not in {each.id for each in together} or len({each.weight for each in together}) < 2:
        return None
    return objective.weight / sum(each.weight for each in together) * 100


def overall_progress(objectives: Sequence[Objective]) -> float | None:
    """The weighted mean of how far the objectives are, each from 0 to 100; None before any figure is known.

    One without a figure is left out rather than counted as nought: nobody said that nothing was done. One that
    passed its target counts as 100, so that it hides nothing that is behind.
    """
    known = [(each.weight, each.latest.percent) for each in counted(objectives) if each.latest.percent is not None]
    total = sum(weight for weight, _ in known)
    if not total:
        return None
    return sum(weight * min(100.0, max(0.0, percent)) for weight, percent in known) / total
