"""A target that was missed, and what was learned from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from core.model.objective import Objective, Progress, Status


class MissKind(StrEnum):
    """Why the conversation was offered."""

    BELOW_TARGET = "below_target"
    """The due date passed below the target."""
    OFF_TRACK_TWICE = "off_track_twice"
    """Off track at two check-ins running."""


@dataclass(frozen=True, slots=True)
class MissedTarget:
    """One miss of one objective, and the short, unjudging conversation about it.

    There is one per objective, kind and `noticed_for`: the due date that passed, or the period of the second
    check-in. The words are the person's own; they are empty until `answered_at`.
    """

    id: str
    tenant_id: str
    person_id: str
    objective_id: str
    kind: MissKind
    noticed_for: date
    noticed_at: datetime
    happened: str = ""
    outside_control: bool | None = None
    outside_factor: str = ""
    """What lay outside the person's control, in a word or two: a supplier, the weather."""
    prevention: str = ""
    help_needed: str = ""
    answered_at: datetime | None = None

    @property
    def has_words(self) -> bool:
        """Whether anything at all was said of it."""
        said = (self.happened, self.outside_factor, self.prevention, self.help_needed)
        return self.outside_control is not None or any(said)


@dataclass(frozen=True, slots=True)
class Offer:
    """A missed target and its objective: what the conversation is offered about."""

    miss: MissedTarget
    objective: Objective


Misses = Mapping[str, MissedTarget]
"""The misses that stand beside figures, by the objective's id."""

NO_MISSES: Misses = MappingProxyType({})

_AS_GOOD_AS = 100 - 1e-6
"""Percent; a value worked out from a share may miss 100 by the last bit of a float."""


def seen_with(miss: MissedTarget, person_id: str) -> MissedTarget:
    """The miss as it is seen with this person: without the words where they are someone else's."""
    if miss.person_id == person_id:
        return miss
    return replace(miss, happened="", outside_factor="", prevention="", help_needed="")


def reaches_target(objective: Objective, progress: Progress) -> bool | None:
    """Whether `progress` is at the target or beyond; None where no figure tells.

    A value goes by the target as it is now, so that a target changed meanwhile counts.
    """
    percent = None if progress.value is None else objective.percent_for(progress.value)
    if percent is None:
        percent = progress.percent
    return None if percent is None else percent >= _AS_GOOD_AS


def is_past_due(objective: Objective, today: date) -> bool:
    """Whether the due date has gone by on `today`, the date it is for the owner."""
    return objective.due_on is not None and objective.due_on < today


def missed_beside(objective: Objective, progress: Progress, misses: Iterable[MissedTarget]) -> MissedTarget | None:
    """The miss that still stands beside `progress`, rather one that was talked about; None where none does.

    A missed date stands until the target is reached or the date moved, being off track until it is not.
    """

    def stands(miss: MissedTarget) -> bool:
        if miss.objective_id != objective.id:
            return False
        if miss.kind is MissKind.OFF_TRACK_TWICE:
            return progress.status is Status.OFF_TRACK
        return miss.noticed_for == objective.due_on and not reaches_target(objective, progress)

    def weight(miss: MissedTarget) -> tuple[bool, bool, datetime]:
        return miss.answered_at is not None, miss.kind is MissKind.BELOW_TARGET, miss.noticed_at

    return max(filter(stands, misses), key=weight, default=None)


LONGEST_GAP = timedelta(days=45)
"""Between two check-ins of one run: more than a missed one or two, less than a long absence."""


def streak_around(period: date, statuses: Sequence[tuple[date, Status]]) -> tuple[date, ...]:
    """The periods of the longest run of off-track check-ins that holds `period`; empty where it was not off track.

    `statuses` are what each check-in that spoke of the objective said of it, by period, in any order. Check-ins
    that said nothing do not end a run; a long time without any does, so that nobody is met with it on coming back.
    """
    run: list[date] = []
    for day, status in sorted(statuses, key=lambda said: said[0]):
        goes_on = status is Status.OFF_TRACK and (not run or day - run[-1] <= LONGEST_GAP)
        if not goes_on and period in run:
            break
        if not goes_on:
            run = []
        if status is Status.OFF_TRACK:
            run.append(day)
    return tuple(run) if period in run else ()
