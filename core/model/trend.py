"""How something moves over time: an objective's figure against its target, and how sure people are.

`stands_out` is the one place that tells a real change from the ups and downs that any series has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from core.statistics.xmr import limits_of


def stands_out(series: Sequence[float]) -> bool:
    """Whether the newest of `series` (oldest first) lies outside the usual range of the earlier ones."""
    limits = limits_of(series[:-1])
    return limits is not None and not limits.lower <= series[-1] <= limits.upper


class Move(StrEnum):
    """Which way a figure went, seen from its target."""

    TOWARDS = "towards"
    AWAY = "away"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Trend:
    """An objective's way over some weeks, in its measure's own unit or, `in_percent`, as share of the way.

    `first` and `newest` are the ends, `weeks` lies between them; `percents` are the shares of the way at each
    point, oldest first, and say which way is towards the target.
    """

    first: float
    newest: float
    weeks: int
    in_percent: bool
    percents: tuple[float, ...]

    @property
    def move(self) -> Move:
        """Which way it went."""
        change = self.percents[-1] - self.percents[0]
        if abs(change) < _LEVEL_PERCENT:
            return Move.LEVEL
        return Move.TOWARDS if change > 0 else Move.AWAY


_A_POINT = 1 - 1e-9
"""Of the scale; averages of thirds miss a whole one by the last bit of a float."""

_LEVEL_PERCENT = 1
"""A change of less of the way is none."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one check-in said of an objective: its value in the measure's unit, and the share of the way."""

    on: date
    value: float | None
    percent: float | None


def trend_of(points: Sequence[Point], unit_since: date | None = None) -> Trend | None:
    """The trend of points in order of time; None where there are no two that can be compared.

    Values from before `unit_since`, the day on which the measure's unit changed, are left out: 12 days and 12
    hours are no trend.
    """
    known = [
        (each.on, each.value, each.percent)
        for each in points
        if each.percent is not None and (unit_since is None or each.on >= unit_since)
    ]
    if len(known) < 2:
        return None
    (first_on, first, began), (newest_on, newest, now) = known[0], known[-1]
    percents = tuple(percent for _, _, percent in known)
    weeks = round((newest_on - first_on).days / 7)
    if first is None or newest is None:
        return Trend(began, now, weeks, True, percents)
    return Trend(first, newest, weeks, False, percents)


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure people are, 1 to 5, on average: of what was said in the stretch, and in the four periods before.

    `people` said so in the stretch; `fallen` are the ids of those whose own average fell by a point or more.
    """

    now: float | None = None
    before: float | None = None
    people: int = 0
    fallen: tuple[str, ...] = ()

    @property
    def drift(self) -> float | None:
        """How much it rose (or fell, below 0); None where there is nothing to compare."""
        return None if self.now is None or self.before is None else self.now - self.before


def confidence_of(now: Sequence[tuple[str, int]], before: Sequence[tuple[str, int]]) -> Confidence:
    """The drift between what was said in the stretch and before it, each as (person's id, 1 to 5)."""

    def own(said: Sequence[tuple[str, int]]) -> dict[str, float]:
        by_person: dict[str, list[int]] = {}
        for person_id, each in said:
            by_person.setdefault(person_id, []).append(each)
        return {person_id: fmean(values) for person_id, values in by_person.items()}

    mine_now, mine_before = own(now), own(before)
    return Confidence(
        fmean(each for _, each in now) if now else None,
        fmean(each for _, each in before) if before else None,
        len(mine_now),
        tuple(
            person_id
            for person_id, mean in mine_now.items()
            if person_id in mine_before and mine_before[person_id] - mean >= _A_POINT
        ),
    )
