"""What people ask about their data and have stopped, legal holds, who was erased, and how long data is kept."""

from sqlalchemy import Column, ColumnElement, Date, ForeignKey, Index, Integer, String, Table, exists

from core.model.privacy import Processing, RequestKind
from core.model.retention import Kept
from storage.columns import Sealed, Utc, Word
from storage.tables.schema import metadata, of_tenant, one_of, partial_index, reference

privacy_requests = Table(
    "privacy_requests",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    Column("kind", Word(RequestKind), nullable=False),
    Column("text", Sealed, nullable=False),
    Column("asked_at", Utc, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("closed_at", Utc),
    Column("closed_by_id", String, ForeignKey("people.id")),
    Column("answer", Sealed, nullable=False),
    Index(None, "person_id", "asked_at"),
)
IS_OPEN_REQUEST = privacy_requests.c.closed_at.is_(None)
"""Whether a request waits for its answer; what looks for those of an organisation must use it."""
partial_index(IS_OPEN_REQUEST, privacy_requests.c.tenant_id, privacy_requests.c.due_on)

stopped_processing = Table(
    "stopped_processing",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("what", Word(Processing), primary_key=True),
    of_tenant(),
    Column("stopped_at", Utc, nullable=False),
    Index(None, "tenant_id", "what"),
)


def has_stopped(person_id: ColumnElement[str], what: Processing) -> ColumnElement[bool]:
    """Whether this person has stopped that."""
    stopped = exists().where(stopped_processing.c.person_id == person_id, one_of(stopped_processing.c.what, what))
    return stopped.correlate_except(stopped_processing)


legal_holds = Table(
    "legal_holds",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    Column("reason", Sealed, nullable=False),
    Column("placed_at", Utc, nullable=False),
    Column("released_at", Utc),
)
IS_HELD = legal_holds.c.released_at.is_(None)
"""Whether a hold stands: each person has one such at most."""
Index(
    "uq_legal_holds_person_id",
    legal_holds.c.person_id,
    unique=True,
    sqlite_where=IS_HELD,
    postgresql_where=IS_HELD,
)

# No reference: what is restored from a backup may not know the person, or know them again.
erasures = Table(
    "erasures",
    metadata,
    Column("person_id", String, primary_key=True),
    of_tenant(),
    Column("erased_at", Utc, nullable=False),
)

retention_periods = Table(
    "retention_periods",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("kind", Word(Kept), primary_key=True),
    Column("months", Integer, nullable=False),
    Column("changed_at", Utc, nullable=False),
)
