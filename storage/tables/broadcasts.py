"""Broadcasts and who is written to."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from core.model.audience import AUDIENCE_JSON
from core.model.broadcast import BroadcastState, LeftOut, RecipientState, Response, WhenAway
from storage.columns import Document, Sealed, Utc, Word
from storage.tables.schema import metadata, of_tenant, reference

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("author_id", "people.id"),
    Column("audience", Document(AUDIENCE_JSON), nullable=False),
    Column("text_en", Sealed, nullable=False),
    Column("text_cy", Sealed, nullable=False),
    Column("response", Word(Response), nullable=False),
    Column("when_away", Word(WhenAway), nullable=False),
    Column("at_any_hour", Boolean, nullable=False),
    Column("send_at", Utc),
    Column("due_on", Date),
    Column("state", Word(BroadcastState), nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("approved_by_id", String, ForeignKey("people.id")),
    Column("approved_at", Utc),
    Column("cancelled_by_id", String, ForeignKey("people.id")),
    Column("cancelled_at", Utc),
    Column("sent_at", Utc),
    Index(None, "tenant_id", "created_at"),
)

broadcast_recipients = Table(
    "broadcast_recipients",
    metadata,
    # No one twice, whatever is tapped or tried again.
    Column("broadcast_id", String, ForeignKey("broadcasts.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("state", Word(RecipientState), nullable=False),
    Column("reason", Word(LeftOut)),
    Column("attempt", Integer, nullable=False),
    # The key of the message in the outbox, which knows how it went.
    Column("outbox_key", String),
    Column("acted_at", Utc),
    Index(None, "broadcast_id", "state"),
    Index(None, "person_id"),
)

broadcast_settings = Table(
    "broadcast_settings",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("approve_above", Integer, nullable=False),
)
