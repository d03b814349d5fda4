"""What service users said, and other systems: their keys, and their addresses that are told of events."""

from pydantic import TypeAdapter
from sqlalchemy import Column, Date, Float, ForeignKey, Index, String, Table, UniqueConstraint

from core.model.api_key import ApiScope
from core.model.service_feedback import Scale
from storage.columns import Document, Sealed, SealedBefore, Utc, Word
from storage.tables.schema import metadata, of_tenant

service_feedback = Table(
    "service_feedback",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("source", String, nullable=False),
    Column("reference", String, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("score", Float, nullable=False),
    Column("scale", Word(Scale), nullable=False),
    Column("text", Sealed, nullable=False),
    Column("team_id", String, ForeignKey("teams.id")),
    Column("objective_id", String, ForeignKey("objectives.id")),
    UniqueConstraint("tenant_id", "source", "reference"),
    Index(None, "team_id", "received_on"),
    Index(None, "objective_id", "received_on"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("name", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("scope", Word(ApiScope), nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("last_used_on", Date),
    Column("revoked_at", Utc),
    Index(None, "tenant_id", "created_at"),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("url", String, nullable=False),
    Column("events", Document(TypeAdapter(tuple[str, ...])), nullable=False),
    # Sealed with keys that are not in the database.
    Column("secret", SealedBefore, nullable=False),
    Column("created_at", Utc, nullable=False),
    Index(None, "tenant_id", "created_at"),
)
