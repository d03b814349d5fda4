"""`milepost backup` and `milepost restore`: the embedded database as one file; else PostgreSQL's own tools."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import make_url

from bot.after_restore import settle_since
from bot.clocks import SystemClock
from bot.erased_list import add_to_list, erase_again, erasures_in, list_of
from bot.kept_backups import let_go, name_for
from bot.serving import CannotServe
from bot.settings import PREFIX, Settings, read_settings
from bot.starting import opened
from storage.engine import libpq_address
from storage.moving.alone import InUse
from storage.moving.backups import Backup, CannotBackUp, CannotRestore, back_up
from storage.moving.backups import restore as put_back


def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="Where to write it: one file, which holds everything."
            " Without it, a new one in MILEPOST_BACKUP_FOLDER.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    keep: Annotated[
        int | None,
        typer.Option(help="Then delete all but the newest of so many in MILEPOST_BACKUP_FOLDER.", min=1),
    ] = None,
) -> None:
    """Back the embedded database up to a file, while it is being served."""
    settings = read_settings()
    folder = Path(settings.backup_folder) if settings.backup_folder else None
    if folder is None and (file is None or keep is not None):
        raise CannotServe(
            f"Name a file: milepost backup FILE. Or set {PREFIX}BACKUP_FOLDER to where backups are kept, which"
            " --keep needs too."
        )
    now = datetime.now(UTC)
    file = file or Path(settings.backup_folder) / name_for(now)
    if not settings.is_embedded:
        address = libpq_address(settings.database_url)
        raise CannotServe(
            "PostgreSQL is backed up with its own tool, while Milepost runs:\n\n"
            f'  pg_dump --enable-row-security --format=custom --file="{file}" "{address}"\n\n'
            "It asks for the password, or takes it from PGPASSFILE. docs/reliability.md says more."
        )
    try:
        made = back_up(_file_of(settings), file, now, force=force)
    except CannotBackUp as refused:
        raise CannotServe(f"There is no backup: {refused}.") from None
    typer.echo(f"Backed up to {file}: {_told(made)}.")
    if folder is not None and keep is not None:
        for each in let_go(folder, keep):
            typer.echo(f"Deleted {each}.")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup that milepost backup wrote.")],
) -> None:
    """Put a backup in the embedded database's place, while nothing runs on it; the earlier file is kept beside."""
    settings = read_settings()
    if not settings.is_embedded:
        address = libpq_address(settings.database_url)
        raise CannotServe(
            "PostgreSQL is restored with its own tool, into a new and empty database that no Milepost runs on:\n\n"
            f'  pg_restore --exit-on-error --single-transaction --no-owner --dbname="{address}" "{file}"\n'
            '  milepost db restored --taken-at "2026-11-27 03:00"\n\n'
            "The second line, with the backup's time in UTC, keeps what was sent since from being sent again."
        )
    database = _file_of(settings)
    try:
        add_to_list(list_of(settings), erasures_in(database))
        restored = put_back(file, database, datetime.now(UTC))
    except (CannotRestore, InUse) as refused:
        raise CannotServe(f"Nothing was restored: {refused}.") from None
    typer.echo(f"Restored {database}: {_told(restored.backup)}.")
    if restored.kept is not None:
        typer.echo(f"The earlier file is kept as {restored.kept}; delete it once you do not need it.")
    typer.echo(f"Whoever {list_of(settings)} lists is erased again on the next start, before anything goes out.")
    typer.echo(
        f"What was done since {restored.backup.taken_at:%Y-%m-%d %H:%M} UTC is not in it. On the next start,"
        " messages that are due are looked for on Slack before they are sent; those for Teams, which cannot be"
        " looked for, are given up with that reason (milepost outbox given-up lists them)."
    )


def restored(
    taken_at: Annotated[
        datetime,
        typer.Option(formats=["%Y-%m-%d %H:%M"], help="When the backup was taken, in UTC: YYYY-MM-DD HH:MM."),
    ],
) -> None:
    """Tell a database that it was restored by other tools, before anything runs on it again."""
    settings = read_settings()
    clock = SystemClock()

    async def settle() -> int:
        database = await opened(settings, clock)
        try:
            await erase_again(database, clock, settings)
            return await settle_since(database, clock, taken_at.replace(tzinfo=UTC))
        finally:
            await database.close()

    typer.echo(f"{asyncio.run(settle())} messages are looked for, where that is possible, before they are sent.")


def _file_of(settings: Settings) -> Path:
    return Path(str(make_url(settings.database_url).database))


def _told(made: Backup) -> str:
    rows = sum(made.rows.values())
    return (
        f"{rows} rows of {len(made.rows)} tables with {made.rows.get('people', 0)} people, revision"
        f" {made.revision}, {made.size / 1e6:.1f} MB, of {made.taken_at:%Y-%m-%d %H:%M} UTC; all pages checked"
    )
