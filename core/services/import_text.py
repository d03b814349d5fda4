"""Rows with named columns, from text as spreadsheets write and copy it: CSV, with commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator, Sequence

from core.services.import_report import Problem, Rows, Trouble

_DELIMITERS = (",", ";", "\t")
_LONGEST_CELL = 10_000_000

Cells = tuple[int, Sequence[str]]
"""A row as it lies in the file: the line it begins on and its cells' texts."""


class UnreadableFile(Exception):
    """No rows can be had from a file; `problem` says why."""

    def __init__(self, trouble: Trouble, line: int = 0, column: str = "", **facts: str) -> None:
        super().__init__(trouble)
        self.problem = Problem(line, column, trouble, facts)


def rows_of_text(text: str) -> Rows:
    """The rows of text that was pasted; raises `UnreadableFile`."""
    return named(each for each in cells_of_csv(text) if any(cell.strip() for cell in each[1]))


def named(rows: Iterator[Cells]) -> Rows:
    """Rows by column name, which the first of them gives; raises `UnreadableFile`."""
    header = next(rows, None)
    if header is None:
        raise UnreadableFile(Trouble.EMPTY_FILE)
    line, cells = header
    if any("@" in cell for cell in cells):
        raise UnreadableFile(Trouble.NO_HEADER, line)
    names = ["_".join(cell.casefold().replace("-", " ").split()) for cell in cells]
    repeated = next((name for name in names if name and names.count(name) > 1), None)
    if repeated:
        raise UnreadableFile(Trouble.REPEATED_COLUMN, line, repeated)
    return [(line, _by_name(names, cells)) for line, cells in rows]


def _by_name(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    named = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    beside = [cell for name, cell in zip(names, cells, strict=False) if not name] + list(cells[len(names) :])
    named |= {name: "" for name in names[len(cells) :] if name}
    if extra := next((cell for cell in beside if cell.strip()), ""):
        named[""] = extra
    return named


def cells_of_csv(text: str) -> Iterator[Cells]:
    """Every line's cells; raises `UnreadableFile` once it comes to what cannot be read."""
    if "\0" in text:
        raise UnreadableFile(Trouble.NOT_UTF8)
    csv.field_size_limit(_LONGEST_CELL)
    # Strict, because a quotation mark that is never closed would otherwise swallow every row after it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise UnreadableFile(Trouble.OPEN_QUOTE, begins) from error
        if cells is None:
            return
        yield begins, cells


def _delimiter(text: str) -> str:
    """The one the header has most of; a spreadsheet's own language decides which it writes."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=header.count)
