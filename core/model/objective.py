"""Objectives and the progress reported on them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.model.measure import Direction, Measure


class Status(StrEnum):
    """How an objective stands, in its owner's own judgement."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


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
    floor: float | None = field(default=None, kw_only=True)
    """The lower limit where the measure should stay within a range; `target` is then the upper one."""

    @property
    def scale(self) -> Measure:
        """The measure with its baseline, target and limits: what places a value on the way."""
        return Measure(self.measure, self.unit, self.baseline, self.target, self.floor, self.direction)

    def percent_for(self, value: float) -> float | None:
        """Progress towards the target that `value` stands for; see `Measure.percent_for`."""
        return self.scale.percent_for(value)

    def value_for(self, percent: float) -> float | None:
        """The value of the measure at `percent` of the way; see `Measure.value_for`."""
        return self.scale.value_for(percent)
