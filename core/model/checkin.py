"""Check-ins: one per schedule, person and period."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from core.model.objective import Progress


class CheckInState(StrEnum):
    """Where a check-in stands. A person who is away is never `missed`."""

    OPEN = "open"
    """Asked (or begun ahead of time), nothing answered yet."""
    PARTLY = "partly"
    """Some answers saved, the window still open; a summary counts it as partly answered, never as missed."""
    PARTLY_CLOSED = "partly_closed"
    """Some answers saved when the window closed."""
    ANSWERED = "answered"
    MISSED = "missed"
    AWAY = "away"
    SKIPPED = "skipped"
    """Not asked while it was useful (the server was down), or put off by the person past the window."""

    @property
    def is_unanswered(self) -> bool:
        """Whether answers are still missing while the window is open."""
        return self in (CheckInState.OPEN, CheckInState.PARTLY)


class NoteAudience(StrEnum):
    """Who may read the general note."""

    MANAGER = "manager"
    """The person and the line manager only; never a channel."""
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a tenant's people are asked.

    `rrule` is an RFC 5545 recurrence rule whose days are the nominal ones, `anchor` the day it counts from;
    `at` and `closes_at` are local to each person; the window closes `closes_after_days` after the nominal day.
    A prompt more than `stale_after_hours` late is sent only while it is still useful.
    """

    id: str
    tenant_id: str
    name: str = "Weekly check-in"
    rrule: str = "FREQ=WEEKLY;BYDAY=MO"
    anchor: date = date(2024, 1, 1)
    at: time = time(10, 0)
    closes_after_days: int = 4
    closes_at: time = time(17, 0)
    stale_after_hours: int = 4


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One person's check-in for one period; every instant is UTC.

    `period` is the nominal day of the schedule, for the weekly default the Monday. `remind_at` is None once
    there is nothing left to remind of. `answers_saved` of `answers_asked` questions have an answer. `version`
    grows by one with every change. `asks` names the versions of the questions added to it, as it opened with them
    (`core.model.questions`); "" for none.
    """

    id: str
    tenant_id: str
    person_id: str
    schedule_id: str
    period: date
    state: CheckInState
    opens_at: datetime
    closes_at: datetime
    prompted_at: datetime | None = None
    remind_at: datetime | None = None
    reminded_at: datetime | None = None
    snoozed_until: datetime | None = None
    answered_at: datetime | None = None
    late: bool = False
    ahead: bool = False
    answers_saved: int = 0
    answers_asked: int = 0
    note: str = ""
    note_audience: NoteAudience = NoteAudience.MANAGER
    asks: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class ProgressUpdate:
    """What one check-in said about one objective."""

    checkin_id: str
    objective_id: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer exactly as given; kept for ever, also when a later one replaces it.

    `step` names the question, `text` is what the person typed or chose.
    """

    checkin_id: str
    step: str
    text: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person's place in a schedule: the next nominal period and the UTC instant it is due.

    `next_due_at` is None when nothing is due any more (the contract ends before the next working day).
    """

    schedule_id: str
    person_id: str
    next_period: date | None
    next_due_at: datetime | None
