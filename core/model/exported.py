"""What leaves as a file: a table with typed cells, its format, and the one download it is offered by."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Cell = str | int | float | date | None
"""One value; None where there is none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `name` without spaces names the file, each row has a cell for every column."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class FileFormat(StrEnum):
    """How a file is written."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    DOCX = "docx"


TABLES = (FileFormat.CSV, FileFormat.XLSX)
"""How a table is written; the others are documents."""


@dataclass(frozen=True, slots=True)
class Download:
    """Leave to download `what` once until `expires_at` (UTC), given to one person.

    `digest` is that of the token in the address, so that who reads the database can download nothing.
    """

    digest: str
    tenant_id: str
    person_id: str
    what: str
    format: FileFormat
    expires_at: datetime
