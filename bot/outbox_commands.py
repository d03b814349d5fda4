"""`milepost outbox`: what waits, what was given up, and putting it right; never what a message says."""

from typing import Annotated

import typer

from bot.on_database import on_database
from core.model.backlog import Which
from core.ports import Clock, Store

MOST_SHOWN = 100
_BY = "the command line"

_Purpose = Annotated[str, typer.Option(help="Of this purpose only, such as “broadcast” or “check-in prompt”.")]
_Person = Annotated[str, typer.Option(help="To the person with this work email only.")]

outbox_commands = typer.Typer(
    help="See what waits and what was not delivered, send it again or cancel it.", no_args_is_help=True
)


@outbox_commands.command("list")
def list_waiting(
    each: Annotated[bool, typer.Option("--each", help="Each message with its id, the longest due first.")] = False,
    purpose: _Purpose = "",
    person: _Person = "",
) -> None:
    """Say what waits, by purpose and platform, and what it waits for."""
    if each or purpose or person:
        _list_each(purpose, person)
        return

    async def ask(store: Store, tenant: str, clock: Clock) -> list[str]:
        now = clock.now()
        lines = [
            f"{found.count} of “{found.purpose}” for {found.platform or 'people without an account yet'}:"
            f" {found.due} due, the first at {found.first_due_at:%Y-%m-%d %H:%M} UTC"
            for found in await store.backlog.waiting(tenant, now)
        ]
        for hold in await store.traffic.holds(tenant, now):
            if hold.out_since is not None:
                tried = (
                    f"tried next at {hold.until:%H:%M:%S} UTC"
                    if hold.until
                    else "tried next with the next message"
                )
                lines.append(
                    f"{hold.platform} is out of reach since {hold.out_since:%Y-%m-%d %H:%M} UTC, {tried}."
                )
            elif hold.until is not None:
                lines.append(f"{hold.platform} asked to wait: nothing goes before {hold.until:%H:%M:%S} UTC.")
            if hold.speed_percent < 100:
                lines.append(
                    f"{hold.platform} is used at {hold.speed_percent} % of its rate, after it refused more."
                )
        return lines

    for line in on_database(ask) or ["Nothing waits."]:
        typer.echo(line)


def _list_each(purpose: str, person: str) -> None:
    async def ask(store: Store, tenant: str, _: Clock) -> list[str]:
        person_id = await _person_id(store, tenant, person)
        found = await store.backlog.queued(tenant, purpose=purpose or None, person_id=person_id, limit=MOST_SHOWN)
        return [
            f"{each.id}  {each.due_at:%Y-%m-%d %H:%M}  {each.purpose},"
            f" to {each.email or f'a channel of {each.platform}'}{f': {each.reason}' if each.reason else ''}"
            for each in found
        ]

    found = on_database(ask)
    for line in found or ["No such message waits."]:
        typer.echo(line)
    if len(found) == MOST_SHOWN:
        typer.echo(f"These are the {MOST_SHOWN} that are due first.")


@outbox_commands.command("given-up")
def given_up(
    purpose: _Purpose = "",
    person: _Person = "",
    before: Annotated[int | None, typer.Option(help="Older ones than the one with this number.")] = None,
) -> None:
    """List messages that were given up, newest first, with the reason of each."""

    async def ask(store: Store, tenant: str, _: Clock) -> list[str]:
        person_id = await _person_id(store, tenant, person)
        lines = []
        letters = await store.outbox.dead_letters(
            tenant, purpose=purpose or None, person_id=person_id, before=before, limit=MOST_SHOWN
        )
        for letter in letters:
            delivery = letter.delivery
            channel = f"a channel of {delivery.channel.platform}" if delivery.channel else "nobody"
            lines.append(
                f"{delivery.id}  {delivery.created_at:%Y-%m-%d %H:%M}  {delivery.purpose},"
                f" to {delivery.email or channel}: {letter.reason}"
            )
        if len(letters) == MOST_SHOWN:
            lines.append(f"Older ones: milepost outbox given-up --before {letters[-1].number}")
        return lines

    for line in on_database(ask) or ["No message was given up."]:
        typer.echo(line)


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
        which = Which(ids=tuple(ids or ()))
        if because:
            known = [each.reason for each in await store.backlog.reasons(tenant)]
            which = Which(reasons=tuple(each for each in known if because.casefold() in each.casefold()))
        return await store.backlog.send_again(tenant, which, clock.now())

    typer.echo(f"{on_database(requeue)} messages are queued again.")


@outbox_commands.command("cancel")
def cancel(
    ids: Annotated[list[str], typer.Argument(help="Messages, by the ids that list --each or given-up shows.")],
) -> None:
    """Take back messages that wait, and let given-up ones rest. They are kept, with the reason."""

    async def take_back(store: Store, tenant: str, clock: Clock) -> tuple[int, int]:
        now = clock.now()
        waited = await store.backlog.cancel(tenant, ids, f"cancelled on {_BY}", now)
        return waited, await store.backlog.dismiss(tenant, Which(ids=tuple(ids)), _BY, now)

    waited, rested = on_database(take_back)
    typer.echo(f"{waited} messages that waited are cancelled, {rested} that were given up are dismissed.")
    if left := len(set(ids)) - waited - rested:
        typer.echo(f"{left} are neither: sent or cancelled already, just being sent, or not known.", err=True)
        raise typer.Exit(1)


async def _person_id(store: Store, tenant: str, email: str) -> str | None:
    """The id of the person with this work email, None for ""; a stranger's ends the command."""
    if not email:
        return None
    person = await store.people.by_email(tenant, email.strip().casefold())
    if person is None:
        typer.echo(f"Nobody here has the work email {email}.", err=True)
        raise typer.Exit(1)
    return person.id
