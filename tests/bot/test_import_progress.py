"""Whoever runs a long import sees how far it has got, and the event loop goes on meanwhile."""

import asyncio
import io

import pytest

from bot.import_progress import progress_on
from core.services.import_list import Kind, import_list
from tests.clock import MovableClock
from tests.import_rows import TENANT, found_council, numbered, person_row


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


async def bring(database, count, progress, **options):
    rows = numbered([person_row(f"p{each}") for each in range(count)])
    async with database.transaction() as store:
        now = MovableClock().now()
        return await import_list(store, TENANT.id, Kind.PEOPLE, rows, now, progress=progress, **options)


async def test_a_log_gets_a_line_each_tenth_and_what_comes_next(sqlite_database):
    await found_council(sqlite_database)
    log = io.StringIO()
    assert len((await bring(sqlite_database, 5_000, progress_on(log))).added) == 5_000
    lines = log.getvalue().splitlines()
    assert lines[1:3] == ["500 of 5,000 rows checked", "1,000 of 5,000 rows checked"]
    assert lines[-1] == "5,000 of 5,000 rows checked, saving what is new"
    assert len(lines) <= 11


async def test_on_a_terminal_one_line_is_rewritten(sqlite_database):
    await found_council(sqlite_database)
    terminal = Terminal()
    await bring(sqlite_database, 1_250, progress_on(terminal, saves=False), dry_run=True)
    shown = terminal.getvalue()
    assert shown.count("\n") == 1
    assert shown.split("\r\x1b[K")[1:] == [
        *(f"{each:,} of 1,250 rows checked" for each in (250, 500, 750, 1_000)),
        "1,250 of 1,250 rows checked\n",
    ]


async def test_nothing_is_told_of_a_short_list(sqlite_database):
    await found_council(sqlite_database)
    log = io.StringIO()
    await bring(sqlite_database, 999, progress_on(log))
    assert log.getvalue() == ""


@pytest.mark.parametrize("dry_run", [True, False])
async def test_others_are_served_while_rows_are_checked(sqlite_database, dry_run):
    await found_council(sqlite_database)
    served_at = []
    checked = 0

    def progress(count, rows):
        nonlocal checked
        checked = count

    async def serve():
        while True:
            served_at.append(checked)
            await asyncio.sleep(0)

    serving = asyncio.create_task(serve())
    await bring(sqlite_database, 5_000, progress, dry_run=dry_run)
    serving.cancel()
    assert len(set(served_at)) > 3, "the event loop stood still while the rows were checked"
