"""Organisations, their workspaces, teams and people."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
    false,
    text,
)

from core.model.person import Access, Employment, Language, Nation, Platform
from storage.columns import SealedBefore, Utc, Weekdays, Word
from storage.tables.schema import late_reference, metadata, of_tenant, partial_index, reference

tenants = Table(
    "tenants",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("contact", String, nullable=False),
    # The one founded at start; the default lets the release before go on writing.
    Column("is_home", Boolean, nullable=False, server_default=false()),
    # How many messages that nobody asked for one person gets in a week; the default as in `core.model.unasked`.
    Column("unasked_a_week", Integer, nullable=False, server_default=text("5")),
    # Whether line managers are told that someone paused; that they did is all they are told.
    Column("tells_of_pauses", Boolean, nullable=False, server_default=false()),
)

workspaces = Table(
    "workspaces",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    Column("workspace", String, primary_key=True),
    of_tenant(),
    Index(None, "tenant_id"),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("name", String, nullable=False),
    late_reference("lead_id", "people.id", use_alter=True),
    Column("timezone", String, nullable=False),
    Column("summary_weekday", Integer, nullable=False),
    Column("summary_time", Time, nullable=False),
    Column("channel_platform", Word(Platform)),
    Column("channel_workspace", String),
    Column("channel_conversation", String),
    Column("next_summary_at", Utc),
    Index(None, "tenant_id", "name"),
    Index(None, "lead_id"),
)
partial_index(teams.c.next_summary_at.is_not(None), teams.c.next_summary_at)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("email", String, nullable=False),
    Column("name", String, nullable=False),
    late_reference("team_id", "teams.id"),
    late_reference("manager_id", "people.id"),
    Column("role", String, nullable=False),
    Column("access", Word(Access), nullable=False),
    Column("timezone", String, nullable=False),
    Column("working_days", Weekdays, nullable=False),
    Column("start_on", Date),
    Column("end_on", Date),
    Column("employment", Word(Employment), nullable=False),
    Column("nation", Word(Nation), nullable=False),
    Column("language", Word(Language), nullable=False),
    Column("preferred_platform", Word(Platform)),
    # The default lets the release before go on writing.
    Column("site", String, nullable=False, server_default=""),
    # Hours of their own, local, in which nothing unasked comes; both or neither.
    Column("quiet_from", Time),
    Column("quiet_until", Time),
    # Name and email case-folded, because SQLite's own lower() knows ASCII only and Welsh has Ŵ and Ŷ.
    Column("search_text", String, nullable=False),
    UniqueConstraint("tenant_id", "email"),
    Index(None, "manager_id"),
    Index(None, "team_id"),
)

reporting_lines = Table(
    "reporting_lines",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("from_on", Date, primary_key=True),
    late_reference("manager_id", "people.id"),
    # The last day it held, inclusive; NULL while it holds.
    Column("until_on", Date),
    Index(None, "manager_id", "from_on"),
)

delegations = Table(
    "delegations",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("manager_id", "people.id"),
    reference("delegate_id", "people.id"),
    # Local to the manager, both inclusive.
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Index(None, "manager_id", "ends_on"),
    Index(None, "delegate_id", "ends_on"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    Column("workspace", String, primary_key=True),
    Column("user", String, primary_key=True),
    reference("person_id", "people.id"),
    Column("address", String),
    Column("seen_at", Utc, nullable=False),
    Column("unreachable_at", Utc),
    Index(None, "person_id"),
)

installations = Table(
    "installations",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    # The workspace, or the enterprise where Milepost is installed in all of its workspaces.
    Column("workspace", String, primary_key=True),
    of_tenant(),
    Column("name", String, nullable=False),
    Column("enterprise", String, nullable=False),
    Column("enterprise_wide", Boolean, nullable=False),
    # Tokens, sealed by the adapter with keys that are not in the database; NULL once ended.
    Column("secrets", SealedBefore),
    Column("version", Integer, nullable=False),
    Column("installed_at", Utc, nullable=False),
    Column("installed_by", String, nullable=False),
    Column("expires_at", Utc),
    Column("ended_at", Utc),
    Column("ended_because", String, nullable=False),
    # Until when one process alone renews the secrets.
    Column("renewing_until", Utc),
    Index(None, "tenant_id"),
    Index(None, "platform", "enterprise"),
)

sign_in_states = Table(
    "sign_in_states",
    metadata,
    # A digest, so that who reads the database cannot finish what somebody else began.
    Column("digest", String, primary_key=True),
    Column("expires_at", Utc, nullable=False),
)
