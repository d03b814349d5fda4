"""Files whose use is still asked about, and the completion each person spoke of last."""

from pydantic import TypeAdapter
from sqlalchemy import Column, Date, ForeignKey, Index, String, Table

from core.model.person import Platform
from core.model.shared_file import SharedFile
from storage.columns import SealedDocument, Utc, Word
from storage.tables.schema import metadata, of_tenant, reference

file_batches = Table(
    "file_batches",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    Column("platform", Word(Platform), nullable=False),
    Column("workspace", String, nullable=False),
    Column("sent_at", Utc, nullable=False),
    Column("files", SealedDocument(TypeAdapter(tuple[SharedFile, ...])), nullable=False),
    Index(None, "sent_at"),
)

told_completions = Table(
    "told_completions",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    reference("course_id", "courses.id"),
    Column("completed_on", Date, nullable=False),
    Column("told_at", Utc, nullable=False),
)
