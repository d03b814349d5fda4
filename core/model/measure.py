"""The measure of an objective: where it starts, where it should get to, and how far along a value is."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """What makes a value of the measure a good one."""

    UP = "up"
    DOWN = "down"
    WITHIN = "within"
    """Between a lower and an upper limit: a temperature, an occupancy."""
    MILESTONES = "milestones"
    """A count of steps done."""
    YES_NO = "yes_no"
    """Done or not done."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, in which unit, from where to where.

    With `Direction.WITHIN`, `target` is the upper limit and `floor` the lower; either may be None. Elsewhere
    `floor` means nothing.
    """

    name: str = ""
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    floor: float | None = None
    direction: Direction = Direction.UP

    def percent_for(self, value: float) -> float | None:
        """Progress towards the target that `value` stands for: 0 at the baseline, 100 at the target.

        May pass both. Without a baseline an upward measure starts at nought; a downward one cannot be placed
        before it is at its target, so None. Inside its limits a range is at 100, never beyond.
        """
        match self.direction:
            case Direction.WITHIN:
                return self._percent_within(value)
            case Direction.YES_NO:
                return 100.0 if value >= (1.0 if self.target is None else self.target) else 0.0
        if self.target is None:
            return None
        start = self._start
        if start is None:
            return 100.0 if value <= self.target else None
        if self.target == start:
            return None
        return (value - start) / (self.target - start) * 100

    def value_for(self, percent: float) -> float | None:
        """The value at `percent` of the way; None where the way there is unknown."""
        match self.direction:
            case Direction.WITHIN:
                limit = self._limit_missed_by(self.baseline)
                if limit is None or self.baseline is None:
                    return None
                return self.baseline + (limit - self.baseline) * percent / 100
            case Direction.YES_NO:
                return (1.0 if self.target is None else self.target) if percent >= 100 else 0.0
        start = self._start
        if self.target is None or start is None:
            return None
        return start + (self.target - start) * percent / 100

    @property
    def _start(self) -> float | None:
        if self.baseline is None and self.direction is not Direction.DOWN:
            return 0.0
        return self.baseline

    def _percent_within(self, value: float) -> float | None:
        if self.target is None and self.floor is None:
            return None
        limit = self._limit_missed_by(value)
        if limit is None:
            return 100.0
        if self.baseline is None or self._limit_missed_by(self.baseline) != limit:
            return 0.0
        return min(100.0, max(0.0, (value - self.baseline) / (limit - self.baseline) * 100))

    def _limit_missed_by(self, value: float | None) -> float | None:
        """The limit that `value` lies beyond; None inside."""
        if value is None:
            return None
        if self.target is not None and value > self.target:
            return self.target
        if self.floor is not None and value < self.floor:
            return self.floor
        return None
