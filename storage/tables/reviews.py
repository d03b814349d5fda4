"""Reviews: how far each is, what was written for it, what was left out, and the versions that were signed."""

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Column, ColumnElement, Date, ForeignKey, Index, Integer, String, Table

from core.model.review import ReviewKind, ReviewStage
from storage.columns import Sealed, SealedDocument, Utc, Word
from storage.tables.schema import metadata, of_tenant, one_of, reference

reviews = Table(
    "reviews",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("opened_by_id", "people.id"),
    Column("kind", Word(ReviewKind), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("stage", Word(ReviewStage), nullable=False),
    Column("opened_at", Utc, nullable=False),
    Column("version", Integer, nullable=False),
    Index(None, "person_id", "opened_at"),
    Index(None, "tenant_id", "opened_at"),
)

IS_OPEN_REVIEW: ColumnElement[bool] = one_of(
    reviews.c.stage, ReviewStage.PREPARING, ReviewStage.WITH_MANAGER, ReviewStage.SIGNING
)

# One at a time for each person.
Index(
    "uq_reviews_open",
    reviews.c.person_id,
    unique=True,
    sqlite_where=IS_OPEN_REVIEW,
    postgresql_where=IS_OPEN_REVIEW,
)
Index(
    "ix_reviews_open",
    reviews.c.tenant_id,
    reviews.c.due_on,
    sqlite_where=IS_OPEN_REVIEW,
    postgresql_where=IS_OPEN_REVIEW,
)

review_words = Table(
    "review_words",
    metadata,
    Column("review_id", String, ForeignKey("reviews.id"), primary_key=True),
    Column("by_id", String, ForeignKey("people.id"), primary_key=True),
    Column("item", String, primary_key=True),
    Column("text", Sealed, nullable=False),
    Column("written_at", Utc, nullable=False),
)

review_left_out = Table(
    "review_left_out",
    metadata,
    Column("review_id", String, ForeignKey("reviews.id"), primary_key=True),
    Column("key", String, primary_key=True),
)

# Only added to, and signed: a change makes another version.
review_versions = Table(
    "review_versions",
    metadata,
    Column("review_id", String, ForeignKey("reviews.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("content", SealedDocument(TypeAdapter(Any)), nullable=False),
    Column("digest", String, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("person_at", Utc),
    Column("manager_at", Utc),
    Column("manager_id", String, ForeignKey("people.id")),
)
