"""The audit log: a chain of rows for each organisation, and where each chain ends."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, PrimaryKeyConstraint, String, Table

from storage.columns import Utc
from storage.tables.schema import metadata

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("at", Utc, nullable=False),
    Column("actor_kind", String, nullable=False),
    # Neither this nor the subject refers to a row: both outlast whom they name.
    Column("actor_id", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject_id", String),
    Column("detail", String, nullable=False),
    Column("surface", String, nullable=False),
    Column("cause", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    PrimaryKeyConstraint("tenant_id", "number"),
    Index(None, "tenant_id", "subject_id", "number"),
    Index(None, "tenant_id", "actor_id", "number"),
)

audit_heads = Table(
    "audit_heads",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("hash", String, nullable=False),
)
