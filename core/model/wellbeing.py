"""How work has felt in the whole organisation: figures only where enough people said so, never whose they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.model.questions import SCALE

LEAST_PEOPLE = 5
"""Fewer answers than that are not shown as figures, for each could be guessed."""


@dataclass(frozen=True, slots=True)
class WeekFelt:
    """One week: how many answered, and how many chose each step from 1 to 5; None where too few did."""

    period: date
    people: int
    steps: tuple[int, ...] | None

    @property
    def average(self) -> float | None:
        """The average step, None where too few answered."""
        if self.steps is None:
            return None
        return sum(step * count for step, count in enumerate(self.steps, start=1)) / self.people


def week_felt(period: date, values: Sequence[str]) -> WeekFelt:
    """The figures of one week from one stored answer a person; this is the one place that withholds them."""
    counted = Counter(values)
    steps = tuple(counted[step] for step in SCALE)
    enough = len(values) >= LEAST_PEOPLE
    return WeekFelt(period, len(values) if enough else 0, steps if enough else None)
