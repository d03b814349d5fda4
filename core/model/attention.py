"""The three things in a team's summary that are worth a manager's attention, and why.

Each rule looks at one kind of thing and puts all that it finds into one item, so that nobody is picked out of
several who are alike; only obstacles are an item each, since each has its own way out. An item weighs what the
people it concerns weigh (`_WEIGHT`); of equal ones the order is that of `Reason`, then of what it is about, never
of who. Nobody is ranked: an item says how many, the manager's card who.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from core.model.objective import Status
from core.model.person import Person
from core.model.summary import ObjectiveWeek, ObstacleGroup, TeamSummary, by_name
from core.model.trend import Move, stands_out

LED_WITH = 3

SHARED_BY = 2
"""From this number of people on an obstacle is one of the team's, and may be told of in its channel."""


class Reason(StrEnum):
    """Why something is worth attention; of equal weight the earlier comes first."""

    OBSTACLE = "obstacle"
    """Several people met the same thing."""
    HELP = "help"
    OFF_TRACK = "off-track"
    SLIPPING = "slipping"
    """Figures that move away from their target, though nobody calls them off track."""
    CONFIDENCE = "confidence"
    TRAINING = "training"
    ACTIONS = "actions"
    PARTICIPATION = "participation"


_WEIGHT = {
    Reason.OBSTACLE: 2.0,
    Reason.HELP: 3.0,
    Reason.OFF_TRACK: 2.0,
    Reason.SLIPPING: 1.5,
    Reason.CONFIDENCE: 1.5,
    Reason.TRAINING: 1.0,
    Reason.ACTIONS: 1.0,
    Reason.PARTICIPATION: 0.75,
}
"""For each person concerned. Who asks for help waits for an answer; who has not checked in may only be busy."""

_FELL_BY = 0.5
"""On the scale of 1 to 5: a team's average confidence that falls by less is as it was."""

