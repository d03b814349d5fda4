"""What leaves as a file: its format, and the one download it is offered by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FileFormat(StrEnum):
    """How a file is written."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    """For tools that analyse: columns keep their types, and nothing in it is a formula."""
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    """For programs: a document's tables, field by field."""


TABULAR = (FileFormat.CSV, FileFormat.XLSX, FileFormat.PARQUET)
"""How a table is written; the others are documents."""


@dataclass(frozen=True, slots=True)
class Download:
    """Leave to download `what` once until `expires_at` (UTC), given to one person.

    `what` is a table's name, after `team/` or `own/` where it is not the whole organisation's.

    `digest` is that of the token in the address, so that who reads the database can download nothing.
    """

    digest: str
    tenant_id: str
    person_id: str
    what: str
    format: FileFormat
    expires_at: datetime
