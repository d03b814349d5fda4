"""Skills: what job titles and objectives want, what people hold, and what they chose."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table

from core.model.skills import Level
from storage.columns import Rank
from storage.tables.schema import metadata, of_tenant

role_skills = Table(
    "role_skills",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("role_key", String, primary_key=True),
    Column("skill_key", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("skill", String, nullable=False),
    Column("level", Rank(Level), nullable=False),
)

objective_skills = Table(
    "objective_skills",
    metadata,
    Column("objective_id", String, ForeignKey("objectives.id"), primary_key=True),
    Column("skill_key", String, primary_key=True),
    of_tenant(),
    Column("skill", String, nullable=False),
    Column("level", Rank(Level), nullable=False),
)

person_skills = Table(
    "person_skills",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("skill_key", String, primary_key=True),
    of_tenant(),
    Column("skill", String, nullable=False),
    Column("said", Rank(Level)),
    Column("said_on", Date),
    Column("confirmed", Rank(Level)),
    Column("confirmed_by_id", String, ForeignKey("people.id")),
    Column("confirmed_on", Date),
    Index(None, "tenant_id", "skill_key"),
)

skill_choices = Table(
    "skill_choices",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    of_tenant(),
    Column("is_named", Boolean, nullable=False),
    Column("is_quiet", Boolean, nullable=False),
    Column("asked_on", Date),
)
