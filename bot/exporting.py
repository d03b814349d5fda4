"""Writes a table as a file, batch by batch: read on the event loop, written beside it."""

import asyncio
from datetime import datetime
from typing import BinaryIO

from bot.export_files import begin
from core.model.audit import AuditAction, AuditNote, detail_of
from core.model.exported import FileFormat
from core.ports import Database, Whose
from core.records.tables import RecordTable, concerned, pages

ROWS_AT_ONCE = 2_000
"""Some hundredths of a second to read, and as long to write beside the event loop."""


async def write_table(
    database: Database, table: RecordTable, whose: Whose, format_: FileFormat, file: BinaryIO, now: datetime
) -> int:
    """Write these rows of the table to `file`; returns how many there were. Raises `TooManyRows`, `OSError`.

    That whoever acts has taken them is in the audit log before the file is given to anyone.
    """
    count = 0
    writing = await asyncio.to_thread(begin, table, format_, file)
    async for rows in pages(database, table, whose, now, ROWS_AT_ONCE):
        await asyncio.to_thread(writing.add, rows)
        count += len(rows)
    await asyncio.to_thread(writing.close)
    await _note(database, table, whose, format_, count)
    return count


async def _note(database: Database, table: RecordTable, whose: Whose, format_: FileFormat, count: int) -> None:
    detail = detail_of(table=table.name, rows=count, format=format_)
    subjects = concerned(table, whose)
    notes = [AuditNote(whose.tenant_id, AuditAction.EXPORT_TABLE, each, detail) for each in subjects]
    async with database.transaction() as store:
        await store.audit.note(*notes)
