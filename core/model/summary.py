"""A team's week in figures and words, before it is put into a card."""

from dataclasses import dataclass
from datetime import date

from core.model.checkin import CheckIn
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress
from core.model.person import Person
from core.model.questions import Question
from core.model.service_feedback import SILENCE, ServiceVoice
from core.understanding.themes import Theme


@dataclass(frozen=True, slots=True)
class Completion:
    """How many of those who were asked have answered; people who are away are not counted."""

    answered: int
    partly: int
    due: int

    @property
    def rate(self) -> float | None:
        """Answered of due, in percent; None where nobody was due."""
        return self.answered / self.due * 100 if self.due else None


@dataclass(frozen=True, slots=True)
class ObjectiveWeek:
    """One objective this week: what was said, and how far it had been the time before."""

    owner: Person
    objective: Objective
    progress: Progress
    percent_before: float | None
    miss: MissedTarget | None = None
    """The miss that stands beside the progress."""

    @property
    def was_reached(self) -> bool:
        """Whether the target was met this week and had not been before."""
        percent = self.progress.percent
        return percent is not None and percent >= 100 and (self.percent_before or 0) < 100


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something in the way, in the words it was told in."""

    theme: Theme
    owner: Person
    objective: Objective
    text: str
    outside_control: bool


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """What the team may read of the answers to one added question, as stored, with who gave each."""

    question: Question
    answers: tuple[tuple[Person, str], ...]


@dataclass(frozen=True, slots=True)
class TeamSummary:
    """A team's period. `history` is the team's completion by earlier period, oldest first."""

    name: str
    period: date
    completion: Completion
    history: tuple[tuple[date, Completion], ...]
    organisation: Completion
    organisation_history: tuple[tuple[date, Completion], ...]
    objectives: tuple[ObjectiveWeek, ...]
    blockers: tuple[Blocker, ...]
    notes: tuple[tuple[Person, CheckIn], ...]
    open_actions: int = 0
    """Agreed actions about the members that are open now."""
    service: ServiceVoice = SILENCE
    """What service users say of the team."""
    shared: tuple[SharedAnswers, ...] = ()

    @property
    def usual_rate(self) -> float | None:
        """The team's completion over the last four periods before this one, in percent."""
        recent = [completion for _, completion in self.history[-4:]]
        due = sum(completion.due for completion in recent)
        return sum(completion.answered for completion in recent) / due * 100 if due else None

    @property
    def wins(self) -> tuple[ObjectiveWeek, ...]:
        """Objectives that reached their target this week."""
        return tuple(week for week in self.objectives if week.was_reached)
