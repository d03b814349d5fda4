"""Schedules, check-ins and their answers, summaries, absences and conversations."""

from pydantic import TypeAdapter
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from core.model.absence import AbsenceKind
from core.model.checkin import CheckInState, NoteAudience
from core.model.conversation import Given
from core.model.person import Platform
from core.model.span import SpanKind
from core.model.summary_settings import SentTo
from storage.columns import Sealed, SealedDocument, Utc, Word, running_number
from storage.tables.schema import metadata, of_tenant, one_of, partial_index, progress_columns, reference

schedules = Table(
    "schedules",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("name", String, nullable=False),
    Column("rrule", String, nullable=False),
    Column("anchor", Date, nullable=False),
    Column("at", Time, nullable=False),
    Column("closes_after_days", Integer, nullable=False),
    Column("closes_at", Time, nullable=False),
    Column("stale_after_hours", Integer, nullable=False),
    Index(None, "tenant_id"),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("schedule_id", String, ForeignKey("schedules.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("next_period", Date),
    Column("next_due_at", Utc),
    Index(None, "person_id"),
)
partial_index(enrolments.c.next_due_at.is_not(None), enrolments.c.next_due_at)

checkins = Table(
    "checkins",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("schedule_id", "schedules.id"),
    Column("period", Date, nullable=False),
    Column("state", Word(CheckInState), nullable=False),
    Column("opens_at", Utc, nullable=False),
    Column("closes_at", Utc, nullable=False),
    Column("prompted_at", Utc),
    Column("remind_at", Utc),
    Column("reminded_at", Utc),
    Column("snoozed_until", Utc),
    Column("answered_at", Utc),
    Column("late", Boolean, nullable=False),
    Column("ahead", Boolean, nullable=False),
    Column("answers_saved", Integer, nullable=False),
    Column("answers_asked", Integer, nullable=False),
    Column("note", Sealed, nullable=False),
    Column("note_audience", Word(NoteAudience), nullable=False),
    Column("asks", String, nullable=False, server_default=""),
    Column("version", Integer, nullable=False),
    # The person first, so that the constraint's own index also finds a person's periods.
    UniqueConstraint("person_id", "period", "schedule_id"),
    Index(None, "person_id", "opens_at"),
    Index(None, "tenant_id", "period", "state"),
    Index(None, "schedule_id"),
)
IS_UNANSWERED = one_of(checkins.c.state, *(state for state in CheckInState if state.is_unanswered))
"""Whether a check-in still waits for answers; what asks by instant must use it to use the partial indexes."""
for _instant in (checkins.c.remind_at, checkins.c.snoozed_until, checkins.c.closes_at):
    partial_index(IS_UNANSWERED, _instant)

progress_updates = Table(
    "progress_updates",
    metadata,
    Column("checkin_id", String, ForeignKey("checkins.id"), primary_key=True),
    Column("objective_id", String, ForeignKey("objectives.id"), primary_key=True),
    *progress_columns(),
    Index(None, "objective_id"),
)

answers = Table(
    "answers",
    metadata,
    running_number("id"),
    reference("checkin_id", "checkins.id"),
    Column("step", String, nullable=False),
    Column("text", Sealed, nullable=False),
    Column("answered_at", Utc, nullable=False),
    Index(None, "checkin_id"),
)

posted_summaries = Table(
    "posted_summaries",
    metadata,
    Column("team_id", String, ForeignKey("teams.id"), primary_key=True),
    Column("period", Date, primary_key=True),
    Column("posted_at", Utc, nullable=False),
)

posted_monthly_summaries = Table(
    "posted_monthly_summaries",
    metadata,
    Column("team_id", String, ForeignKey("teams.id"), primary_key=True),
    # The first day of the month that it was about.
    Column("month", Date, primary_key=True),
    Column("posted_at", Utc, nullable=False),
)

summary_settings = Table(
    "summary_settings",
    metadata,
    Column("team_id", String, ForeignKey("teams.id"), primary_key=True),
    Column("every", Word(SpanKind), nullable=False),
    Column("sent_to", Word(SentTo), nullable=False),
    # The parts that the channel does not show, with spaces between them.
    Column("hidden", String, nullable=False),
)

shown_summaries = Table(
    "shown_summaries",
    metadata,
    # A person's or a channel's, as in the outbox: what "why" is about when it is typed there.
    Column("lane", String, primary_key=True),
    Column("about", String, nullable=False),
    Column("shown_at", Utc, nullable=False),
)

absences = Table(
    "absences",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("kind", Word(AbsenceKind), nullable=False),
    Index(None, "person_id", "ends_on"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("flow", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("step", String),
    Column("return_to", String),
    Column("answers", SealedDocument(TypeAdapter(dict[str, Given])), nullable=False),
    Column("platform", Word(Platform)),
    Column("active", Boolean, nullable=False),
    Column("updated_at", Utc),
    Column("version", Integer, nullable=False),
    Column("form", String, nullable=False, server_default=""),
    Column("form_at", String, nullable=False, server_default=""),
)
