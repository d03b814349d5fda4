"""`milepost privacy`: a person's copy, erasing them, and legal holds."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NoReturn
from uuid import uuid4

import typer

from bot.erased_list import add_to_list, list_of
from bot.on_database import on_database
from bot.personal_copy import Copy, as_html, as_json
from bot.settings import read_settings
from core.model.audit import OPERATOR, AuditAction, AuditNote
from core.model.person import Person
from core.model.privacy import Erasure, LegalHold, OnHold
from core.ports import Clock, Store
from core.services.erase_person import erase_person
from core.trail import acting
from storage.erasing.vacuum import leave_nothing

privacy_commands = typer.Typer(
    help="Give a person a copy of their data, erase them, or hold what is known of them.", no_args_is_help=True
)

_Email = Annotated[str, typer.Argument(help="The person's work email.")]


class _OnlyAsked(Exception):
    """Takes back what was tried, and says what it would have done."""

    def __init__(self, done: Mapping[str, int]) -> None:
        super().__init__()
        self.done = done


@privacy_commands.command("export")
def export(
    email: _Email,
    file: Annotated[Path | None, typer.Argument(help="A .json or .html file; without it JSON is printed.")] = None,
) -> None:
    """Write all that is kept of a person, for HR to look through and hand on."""
    as_page = file is not None and file.suffix.lower() == ".html"
    if file is not None and file.suffix.lower() not in (".html", ".json"):
        _give_up(f"{file} is neither .json nor .html: give the file one of these endings.")

    async def ask(store: Store, tenant: str, clock: Clock) -> str:
        person = await _called(store, tenant, email)
        rows: Copy = await store.privacy.copy(person.id)
        await store.audit.note(AuditNote(tenant, AuditAction.EXPORT_PERSON, person.id, actor=OPERATOR))
        return (as_html if as_page else as_json)(person, rows, clock.now())

    written = on_database(ask)
    if file is None:
        typer.echo(written)
        return
    try:
        file.write_text(written, encoding="utf-8")
    except OSError as error:
        _give_up(f"{file} cannot be written: {error.strerror}.")
    typer.echo(
        f"Written to {file}. What others wrote may name someone else: look through it before you hand it on."
    )


@privacy_commands.command("erase")
def erase(
    email: _Email,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and change nothing.")] = False,
) -> None:
    """Erase a person; counts about many and what others received stay, without the name."""

    async def ask(store: Store, tenant: str, clock: Clock) -> tuple[Mapping[str, int], list[Erasure]]:
        person = await _called(store, tenant, email)
        with acting(OPERATOR):
            done = await erase_person(store, person, clock.now())
        if dry_run:
            raise _OnlyAsked(done)
        return done, await store.privacy.erasures()

    try:
        done, erasures = on_database(ask)
    except OnHold as held:
        _give_up(
            f"Nothing was erased: a legal hold stands since {held.hold.placed_at:%Y-%m-%d} ({held.hold.reason})."
            f" Once it no longer does: milepost privacy release {email}"
        )
    except _OnlyAsked as asked:
        typer.echo("Nothing was changed. These rows would be removed, or have the person taken out of them:")
        _tell(asked.done)
        return
    typer.echo("Erased. These rows were removed, or had the person taken out of them:")
    _tell(done)
    _leave_no_trace(erasures)


def _leave_no_trace(erasures: list[Erasure]) -> None:
    settings = read_settings()
    file = list_of(settings)
    try:
        add_to_list(file, erasures)
    except OSError as error:
        _give_up(
            f"The list {file} cannot be written ({error.strerror}), and a restored backup would bring the person"
            " back: mend that or set MILEPOST_ERASURES_FILE, then run milepost privacy erasures."
        )
    typer.echo(f"Keep {file} with the backups: milepost restore erases again whom it lists.")
    if not asyncio.run(leave_nothing(settings.database_url)):
        typer.echo(
            "The database was in use, and its file still holds what was freed: run milepost privacy erasures."
        )


@privacy_commands.command("erasures")
def list_erasures() -> None:
    """List whose data was erased, by ids that lead to nobody; write the list's file, and clear freed pages."""
    erasures = on_database(lambda store, tenant, _: store.privacy.erasures(tenant))
    for each in erasures:
        typer.echo(f"{each.erased_at:%Y-%m-%d %H:%M}  {each.person_id}")
    if not erasures:
        typer.echo("Nobody was erased.")
        return
    _leave_no_trace(erasures)


@privacy_commands.command("hold")
def hold(
    email: _Email, reason: Annotated[str, typer.Option(help="Why, such as a claim's number; kept with the hold.")]
) -> None:
    """Erase nothing about a person, neither when asked nor when its time is over, until the hold is released."""
    reason = " ".join(reason.split())
    if not reason:
        _give_up("Say why, such as --reason “Tribunal claim 1234”.")

    async def ask(store: Store, tenant: str, clock: Clock) -> LegalHold | None:
        person = await _called(store, tenant, email)
        before = await store.privacy.hold_on(person.id)
        await store.privacy.hold(LegalHold(uuid4().hex, tenant, person.id, reason, clock.now()))
        return before

    before = on_database(ask)
    if before is not None:
        _give_up(f"A hold stands already, since {before.placed_at:%Y-%m-%d}: {before.reason}.")
    typer.echo(f"Nothing about {email} is erased until: milepost privacy release {email}")


@privacy_commands.command("release")
def release(email: _Email) -> None:
    """End a legal hold; what is over its time goes with the next daily run."""

    async def ask(store: Store, tenant: str, clock: Clock) -> bool:
        return await store.privacy.release((await _called(store, tenant, email)).id, clock.now())

    if not on_database(ask):
        _give_up(f"No hold stands on {email}: milepost privacy holds lists them.")
    typer.echo("Released.")


@privacy_commands.command("holds")
def list_holds() -> None:
    """List the legal holds that stand."""

    async def ask(store: Store, tenant: str, _: Clock) -> list[str]:
        holds = await store.privacy.holds(tenant)
        people = await store.people.by_ids({each.person_id for each in holds})
        return [f"{each.placed_at:%Y-%m-%d}  {people[each.person_id].email}: {each.reason}" for each in holds]

    for line in on_database(ask) or ["No hold stands."]:
        typer.echo(line)


async def _called(store: Store, tenant: str, email: str) -> Person:
    person = await store.people.by_email(tenant, email.strip().lower())
    if person is None:
        _give_up(f"Nobody has the work email {email}: milepost export people people.csv lists everyone.")
    return person


def _tell(done: Mapping[str, int]) -> None:
    for name, count in sorted(done.items()):
        typer.echo(f"  {name.replace('_', ' ')}: {count}")


def _give_up(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(1)
