"""The three things in an organisation that are worth a director's attention, and why.

One item a rule and thing, weighed by the people it concerns: services are named where something changed in them,
never put in an order of good and bad, and nobody is named at all.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.model.benchmark import TeamMeasure
from core.model.organisation import Measured, Met, OrganisationView, PriorityStanding, ServiceStanding, Support
from core.statistics.xmr import Variation

LED_WITH = 3

_ADRIFT_FROM = 0.25
"""The share of objectives that serve nothing from which they are worth a word."""

_FEW_ANSWER = 60
"""Percent answered below which too little is heard to judge the rest by."""


class Reason(StrEnum):
    """Why something is worth attention; of equal weight the earlier comes first."""

    OBSTACLE = "obstacle"
    """Several services met it, or someone outside them can remove it."""
    WORSENING = "worsening"
    """A figure of a service left its usual range for the worse."""
    PRIORITY = "priority"
    """Less than half of what is said of a priority's objectives is that they are on track."""
    ORPHANED = "orphaned"
    TRAINING = "training"
    ADRIFT = "adrift"
    PARTICIPATION = "participation"


_WEIGHT = {
    Reason.OBSTACLE: 3.0,
    Reason.WORSENING: 1.0,
    Reason.PRIORITY: 1.0,
    Reason.ORPHANED: 0.5,
    Reason.TRAINING: 1.0,
    Reason.ADRIFT: 0.5,
    Reason.PARTICIPATION: 0.75,
}
"""For each person concerned. What stands in the way of several is what a director alone can remove."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing worth attention, and the figures of its sentence; `people` are those it concerns."""

    reason: Reason
    people: int
    met: Met | None = None
    service: ServiceStanding | None = None
    measured: Measured | None = None
    priority: PriorityStanding | None = None

    @property
    def weight(self) -> float:
        """What it weighs against others."""
        return _WEIGHT[self.reason] * self.people


def worth_attention(view: OrganisationView) -> tuple[Item, ...]:
    """The three items that weigh most, no two of them about the same service's or priority's same thing."""
    found = [item for rule in _RULES for item in rule(view)]
    return tuple(sorted(found, key=_rank)[:LED_WITH])


def _rank(item: Item) -> tuple[float, int, str]:
    about = item.service.name if item.service else item.priority.aim.title if item.priority else ""
    return -item.weight, list(Reason).index(item.reason), about.casefold()


def _obstacles(view: OrganisationView) -> Iterable[Item]:
    for each in view.obstacles:
        if each.worst.services > 1 or len(view.services) == 1:
            yield Item(Reason.OBSTACLE, each.worst.people, met=each)


def _worsening(view: OrganisationView) -> Iterable[Item]:
    """Where it happened: the whole only where no service shows it. One thing each, since one pulls the others."""
    found = [item for service in view.services if (item := _worse(service)) is not None]
    if not found and (item := _worse(view.whole)) is not None:
        found = [item]
    yield from found


_FIRST = (
    TeamMeasure.ON_TRACK,
    TeamMeasure.CONFIDENCE,
    TeamMeasure.PARTICIPATION,
    TeamMeasure.OUTSIDE_CONTROL,
)
"""Which of several measures that worsened is told."""


def _worse(service: ServiceStanding) -> Item | None:
    for measure in _FIRST:
        measured = service.measures.get(measure)
        if measured is not None and measured.variation is Variation.CONCERN:
            return Item(Reason.WORSENING, service.people, service=service, measured=measured)
    return None


def _priorities(view: OrganisationView) -> Iterable[Item]:
    for each in view.priorities:
        if each.support is Support.AT_RISK:
            yield Item(Reason.PRIORITY, each.people, priority=each)
        if each.support is Support.ORPHANED and view.objectives:
            yield Item(Reason.ORPHANED, view.whole.people // max(1, len(view.priorities)), priority=each)


def _training(view: OrganisationView) -> Iterable[Item]:
    tally = view.whole.training
    if tally is not None and tally.overdue:
        yield Item(Reason.TRAINING, min(tally.overdue, tally.people), service=view.whole)


def _adrift(view: OrganisationView) -> Iterable[Item]:
    if view.priorities and view.objectives and view.adrift >= _ADRIFT_FROM * view.objectives:
        yield Item(Reason.ADRIFT, view.adrift)


def _participation(view: OrganisationView) -> Iterable[Item]:
    measured = view.whole.measures.get(TeamMeasure.PARTICIPATION)
    if measured is None or measured.variation is Variation.CONCERN:
        return
    if measured.level is not None and measured.level < _FEW_ANSWER:
        yield Item(Reason.PARTICIPATION, view.whole.people, service=view.whole, measured=measured)


_RULES: tuple[Callable[[OrganisationView], Iterable[Item]], ...] = (
    _obstacles,
    _worsening,
    _priorities,
    _training,
    _adrift,
    _participation,
)
