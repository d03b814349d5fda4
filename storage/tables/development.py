"""Recognition and the organisation's values, evidence, feedback, courses and their completions."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, false

from core.model.evidence import EvidenceSource
from core.model.feedback import Visibility
from core.model.recognition import Sharing
from storage.columns import Utc, Word
from storage.tables.schema import metadata, of_tenant, partial_index, reference

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
    Column("text", String, nullable=False),
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
    Column("text", String, nullable=False),
    Column("link", String, nullable=False),
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
    Column("question", String, nullable=False),
    Column("asked_at", Utc, nullable=False),
    Column("answered_at", Utc),
)
IS_UNANSWERED_REQUEST = feedback_requests.c.answered_at.is_(None)
"""Whether a request for feedback waits; what looks for those of a giver must use it."""
partial_index(IS_UNANSWERED_REQUEST, feedback_requests.c.giver_id, feedback_requests.c.asked_at)

feedback = Table(
    "feedback",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("giver_id", "people.id"),
    reference("receiver_id", "people.id"),
    Column("about", String, nullable=False),
    Column("text", String, nullable=False),
    Column("visibility", Word(Visibility), nullable=False),
    Column("given_at", Utc, nullable=False),
    Column("objective_id", String, ForeignKey("objectives.id")),
    Column("request_id", String, ForeignKey("feedback_requests.id")),
    Column("thanked_at", Utc),
    Index(None, "receiver_id", "given_at"),
)

feedback_notes = Table(
    "feedback_notes",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("feedback_id", "feedback.id"),
    reference("by_id", "people.id"),
    Column("text", String, nullable=False),
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
    UniqueConstraint("tenant_id", "title"),
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
    Column("evidence", String, nullable=False),
    UniqueConstraint("person_id", "course_id", "completed_on"),
    # Answers who of everyone holds a course without a look at the rows.
    Index(None, "course_id", "person_id", "expires_on"),
)
