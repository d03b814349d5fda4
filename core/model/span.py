"""The stretch of time that a summary is about: one check-in period, a month, a quarter or a financial year."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

_DAY = timedelta(days=1)
_APRIL = 4


class SpanKind(StrEnum):
    """How long a stretch is; a week is one period of the schedule, whatever its cadence."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    """The financial year of public bodies, April to March; its quarters are those of the calendar."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both inclusive; check-ins belong to it by the nominal day of their period."""

    kind: SpanKind
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last


def span_around(kind: SpanKind, day: date) -> Span:
    """The stretch that `day` lies in; a week from its Monday on."""
    match kind:
        case SpanKind.WEEK:
            first = day - timedelta(days=day.weekday())
            return Span(kind, first, first + 6 * _DAY)
        case SpanKind.MONTH:
            first, months = day.replace(day=1), 1
        case SpanKind.QUARTER:
            first, months = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3
        case SpanKind.YEAR:
            first, months = date(day.year - (day.month < _APRIL), _APRIL, 1), 12
    return Span(kind, first, first + relativedelta(months=months) - _DAY)
