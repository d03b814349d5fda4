"""What people ask about their own data, what they have stopped, and what keeps data from being erased."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from core.model.person import Nation
from core.schedule.holidays import is_bank_holiday

SATURDAY = 6


class RequestKind(StrEnum):
    """A right under UK GDPR that someone makes use of."""

    ACCESS = "access"
    """Article 15: a copy with everything that others wrote, which HR looks through first."""
    CORRECTION = "correction"
    """Article 16."""
    OBJECTION = "objection"
    """Article 21."""


class Processing(StrEnum):
    """What someone can have stopped by themselves, since the work can be done without it."""

    BROADCASTS = "broadcasts"
    """Messages that HR sends to many."""
    PULSE = "pulse"
    """Short questions to everyone."""
    BENCHMARKING = "benchmarking"
    """Counting their answers when teams are compared."""


@dataclass(frozen=True, slots=True)
class PrivacyRequest:
    """What `person_id` asked for in their own words at `asked_at` (UTC), due by `due_on` (local date)."""

    id: str
    tenant_id: str
    person_id: str
    kind: RequestKind
    text: str
    asked_at: datetime
    due_on: date
    closed_at: datetime | None = None
    closed_by_id: str | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class LegalHold:
    """Why nothing about `person_id` may be erased from `placed_at` until `released_at` (UTC)."""

    id: str
    tenant_id: str
    person_id: str
    reason: str
    placed_at: datetime
    released_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Erasure:
    """That all about the person whose id this was is gone; it says nothing else of them."""

    person_id: str
    tenant_id: str
    erased_at: datetime


class OnHold(Exception):
    """Nothing about this person may be erased while the hold stands."""

    def __init__(self, hold: LegalHold) -> None:
        super().__init__(hold.reason)
        self.hold = hold


def answer_due(asked_on: date, nation: Nation) -> date:
    """By when a request of that day has to be answered: the corresponding day of the next month.

    The last day of a shorter month; where it falls on a weekend or bank holiday, the next working day (Information
    Commissioner's Office, "Right of access", how long we have to comply).
    """
    due: date = asked_on + relativedelta(months=1)
    while due.isoweekday() >= SATURDAY or is_bank_holiday(nation, due):
        due += timedelta(days=1)
    return due
