"""What the council missed in its twelve weeks, and what was learned from it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from core.model.checkin import Schedule
from core.schedule.cadence import period_of

_FRIDAY = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Lesson:
    """An objective that missed its date, and how the form about it was filled in; `said` is empty if it was not.

    `days` is how long the agreed action was given.
    """

    email: str
    objective: str
    due_weeks_ago: int
    days: int
    said: Mapping[str, str]

    def values(self, today: date) -> dict[str, str]:
        """The form as it was filled in on `today`."""
        return {**self.said, "action-by": (today + timedelta(days=self.days)).isoformat()}


@cache
def lessons() -> tuple[Lesson, ...]:
    """Every lesson of the story."""
    told = tomllib.loads(files("bot.demo").joinpath("data/lessons.toml").read_text(encoding="utf-8"))["lessons"]
    facts = ("email", "objective", "due_weeks_ago", "days")
    return tuple(
        Lesson(
            each["email"],
            each["objective"],
            each["due_weeks_ago"],
            each.get("days", 0),
            {step: text for step, text in each.items() if step not in facts},
        )
        for each in told
    )


def missed_on(email: str, objective: str, schedule: Schedule, today: date) -> date | None:
    """The date that the objective missed, a Friday in the past; None for one that is not part of a lesson."""
    for lesson in lessons():
        if (lesson.email, lesson.objective) == (email, objective):
            return period_of(schedule, today) - timedelta(weeks=lesson.due_weeks_ago) + _FRIDAY
    return None
