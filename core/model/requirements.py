"""Who must hold which course, by when, and how each of them stands with it.

A rule asks everyone, a job title, a team or a kind of employment for a course. Whoever was there when it was made
has its days from then on, whoever comes later has them from their first day: an induction is such a rule. Of
several rules that ask one person for one course, the earliest day counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from core.model.person import Employment
from core.model.training import CompletionState, Course, TrainingCompletion


class Group(StrEnum):
    """By what a rule chooses whom it asks."""

    EVERYONE = "everyone"
    ROLE = "role"
    TEAM = "team"
    EMPLOYMENT = "employment"


@dataclass(frozen=True, slots=True)
class Requirement:
    """Whoever is in the group must hold the course, `within_days` days from `made_on` or from their first day.

    `value` is a job title, a team's id or a kind of employment; empty for everyone.
    """

    id: str
    tenant_id: str
    course_id: str
    group: Group
    value: str
    within_days: int
    made_on: date


class Placed(Protocol):
    """What of a person decides what they must hold; `Person` is one, `Learner` the least of it."""

    @property
    def id(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def team_id(self) -> str | None: ...
    @property
    def employment(self) -> Employment: ...
    @property
    def start_on(self) -> date | None: ...
    @property
    def end_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Learner:
    """Someone with what decides what they must hold, for looking at a whole organisation."""

    id: str
    role: str
    team_id: str | None
    employment: Employment
    start_on: date | None
    end_on: date | None


class Known(NamedTuple):
    """What a person has of a course.

    `until` is the last day that it counts (`date.max`: for good), None where nothing does; `completed_on` the
    newest day of what counts, `pending_on` of what HR has still to look at.
    """

    until: date | None
    completed_on: date | None = None
    pending_on: date | None = None


NOTHING_KNOWN = Known(None)


class State(StrEnum):
    """How a person stands with a course."""

    HELD = "held"
    DUE_SOON = "due soon"
    """Held, and within the days in which it is to be renewed."""
    EXPIRED = "expired"
    LACKING = "lacking"
    """Asked for and never completed; overdue once `due_on` has passed."""
    PENDING = "pending"
    """Completed, as the person says, and waiting for HR."""


TO_DO = frozenset({State.DUE_SOON, State.EXPIRED, State.LACKING})


class Standing(NamedTuple):
    """How a person stands with a course: `due_on` is the last day by which it is to be done or renewed.

    None: held for good. `required` where a rule asks for it or the course is mandatory; else it is only held.
    """

    person_id: str
    course_id: str
    state: State
    due_on: date | None
    required: bool
    completed_on: date | None

    def overdue(self, on: date) -> bool:
        """Whether the day by which it was to be done has passed with nothing that counts."""
        return self.state in (State.EXPIRED, State.LACKING) and self.due_on is not None and self.due_on < on


class Rules:
    """The courses that are offered and who must hold them, ready to be held against many people."""

    def __init__(self, courses: Iterable[Course], requirements: Iterable[Requirement]) -> None:
        self.courses: Mapping[str, Course] = {each.id: each for each in courses if not each.retired}
        self._of_course: dict[str, list[Requirement]] = {}
        for each in requirements:
            self._of_course.setdefault(each.course_id, []).append(each)
        self._asking: dict[str, Asking] = {}

    def of(self, course_id: str) -> "Asking":
        """The rules that ask for one course."""
        if course_id not in self._asking:
            self._asking[course_id] = Asking(self._of_course.get(course_id, ()))
        return self._asking[course_id]


class Asking:
    """The rules that ask for one course; each placement is looked at once, however many people have it."""

    def __init__(self, requirements: Sequence[Requirement]) -> None:
        self._requirements = requirements
        self.asks_someone = bool(requirements)
        """Whether there is a rule at all; without one nobody has said who must hold the course."""
        self._known: dict[tuple[str, str | None, Employment], Sequence[tuple[date, timedelta]]] = {}

    def due(self, learner: Placed) -> date | None:
        """By when a first completion is due; None where the learner is not asked for the course."""
        placement = (learner.role, learner.team_id, learner.employment)
        asked = self._known.get(placement)
        if asked is None:
            asked = self._known[placement] = [
                (each.made_on, timedelta(days=each.within_days))
                for each in self._requirements
                if _asks(each, learner)
            ]
        start = learner.start_on
        due: date | None = None
        for made_on, within in asked:
            since = made_on if start is None or start < made_on else start
            if due is None or since + within < due:
                due = since + within
        return due


def is_required(course: Course | None, asked: date | None, known: Known) -> bool:
    """Whether someone must hold a course: a rule asks for it, or it is mandatory and they held it before."""
    return asked is not None or (course is not None and course.mandatory and known.until is not None)


def _asks(rule: Requirement, learner: Placed) -> bool:
    match rule.group:
        case Group.EVERYONE:
            return True
        case Group.ROLE:
            return rule.value.casefold().strip() == learner.role.casefold().strip()
        case Group.TEAM:
            return rule.value == learner.team_id
        case Group.EMPLOYMENT:
            return rule.value == learner.employment


def _standing(person_id: str, course: Course, asked: date | None, known: Known, on: date) -> Standing:
    required = is_required(course, asked, known)
    due = known.until if known.until is not None else asked
    if known.until is not None and on + timedelta(days=course.renew_within_days) < known.until:
        state = State.HELD
    elif known.pending_on is not None:
        state = State.PENDING
    elif known.until is None:
        state = State.LACKING
    else:
        state = State.EXPIRED if known.until < on else State.DUE_SOON
    return Standing(person_id, course.id, state, None if due == date.max else due, required, known.completed_on)


Everyones = Mapping[str, Mapping[str, Known]]
"""What people have of each course, by course and person."""


def known_of(completions: Iterable[TrainingCompletion]) -> Everyones:
    """What these completions come to."""
    found: dict[str, dict[str, Known]] = {}
    for each in completions:
        of_course = found.setdefault(each.course_id, {})
        before = of_course.get(each.person_id, NOTHING_KNOWN)
        if each.state is CompletionState.RECORDED:
            until = each.expires_on or date.max
            of_course[each.person_id] = Known(
                max(until, before.until or until),
                max(each.completed_on, before.completed_on or each.completed_on),
                before.pending_on,
            )
        elif each.state is CompletionState.PENDING:
            pending = max(each.completed_on, before.pending_on or each.completed_on)
            of_course[each.person_id] = before._replace(pending_on=pending)
    return found


def standings(
    learners: Iterable[Placed],
    rules: Rules,
    known: Everyones,
    on: date,
    course_ids: Iterable[str] | None = None,
) -> list[Standing]:
    """How the learners stand on a day with each of the courses that is asked of them or that they completed.

    Whoever's contract has not begun on the day, or has ended, is left out.
    """
    employed = [
        each
        for each in learners
        if (each.start_on is None or each.start_on <= on) and (each.end_on is None or on <= each.end_on)
    ]
    found = []
    for course_id in rules.courses if course_ids is None else course_ids:
        course, asking, mine = rules.courses[course_id], rules.of(course_id), known.get(course_id, {})
        for learner in employed:
            asked, has = asking.due(learner), mine.get(learner.id)
            if asked is not None or has is not None:
                found.append(_standing(learner.id, course, asked, has or NOTHING_KNOWN, on))
    return found
