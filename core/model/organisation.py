"""An organisation in a stretch of time: its services, priorities, obstacles and groups of people, in figures.

Everything rests on weeks as they were kept (`core.model.organisation_week`); only what serves what is of now.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from core.model.aim import Aim
from core.model.benchmark import Reading, Series, TeamMeasure
from core.model.compliance import Tally
from core.model.organisation_week import Cell, Dimension, Obstacle
from core.model.service_feedback import Scale
from core.model.span import Span
from core.model.wellbeing import WeekFelt
from core.statistics.xmr import Variation, Xmr
from core.understanding.blocker_groups import group_alike
from core.understanding.removers import Remover
from core.understanding.themes import Theme

MEASURES = (
    TeamMeasure.PARTICIPATION,
    TeamMeasure.ON_TRACK,
    TeamMeasure.CONFIDENCE,
    TeamMeasure.OUTSIDE_CONTROL,
)
"""What weeks tell of a service."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure of a service: its readings against their own past, and its figure in the stretch (None: none)."""

    series: Series
    found: Xmr
    level: float | None

    @property
    def variation(self) -> Variation | None:
        """What the last reading is; None while nothing can be said."""
        if self.found.last is None or self.found.limits is None:
            return None
        return self.found.points[self.found.last].variation


@dataclass(frozen=True, slots=True)
class ServiceStanding:
    """A service, a team of one, or ("" for its id) everything that the reader sees.

    `people` were asked in the last week that is known, `training` is of today.
    """

    id: str
    name: str
    people: int
    measures: Mapping[TeamMeasure, Measured]
    training: Tally | None = None

    def level(self, measure: TeamMeasure) -> float | None:
        """The figure of the stretch."""
        found = self.measures.get(measure)
        return found.level if found else None


class Support(StrEnum):
    """How a priority is served."""

    ORPHANED = "orphaned"
    """Nothing serves it."""
    AT_RISK = "at-risk"
    """Less than half of what is said of its objectives is that they are on track."""
    STILL = "still"
    """Nothing that serves it was reported on lately."""
    SUPPORTED = "supported"


@dataclass(frozen=True, slots=True)
class PriorityStanding:
    """A topmost priority: active objectives that serve it or its parts, how many move, and in which services.

    `on_track` is the share of the stretch in percent, None where fewer than five people said or nobody did.
    """

    aim: Aim
    objectives: int
    people: int
    moving: int
    on_track: float | None
    by_service: tuple[tuple[str, int], ...] = ()

    @property
    def support(self) -> Support:
        """Whether it is supported, and if not why."""
        if not self.objectives:
            return Support.ORPHANED
        if self.on_track is not None and self.on_track < 50:
            return Support.AT_RISK
        return Support.SUPPORTED if self.moving else Support.STILL


@dataclass(frozen=True, slots=True)
class Met:
    """An obstacle in the stretch: how many people met it in its worst week, and in how many weeks anyone did."""

    worst: Obstacle
    weeks: int
    service_ids: tuple[str, ...]

    @property
    def theme(self) -> Theme:
        """What it is about."""
        return self.worst.theme

    @property
    def remover(self) -> Remover:
        """Who can remove it."""
        return self.worst.remover


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """A part of a division of people; figures in percent, None where there is none."""

    value: str
    people: int
    participation: float | None
    on_track: float | None
    training: float | None


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """All of it. `known_since` is the first week that is known, None before any; `left` weeks are not counted yet.

    `equality` is None for a reader who sees a part of the organisation only; a division that cannot be told has no
    groups.
    """

    name: str
    span: Span
    weeks: int
    known_since: date | None
    left: int
    whole: ServiceStanding
    services: tuple[ServiceStanding, ...]
    small_services: int
    priorities: tuple[PriorityStanding, ...]
    objectives: int
    adrift: int
    obstacles: tuple[Met, ...]
    equality: Mapping[Dimension, tuple[GroupStanding, ...]] | None
    felt: tuple[WeekFelt, ...] = ()


# --- from weeks to figures ------------------------------------------------------------------------------------


def reading(measure: TeamMeasure, cell: Cell) -> Reading:
    """What a week says of a measure."""
    match measure:
        case TeamMeasure.PARTICIPATION:
            return Reading(cell.week, cell.answered, cell.due, cell.asked)
        case TeamMeasure.ON_TRACK:
            return Reading(cell.week, cell.on_track, cell.with_status, cell.said)
        case TeamMeasure.OUTSIDE_CONTROL:
            return Reading(cell.week, cell.outside_control, cell.with_status, cell.said)
        case _:
            total, count = cell.confidences, cell.with_confidence
            return Reading(cell.week, total, count, cell.said, Scale.ONE_TO_FIVE, is_share=False)


def summed(cells: Iterable[Cell], value: str = "") -> list[Cell]:
    """The cells of each week as one, oldest first; of disjoint groups, so that people can be added up."""
    weeks: dict[date, Cell] = {}
    for cell in cells:
        whole = weeks.setdefault(cell.week, Cell(cell.week, cell.dimension, value))
        for name in _COUNTS:
            setattr(whole, name, getattr(whole, name) + getattr(cell, name))
    return [weeks[week] for week in sorted(weeks)]


_COUNTS = (
    *("asked", "due", "answered", "said", "with_status", "on_track", "outside_control"),
    *("with_confidence", "confidences"),
)


def by_value(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Cells by their value, each oldest first."""
    found: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.value].append(cell)
    return dict(found)


def met(obstacles: Sequence[Obstacle]) -> tuple[Met, ...]:
    """The same obstacle of several weeks as one, those that most people met first."""
    named = [each for each in obstacles if each.words]
    groups = [[named[place] for place in places] for places in group_alike([each.words for each in named])]
    themes: defaultdict[Theme, list[Obstacle]] = defaultdict(list)
    for each in obstacles:
        if not each.words:
            themes[each.theme].append(each)
    found = []
    for group in [*groups, *themes.values()]:
        worst = max(group, key=lambda each: (each.people, each.services, each.week))
        services = tuple(sorted({service for each in group for service in each.service_ids}))
        found.append(Met(worst, len({each.week for each in group}), services))
    order = list(Theme)
    return tuple(sorted(found, key=lambda each: (-each.worst.people, order.index(each.theme), each.worst.words)))


def narrowed(obstacles: Iterable[Obstacle], service_ids: frozenset[str]) -> list[Obstacle]:
    """Those that five people or more of one of these services met, told of these services alone."""
    found = []
    for each in obstacles:
        own = tuple(service for service in each.service_ids if service in service_ids)
        if own:
            found.append(replace(each, service_ids=own))
    return found
