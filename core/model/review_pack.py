"""The record of a period as a review shows it: gathered, put together, and kept as it was when it was signed.

Everything in a pack the person has seen, and their line manager may see. What is the person's alone (feedback that
was meant for them only, or without a name, and thanks they keep to themselves) stands beside it in `Alone`: it is
shown to them while they prepare and never becomes part of a version.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.model.action import AgreedAction
from core.model.evidence import Evidence
from core.model.feedback import Feedback, ReleasedFeedback
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress
from core.model.objective_change import ObjectiveChange
from core.model.recognition import Recognition
from core.model.review import ReviewKind, ReviewWords

LONG_ABSENCE_DAYS = 28
"""From how many days away on a period is read as shorter than it is."""


class ItemKind(StrEnum):
    """What a person can leave out of their own review."""

    FEEDBACK = "feedback"
    THANKS = "thanks"
    TRAINING = "training"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was said of an objective at a check-in on a day (local to the person), in the unit of that time."""

    on: date
    progress: Progress
    unit: str
    by_id: str


@dataclass(frozen=True, slots=True)
class PackObjective:
    """An objective with all that the period's record says of it, the oldest first.

    `paused_days` of the period's `days` it was paused. `unit_changed_on` is the last day in the period on which it
    came to be measured in another unit: figures before and after do not compare.
    """

    objective: Objective
    days: int
    paused_days: int = 0
    is_shared: bool = False
    outcome: str = ""
    unit_changed_on: date | None = None
    reports: tuple[PackReport, ...] = ()
    changes: tuple[ObjectiveChange, ...] = ()
    misses: tuple[MissedTarget, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def share(self) -> float:
        """The part of the period in which it counted, from 0 to 1."""
        return 1.0 if self.days <= 0 else max(0.0, 1 - self.paused_days / self.days)

    @property
    def result(self) -> Progress | None:
        """How it stood at the end, as far as the period's record tells; None where nothing was reported in it."""
        return self.reports[-1].progress if self.reports else None

    @property
    def comparable(self) -> tuple[PackReport, ...]:
        """The reports in the unit of now, which can be set beside the target and one another."""
        return tuple(each for each in self.reports if each.unit == self.objective.unit)


@dataclass(frozen=True, slots=True)
class PackTraining:
    """A course that was completed in the period, by its names in both languages."""

    id: str
    title: str
    title_cy: str
    completed_on: date
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class Answering:
    """How check-ins went: `answered` of `asked`; the months (their first days) in which nothing was answered.

    `away_days` are calendar days of the period on which the person was away.
    """

    answered: int = 0
    asked: int = 0
    silent_months: tuple[date, ...] = ()
    away_days: int = 0

    @property
    def is_long_away(self) -> bool:
        """Whether the period is to be read as shorter than it is."""
        return self.away_days >= LONG_ABSENCE_DAYS


@dataclass(frozen=True, slots=True)
class Pack:
    """A period's record as it stood on `as_of`; names of all who are in it by id, labels in English and Welsh."""

    kind: ReviewKind
    person_id: str
    role: str
    since: date
    until: date
    as_of: date
    answering: Answering
    objectives: tuple[PackObjective, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    thanks: tuple[Recognition, ...] = ()
    training: tuple[PackTraining, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    words: tuple[ReviewWords, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the period has no record at all."""
        return not (self.objectives or self.feedback or self.thanks or self.training or self.actions)

    def said(self, item: str) -> tuple[ReviewWords, ...]:
        """What was written about an item, the oldest first."""
        return tuple(each for each in self.words if each.item == item and each.text)


@dataclass(frozen=True, slots=True)
class Alone:
    """What only the person reads, to help them write; of what the manager may read, the parts they left out."""

    feedback: tuple[Feedback, ...] = ()
    unnamed: tuple[ReleasedFeedback, ...] = ()
    thanks: tuple[Recognition, ...] = ()
    feedback_left_out: tuple[Feedback, ...] = ()
    thanks_left_out: tuple[Recognition, ...] = ()
    training_left_out: tuple[PackTraining, ...] = ()
    evidence_left_out: tuple[Evidence, ...] = ()


def key_of(kind: ItemKind, id_: str) -> str:
    """How something that can be left out is named."""
    return f"{kind}:{id_}"
