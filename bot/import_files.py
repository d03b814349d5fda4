"""Read CSV and Excel files of people, priorities, objectives, training or skills and import them."""

import asyncio
import io
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.ports import Clock, Database
from core.services.import_objectives import import_objectives
from core.services.import_people import DEFAULT_ZONE, import_people
from core.services.import_priorities import import_priorities
from core.services.import_report import Report, Rows, Trouble, refused
from core.services.import_skills import import_skills
from core.services.import_text import Cells, UnreadableFile, cells_of_csv, named
from core.services.import_training import import_training

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How a file begins that is a workbook (.xlsx), and one that is of the old kind or has a password."""

_DAMAGED = (BadZipFile, InvalidFileException, ParseError, zlib.error, EOFError, KeyError, TypeError, ValueError)
"""What openpyxl raises for a workbook it cannot read; it has no error of its own for it."""


class Kind(StrEnum):
    """What a file holds."""

    PEOPLE = "people"
    OBJECTIVES = "objectives"
    PRIORITIES = "priorities"
    TRAINING = "training"
    SKILLS = "skills"


async def import_file(
    database: Database,
    clock: Clock,
    tenant_id: str,
    kind: Kind,
    path: Path,
    dry_run: bool = False,
    default_zone: str = DEFAULT_ZONE,
) -> Report:
    """Import the file in one transaction; a file that cannot be read is a report with that problem.

    A dry run takes no write lock and saves nothing. Raises `StoreUnavailable`.
    """
    try:
        rows = await asyncio.to_thread(read_rows, path)
    except UnreadableFile as unreadable:
        return refused([unreadable.problem], dry_run=dry_run)
    async with database.reading() if dry_run else database.transaction() as store:
        if kind is Kind.OBJECTIVES:
            return await import_objectives(store, tenant_id, rows, clock.now(), dry_run=dry_run)
        if kind is Kind.TRAINING:
            return await import_training(store, tenant_id, rows, clock.now(), dry_run=dry_run)
        if kind is Kind.SKILLS:
            return await import_skills(store, tenant_id, rows, clock.now(), dry_run=dry_run)
        if kind is Kind.PRIORITIES:
            return await import_priorities(store, tenant_id, rows, dry_run=dry_run)
        return await import_people(store, tenant_id, rows, clock.now(), dry_run=dry_run, default_zone=default_zone)


# --- reading --------------------------------------------------------------------------------------------------


def read_rows(path: Path) -> Rows:
    """The rows of a CSV file or of a workbook's first sheet, told apart by how the file begins.

    The first row that is not blank names the columns, whatever their case and with spaces for underscores; blank
    rows are passed over. What lies beside the named columns is under the name "". Raises `UnreadableFile`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Trouble.NO_FILE, reason=error.strerror or type(error).__name__) from error
    if content.startswith(_OLE):
        raise UnreadableFile(Trouble.OLD_EXCEL)
    rows = _of_workbook(content) if content.startswith(_ZIP) else _of_csv(content)
    return named(each for each in rows if any(cell.strip() for cell in each[1]))


def _of_csv(content: bytes) -> Iterator[Cells]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(Trouble.NOT_UTF8, content.count(b"\n", 0, error.start) + 1) from error
    return cells_of_csv(text)


def _of_workbook(content: bytes) -> Iterator[Cells]:
    try:
        with warnings.catch_warnings():
            # openpyxl warns of formatting that it leaves aside.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            # Some programs write a wrong extent, and then only the first cell would be read.
            sheet.reset_dimensions()
            rows = [(line, [_text(cell) for cell in row]) for line, row in _numbered(sheet.iter_rows())]
    except (*_DAMAGED, IndexError) as error:
        raise UnreadableFile(Trouble.DAMAGED) from error
    return iter(rows)


def _numbered(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, Sequence[Any]]]:
    return enumerate(rows, start=1)


def _text(cell: Any) -> str:
    """A cell's value as a CSV file would have it: ISO dates, plain numbers, shares as they are shown (`95%`)."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, "%" in (cell.number_format or ""))
    return str(value)


def _number(value: float, is_share: bool) -> str:
    """Without an exponent, to the 15 digits a spreadsheet keeps."""
    exact = Decimal(f"{value:.15g}") * (100 if is_share else 1)
    plain = f"{exact:f}"
    shown = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{shown}%" if is_share else shown
