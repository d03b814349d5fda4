"""What can be compared of a team: its measures, their values over time, and outside figures with their source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.period import Period
from core.model.service_feedback import Scale
from core.statistics.xmr import Better


class TeamMeasure(StrEnum):
    """Something of a team that can be compared, as files and commands call it."""

    PARTICIPATION = "participation"
    """Check-ins answered of those that were due."""
    ON_TRACK = "on-track"
    """Objectives called on track of those with a status."""
    PROGRESS = "progress"
    """How far objectives are on their way to their targets, on average."""
    CONFIDENCE = "confidence"
    """How sure people are to reach their objectives, from 1 to 5."""
    TRAINING = "training"
    """Training held of what is asked for."""
    SATISFACTION = "satisfaction"
    """What service users say, on the scale that they were asked on."""
    OUTSIDE_CONTROL = "outside-control"
    """Updates that tell of something outside one's control in the way, of all updates with a status."""

    @property
    def better(self) -> Better:
        """Which way is good."""
        return Better.LOWER if self is TeamMeasure.OUTSIDE_CONTROL else Better.HIGHER

    @property
    def scale(self) -> Scale:
        """The scale it is told on, where nothing else is said."""
        return Scale.ONE_TO_FIVE if self is TeamMeasure.CONFIDENCE else Scale.PERCENT

    @property
    def is_monthly(self) -> bool:
        """Whether it is looked at once a month rather than once a check-in."""
        return self in (TeamMeasure.TRAINING, TeamMeasure.SATISFACTION)

    @property
    def is_meant_to_rise(self) -> bool:
        """Whether it adds up over the year, so that a rise is no news and there is no usual range to leave."""
        return self is TeamMeasure.PROGRESS

    @property
    def rests_on_answers(self) -> bool:
        """Whether it is made of what people said, so that of few people it says who."""
        return self in (
            TeamMeasure.ON_TRACK,
            TeamMeasure.PROGRESS,
            TeamMeasure.CONFIDENCE,
            TeamMeasure.OUTSIDE_CONTROL,
        )


TARGET = "target"
"""The scope of a figure that the organisation set itself."""

LONGEST_SCOPE = 120
LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A figure to compare with: of whom (`scope`: "NHS trusts in England"), of when, and where it is from.

    `scope_key` is the scope whatever its case, and unique with tenant, measure and period.
    """

    tenant_id: str
    measure: TeamMeasure
    scope_key: str
    period: Period
    scope: str
    value: float
    scale: Scale
    source: str

    @property
    def is_target(self) -> bool:
        """Whether it is what the organisation wants rather than what others have."""
        return self.scope_key == TARGET


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure of a team at one time: `on` is the first day of its week or month, or the day it was looked at.

    `total` of `count`: for shares how many of how many, for averages the sum and how many. `people` are those
    whose answers it rests on.
    """

    on: date
    total: float
    count: int
    people: int = 0
    scale: Scale = Scale.PERCENT
    is_share: bool = True

    @property
    def value(self) -> float | None:
        """The share in percent, or the average on the scale; None where there is nothing to go by."""
        if not self.count:
            return None
        return self.total / self.count * (100 if self.is_share else 1)


@dataclass(frozen=True, slots=True)
class Series:
    """A team's readings of one measure, oldest first, all on one scale; periods without any are readings of 0.

    `cut_before` is the first day of what is here where earlier readings were on another scale, which they were
    cut off for.
    """

    measure: TeamMeasure
    readings: tuple[Reading, ...] = ()
    cut_before: date | None = None

    @property
    def values(self) -> tuple[float | None, ...]:
        """What each reading says."""
        return tuple(each.value for each in self.readings)

    @property
    def scale(self) -> Scale:
        """The scale the readings are on."""
        return self.readings[-1].scale if self.readings else self.measure.scale

    @property
    def latest(self) -> Reading | None:
        """The last reading that says anything."""
        return next((each for each in reversed(self.readings) if each.count), None)

    def level(self, since: date, until: date) -> float | None:
        """The figure of all readings between the two days, both inclusive, together."""
        return level_of([each for each in self.readings if since <= each.on <= until])


def level_of(readings: Sequence[Reading]) -> float | None:
    """The figure of these readings together, each weighing as much as it rests on; None of nothing."""
    count = sum(each.count for each in readings)
    if not count:
        return None
    whole = Reading(readings[0].on, sum(each.total for each in readings), count, is_share=readings[0].is_share)
    return whole.value


def one_scale(measure: TeamMeasure, readings: Sequence[Reading]) -> Series:
    """The series up to its last reading, from where the scale is that reading's: scales are never mixed."""
    filled = [each for each in readings if each.count]
    if not filled:
        return Series(measure, tuple(readings))
    scale = filled[-1].scale
    others = [at for at, each in enumerate(readings) if each.count and each.scale is not scale]
    first = others[-1] + 1 if others else 0
    kept = tuple(readings[first:])
    return Series(measure, kept, kept[0].on if others else None)
