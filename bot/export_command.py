"""`milepost export`: a table of the whole organisation, written to a file."""

import asyncio
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.clocks import SystemClock
from bot.export_files import TooManyRows
from bot.exporting import write_table
from bot.organisation import found_organisation
from bot.settings import read_settings
from bot.starting import opened
from core.model.audit import OPERATOR
from core.model.exported import TABULAR, FileFormat
from core.ports import Whose
from core.records.tables import TABLES, whole_tables
from core.trail import acting

_NAMES = ", ".join(whole_tables())


def export_table(
    what: Annotated[str, typer.Argument(help=f"What to write: {_NAMES}.")],
    file: Annotated[Path, typer.Argument(help="Where to write it: a .csv, .xlsx or .parquet file.")],
) -> None:
    """Write a table to a file, with the columns that imports have."""
    format_ = next((each for each in TABULAR if file.suffix.lower() == f".{each}"), None)
    if what not in whole_tables():
        _give_up(f"“{what}” cannot be exported. Say one of: {_NAMES}.")
    if format_ is None:
        _give_up(f"{file} is neither .csv, .xlsx nor .parquet: give the file one of these endings.")
    # Written beside it and moved there once it is whole, so that a file that is there is never half of one.
    beside = file.with_name(f".{file.name}.part")
    try:
        count = asyncio.run(_write(what, beside, format_))
        beside.replace(file)
    except OSError as error:
        _give_up(f"{file} cannot be written: {error.strerror}.")
    except TooManyRows as error:
        _give_up(str(error))
    finally:
        beside.unlink(missing_ok=True)
    typer.echo(f"{count} rows written to {file}.")


async def _write(what: str, file: Path, format_: FileFormat) -> int:
    settings = read_settings()
    clock = SystemClock()
    database = await opened(settings, clock)
    try:
        tenant = await found_organisation(database, settings.organisation, settings.contact)
        with file.open("wb") as written, acting(OPERATOR):
            return await write_table(database, TABLES[what], Whose(tenant.id), format_, written, clock.now())
    finally:
        await database.close()


def _give_up(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(1)
