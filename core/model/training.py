"""Training: courses, who completed which and until when that counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from core.model.person import Language

RENEW_WITHIN_DAYS = 60
"""How long before it runs out a completion is to be renewed, where the course does not say."""

LONGEST_TITLE = 150
MOST_MONTHS = 240
"""For which a completion counts: twenty years."""

MOST_DAYS = 730
"""In which a course is to be done or renewed: two years."""


@dataclass(frozen=True, slots=True)
class Course:
    """Something to be learned; a completion counts for `valid_months` months, None: for good.

    Who must hold it is said by its requirements (`core.model.requirements`). `link` is where it is offered,
    `skills` what it teaches. Of a `retired` course what was completed is kept, and nothing is asked any more.
    """

    id: str
    tenant_id: str
    title: str
    mandatory: bool = False
    """What must be held; else it is for a person's development."""

    valid_months: int | None = None
    title_cy: str = ""
    renew_within_days: int = RENEW_WITHIN_DAYS
    link: str = ""
    skills: tuple[str, ...] = ()
    verified: bool = False
    """Whether a completion counts only once HR has looked at it."""

    retired: bool = False

    def title_in(self, language: Language) -> str:
        """What it is called in a language; its one title where it has no other."""
        return (self.title_cy if language is Language.CY else "") or self.title

    def expires_on(self, completed_on: date) -> date | None:
        """The last day on which a completion counts."""
        if self.valid_months is None:
            return None
        return completed_on + relativedelta(months=self.valid_months)


class CompletionState(StrEnum):
    """Whether a completion counts."""

    RECORDED = "recorded"
    PENDING = "pending"
    """HR has not looked at it yet; it does not count so far."""
    SENT_BACK = "sent back"
    """HR could not accept it, for the reason in `note`."""


@dataclass(frozen=True, slots=True)
class TrainingCompletion:
    """A person completed a course; `expires_on` is the last day that it counts. Dates are local to the person."""

    id: str
    tenant_id: str
    person_id: str
    course_id: str
    completed_on: date
    expires_on: date | None = None
    evidence: str = ""
    """What shows it: a certificate's number, a file's name or a link."""

    state: CompletionState = CompletionState.RECORDED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A course as someone holds it: its latest completion, and whether it has run out."""

    course: Course
    completion: TrainingCompletion
    expired: bool = False


def held(courses: Mapping[str, Course], completions: Iterable[TrainingCompletion], today: date) -> list[Held]:
    """Each course that was completed: the mandatory ones first, and what runs out soonest."""
    latest: dict[str, TrainingCompletion] = {}
    for each in completions:
        if each.state is not CompletionState.RECORDED:
            continue
        before = latest.get(each.course_id)
        if before is None or _counts_until(each) > _counts_until(before):
            latest[each.course_id] = each
    found = [
        Held(
            courses[each.course_id],
            each,
            expired=_counts_until(each) < today,
        )
        for each in latest.values()
        if each.course_id in courses
    ]
    return sorted(
        found,
        key=lambda each: (
            not each.course.mandatory,
            _counts_until(each.completion),
            each.course.title.casefold(),
        ),
    )


def _counts_until(completion: TrainingCompletion) -> date:
    return completion.expires_on or date.max
