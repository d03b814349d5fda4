"""One-to-ones, their agendas and notes, and remarks on answers."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from core.model.one_to_one import Source
from core.model.remark import RemarkKind
from storage.columns import Sealed, Utc, Word
from storage.tables.schema import metadata, of_tenant, partial_index, reference

remarks = Table(
    "remarks",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("checkin_id", "checkins.id"),
    reference("person_id", "people.id"),
    reference("by_id", "people.id"),
    reference("to_id", "people.id"),
    Column("kind", Word(RemarkKind), nullable=False),
    # An objective's id, "note", or nothing for the whole check-in.
    Column("about", String, nullable=False),
    Column("quoted", Sealed, nullable=False),
    Column("text", Sealed, nullable=False),
    Column("said_at", Utc, nullable=False),
    Column("reply_to", String, ForeignKey("remarks.id")),
    Index(None, "checkin_id", "said_at"),
)

one_to_ones = Table(
    "one_to_ones",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("manager_id", "people.id"),
    Column("begun_at", Utc, nullable=False),
    Column("at", Utc),
    Column("held_at", Utc),
    Column("every_weeks", Integer),
    Column("shared_with_id", String, ForeignKey("people.id")),
    Index(None, "person_id", "held_at"),
)
IS_TO_BE_HELD = one_to_ones.c.held_at.is_(None)
"""Whether a meeting is still to come: each two have one such."""
Index(
    "uq_one_to_ones_person_id_manager_id",
    one_to_ones.c.person_id,
    one_to_ones.c.manager_id,
    unique=True,
    sqlite_where=IS_TO_BE_HELD,
    postgresql_where=IS_TO_BE_HELD,
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("manager_id", "people.id"),
    reference("by_id", "people.id"),
    Column("source", Word(Source), nullable=False),
    Column("text", Sealed, nullable=False),
    Column("added_at", Utc, nullable=False),
    Column("one_to_one_id", String, ForeignKey("one_to_ones.id")),
    Index(None, "one_to_one_id"),
)
IS_UNDISCUSSED = agenda_items.c.one_to_one_id.is_(None)
"""Whether an item is still to be talked about; what looks for those of a person must use it."""
partial_index(IS_UNDISCUSSED, agenda_items.c.person_id, agenda_items.c.added_at)

one_to_one_notes = Table(
    "one_to_one_notes",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("one_to_one_id", "one_to_ones.id"),
    reference("by_id", "people.id"),
    Column("is_private", Boolean, nullable=False),
    Column("text", Sealed, nullable=False),
    Column("written_at", Utc, nullable=False),
    Index(None, "one_to_one_id", "written_at"),
)
