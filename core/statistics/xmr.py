"""Tells change from noise in a series: the XmR chart (individuals and moving range) of NHS "Making Data Count".

Sources: NHS England, "Making data count" (england.nhs.uk/publication/making-data-count), and the NHS-R Community's
package NHSRplotthedots 0.2, which follows it: limits at the mean plus and minus 2.66 times the average moving
range, after moving ranges beyond 3.267 times their average are set aside; four rules, each here as there; targets
against the limits. 2.66 is 3 / 1.128, the d2 of two (NIST/SEMATECH e-Handbook, 6.3.2.2). How few values are enough
is Wheeler's "Understanding Variation": useful with five or six; the NHS calls limits of fewer than twelve trial
limits.

Limits that followed every change by themselves would explain it away. They can be those of the first values
(`baseline`), as NHSRplotthedots fixes them after twelve, and a series is cut into stretches only where it is told
to be (`rebase_at`). Each stretch has limits of its own, and no rule looks across a cut.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isclose
from statistics import fmean

LIMIT_FACTOR = 2.66
"""Average moving ranges from the mean to a limit."""

OUTLIER_FACTOR = 3.267
"""A moving range beyond this many average ones is a jump, which says nothing of the usual ups and downs."""

RUN = 7
"""Values in a row on one side of the mean, or each above (below) the one before: no chance any more."""

FEWEST = 6
"""Of fewer values there are no limits."""

FIRM = 12
"""From as many values on limits are more than provisional."""


class Better(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Rule(StrEnum):
    """What marks a value as special cause, the first that holds being told."""

    OUTSIDE = "outside"
    """Beyond a limit."""
    TREND = "trend"
    """One of seven or more values that each rise (or fall)."""
    NEAR_LIMIT = "near-limit"
    """One of two in three beyond two thirds of the way to a limit, all three on one side of the mean."""
    SHIFT = "shift"
    """One of seven or more in a row on one side of the mean."""


class Variation(StrEnum):
    """What a value is: one of the usual ups and downs, or a change for better, for worse, or just a change."""

    COMMON = "common"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    CHANGE = "change"
    """Of a measure of which neither way is good."""


class Assurance(StrEnum):
    """What the process as it is makes of a target, whatever its last value."""

    PASSES = "passes"
    """The target lies beyond the limits on the good side: chance alone will not miss it."""
    FAILS = "fails"
    """It lies beyond them on the other: chance alone will not reach it."""
    HIT_OR_MISS = "hit-or-miss"


@dataclass(frozen=True, slots=True)
class Limits:
    """The usual range of `count` values, in the series' own unit."""

    mean: float
    lower: float
    upper: float
    average_moving_range: float
    count: int

    @property
    def is_provisional(self) -> bool:
        """Whether they rest on so few values that each further one may move them."""
        return self.count < FIRM


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the series, None where there is none; what it is, by which rule, and whether it points upwards.

    `limits` are those of its stretch, None where that has too few values.
    """

    value: float | None
    limits: Limits | None = None
    variation: Variation = Variation.COMMON
    rule: Rule | None = None
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Xmr:
    """A series that was looked at: a point for each place, and what the last stretch makes of the target."""

    points: tuple[Point, ...]
    better: Better
    assurance: Assurance | None = None

    @property
    def last(self) -> int | None:
        """The place of the last value; None where there is none."""
        return next((at for at in reversed(range(len(self.points))) if self.points[at].value is not None), None)

    @property
    def limits(self) -> Limits | None:
        """The limits of the last stretch, None where it has too few values."""
        return self.points[-1].limits if self.points else None

    @property
    def since(self) -> int | None:
        """The place of the first of the values without a break, up to the last, that are the same special cause.

        None while the last value is one of the usual ups and downs.
        """
        last = self.last
        if last is None or self.points[last].rule is None:
            return None
        kind, upwards = self.points[last].variation, self.points[last].upwards
        first = last
        for at in reversed(range(last)):
            point = self.points[at]
            if point.value is None:
                continue
            if point.rule is None or (point.variation, point.upwards) != (kind, upwards):
                break
            if point.limits is not self.points[last].limits:
                break
            first = at
        return first


def xmr(
    values: Sequence[float | None],
    better: Better = Better.NEITHER,
    *,
    target: float | None = None,
    baseline: int | None = None,
    rebase_at: Collection[int] = (),
) -> Xmr:
    """Look at `values`, oldest first, None where a period has none: it is passed over, as if it had not been.

    Limits are of the first `baseline` values of a stretch, and of all of them where it is None.
    `rebase_at` are places at which a new stretch begins, because someone knows what changed there.
    """
    cuts = sorted({0, len(values), *(at for at in rebase_at if 0 < at < len(values))})
    points: list[Point] = []
    for start, end in pairwise(cuts):
        points += _stretch(values[start:end], better, baseline)
    limits = points[-1].limits if points else None
    return Xmr(tuple(points), better, _assurance(limits, better, target))


def without_limits(values: Sequence[float | None], better: Better = Better.NEITHER) -> Xmr:
    """The same of a series that has no usual range, such as one that adds up: nothing in it is special."""
    return Xmr(tuple(Point(value) for value in values), better)


def limits_of(values: Sequence[float]) -> Limits | None:
    """The usual range of one stretch of values; None where there are fewer than `FEWEST`."""
    if len(values) < FEWEST:
        return None
    ranges = [abs(after - before) for before, after in pairwise(values)]
    average = fmean(ranges)
    usual = [each for each in ranges if each < OUTLIER_FACTOR * average]
    # Where nothing but the jumps ever moved, they are all there is to go by.
    if usual and any(usual):
        average = fmean(usual)
    mean = fmean(values)
    away = LIMIT_FACTOR * average
    return Limits(mean, mean - away, mean + away, average, len(values))


def _stretch(values: Sequence[float | None], better: Better, baseline: int | None) -> list[Point]:
    there = [each for each in values if each is not None]
    limits = limits_of(there[:baseline])
    if limits is None:
        return [Point(value) for value in values]
    found = iter(_special(there, limits))
    points = []
    for value in values:
        rule, upwards = next(found) if value is not None else (None, False)
        points.append(Point(value, limits, _variation(rule, upwards, better), rule, upwards))
    return points


def _variation(rule: Rule | None, upwards: bool, better: Better) -> Variation:
    if rule is None:
        return Variation.COMMON
    if better is Better.NEITHER:
        return Variation.CHANGE
    return Variation.IMPROVEMENT if upwards is (better is Better.HIGHER) else Variation.CONCERN


def _special(values: Sequence[float], limits: Limits) -> list[tuple[Rule | None, bool]]:
    """By which rule each value is special cause, and whether it points upwards."""
    sides = [_side(value, limits.mean) for value in values]
    trend, shift = _trends(values), _in_runs(sides)
    near = _near_limits(values, sides, limits)
    found: list[tuple[Rule | None, bool]] = []
    for at, value in enumerate(values):
        above = sides[at] > 0
        if _side(value, limits.upper) > 0 or _side(value, limits.lower) < 0:
            found.append((Rule.OUTSIDE, above))
        elif trend[at]:
            found.append((Rule.TREND, trend[at] > 0))
        elif near[at]:
            found.append((Rule.NEAR_LIMIT, above))
        elif shift[at]:
            found.append((Rule.SHIFT, above))
        else:
            found.append((None, False))
    return found


def _side(value: float, line: float) -> int:
    """1 above the line, -1 below, 0 on it; what only rounding keeps apart lies on it."""
    if isclose(value, line, rel_tol=1e-9, abs_tol=1e-9):
        return 0
    return 1 if value > line else -1


def _in_runs(sides: Sequence[int], length: int = RUN) -> list[int]:
    """The side of each that is in a row of `length` or more on one side, 0 elsewhere; 0 breaks a row."""
    found = [0] * len(sides)
    start = 0
    for at in range(1, len(sides) + 1):
        if at == len(sides) or sides[at] != sides[start]:
            if sides[start] and at - start >= length:
                found[start:at] = [sides[start]] * (at - start)
            start = at
    return found


def _trends(values: Sequence[float]) -> list[int]:
    """1 for each value in seven or more that each rise, -1 where they fall, 0 elsewhere."""
    steps = _in_runs([_side(after, before) for before, after in pairwise(values)], RUN - 1)
    # A value where one trend ends and another begins belongs to the newer.
    before, after = [0, *steps], [*steps, 0]
    return [right or left for left, right in zip(before, after, strict=True)][: len(values)]


def _near_limits(values: Sequence[float], sides: Sequence[int], limits: Limits) -> list[bool]:
    third = (limits.upper - limits.mean) / 3
    far = [
        _side(value, limits.mean + 2 * third) > 0 or _side(value, limits.mean - 2 * third) < 0 for value in values
    ]
    inside = [_side(value, limits.upper) <= 0 and _side(value, limits.lower) >= 0 for value in values]
    close = [each and within for each, within in zip(far, inside, strict=True)]
    found = [False] * len(values)
    for start in range(len(values) - 2):
        places = range(start, start + 3)
        if abs(sum(sides[at] for at in places)) == len(places) and sum(close[at] for at in places) >= 2:
            for at in places:
                found[at] = found[at] or close[at]
    return found


def _assurance(limits: Limits | None, better: Better, target: float | None) -> Assurance | None:
    if limits is None or target is None or better is Better.NEITHER:
        return None
    if limits.lower <= target <= limits.upper:
        return Assurance.HIT_OR_MISS
    is_low = target < limits.lower
    return Assurance.PASSES if is_low is (better is Better.HIGHER) else Assurance.FAILS
