"""`milepost inbox`: what people did that Milepost could not work on, tried again; never what they wrote."""

from typing import Annotated

import typer

from bot.on_database import on_database
from core.ports import Clock, Store

MOST_SHOWN = 100

inbox_commands = typer.Typer(
    help="See what people did that failed each time, and try it again.", no_args_is_help=True
)


@inbox_commands.command("given-up")
def given_up() -> None:
    """List events that were given up, newest first: what kind, where from, when and why."""

    async def ask(store: Store, _: str, __: Clock) -> list[str]:
        return [
            f"{each.number}  {each.accepted_at:%Y-%m-%d %H:%M}  {each.kind} on {each.platform} ({each.workspace}),"
            f" given up {each.given_up_at:%Y-%m-%d %H:%M} after {each.failures} failures: {each.reason}"
            for each in await store.inbox.given_up(MOST_SHOWN)
        ]

    found = on_database(ask)
    for line in found or ["No event was given up."]:
        typer.echo(line)
    if len(found) == MOST_SHOWN:
        typer.echo(f"These are the newest {MOST_SHOWN}.")


@inbox_commands.command("try-again")
def try_again(
    numbers: Annotated[list[int], typer.Argument(help="Events, by the numbers that given-up lists.")],
) -> None:
    """Have the running server work on given-up events once more; replies come as messages."""

    async def ask(store: Store, _: str, clock: Clock) -> int:
        return await store.inbox.try_again(numbers, clock.now())

    done = on_database(ask)
    typer.echo(f"{done} events are tried again.")
    if done < len(set(numbers)):
        typer.echo("The others are not given up: see milepost inbox given-up.", err=True)
        raise typer.Exit(1)
