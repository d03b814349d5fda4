"""Reviews: what a person and their line manager make of a period, from its record, and both sign.

The person prepares it first, then the line manager adds to it; what both then sign is a version that stays as it
is. A later change makes a new version, and asks both again.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta

from core.model.person import Person

LONGEST_WORDS = 3_000
"""Characters that a platform's form takes in a field."""

REMINDED_BEFORE = (timedelta(days=14), timedelta(days=3))
"""How long before its date whoever a review waits for is reminded of it."""

PROBATION = relativedelta(months=6)

USUAL_TIME = timedelta(days=28)
"""To do a review in, where its own date is no longer ahead."""

SOONEST = timedelta(days=1)
LATEST = timedelta(days=400)
"""Between the day on which a review is opened and the one by which it is to be signed."""

HIGHLIGHTS, OVERALL, NEXT_STEPS, COMMENT = "highlights", "overall", "next-steps", "comment"
"""What is written of the period as a whole: the person's highlights and comment, the line manager's other two."""

_OBJECTIVE = "objective:"


class ReviewKind(StrEnum):
    """What a review is for, which says what period it looks at."""

    ANNUAL = "annual"
    """The financial year, April to March."""
    MID_YEAR = "mid-year"
    """April to September."""
    PROBATION = "probation"
    CONTRACT_END = "contract-end"
    """From the first to the last day of a contract that ends."""
    MOVE = "move"
    """A short review with which work under one line manager or in one team closes."""


class ReviewStage(StrEnum):
    """Whom a review waits for."""

    PREPARING = "preparing"
    """The person."""
    WITH_MANAGER = "with-manager"
    SIGNING = "signing"
    """Both, or the one who has not signed."""
    SIGNED = "signed"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be signed."""
        return self is not ReviewStage.SIGNED


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`, both inclusive and local to the person, to be signed by `due_on`."""

    since: date
    until: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Review:
    """A review of `person_id` for a period (local dates, both inclusive), to be signed by `due_on`.

    Who takes part beside the person is whoever is their line manager when something is done; `opened_by_id` is
    the person or that line manager. `version` is the number of the newest version that was made to be signed, 0
    before the first.
    """

    id: str
    tenant_id: str
    person_id: str
    opened_by_id: str
    kind: ReviewKind
    since: date
    until: date
    due_on: date
    stage: ReviewStage
    opened_at: datetime
    version: int = 0


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """What `by_id` wrote for a review about one `item`: a part of it, or an objective."""

    review_id: str
    by_id: str
    item: str
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signed a version and when (UTC); None: not yet. Whoever was the line manager then signed for them."""

    person_at: datetime | None = None
    manager_at: datetime | None = None
    manager_id: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether both have signed."""
        return self.person_at is not None and self.manager_at is not None


def about_objective(objective_id: str) -> str:
    """The item under which words about an objective are kept."""
    return f"{_OBJECTIVE}{objective_id}"


def objective_of(item: str) -> str | None:
    """The objective that an item is about; None for one about the period as a whole."""
    return item.removeprefix(_OBJECTIVE) if item.startswith(_OBJECTIVE) else None


def digest_of(document: object) -> str:
    """What tells a version from any other: SHA-256 over its content as JSON, keys in order."""
    plain = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def financial_year_of(day: date) -> date:
    """The first of April that `day` comes after, or is."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


class NoPeriod(Exception):
    """The period of a review cannot be told; `field` is what is not known of the person."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def period_for(kind: ReviewKind, person: Person, today: date, due_on: date | None = None) -> Period:
    """What a review that is opened `today` looks at; `due_on` where someone said by when.

    Until September an annual review is of the year that has ended, from October on of the one that goes on. It
    begins no earlier than the person did. Raises `NoPeriod` where a date that it needs is not known.
    """
    match kind:
        case ReviewKind.ANNUAL:
            year = financial_year_of(today)
            if 4 <= today.month <= 9:
                year = year.replace(year=year.year - 1)
            since, until = year, date(year.year + 1, 3, 31)
            wanted = until
        case ReviewKind.MID_YEAR:
            year = financial_year_of(today)
            since, until = year, date(year.year, 9, 30)
            wanted = date(year.year, 10, 31)
        case ReviewKind.PROBATION:
            if person.start_on is None:
                raise NoPeriod("start_date")
            since, until = person.start_on, person.start_on + PROBATION - timedelta(days=1)
            wanted = until - timedelta(days=7)
        case ReviewKind.CONTRACT_END:
            if person.end_on is None:
                raise NoPeriod("end_date")
            since, until = person.start_on or financial_year_of(person.end_on), person.end_on
            wanted = until - timedelta(days=7)
        case ReviewKind.MOVE:
            since, until = financial_year_of(today), today
            wanted = today + timedelta(days=14)
    since = max(since, person.start_on or since)
    if since > until:
        # Of someone who began after the period there is only the year that goes on.
        until = wanted = date(financial_year_of(since).year + 1, 3, 31)
    usual = wanted if wanted > today else today + USUAL_TIME
    return Period(since, until, due_on or usual)


def next_reminder_on(due_on: date, today: date) -> date | None:
    """The first day after `today` on which to remind of a review that is due then; None: none is left."""
    return next((due_on - each for each in REMINDED_BEFORE if due_on - each > today), None)


@dataclass(frozen=True, slots=True)
class ReviewVersion:
    """What was made to be signed: its `content` as JSON, whose digest stands beside every signature."""

    review_id: str
    number: int
    content: Mapping[str, Any]
    digest: str
    made_at: datetime
    signatures: Signatures = Signatures()

    @property
    def is_whole(self) -> bool:
        """Whether the content is still what was made."""
        return digest_of(self.content) == self.digest
