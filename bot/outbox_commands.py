"""`milepost outbox`: messages that were given up, and sending them once more."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from bot.clocks import SystemClock
from bot.organisation import found_organisation
from bot.settings import read_settings
from bot.starting import require_tables
from core.ports import Clock, Store
from storage.database import SqlDatabase

MOST_SHOWN = 100
_MOST_AT_ONCE = 10_000

Result = TypeVar("Result")

outbox_commands = typer.Typer(help="See what was not delivered, and send it again.", no_args_is_help=True)


@outbox_commands.command("given-up")
def given_up() -> None:
    """List messages that were given up, newest first, with the reason of each."""
    found = _asked(lambda store, tenant, _: store.outbox.dead_letters(tenant, limit=MOST_SHOWN))
    for letter in found:
        delivery = letter.delivery
        to = delivery.email or (f"a channel of {delivery.channel.platform}" if delivery.channel else "nobody")
        typer.echo(
            f"{delivery.id}  {delivery.created_at:%Y-%m-%d %H:%M}  {delivery.purpose}, to {to}: {letter.reason}"
        )
    if not found:
        typer.echo("No message was given up.")
    elif len(found) == MOST_SHOWN:
        typer.echo(f"These are the newest {MOST_SHOWN}.")


@outbox_commands.command("send-again")
def send_again(
    ids: Annotated[list[str] | None, typer.Argument(help="Messages, by the ids that given-up lists.")] = None,
    because: Annotated[str, typer.Option(help="All whose reason has these words.")] = "",
) -> None:
    """Send given-up messages once more. Who has received one already then has it twice."""
    if bool(ids) == bool(because):
        typer.echo("Name messages, or say --because with words of the reason.", err=True)
        raise typer.Exit(1)

    async def requeue(store: Store, tenant: str, clock: Clock) -> int:
        wanted = list(ids or ())
        if because:
            found = await store.outbox.dead_letters(tenant, limit=_MOST_AT_ONCE)
            wanted = [each.delivery.id for each in found if because.casefold() in each.reason.casefold()]
        return await store.outbox.retry_dead(tenant, wanted, clock.now())

    typer.echo(f"{_asked(requeue)} messages are queued again.")


def _asked(ask: Callable[[Store, str, Clock], Awaitable[Result]]) -> Result:
    """What `ask` gives, in one transaction on the database of the settings."""
    settings = read_settings()
    clock = SystemClock()

    async def run() -> Result:
        await require_tables(settings)
        database = SqlDatabase(settings.database_url, clock)
        try:
            tenant = await found_organisation(database, settings.organisation, settings.contact)
            async with database.transaction() as store:
                return await ask(store, tenant.id, clock)
        finally:
            await database.close()

    return asyncio.run(run())
