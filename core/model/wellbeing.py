"""How work has felt in the whole organisation: figures only where enough people said so, never whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LEAST_PEOPLE = 5
"""Fewer answers than that are not shown as figures, for each could be guessed."""


@dataclass(frozen=True, slots=True)
class WeekFelt:
    """One week: how many answered, and the average step from 1 to 5; None for both where too few did."""

    period: date
    people: int | None
    average: float | None


def week_felt(period: date, values: Sequence[str]) -> WeekFelt:
    """The figures of one week from one stored answer a person; this is the one place that withholds them."""
    if len(values) < LEAST_PEOPLE:
        return WeekFelt(period, None, None)
    return WeekFelt(period, len(values), sum(map(int, values)) / len(values))