_FEWER_BY = 20
"""Percentage points below the last four periods from which participation is worth a word."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An answer or a fact behind an item: whose, on which day, about what, and what was said or measured.

    `text` is what the person wrote, "" where the fact is a figure that the summary shows anyway.
    """

    person: Person
    on: date | None
    about: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing worth attention: how many people it concerns, and the answers it rests on.

    `count` is the figure of the sentence beside the people: weeks of an obstacle, courses, actions. `group` is the
    obstacle, `objectives` are those concerned.
    """

    reason: Reason
    people: tuple[Person, ...]
    evidence: tuple[Evidence, ...]
    count: int = 0
    group: ObstacleGroup | None = None
    objectives: tuple[ObjectiveWeek, ...] = ()
    are_others: bool = False
    """Whether there are more of the kind, which an obstacle that was led with has told of."""

    @property
    def weight(self) -> float:
        """What it weighs against others."""
        return _WEIGHT[self.reason] * len(self.people)


def attention(summary: TeamSummary) -> tuple[Attention, ...]:
    """The three items that weigh most, or fewer where less stands out."""
    found = [item for rule in _RULES for item in rule(summary)]
    led: list[Attention] = []
    covered: set[tuple[str, str]] = set()
    for item in sorted(found, key=_rank):
        remaining = _without(item, covered)
        if remaining is not None:
            led.append(remaining)
            told = remaining.group.blockers if remaining.group else ()
            covered |= {(each.owner.id, each.objective.id) for each in told}
    return tuple(sorted(led, key=_rank)[:LED_WITH])


def attention_in_channel(summary: TeamSummary) -> tuple[Attention, ...]:
    """What of it the whole team may read: what several share, never what is one person's or stands in few answers.

    Confidence and help stay between people and their line manager (docs/decisions/003).
    """
    return tuple(
        item
        for item in attention(summary)
        if item.reason in _FOR_ALL and len(item.people) >= SHARED_BY and len(summary.members) > SHARED_BY
    )


_FOR_ALL = frozenset({Reason.OBSTACLE, Reason.OFF_TRACK, Reason.SLIPPING, Reason.PARTICIPATION})


def _rank(item: Attention) -> tuple[float, int, str]:
    about = item.group.text.casefold() if item.group else ""
    return -item.weight, list(Reason).index(item.reason), about


def _without(item: Attention, covered: set[tuple[str, str]]) -> Attention | None:
    """The item without objectives whose obstacle has been told already; None where nothing is left."""
    if item.reason is not Reason.OFF_TRACK:
        return item
    left = [each for each in item.objectives if (each.owner.id, each.objective.id) not in covered]
    return replace(_off_track(left), are_others=len(left) < len(item.objectives)) if left else None


# --- the rules ------------------------------------------------------------------------------------------------


def _obstacles(summary: TeamSummary) -> Iterable[Attention]:
    for group in summary.groups:
        if len(group.people) >= SHARED_BY:
            evidence = tuple(
                Evidence(each.owner, each.on, each.objective.title, each.text) for each in group.blockers
            )
            yield Attention(Reason.OBSTACLE, group.people, evidence, group.weeks, group)


def _help(summary: TeamSummary) -> Iterable[Attention]:
    if summary.help:
        evidence = tuple(
            Evidence(each.person, each.on, each.objective.title if each.objective else "", each.text)
            for each in summary.help
        )
        yield Attention(Reason.HELP, _people(each.person for each in summary.help), evidence, len(summary.help))


def _off_track_objectives(summary: TeamSummary) -> Iterable[Attention]:
    weeks = [week for week in summary.objectives if week.progress.status is Status.OFF_TRACK]
    if weeks:
        yield _off_track(weeks)


def _off_track(weeks: Sequence[ObjectiveWeek]) -> Attention:
    return _of_objectives(Reason.OFF_TRACK, weeks, max(week.off_track for week in weeks))


def _slipping(summary: TeamSummary) -> Iterable[Attention]:
    weeks = [
        week
        for week in summary.objectives
        if week.trend is not None
        and len(week.trend.percents) >= 3
        and week.trend.move is Move.AWAY
        and week.progress.status is not Status.OFF_TRACK
        and not week.was_reached
    ]
    if weeks:
        yield _of_objectives(Reason.SLIPPING, weeks, len({week.objective.id for week in weeks}))


def _of_objectives(reason: Reason, weeks: Sequence[ObjectiveWeek], count: int) -> Attention:
    evidence = tuple(
        Evidence(week.owner, week.said_on, week.objective.title, week.progress.factors) for week in weeks
    )
    return Attention(reason, _people(week.owner for week in weeks), evidence, count, objectives=tuple(weeks))


def _confidence(summary: TeamSummary) -> Iterable[Attention]:
    confidence = summary.confidence
    if confidence.drift is None or confidence.drift > -_FELL_BY or not confidence.fallen:
        return
    fallen = set(confidence.fallen)
    weeks = tuple(
        week for week in summary.objectives if week.owner.id in fallen and week.progress.confidence is not None
    )
    people = _people(each for each in summary.members if each.id in fallen)
    evidence = tuple(
        Evidence(week.owner, week.said_on, week.objective.title, week.progress.factors) for week in weeks
    )
    yield Attention(Reason.CONFIDENCE, people, evidence, objectives=weeks)


def _training(summary: TeamSummary) -> Iterable[Attention]:
    late = summary.training.late
    if late:
        evidence = tuple(Evidence(each.person, each.due_on, each.course.title) for each in late)
        yield Attention(Reason.TRAINING, _people(each.person for each in late), evidence, len(late))


def _actions(summary: TeamSummary) -> Iterable[Attention]:
    late = summary.actions.late
    if late:
        evidence = tuple(Evidence(about, action.due_on, action.text) for action, about in late)
        yield Attention(Reason.ACTIONS, _people(about for _, about in late), evidence, len(late))


def _participation(summary: TeamSummary) -> Iterable[Attention]:
    rate, usual = summary.completion.rate, summary.usual_rate
    if rate is None or not summary.silent or not summary.is_heard:
        return
    rates = [each.rate for _, each in summary.history if each.rate is not None]
    is_lower = usual is not None and rate <= usual - _FEWER_BY
    if is_lower or (usual is not None and rate < usual and stands_out([*rates, rate])):
        evidence = tuple(Evidence(person, None, "") for person in summary.silent)
        yield Attention(Reason.PARTICIPATION, _people(summary.silent), evidence, len(summary.silent))


_RULES: tuple[Callable[[TeamSummary], Iterable[Attention]], ...] = (
    _obstacles,
    _help,
    _off_track_objectives,
    _slipping,
    _confidence,
    _training,
    _actions,
    _participation,
)


def _people(found: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted({each.id: each for each in found}.values(), key=by_name))
