"""Objectives and the progress reported on them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.measure import Direction, Measure


class ObjectiveState(StrEnum):
    """Where an objective stands in its life; only active ones are asked about."""

    PROPOSED = "proposed"
    """Waits for the other of person and line manager to agree."""
    ACTIVE = "active"
    PAUSED = "paused"
    """Leave or secondment: not asked about, and in no figure."""
    CLOSED = "closed"


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
class Milestone:
    """One step of an objective that is measured by its steps; dates are local to its owner."""

    title: str
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """Something a person means to achieve, with the measure that shows it.

    `person_id` is the owner who answers for it; further owners of a shared one are kept beside it.
    """

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
    """The priority it serves in its owner's words; `aim_id` is the one it was matched to."""
    direction: Direction = Direction.UP
    weight: float = 1.0
    floor: float | None = None
    """The lower limit where the measure should stay within a range; `target` is then the upper one."""
    milestones: tuple[Milestone, ...] = ()
    for_whom: str = ""
    aim_id: str | None = None
    no_aim_reason: str = ""
    """Why it serves none of the organisation's aims."""
    kept_because: str = ""
    """Why it was set although the SMART meter had more to ask for."""
    state: ObjectiveState = ObjectiveState.ACTIVE
    proposed_by_id: str | None = None
    paused_until: date | None = None
    """The last day of a pause, inclusive; None while it has no end."""
    closed_on: date | None = None
    carried_from_id: str | None = None
    """The objective of the period before that this one carries on."""
    latest: Progress = Progress()

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
