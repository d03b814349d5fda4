"""`milepost keys`: what is sealed with which key, and replacing a key by a newer one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NoReturn, TypeVar

import typer
from cryptography.fernet import Fernet

from bot.clocks import SystemClock
from bot.settings import PREFIX, read_settings
from bot.starting import opened
from storage.database import SqlDatabase
from storage.known_keys import forget
from storage.resealing import CLEAR, EARLIER, MOST_NAMED, Counted, count, reseal, total

key_commands = typer.Typer(help="Look after the keys that what people write is sealed with.", no_args_is_help=True)

Result = TypeVar("Result")


@key_commands.command("new")
def new() -> None:
    """Make a key, to be put first in MILEPOST_ENCRYPTION_KEYS; it is kept nowhere."""
    typer.echo(Fernet.generate_key().decode())


@key_commands.command("status")
def status() -> None:
    """Say how many values are sealed with which key, and which rows no key opens. Reads every table once."""

    async def ask(database: SqlDatabase) -> tuple[list[Counted], tuple[str, ...]]:
        return await count(database), database.keys.key_ids

    tables, keys = _on_database(ask)
    _tell(tables, keys)
    _name_closed(tables, keys)


@key_commands.command("rotate")
def rotate() -> None:
    """Seal everything with the newest key, while Milepost is served; cut off, it goes on where it is run again.

    Put the new key first, before the earlier ones, and restart every process before.
    """

    async def work(database: SqlDatabase) -> tuple[list[Counted], tuple[str, ...], list[str]]:
        await reseal(database, told=_progress)
        # Counted afresh, since others wrote meanwhile.
        tables, keys = await count(database), database.keys.key_ids
        left = total(tables)
        unused = [] if left[EARLIER] else [key_id for key_id in keys[1:] if not left[key_id]]
        await forget(database, unused)
        return tables, keys, unused

    tables, keys, unused = _on_database(work)
    _tell(tables, keys)
    _name_closed(tables, keys)
    if unused:
        typer.echo(f"Nothing needs {_named(unused)} any more: take it out of {PREFIX}ENCRYPTION_KEYS, and keep it")
        typer.echo("safe for as long as you keep backups that were made before.")


def _progress(table: Counted) -> None:
    if table.sealed:
        typer.echo(f"{table.table}: {table.sealed} values sealed with the newest key")


def _tell(tables: Sequence[Counted], keys: Sequence[str]) -> None:
    left = total(tables)
    for place, key_id in enumerate(keys, start=1):
        newest = ", the newest" if place == 1 else ""
        typer.echo(f"{left.pop(key_id, 0):>10} values sealed with key {place} of the setting ({key_id}{newest})")
    for under, number in sorted(left.items()):
        said = under if under in (CLEAR, EARLIER) else f"sealed with key {under}, which is not set"
        typer.echo(f"{number:>10} values {said}")
    where = [f"{each.table} {each.values[CLEAR]}" for each in tables if each.values[CLEAR]]
    if where:
        typer.echo(f"In clear: {', '.join(where)}. milepost keys rotate seals them.")


def _name_closed(tables: Sequence[Counted], keys: Sequence[str]) -> None:
    closed = [each for each in tables if each.closed]
    if not closed:
        return
    for table in closed:
        for row in table.closed:
            typer.echo(f"No key opens a value of {table.table} where {row}.", err=True)
        if len(table.closed) == MOST_NAMED:
            typer.echo(f"There may be more of {table.table}.", err=True)
    known = {*keys, CLEAR, EARLIER}
    missing = sorted({under for each in closed for under in each.values if under not in known})
    _give_up(f"Add {_named(missing)} again to {PREFIX}ENCRYPTION_KEYS, after the newest. Nothing was lost.")


def _named(key_ids: Sequence[str]) -> str:
    return f"key {key_ids[0]}" if len(key_ids) == 1 else f"keys {', '.join(key_ids)}"


def _on_database(work: Callable[[SqlDatabase], Awaitable[Result]]) -> Result:
    settings = read_settings()

    async def run() -> Result:
        database = await opened(settings, SystemClock(), any_key=True)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(run())


def _give_up(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(1)
