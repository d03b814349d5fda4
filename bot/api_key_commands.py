"""`milepost api-key`: keys with which other systems post to Milepost and read from it."""

from typing import Annotated

import typer

from bot.on_database import on_database
from core.model.api_key import ApiKey, ApiScope
from core.ports import Clock, Store
from core.services.api_keys import NameTaken, give_key, key_called

api_key_commands = typer.Typer(help="Give keys to other systems, and take them back.", no_args_is_help=True)

_Name = Annotated[str, typer.Argument(help="What the key is for, such as “Tenant survey”.")]


@api_key_commands.command("add")
def add(name: _Name, scope: Annotated[ApiScope, typer.Option(help="What it lets its holder do.")]) -> None:
    """Make a key and show it, this once."""
    name = " ".join(name.split())
    if not name:
        typer.echo("Give the key a name, such as “Tenant survey”.", err=True)
        raise typer.Exit(1)
    try:
        _, written = on_database(lambda store, tenant, clock: give_key(store, tenant, name, scope, clock.now()))
    except NameTaken:
        typer.echo(f"There is a key called “{name}” already: choose another name, or revoke it first.", err=True)
        raise typer.Exit(1) from None
    # Alone on standard output, so that it can be led into a file or a secret store.
    typer.echo("Keep this key safe; it is not shown again.", err=True)
    typer.echo(written)


@api_key_commands.command("list")
def list_keys() -> None:
    """List the keys, and when each was last used."""
    keys: list[ApiKey] = on_database(lambda store, tenant, _: store.api_keys.all(tenant))
    if not keys:
        typer.echo("There is no key yet: milepost api-key add NAME --scope read makes one.")
    for key in keys:
        used = f"last used on {key.last_used_on}" if key.last_used_on else "never used"
        ended = f", revoked on {key.revoked_at.date()}" if key.revoked_at else ""
        typer.echo(f"{key.name}: {key.shown}, {key.scope}, made on {key.created_at.date()}, {used}{ended}")


@api_key_commands.command("revoke")
def revoke(name: _Name) -> None:
    """Let a key open nothing any more, from now on."""
    wanted = " ".join(name.split())

    async def end(store: Store, tenant: str, clock: Clock) -> ApiKey | None:
        key = await key_called(store, tenant, wanted)
        if key is not None:
            await store.api_keys.revoke(key.id, clock.now())
        return key

    if on_database(end) is None:
        typer.echo(f"No key in use is called “{wanted}”: milepost api-key list shows them.", err=True)
        raise typer.Exit(1)
    typer.echo(f"“{wanted}” is revoked.")
