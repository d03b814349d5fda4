"""Objectives and the progress reported on them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Status(StrEnum):
    """How an objective stands, in its owner's own judgement."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class Direction(StrEnum):
    """Whether a higher or a lower value of the measure is better."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Progress:
    """What was last reported on an objective; every part may be unknown.

    `value` is in the measure's own unit, `percent` is progress towards the target (0 to 100, may pass both),
    `confidence` is 1 (none) to 5 (sure), `reported_at` a UTC instant.
    """

    value: float | None = None
    percent: float | None = None
    status: Status | None = None
    confidence: int | None = None
    factors: str = ""
    """What helped or got in the way, in the person's own words."""
    outside_control: bool | None = None
    reported_at: datetime | None = None

    @property
    def needs_attention(self) -> bool:
        """Whether it is at risk or off track."""
        return self.status in (Status.AT_RISK, Status.OFF_TRACK)


@dataclass(frozen=True, slots=True)
class Objective:
    """Something a person means to achieve, with the measure that shows it."""

    id: str
    tenant_id: str
    person_id: str
    title: str
    measure: str
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    due_on: date | None = None
    priority: str = ""
    direction: Direction = Direction.UP
    weight: float = 1.0
    latest: Progress = Progress()

    def percent_for(self, value: float) -> float | None:
        """Progress towards the target that `value` stands for: 0 at the baseline, 100 at the target.

        Without a baseline an upward measure starts at nought; a downward one cannot be placed, so None.
        """
        if self.target is None:
            return None
        start = self.baseline
        if start is None:
            if self.direction is Direction.DOWN:
                return None
            start = 0.0
        if self.target == start:
            return None
        return (value - start) / (self.target - start) * 100

    def value_for(self, percent: float) -> float | None:
        """The value of the measure at `percent` of the way; None where baseline or target is unknown."""
        if self.target is None:
            return None
        if self.baseline is None and self.direction is Direction.DOWN:
            return None
        start = self.baseline or 0.0
        return start + (self.target - start) * percent / 100
