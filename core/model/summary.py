"""A team's week, month or quarter in figures and words, before it is put into a card."""

from dataclasses import dataclass
from datetime import date, datetime

from core.model.action import AgreedAction
from core.model.checkin import CheckIn
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress
from core.model.person import Person
from core.model.questions import Question
from core.model.recognition import Recognition
from core.model.service_feedback import SILENCE, ServiceVoice
from core.model.span import Span
from core.model.training import Course
from core.model.trend import Confidence, Trend
from core.understanding.removers import Remover
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
    """One objective in the stretch: what was said last, and how far it had been before the stretch began."""

    owner: Person
    objective: Objective
    progress: Progress
    percent_before: float | None
    miss: MissedTarget | None = None
    """The miss that stands beside the progress."""
    trend: Trend | None = None
    """Over up to eight weeks; None where there are no two figures to compare."""
    off_track: int = 0
    """At how many check-ins running it has been off track, this one included; 0 where it is not."""
    said_on: date | None = None
    """The nominal day of the check-in that said it."""

    @property
    def was_reached(self) -> bool:
        """Whether the target was met this week and had not been before."""
        percent = self.progress.percent
        return percent is not None and percent >= 100 and (self.percent_before or 0) < 100


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something in the way, in the words it was told in, at the check-in of the nominal day `on`."""

    theme: Theme
    owner: Person
    objective: Objective
    text: str
    outside_control: bool
    remover: Remover
    on: date


@dataclass(frozen=True, slots=True)
class ObstacleGroup:
    """Answers that tell of the same obstacle, the oldest first; `text` is the one that tells it best."""

    theme: Theme
    remover: Remover
    text: str
    blockers: tuple[Blocker, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who met it, by name, each once."""
        return tuple(sorted({each.owner.id: each.owner for each in self.blockers}.values(), key=by_name))

    @property
    def weeks(self) -> int:
        """At the check-ins of how many periods it was told of."""
        return len({each.on for each in self.blockers})


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Help that someone asked for, in their words, about an objective; `on` is the day it was said."""

    person: Person
    objective: Objective | None
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Thanks:
    """Recognition that members received in the stretch.

    `shared` may be read by the team, each with giver and receiver; `kept` counts those that are not.
    """

    shared: tuple[tuple[Recognition, Person, Person], ...] = ()
    kept: int = 0


@dataclass(frozen=True, slots=True)
class LateCourse:
    """Training that someone must hold and does not, past the day by which it was to be done."""

    person: Person
    course: Course
    due_on: date


@dataclass(frozen=True, slots=True)
class TeamTraining:
    """Of what the members must hold (`required`) they hold so much today; `late` are past their day."""

    required: int = 0
    held: int = 0
    due_soon: int = 0
    late: tuple[LateCourse, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamActions:
    """Agreed actions about the members that are open now; `late` are those whose day has passed."""

    open: int = 0
    late: tuple[tuple[AgreedAction, Person], ...] = ()


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """What the team may read of the answers to one added question, as stored, with who gave each."""

    question: Question
    answers: tuple[tuple[Person, str], ...]


@dataclass(frozen=True, slots=True)
class TeamSummary:
    """A team's stretch of time. `history` is the completion of each earlier period, `periods` of each within it.

    Both are oldest first. `members` are those it is about, by name; `silent` those who were asked in it and
    answered at none of its check-ins.
    """

    name: str
    span: Span
    worked_out_at: datetime
    members: tuple[Person, ...]
    completion: Completion
    periods: tuple[tuple[date, Completion], ...]
    history: tuple[tuple[date, Completion], ...]
    organisation: Completion
    organisation_history: tuple[tuple[date, Completion], ...]
    organisation_periods: tuple[tuple[date, Completion], ...]
    objectives: tuple[ObjectiveWeek, ...]
    blockers: tuple[Blocker, ...]
    groups: tuple[ObstacleGroup, ...]
    notes: tuple[tuple[Person, CheckIn], ...]
    silent: tuple[Person, ...]
    confidence: Confidence
    help: tuple[HelpAsked, ...]
    thanks: Thanks
    training: TeamTraining
    actions: TeamActions
    service: ServiceVoice = SILENCE
    """What service users say of the team."""
    shared: tuple[SharedAnswers, ...] = ()

    @property
    def period(self) -> date:
        """The first day of the stretch; of a week, the nominal day of its check-ins."""
        return self.span.first

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

    @property
    def outside(self) -> int:
        """How many of the obstacles told were, in their writers' judgement, outside their control."""
        return sum(1 for each in self.blockers if each.outside_control)

    @property
    def is_heard(self) -> bool:
        """Whether anyone has answered anything."""
        return bool(self.completion.answered or self.completion.partly)


def by_name(person: Person) -> tuple[str, str]:
    """People in the order of their names."""
    return person.name, person.id
