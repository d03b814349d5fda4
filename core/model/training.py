"""Training: courses, who completed which and until when that counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

DUE_WITHIN = timedelta(days=60)
"""How long before it runs out a completion is to be renewed."""


@dataclass(frozen=True, slots=True)
class Course:
    """Something to be learned; a completion counts for `valid_months` months, None: for good."""

    id: str
    tenant_id: str
    title: str
    mandatory: bool = False
    valid_months: int | None = None

    def expires_on(self, completed_on: date) -> date | None:
        """The last day on which a completion counts."""
        if self.valid_months is None:
            return None
        return completed_on + relativedelta(months=self.valid_months)


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


@dataclass(frozen=True, slots=True)
class Held:
    """A course as someone holds it: its latest completion, and whether it is to be renewed."""

    course: Course
    completion: TrainingCompletion
    expired: bool = False
    due: bool = False
    """Expired, or about to be."""


def held(courses: Mapping[str, Course], completions: Iterable[TrainingCompletion], today: date) -> list[Held]:
    """Each course that was completed: what is due first, of that the mandatory ones, and what runs out soonest."""
    latest: dict[str, TrainingCompletion] = {}
    for each in completions:
        before = latest.get(each.course_id)
        if before is None or _counts_until(each) > _counts_until(before):
            latest[each.course_id] = each
    found = [
        Held(
            courses[each.course_id],
            each,
            expired=_counts_until(each) < today,
            due=_counts_until(each) <= today + DUE_WITHIN,
        )
        for each in latest.values()
        if each.course_id in courses
    ]
    return sorted(
        found,
        key=lambda each: (
            not each.due,
            not each.course.mandatory,
            _counts_until(each.completion),
            each.course.title.casefold(),
        ),
    )


def _counts_until(completion: TrainingCompletion) -> date:
    return completion.expires_on or date.max
