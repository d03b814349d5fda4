"""Import what service users said from a survey's file: its columns, and how each is read."""

import asyncio
from datetime import datetime
from functools import partial

from core.model.service_feedback import Scale, scale_called
from core.ports import Store
from core.services.import_cells import (
    CellWrong,
    Column,
    RowReader,
    check_columns,
    read_date,
    read_email,
    read_number,
    read_text,
    readers,
)
from core.services.import_report import Problem, Report, Rows, Trouble
from core.services.keep_service_feedback import ToldByUser, keep_service_feedback

REQUIRED = ("source", "reference", "received_on", "score", "scale")
OPTIONAL = ("team", "email", "objective", "text")

_OPTIONAL_COLUMNS = {
    "team": Column("team", read_text, ""),
    "email": Column("email", read_email, ""),
    "objective": Column("objective", read_text, ""),
    # A hyphen takes away what was written; a blank cell leaves it.
    "text": Column("text", read_text, ""),
}


async def import_service_feedback(
    store: Store, tenant_id: str, rows: Rows, now: datetime, *, dry_run: bool = False
) -> Report:
    """Add and correct answers; with any problem, or in a dry run, save nothing. `now` is UTC."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    told = await asyncio.to_thread(_read_rows, rows, problems)
    return await keep_service_feedback(
        store, tenant_id, told, now, found=problems, warnings=warnings, dry_run=dry_run
    )


def _read_rows(rows: Rows, problems: list[Problem]) -> list[ToldByUser]:
    read = [_read_row(reader) for reader in readers(rows, problems)]
    return [each for each in read if each is not None]


def _read_row(reader: RowReader) -> ToldByUser | None:
    known = len(reader.problems)
    source = reader.required("source", read_text)
    reference = reader.required("reference", read_text)
    received_on = reader.required("received_on", read_date)
    score = reader.required("score", partial(read_number, unit="%"))
    scale = reader.required("scale", _read_scale)
    given = reader.optional(_OPTIONAL_COLUMNS)
    if source is None or reference is None or received_on is None or score is None or scale is None:
        return None
    # What names no subject only because a cell cannot be read has been told of already.
    return (
        None
        if len(reader.problems) > known
        else ToldByUser(reader.line, source, reference, received_on, score, scale, **given)
    )


def _read_scale(text: str) -> Scale:
    scale = scale_called(text)
    if scale is None:
        raise CellWrong(Trouble.UNKNOWN_SCALE, written=text)
    return scale
