"""Read CSV and Excel files of people, priorities, objectives or training, import them, and say what came of it."""

import asyncio
import csv
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

from core.model.person import Language
from core.ports import Clock, Database
from core.services.import_objectives import import_objectives
from core.services.import_people import DEFAULT_ZONE, import_people
from core.services.import_priorities import import_priorities
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.import_training import import_training
from core.texts.texts import words_for

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How a file begins that is a workbook (.xlsx), and one that is of the old kind or has a password."""

_DAMAGED = (BadZipFile, InvalidFileException, ParseError, zlib.error, EOFError, KeyError, TypeError, ValueError)
"""What openpyxl raises for a workbook it cannot read; it has no error of its own for it."""

_DELIMITERS = (",", ";", "\t")
_LONGEST_CELL = 10_000_000

Cells = tuple[int, Sequence[str]]
"""A row as it lies in the file: the line it begins on and its cells' texts."""


class Kind(StrEnum):
    """What a file holds."""

    PEOPLE = "people"
    OBJECTIVES = "objectives"
    PRIORITIES = "priorities"
    TRAINING = "training"


class UnreadableFile(Exception):
    """No rows can be had from a file; `problem` says why."""

    def __init__(self, trouble: Trouble, line: int = 0, column: str = "", **facts: str) -> None:
        super().__init__(trouble)
        self.problem = Problem(line, column, trouble, facts)


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
        if kind is Kind.PRIORITIES:
            return await import_priorities(store, tenant_id, rows, dry_run=dry_run)
        return await import_people(store, tenant_id, rows, clock.now(), dry_run=dry_run, default_zone=default_zone)


# --- telling --------------------------------------------------------------------------------------------------


def told(report: Report, language: Language = Language.EN) -> str:
    """The report for a terminal: each problem on a line of its own, then the totals and who was left out."""
    words = words_for(language)
    lines = [told_problem(problem, language) for problem in report.problems]
    lines += [words("import-note", problem=told_problem(each, language)) for each in report.warnings]
    if report.is_refused:
        return "\n".join([*lines, words("import-refused", count=len(report.problems))])
    if report.dry_run:
        lines.append(words("import-dry-run"))
    totals = (
        words("import-added", count=len(report.added)),
        words("import-updated", count=len(report.updated)),
        words("import-unchanged", count=len(report.unchanged)),
    )
    lines.append(", ".join(totals) + ".")
    if report.new_teams:
        lines.append(words("import-new-teams", names=", ".join(report.new_teams)))
    if report.new_priorities:
        lines.append(words("import-new-priorities", names=", ".join(report.new_priorities)))
    if report.new_courses:
        lines.append(words("import-new-courses", names=", ".join(report.new_courses)))
    if report.left_out:
        lines.append(words("import-left-out", count=len(report.left_out)))
        lines += [f"  {each}" for each in report.left_out]
    return "\n".join(lines)


def told_problem(problem: Problem, language: Language = Language.EN) -> str:
    """`line 7, manager_email: … Fix: …`."""
    words = words_for(language)
    facts = {"column": problem.column, **problem.facts}
    what = words(f"import-wrong-{problem.trouble}", **facts)
    fix = words(f"import-fix-{problem.trouble}", **facts)
    if problem.line == 0:
        return words("import-whole-file", what=what, fix=fix)
    if not problem.column:
        return words("import-line", line=str(problem.line), what=what, fix=fix)
    return words("import-cell", line=str(problem.line), column=problem.column, what=what, fix=fix)


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
    return _named(each for each in rows if any(cell.strip() for cell in each[1]))


def _named(rows: Iterator[Cells]) -> Rows:
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


def _of_csv(content: bytes) -> Iterator[Cells]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(Trouble.NOT_UTF8, content.count(b"\n", 0, error.start) + 1) from error
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
