"""`milepost retention`: how long data is kept, and removing what is not kept any longer."""

import asyncio
from typing import Annotated

import typer

from bot.clocks import SystemClock
from bot.on_database import on_database
from bot.organisation import found_organisation
from bot.retaining import list_erased
from bot.settings import read_settings
from bot.starting import opened
from core.model.retention import DEFAULT_MONTHS, FEWEST_MONTHS, MOST_MONTHS, Kept
from core.ports import Clock, Store
from core.services.keep_retention import Counts, keep_retention, what_has_ended

retention_commands = typer.Typer(
    help="See and set how long data is kept, and remove what is over its time.", no_args_is_help=True
)


@retention_commands.command("show")
def show() -> None:
    """Say for how many months each kind is kept."""
    policy = on_database(lambda store, tenant, _: store.privacy.retention(tenant))
    for kind in DEFAULT_MONTHS:
        said = "" if kind in policy.months else " (default)"
        typer.echo(f"{kind}: {policy.months_of(kind)} months{said}")


@retention_commands.command("set")
def set_months(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(DEFAULT_MONTHS)}.")],
    months: Annotated[int, typer.Argument(min=FEWEST_MONTHS, max=MOST_MONTHS)],
) -> None:
    """Keep a kind for so many months; what is older goes with the next run."""
    if kind not in tuple(DEFAULT_MONTHS):
        typer.echo(f"“{kind}” is no kind of data. Say one of: {', '.join(DEFAULT_MONTHS)}.", err=True)
        raise typer.Exit(1)

    async def ask(store: Store, tenant: str, clock: Clock) -> None:
        await store.privacy.keep_for(tenant, Kept(kind), months, clock.now())

    on_database(ask)
    typer.echo(f"{kind} are kept for {months} months. milepost retention run --dry-run says what that removes.")


@retention_commands.command("run")
def run(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and change nothing.")] = False,
) -> None:
    """Remove what is over its time now; a server does so by itself each day."""
    settings = read_settings()

    async def work() -> Counts:
        clock = SystemClock()
        database = await opened(settings, clock)
        try:
            tenant = await found_organisation(database, settings.organisation, settings.contact)
            if dry_run:
                return await what_has_ended(database, clock, tenant.id)
            done = await keep_retention(database, clock, tenant.id)
            await list_erased(database, settings)
            return done
        finally:
            await database.close()

    counts = asyncio.run(work())
    typer.echo("This would be removed, with what hangs on it:" if dry_run else "Removed:")
    for kind, tables in counts.items():
        said = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(tables.items()))
        typer.echo(f"  {kind}: {said}")
    if not counts:
        typer.echo("  nothing")
