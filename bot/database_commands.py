"""`milepost db`: the database's tables, and moving all that is in them elsewhere."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import make_url

from bot.serving import CannotServe
from bot.settings import PREFIX, read_settings
from storage import migrate
from storage.engine import libpq_address
from storage.moving.alone import InUse
from storage.moving.copying import CannotCopy, Copied, copy_database
from storage.moving.restored import taken_at_of

database_commands = typer.Typer(help="Look after the database.", no_args_is_help=True)

_Address = "a database's address, such as sqlite+aiosqlite:///milepost.db or postgresql+asyncpg://user@host/name"


@database_commands.command("upgrade")
def upgrade() -> None:
    """Bring the database to the tables of this release."""
    settings = read_settings()
    asyncio.run(migrate.upgrade(settings.database_url))
    typer.echo(f"The database is at {migrate.head()}.")


@database_commands.command("address")
def address() -> None:
    """Print PostgreSQL's address as its own tools take it (psql, pg_dump), without the password."""
    settings = read_settings()
    if settings.is_embedded:
        raise CannotServe(f"{settings.database_url} is a file of SQLite's; PostgreSQL's tools do not read it.")
    typer.echo(libpq_address(settings.database_url))


@database_commands.command("copy")
def copy(
    source: Annotated[str, typer.Option("--from", help=f"Where everything is: {_Address}.")],
    target: Annotated[
        str, typer.Option("--to", help="Where it goes: an empty database, upgraded to this release.")
    ],
) -> None:
    """Move a pilot up to PostgreSQL (or back): all of it, compared on both sides, or nothing.

    Nothing may run on either database meanwhile. What is copied from is left as it is.
    """
    typer.echo(f"{'table':<28} {'rows':>10}  checksum on both sides")
    try:
        copied = asyncio.run(copy_database(source, target, told=_show))
    except (CannotCopy, InUse) as refused:
        raise CannotServe(f"Nothing was copied: {refused}.") from None
    rows = sum(each.rows for each in copied)
    typer.echo(f"{rows} rows of {len(copied)} tables were copied, and are the same on both sides.")
    typer.echo(f"Now set {PREFIX}DATABASE_URL to the new address, and serve from it only.")
    taken_at = taken_at_of(Path(str(make_url(source).database))) if source.startswith("sqlite") else None
    if taken_at is not None:
        typer.echo(
            "What was copied from is a backup. So that what was sent since is not sent again, first run"
            f' milepost db restored --taken-at "{taken_at:%Y-%m-%d %H:%M}" there.'
        )


def _show(copied: Copied) -> None:
    typer.echo(f"{copied.table:<28} {copied.rows:>10}  {copied.checksum[:16]}")
