"""`milepost webhooks`: addresses of other systems that are told of events."""

from secrets import token_hex
from typing import Annotated, NoReturn

import typer

from bot.adapters.seal import Seal
from bot.adapters.webhooks.signing import new_secret
from bot.on_database import on_database
from bot.settings import MAKE_A_KEY, PREFIX, read_settings
from core.model.webhook import CHOSEN, BadAddress, Webhook, WebhookEvent, checked_url
from core.ports import Clock, Store
from core.services.tell_webhooks import tell_test
from storage.sealing import KeyRing

webhook_commands = typer.Typer(help="Tell other systems of events, and stop telling them.", no_args_is_help=True)

_NAMES = ", ".join(CHOSEN)
_Which = Annotated[str, typer.Argument(help="The webhook's id or address, as milepost webhooks list shows them.")]


@webhook_commands.command("add")
def add(
    url: Annotated[str, typer.Argument(help="Where messages go: https://…")],
    event: Annotated[
        list[str] | None, typer.Option(help=f"What it is told of, once or more: {_NAMES}. Else all of these.")
    ] = None,
) -> None:
    """Add a webhook and show its secret, this once."""
    settings = read_settings()
    if not settings.encryption_key_list:
        _give_up(
            f"{PREFIX}ENCRYPTION_KEYS is missing: webhooks' secrets are kept sealed with it; make a key with:"
            f" {MAKE_A_KEY}"
        )
    try:
        address = checked_url(url, settings.webhook_private_host_list)
    except BadAddress as error:
        _give_up(str(error))
    wrong = [each for each in event or () if each not in tuple(CHOSEN)]
    if wrong:
        _give_up(f"There is no event “{wrong[0]}”. There are: {_NAMES}.")
    events = tuple(dict.fromkeys(str(WebhookEvent(each)) for each in event or CHOSEN))
    secret = new_secret()
    sealed = Seal(KeyRing(settings.encryption_key_list)).close({"secret": secret})

    async def keep(store: Store, tenant: str, clock: Clock) -> Webhook | None:
        if any(each.url == address for each in await store.webhooks.all(tenant)):
            return None
        webhook = Webhook(token_hex(6), tenant, address, events, sealed, clock.now())
        await store.webhooks.add(webhook)
        return webhook

    webhook = on_database(keep)
    if webhook is None:
        _give_up(f"There is a webhook for {address} already: remove it first to change what it is told of.")
    # The secret alone on standard output, so that it can be led into a file or a secret store.
    typer.echo(f"Webhook {webhook.id} is added. Keep its secret safe; it is not shown again.", err=True)
    typer.echo(f"See whether it arrives: milepost webhooks test {webhook.id}", err=True)
    typer.echo(secret)


@webhook_commands.command("list")
def list_webhooks() -> None:
    """List the webhooks, and what each is told of."""

    async def ask(store: Store, tenant: str, _: Clock) -> list[Webhook]:
        return await store.webhooks.all(tenant)

    found = on_database(ask)
    if not found:
        typer.echo("There is no webhook yet: milepost webhooks add https://… adds one.")
    for each in found:
        typer.echo(f"{each.id}  {each.url}  {', '.join(each.events)}, added on {each.created_at.date()}")


@webhook_commands.command("remove")
def remove(which: _Which) -> None:
    """Send nothing more to it."""

    async def end(store: Store, tenant: str, _: Clock) -> Webhook | None:
        webhook = await _called(store, tenant, which)
        if webhook is not None:
            await store.webhooks.remove(webhook.id)
        return webhook

    webhook = on_database(end)
    if webhook is None:
        _give_up(_unknown(which))
    typer.echo(f"{webhook.url} is told nothing more.")


@webhook_commands.command("test")
def test(which: _Which) -> None:
    """Send it a message that says nothing; the running server or worker delivers it."""

    async def tell(store: Store, tenant: str, clock: Clock) -> Webhook | None:
        webhook = await _called(store, tenant, which)
        if webhook is not None:
            await tell_test(store, webhook, clock.now())
        return webhook

    webhook = on_database(tell)
    if webhook is None:
        _give_up(_unknown(which))
    typer.echo(f"A message to {webhook.url} is queued. How it goes: milepost outbox list --each --purpose webhook")


async def _called(store: Store, tenant: str, which: str) -> Webhook | None:
    return next((each for each in await store.webhooks.all(tenant) if which.strip() in (each.id, each.url)), None)


def _unknown(which: str) -> str:
    return f"There is no webhook “{which}”: milepost webhooks list shows them."


def _give_up(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(1)
