"""Tables written as files that a spreadsheet opens without running anything that somebody typed."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from core.model.exported import Cell, FileFormat, Sheet

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""OWASP, "CSV Injection": what a cell must not begin with."""

_NOT_IN_XML = dict.fromkeys(each for each in range(32) if chr(each) not in "\t\n\r")


def write(sheet: Sheet, format_: FileFormat) -> bytes:
    """The table as a file of this format; takes a while for a long one, so not on the event loop."""
    return _WRITERS[format_](sheet)


def _csv(sheet: Sheet) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(sheet.columns)
    writer.writerows([_shown(cell) for cell in row] for row in sheet.rows)
    # Excel takes a file for UTF-8 by this mark alone; imports pass over it.
    return file.getvalue().encode("utf-8-sig")


def _shown(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return harmless(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def harmless(text: str) -> str:
    """The text, after an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def _xlsx(sheet: Sheet) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    header = [WriteOnlyCell(page, value=column) for column in sheet.columns]
    for cell in header:
        cell.font = Font(bold=True)
    page.append(header)
    for row in sheet.rows:
        page.append([harmless(cell).translate(_NOT_IN_XML) if isinstance(cell, str) else cell for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


_WRITERS: Mapping[FileFormat, Callable[[Sheet], bytes]] = {FileFormat.CSV: _csv, FileFormat.XLSX: _xlsx}

CONTENT_TYPES: Mapping[FileFormat, str] = {
    FileFormat.CSV: "text/csv; charset=utf-8",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
