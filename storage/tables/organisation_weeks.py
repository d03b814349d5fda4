"""Weeks of an organisation, counted once they are over: nothing here is about fewer than five people's answers."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table

from core.model.organisation_week import Dimension
from core.understanding.removers import Remover
from core.understanding.themes import Theme
from storage.columns import Sealed, Word
from storage.tables.schema import metadata

organisation_weeks = Table(
    "organisation_weeks",
    metadata,
    # The division before the week: what is read is one division over many weeks.
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("dimension", Word(Dimension), primary_key=True),
    Column("week", Date, primary_key=True),
    # A service's or team's id, a priority's, or a word such as "part-time"; no reference, since it outlives them.
    Column("value", String, primary_key=True),
    Column("service_id", String, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("due", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("said", Integer, nullable=False),
    Column("with_status", Integer, nullable=False),
    Column("on_track", Integer, nullable=False),
    Column("outside_control", Integer, nullable=False),
    Column("with_confidence", Integer, nullable=False),
    Column("confidences", Integer, nullable=False),
)

organisation_obstacles = Table(
    "organisation_obstacles",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("week", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("words", Sealed, nullable=False),
    Column("theme", Word(Theme), nullable=False),
    Column("remover", Word(Remover), nullable=False),
    Column("people", Integer, nullable=False),
    Column("outside", Integer, nullable=False),
    Column("services", Integer, nullable=False),
    # Ids with spaces between them.
    Column("service_ids", String, nullable=False),
)
