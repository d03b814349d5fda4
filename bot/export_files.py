"""Tables written as files that a spreadsheet opens without running anything that somebody typed.

A file is written a batch of rows at a time, on disk, so that memory does not grow with the table.
"""

import csv
import io
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from core.model.exported import FileFormat
from core.records.rows import Row
from core.records.tables import RecordTable

if TYPE_CHECKING:
    import pyarrow as pa

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""OWASP, "CSV Injection": what a cell must not begin with, in the full width of East Asian keyboards too."""

_NOT_TEXT = dict.fromkeys(each for each in (*range(32), 0xFFFE, 0xFFFF) if chr(each) not in "\t\n\r")
"""Control characters: XML knows none, and a spreadsheet that drops one may find a formula behind it."""

MOST_ROWS_XLSX = 1_048_575
"""Excel: 1,048,576 rows on a sheet, of which one is the header."""


class TooManyRows(ValueError):
    """The table has more rows than the format takes; the message says what to do."""


class TableFile(Protocol):
    """A file that is being written; slow for many rows, so not on the event loop."""

    def add(self, rows: Sequence[Row]) -> None:
        """Append these rows. Raises `TooManyRows`."""
        ...

    def close(self) -> None:
        """Write what is left. The file itself stays open."""
        ...


def begin(table: RecordTable, format_: FileFormat, file: BinaryIO) -> TableFile:
    """A file of this format with the table's columns, in `file`, and no row yet."""
    return _WRITERS[format_](table, file)


def harmless(text: str) -> str:
    """The text without control characters, after an apostrophe where a spreadsheet would take it for a formula."""
    text = text.translate(_NOT_TEXT)
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


class _Csv:
    def __init__(self, table: RecordTable, file: BinaryIO) -> None:
        self._columns = table.columns
        # Excel takes a file for UTF-8 by its mark alone; imports pass over it.
        self._text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        self._writer = csv.writer(self._text)
        self._writer.writerow(self._columns)

    def add(self, rows: Sequence[Row]) -> None:
        self._writer.writerows([_shown(getattr(row, name)) for name in self._columns] for row in rows)

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


def _shown(cell: Any) -> Any:
    match cell:
        case str():
            return harmless(str(cell))
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return cell.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        case date():
            return cell.isoformat()
        case _:
            return cell


class _Xlsx:
    def __init__(self, table: RecordTable, file: BinaryIO) -> None:
        self._columns, self._file, self._rows = table.columns, file, 0
        self._book = Workbook(write_only=True)
        # Excel: a sheet's name has 31 characters at most.
        self._page = self._book.create_sheet(table.name[:31])
        self._page.freeze_panes = "A2"
        header = [WriteOnlyCell(self._page, value=column) for column in self._columns]
        for cell in header:
            cell.font = Font(bold=True)
        self._page.append(header)

    def add(self, rows: Sequence[Row]) -> None:
        self._rows += len(rows)
        if self._rows > MOST_ROWS_XLSX:
            self._page.close()
            raise TooManyRows(
                f"An Excel sheet takes {MOST_ROWS_XLSX:,} rows, and there are more: choose csv or parquet."
            )
        for row in rows:
            self._page.append([_in_excel(getattr(row, name)) for name in self._columns])

    def close(self) -> None:
        self._book.save(self._file)


def _in_excel(cell: Any) -> Any:
    match cell:
        case str():
            return harmless(str(cell))
        case datetime():
            # Excel knows no zones: every instant is UTC, as in the other formats.
            return cell.astimezone(UTC).replace(tzinfo=None)
        case _:
            return cell


class _Parquet:
    def __init__(self, table: RecordTable, file: BinaryIO) -> None:
        # Loaded once somebody asks for it: a large library that most processes never need.
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._pa = pa
        self._columns = table.columns
        fields = table.row.model_fields
        self._schema = pa.schema([(name, _arrow_type(fields[name].annotation)) for name in self._columns])
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd")

    def add(self, rows: Sequence[Row]) -> None:
        columns = [[_plain(getattr(row, name)) for row in rows] for name in self._columns]
        arrays = [self._pa.array(cells, field.type) for cells, field in zip(columns, self._schema, strict=True)]
        self._writer.write_batch(self._pa.record_batch(arrays, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


def _plain(cell: Any) -> Any:
    return str(cell) if isinstance(cell, StrEnum) else cell


def _arrow_type(annotation: Any) -> "pa.DataType":
    """The column type of a field's; what may be missing is so in every Parquet column."""
    import pyarrow as pa

    kinds = {each for each in _kinds(annotation) if each is not type(None)}
    if len(kinds) != 1:
        raise TypeError(f"a column holds one kind of value, not {annotation}")
    kind = kinds.pop()
    if issubclass(kind, Enum | str):
        return pa.string()
    return {
        bool: pa.bool_(),
        int: pa.int64(),
        float: pa.float64(),
        datetime: pa.timestamp("us", tz="UTC"),
        date: pa.date32(),
    }[kind]


def _kinds(annotation: Any) -> Iterable[type]:
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return {type(each) for each in typing.get_args(annotation)}
    if origin in (typing.Union, types.UnionType):
        return {kind for each in typing.get_args(annotation) for kind in _kinds(each)}
    return {annotation}


_WRITERS: Mapping[FileFormat, type[TableFile]] = {
    FileFormat.CSV: _Csv,
    FileFormat.XLSX: _Xlsx,
    FileFormat.PARQUET: _Parquet,
}

CONTENT_TYPES: Mapping[FileFormat, str] = {
    FileFormat.CSV: "text/csv; charset=utf-8",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.PARQUET: "application/vnd.apache.parquet",
}
