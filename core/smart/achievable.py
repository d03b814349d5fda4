"""Whether a target can be reached: set against the baseline, and against what the team achieved before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from core.model.measure import Direction, Measure
from core.smart.draft import Past

SAME_MEASURE = 88
"""How alike (0 to 100) the names of two measures must be to be compared; their units must be the same."""

FAR_BEYOND = 0.25
"""A target further than this share of the best value beyond it is far beyond anything achieved."""

LARGEST_RISE = 1.0
"""Without a past: more than doubling an upward measure within one objective is rare."""

LARGEST_FALL = 0.6
"""Without a past: a downward measure seldom falls by more than this share."""

PERFECT = 100.0


@dataclass(frozen=True, slots=True)
class Beyond:
    """How far a target goes: the best value achieved before, or where it starts, both in the measure's unit."""

    best: float | None = None
    baseline: float | None = None
    is_perfection: bool = False
    """Every single case, always: one slip misses it."""


def beyond_reach(measure: Measure, past: Iterable[Past]) -> Beyond | None:
    """Why the target seems out of reach; None where it does not, or where nothing is known to set it against."""
    if measure.target is None or measure.direction not in (Direction.UP, Direction.DOWN):
        return None
    best = best_value(measure, past)
    if best is not None:
        return Beyond(best=best) if _is_far_beyond(measure, best) else None
    if measure.baseline is None:
        return None
    if measure.unit.strip() == "%" and measure.target >= PERFECT and measure.direction is Direction.UP:
        return Beyond(baseline=measure.baseline, is_perfection=True)
    return Beyond(baseline=measure.baseline) if _is_a_leap(measure, measure.baseline) else None


def best_value(measure: Measure, past: Iterable[Past]) -> float | None:
    """The best value the team reported on the same measure; None where there is none."""
    values = [value for each in past if _is_same(measure, each.measure) for value in each.values]
    return _best(measure.direction, values)


def _best(direction: Direction, values: Sequence[float]) -> float | None:
    if not values:
        return None
    return min(values) if direction is Direction.DOWN else max(values)


def _is_same(one: Measure, other: Measure) -> bool:
    if one.unit.strip().casefold() != other.unit.strip().casefold() or one.direction is not other.direction:
        return False
    return fuzz.token_set_ratio(one.name.casefold(), other.name.casefold()) >= SAME_MEASURE


def _is_far_beyond(measure: Measure, best: float) -> bool:
    target = measure.target
    if target is None:
        return False
    if measure.unit.strip() == "%":
        # Near the top a point is worth more: what counts is how much of the gap to perfection is to be closed.
        gap, left = _gaps_to_perfection(measure.direction, best, target)
        return gap > 0 and left / gap < 1 - 2 * FAR_BEYOND
    margin = abs(best) * FAR_BEYOND
    return target < best - margin if measure.direction is Direction.DOWN else target > best + margin


def _gaps_to_perfection(direction: Direction, best: float, target: float) -> tuple[float, float]:
    return (best, target) if direction is Direction.DOWN else (PERFECT - best, PERFECT - target)


def _is_a_leap(measure: Measure, baseline: float) -> bool:
    target = measure.target
    if target is None or baseline <= 0:
        return False
    if measure.direction is Direction.DOWN:
        return target < baseline * (1 - LARGEST_FALL)
    if measure.unit.strip() == "%":
        gap, left = PERFECT - baseline, PERFECT - target
        return gap > 0 and left / gap < 1 - 2 * LARGEST_FALL + 0.4
    return target > baseline * (1 + LARGEST_RISE)
