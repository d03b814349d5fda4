"""The questions of a check-in that an organisation or a line manager adds, kept in versions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.model.checkin import NoteAudience
from core.model.person import Language

MOST_A_WEEK = 5
"""Questions added to one check-in at most, so that it still takes about a minute."""

MOST_CHOICES = 8

SCALE = ("1", "2", "3", "4", "5")

WELLBEING = "wellbeing"
"""The id of the wellbeing question, in whichever set it is, and its key in the bank."""

PRIORITIES = "priorities"
"""The id of the question for this week's priorities, and its key in the bank."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    CHOICE = "choice"
    SCALE = "scale"
    YES_NO = "yes_no"
    PRIORITIES = "priorities"
    """Up to three things to do this week, a line each, asked about next week."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in the languages that its writer gave it in; at least one is not empty."""

    en: str = ""
    cy: str = ""

    def read_in(self, language: Language) -> str:
        """The text in this language, or in the only one there is."""
        wanted, other = (self.cy, self.en) if language is Language.CY else (self.en, self.cy)
        return wanted or other


class Trigger(StrEnum):
    """What an answer has to be for a follow-up to be asked."""

    IS = "is"
    """The very value: `yes`, `no`, or a choice's number."""
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A second question in free text, asked only where the answer to the first one calls for it."""

    wording: Wording
    trigger: Trigger
    value: str

    def applies_to(self, answer: str) -> bool:
        """Whether it is asked after this stored answer; never after none."""
        if not answer:
            return False
        if self.trigger is Trigger.AT_MOST:
            return answer.isdecimal() and int(answer) <= int(self.value)
        return answer == self.value


@dataclass(frozen=True, slots=True)
class Question:
    """One question. The answer to a choice is stored as its number, counted from 1, to a scale as 1 to 5.

    `options` are the choices, or what the five steps of a scale are called (none: plain figures). It is asked in
    the week of `first_on` and every `every_weeks` after it. `audience` says who else than the person reads the
    answer; a `sensitive` one is never asked for the team. `bank` is its key in the bank of ready questions.
    """

    id: str
    kind: QuestionKind
    wording: Wording
    options: tuple[Wording, ...] = ()
    every_weeks: int = 1
    first_on: date | None = None
    audience: NoteAudience = NoteAudience.MANAGER
    sensitive: bool = False
    follow_up: FollowUp | None = None
    bank: str = ""

    def is_asked_in(self, period: date) -> bool:
        """Whether the check-in of this period asks it."""
        if self.every_weeks <= 1 or self.first_on is None:
            return True
        return (_week(period) - _week(self.first_on)) % self.every_weeks == 0


def _week(day: date) -> int:
    """The week of a day, counted from one Monday long ago."""
    return (day - timedelta(days=day.weekday())).toordinal() // 7


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One version of the questions that an owner adds to check-ins; a change makes a new version.

    `owner_id` is the organisation's id, or the id of the line manager whose direct reports are asked.
    """

    tenant_id: str
    owner_id: str
    version: int
    questions: tuple[Question, ...]
    changed_at: datetime
    by_id: str

    @property
    def is_of_organisation(self) -> bool:
        """Whether everyone is asked, rather than one manager's reports."""
        return self.owner_id == self.tenant_id

    @property
    def ref(self) -> str:
        """How a check-in names this version."""
        return f"{self.owner_id}.{self.version}"

    def question(self, question_id: str) -> Question | None:
        """The question with this id."""
        return next((each for each in self.questions if each.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the version of the set it stands in."""

    question: Question
    owner_id: str
    version: int


class AnswerPart(StrEnum):
    """Which of a question's two parts an answer is to."""

    ANSWER = "answer"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """What a check-in says to one question, with the version of it that was asked.

    `value` is as stored by the question's kind; `audience` who reads it beside the person.
    """

    checkin_id: str
    question_id: str
    part: AnswerPart
    owner_id: str
    version: int
    value: str
    audience: NoteAudience
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A question as it was asked, and what was said to it."""

    question: Question
    answer: str
    follow_up: str = ""
    audience: NoteAudience = field(default=NoteAudience.MANAGER)


def refs_of(sets: Iterable[QuestionSet]) -> str:
    """The versions that a check-in opens with, in the order in which they are asked; "" for no question."""
    return " ".join(each.ref for each in in_order(sets) if each.questions)


def in_order(sets: Iterable[QuestionSet]) -> list[QuestionSet]:
    """The organisation's questions first."""
    return sorted(sets, key=lambda each: not each.is_of_organisation)


def asked_in(sets: Iterable[QuestionSet], period: date) -> list[Asked]:
    """The questions of one check-in, in order: never one twice, and never more than a week may have."""
    found: dict[str, Asked] = {}
    for each in in_order(sets):
        for question in each.questions:
            if question.is_asked_in(period):
                found.setdefault(question.id, Asked(question, each.owner_id, each.version))
    return list(found.values())[:MOST_A_WEEK]


def busiest(questions: Sequence[Question], period: date) -> int:
    """How many of the questions the fullest of the twelve check-ins from `period` on has to ask."""
    weeks = (period + timedelta(weeks=number) for number in range(12))
    return max(sum(question.is_asked_in(week) for question in questions) for week in weeks)


def moved(questions: Sequence[Question], index: int, to: int) -> tuple[Question, ...]:
    """The questions with the one at `index` at place `to` instead (both from 0)."""
    rest = [*questions[:index], *questions[index + 1 :]]
    return (*rest[:to], questions[index], *rest[to:])


def with_changed(questions: Sequence[Question], changed: Question) -> tuple[Question, ...]:
    """The questions with one of them changed; it is added at the end where it is new.

    Changed options leave a follow-up that named one of the old ones behind.
    """
    changed = replace(changed, follow_up=_fitting(changed))
    if any(each.id == changed.id for each in questions):
        return tuple(changed if each.id == changed.id else each for each in questions)
    return (*questions, changed)


def _fitting(question: Question) -> FollowUp | None:
    """The follow-up, where an answer of this kind can call for it."""
    follow_up = question.follow_up
    if follow_up is None:
        return None
    match question.kind:
        case QuestionKind.YES_NO:
            fits = follow_up.trigger is Trigger.IS and follow_up.value in ("yes", "no")
        case QuestionKind.SCALE:
            fits = follow_up.value in SCALE
        case QuestionKind.CHOICE:
            numbers = [str(number) for number in range(1, len(question.options) + 1)]
            fits = follow_up.trigger is Trigger.IS and follow_up.value in numbers
        case QuestionKind.TEXT | QuestionKind.PRIORITIES:
            fits = False
    return follow_up if fits else None
