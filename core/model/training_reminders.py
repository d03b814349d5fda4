"""On which days someone is reminded of a course: 60, 30, 7 and 0 days before it is due, and weekly after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.model.requirements import Standing, State
from core.model.training import Course

BEFORE_DAYS = (60, 30, 7, 0)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Told:
    """The last that someone was told of a course: for which day it was due, at which threshold, and when.

    `manager_told` is whether the line manager was told of it too; it is only after the day it was due.
    """

    person_id: str
    course_id: str
    due_on: date
    threshold_on: date
    told_on: date
    manager_told: bool = False


def threshold_to_tell(standing: Standing, course: Course, told: Told | None, on: date) -> date | None:
    """The newest threshold that `on` has reached and of which nothing was told yet; None where there is none."""
    if (due := _reminded_until(standing)) is None:
        return None
    if not standing.required and on > due:
        return None
    if on > due:
        reached = due + WEEK * ((on - due).days // 7)
    else:
        reached = max((each for each in _before(standing, course, due) if each <= on), default=date.min)
    if reached == date.min or (told is not None and told.due_on == due and told.threshold_on >= reached):
        return None
    return reached


def next_threshold(standing: Standing, course: Course, told: Told | None, on: date) -> date | None:
    """The first day from `on` on which there will be something to tell, if it is not done by then."""
    if threshold_to_tell(standing, course, told, on) is not None:
        return on
    if (due := _reminded_until(standing)) is None:
        return None
    if on >= due:
        return due + WEEK * ((on - due).days // 7 + 1) if standing.required else None
    return min((each for each in _before(standing, course, due) if each > on), default=due)


def _reminded_until(standing: Standing) -> date | None:
    """The day that thresholds are counted from; None where nobody is reminded."""
    return None if standing.state is State.PENDING else standing.due_on


def _before(standing: Standing, course: Course, due: date) -> Iterator[date]:
    """The thresholds up to the day it is due.

    What is to be renewed is not spoken of before it may be, nor on the day it was done.
    """
    for days in BEFORE_DAYS:
        day = due - timedelta(days=days)
        if standing.completed_on is None or (
            (days <= course.renew_within_days or days == 0) and day > standing.completed_on
        ):
            yield day
