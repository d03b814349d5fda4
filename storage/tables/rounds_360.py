"""360 rounds: templates, rounds with their reports, who takes part, and what they said until the round closed."""

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from core.model.round_360 import Group, Report, RoundState, Template
from storage.columns import Document, SealedDocument, Utc, Word
from storage.tables.schema import metadata, of_tenant, reference

templates_360 = Table(
    "templates_360",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("template", Document(TypeAdapter(Template)), nullable=False),
    reference("by_id", "people.id"),
    Column("changed_at", Utc, nullable=False),
)

rounds_360 = Table(
    "rounds_360",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("subject_id", "people.id"),
    reference("opener_id", "people.id"),
    Column("manager_id", String, ForeignKey("people.id")),
    Column("hr_reads", Boolean, nullable=False),
    Column("state", Word(RoundState), nullable=False),
    Column("opened_at", Utc, nullable=False),
    Column("due_on", Date, nullable=False),
    # The round's own copy: a template that is changed later changes nothing that was asked.
    Column("template", Document(TypeAdapter(Template)), nullable=False),
    Column("closed_at", Utc),
    Column("report", SealedDocument(TypeAdapter(Report))),
    Index(None, "subject_id", "opened_at"),
    Index(None, "opener_id"),
    Index(None, "manager_id"),
)

round_360_raters = Table(
    "round_360_raters",
    metadata,
    Column("round_id", String, ForeignKey("rounds_360.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("group", Word(Group), nullable=False),
    Column("asked_at", Utc),
    Column("has_answered", Boolean, nullable=False),
    Column("has_declined", Boolean, nullable=False),
    Index(None, "person_id", "asked_at"),
)

# Deleted when the round closes.
round_360_answers = Table(
    "round_360_answers",
    metadata,
    Column("round_id", String, ForeignKey("rounds_360.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("scores", SealedDocument(TypeAdapter(Any)), nullable=False),
    Column("comments", SealedDocument(TypeAdapter(Any)), nullable=False),
)
