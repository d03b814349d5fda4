"""Read CSV and Excel files of people, objectives and what comes with them, and import them."""

import asyncio
import io
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.ports import Clock, Database
from core.services.import_list import Kind, import_list
from core.services.import_people import DEFAULT_ZONE
from core.services.import_progress import Progress
from core.services.import_report import Report, Rows, Trouble, refused
from core.services.import_text import Cells, UnreadableFile, cells_of_csv, named

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How a file begins that is a workbook (.xlsx), and one that is of the old kind or has a password."""

_DAMAGED = (BadZipFile, InvalidFileException, ParseError, zlib.error, EOFError, KeyError, TypeError, ValueError)
"""What openpyxl raises for a workbook it cannot read; it has no error of its own for it."""


_WORKBOOK, _MACROS = "xl/workbook.xml", "xl/vbaProject.bin"
_OTHER_SHEETS = frozenset({"content.xml", "xl/workbook.bin", "Index/Document.iwa"})
"""What is in a table of LibreOffice (.ods), a binary workbook (.xlsb) and one of Numbers."""

_MOST_COLUMNS = 200
_MOST_UNFOLDED_BYTES = 50 * 1024 * 1024
"""Of a workbook that came by chat; of 5 MB, what people type unfolds to less than half of it."""


async def import_file(
    database: Database,
    clock: Clock,
    tenant_id: str,
    kind: Kind,
    path: Path,
    dry_run: bool = False,
    default_zone: str = DEFAULT_ZONE,
    progress: Progress | None = None,
) -> Report:
    """Import the file in one transaction; a file that cannot be read is a report with that problem.

    A dry run takes no write lock and saves nothing. `progress` is told how many rows have been checked.
    Raises `StoreUnavailable`.
    """
    try:
        rows = await asyncio.to_thread(read_rows, path)
    except UnreadableFile as unreadable:
        return refused([unreadable.problem], dry_run=dry_run)
    async with database.reading() if dry_run else database.transaction() as store:
        return await import_list(
            store,
            tenant_id,
            kind,
            rows,
            clock.now(),
            dry_run=dry_run,
            default_zone=default_zone,
            progress=progress,
        )


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
    return rows_of(content)


def rows_of(content: bytes, most_rows: int | None = None) -> Rows:
    """Like `read_rows`, of a file's content. With more rows than `most_rows` it is an `UnreadableFile`."""
    if content.startswith(_OLE):
        raise UnreadableFile(Trouble.OLD_EXCEL)
    rows = _of_workbook(content, most_rows) if content.startswith(_ZIP) else _of_csv(content)
    found = named(each for each in rows if any(cell.strip() for cell in each[1]))
    if most_rows is not None and len(found) > most_rows:
        raise UnreadableFile(Trouble.TOO_MANY_ROWS, most=str(most_rows))
    return found


def _of_csv(content: bytes) -> Iterator[Cells]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(Trouble.NOT_UTF8, content.count(b"\n", 0, error.start) + 1) from error
    return cells_of_csv(text)


def _of_workbook(content: bytes, most_rows: int | None) -> Iterator[Cells]:
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            _check_parts(parts, most_rows is not None)
        with warnings.catch_warnings():
            # openpyxl warns of formatting that it leaves aside.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            # Some programs write a wrong extent, and then only the first cell would be read.
            sheet.reset_dimensions()
            # The header and blank rows are more, so that a file is never cut short and taken for whole.
            last = None if most_rows is None else 2 * most_rows
            lines = sheet.iter_rows(max_row=last, max_col=None if most_rows is None else _MOST_COLUMNS)
            rows = [(line, [_text(cell) for cell in row]) for line, row in _numbered(lines)]
            if last is not None and len(rows) == last:
                raise UnreadableFile(Trouble.TOO_MANY_ROWS, most=str(most_rows))
    except (*_DAMAGED, IndexError) as error:
        raise UnreadableFile(Trouble.DAMAGED) from error
    return iter(rows)


def _check_parts(parts: ZipFile, limited: bool) -> None:
    """Raises `UnreadableFile` for what is no plain workbook, or would unfold to far more than it is."""
    names = set(parts.namelist())
    if _WORKBOOK not in names:
        raise UnreadableFile(Trouble.OTHER_SHEET if names & _OTHER_SHEETS else Trouble.DAMAGED)
    if _MACROS in names:
        raise UnreadableFile(Trouble.MACROS)
    if limited and sum(part.file_size for part in parts.infolist()) > _MOST_UNFOLDED_BYTES:
        raise UnreadableFile(Trouble.DAMAGED)


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
