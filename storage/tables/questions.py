"""Questions added to check-ins, in versions, what was answered to them, and weekly priorities."""

from pydantic import TypeAdapter
from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from core.model.checkin import NoteAudience
from core.model.questions import AnswerPart, Question
from core.model.week_priority import PriorityState
from storage.columns import Sealed, SealedDocument, Utc, Word
from storage.tables.schema import metadata, of_tenant, one_of, partial_index, reference

question_sets = Table(
    "question_sets",
    metadata,
    of_tenant(),
    # The organisation's own id, or a line manager's: rows of two tables, so that it refers to neither.
    Column("owner_id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("questions", SealedDocument(TypeAdapter(tuple[Question, ...])), nullable=False),
    Column("changed_at", Utc, nullable=False),
    reference("by_id", "people.id"),
    Index(None, "tenant_id"),
)

question_answers = Table(
    "question_answers",
    metadata,
    Column("checkin_id", String, ForeignKey("checkins.id"), primary_key=True),
    Column("question_id", String, primary_key=True),
    Column("part", Word(AnswerPart), primary_key=True),
    Column("owner_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("value", Sealed, nullable=False),
    Column("audience", Word(NoteAudience), nullable=False),
    Column("answered_at", Utc, nullable=False),
)

week_priorities = Table(
    "week_priorities",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("checkin_id", "checkins.id"),
    Column("position", Integer, nullable=False),
    Column("text", Sealed, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("objective_id", String, ForeignKey("objectives.id")),
    Column("state", Word(PriorityState), nullable=False),
    Column("settled_at", Utc),
    Index(None, "checkin_id"),
)
IS_OPEN_PRIORITY = one_of(week_priorities.c.state, PriorityState.OPEN)
"""Whether a priority is still asked about; what asks by person must use it to use the partial index."""
partial_index(IS_OPEN_PRIORITY, week_priorities.c.person_id)
