"""Outside figures and targets that teams are compared with."""

from sqlalchemy import Column, Date, Float, ForeignKey, String, Table

from core.model.benchmark import TeamMeasure
from core.model.period import PeriodKind
from core.model.service_feedback import Scale
from storage.columns import Word
from storage.tables.schema import metadata

benchmarks = Table(
    "benchmarks",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("measure", Word(TeamMeasure), primary_key=True),
    Column("scope_key", String, primary_key=True),
    Column("starts_on", Date, primary_key=True),
    Column("period", Word(PeriodKind), primary_key=True),
    Column("scope", String, nullable=False),
    Column("value", Float, nullable=False),
    Column("scale", Word(Scale), nullable=False),
    Column("source", String, nullable=False),
)
