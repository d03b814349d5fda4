"""Recognition and the organisation's values, evidence, feedback, courses and their completions."""

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, false

from core.model.evidence import EvidenceSource
from core.model.feedback import Visibility
from core.model.recognition import Sharing
from core.model.requirements import Group
from core.model.training import CompletionState
from storage.columns import Document, Sealed, Utc, Word
from storage.tables.schema import metadata, of_tenant, one_of, partial_index, reference

organisation_values = Table(
    "organisation_values",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("title", String, nullable=False),
    Column("title_cy", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("retired", Boolean, nullable=False, server_default=false()),
    Index(None, "tenant_id", "position"),
)

recognitions = Table(
    "recognitions",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("giver_id", "people.id"),
    reference("receiver_id", "people.id"),
    Column("text", Sealed, nullable=False),
    # An organisation value's id, or that of one of the values that stand in for them.
    Column("value", String, nullable=False),
    Column("sharing", Word(Sharing), nullable=False),
    Column("given_at", Utc, nullable=False),
    Column("decided_at", Utc),
    Column("team_id", String, ForeignKey("teams.id")),
    Column("objective_id", String, ForeignKey("objectives.id")),
    Index(None, "receiver_id", "given_at"),
    Index(None, "team_id", "decided_at"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("objective_id", "objectives.id"),
    Column("text", Sealed, nullable=False),
    Column("link", Sealed, nullable=False),
    reference("by_id", "people.id"),
    Column("added_at", Utc, nullable=False),
    Column("source", Word(EvidenceSource), nullable=False),
    Column("recognition_id", String, ForeignKey("recognitions.id")),
    UniqueConstraint("objective_id", "recognition_id"),
    Index(None, "objective_id", "added_at"),
)

feedback_requests = Table(
    "feedback_requests",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("round_id", String, nullable=False),
    reference("asker_id", "people.id"),
    reference("giver_id", "people.id"),
    Column("question", Sealed, nullable=False),
    Column("asked_at", Utc, nullable=False),
    Column("answered_at", Utc),
    Column("due_on", Date),
    Column("declined_at", Utc),
    Column("is_anonymous", Boolean, nullable=False, server_default=false()),
    Index(None, "asker_id", "asked_at"),
)
IS_UNANSWERED_REQUEST = feedback_requests.c.answered_at.is_(None)
"""Whether a request for feedback waits; what looks for those of a giver must use it."""
partial_index(IS_UNANSWERED_REQUEST, feedback_requests.c.giver_id, feedback_requests.c.asked_at)


def _telling() -> list[Column[Any]]:
    """The columns of a `Telling`, in the order of its fields."""
    return [
        Column("about", Sealed, nullable=False),
        Column("text", Sealed, nullable=False),
        *(
            Column(name, Sealed, nullable=False, server_default="")
            for name in ("competency", "situation", "behaviour", "effect", "suggestion")
        ),
    ]


feedback = Table(
    "feedback",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("giver_id", "people.id"),
    reference("receiver_id", "people.id"),
    Column("visibility", Word(Visibility), nullable=False),
    Column("given_at", Utc, nullable=False),
    Column("objective_id", String, ForeignKey("objectives.id")),
    Column("request_id", String, ForeignKey("feedback_requests.id")),
    Column("thanked_at", Utc),
    Column("read_at", Utc),
    Column("withdrawn_at", Utc),
    Column("receiver_read_at", Utc),
    *_telling(),
    Index(None, "receiver_id", "given_at"),
)

# Without a name: kept with its giver only until it is released. No instant says when it was given.
waiting_feedback = Table(
    "waiting_feedback",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("giver_id", "people.id"),
    reference("receiver_id", "people.id"),
    *_telling(),
    Index(None, "receiver_id"),
)

# Written anew under ids of its own, in an order of those ids: nothing leads back to whoever gave it.
released_feedback = Table(
    "released_feedback",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("receiver_id", "people.id"),
    Column("batch_id", String, nullable=False),
    Column("month", Date, nullable=False),
    *_telling(),
    Index(None, "receiver_id", "month", "batch_id"),
)

feedback_notes = Table(
    "feedback_notes",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("feedback_id", "feedback.id"),
    reference("by_id", "people.id"),
    Column("text", Sealed, nullable=False),
    Column("said_at", Utc, nullable=False),
    Index(None, "feedback_id", "said_at"),
)

courses = Table(
    "courses",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("title", String, nullable=False),
    Column("mandatory", Boolean, nullable=False),
    Column("valid_months", Integer),
    # The defaults let the release before go on writing.
    Column("title_cy", String, nullable=False, server_default=""),
    Column("renew_within_days", Integer, nullable=False, server_default="60"),
    Column("link", String, nullable=False, server_default=""),
    Column("skills", Document(TypeAdapter(tuple[str, ...])), nullable=False, server_default="[]"),
    Column("verified", Boolean, nullable=False, server_default=false()),
    Column("retired", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("tenant_id", "title"),
)

course_requirements = Table(
    "course_requirements",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("course_id", "courses.id"),
    Column("group", Word(Group), nullable=False),
    # A job title, a team's id or a kind of employment; empty for everyone.
    Column("value", String, nullable=False),
    Column("within_days", Integer, nullable=False),
    Column("made_on", Date, nullable=False),
    UniqueConstraint("course_id", "group", "value"),
    Index(None, "tenant_id"),
)

training_completions = Table(
    "training_completions",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("course_id", "courses.id"),
    Column("completed_on", Date, nullable=False),
    Column("expires_on", Date),
    Column("evidence", Sealed, nullable=False),
    Column("state", Word(CompletionState), nullable=False, server_default=CompletionState.RECORDED),
    Column("note", Sealed, nullable=False, server_default=""),
    UniqueConstraint("person_id", "course_id", "completed_on"),
    # All that is asked of a whole organisation's training, so that no row is read beside it.
    Index("ix_training_completions_standing", "course_id", "person_id", "state", "expires_on", "completed_on"),
)
IS_PENDING = one_of(training_completions.c.state, CompletionState.PENDING)
"""Whether a completion waits for HR; what looks for those of an organisation must use it."""
partial_index(IS_PENDING, training_completions.c.tenant_id, training_completions.c.completed_on)

training_reminders = Table(
    "training_reminders",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("course_id", String, ForeignKey("courses.id"), primary_key=True),
    Column("due_on", Date, nullable=False),
    Column("threshold_on", Date, nullable=False),
    Column("told_on", Date, nullable=False),
    Column("manager_told", Boolean, nullable=False),
)
