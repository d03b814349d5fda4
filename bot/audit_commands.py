"""`milepost audit`: read the audit log, and see whether anyone tampered with it."""

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, NoReturn

import typer

from bot.on_database import on_database
from core.model.audit import EVERYONE, AuditEntry, Check, Fault, Finding, Head, read_head
from core.model.person import Tenant
from core.ports import Clock, Store

audit_commands = typer.Typer(
    help="See who read, took or changed what, and whether the log of it is whole.", no_args_is_help=True
)

ROWS_AT_ONCE = 2_000
MOST_LISTED = 10_000
USUAL_STRETCH = timedelta(days=90)

_SAID = {
    Fault.CHANGED: "row {number} was changed after it was written",
    Fault.MISSING: "row {number} is missing",
    Fault.UNLINKED: "row {number} does not follow from the row before: rows were put in, moved or taken out there",
    Fault.CUT_OFF: "the log was cut off: row {number} and what came after it are missing",
    Fault.REWRITTEN: "row {number} is not the one whose hash was noted: the log was written anew",
}

_COLUMNS = ("number", "at", "actor", "surface", "action", "subject", "detail", "cause")


@dataclass(frozen=True, slots=True)
class _Checked:
    """An organisation's chain after it was walked."""

    tenant: Tenant
    head: Head
    finding: Finding | None


@audit_commands.command("head")
def head() -> None:
    """Print where the log ends: note it somewhere else, and verify against it later."""

    async def ask(store: Store, _: str, __: Clock) -> list[tuple[Tenant, Head]]:
        tenants = await store.tenants.all()
        return [(tenant, await store.audit.head(tenant.id)) for tenant in tenants]

    for tenant, end in on_database(ask, reading=True):
        typer.echo(f"{end}  {tenant.name}")


@audit_commands.command("verify")
def verify(
    noted: Annotated[
        str,
        typer.Option("--head", help="An end of the log that was noted earlier, as milepost audit head prints it."),
    ] = "",
) -> None:
    """Walk the whole log and say which row was changed, put in or taken out; status 1 where one was."""
    try:
        expected = read_head(noted.split()[0]) if noted.strip() else None
    except ValueError as error:
        _give_up(str(error))

    async def ask(store: Store, home: str, _: Clock) -> list[_Checked]:
        return [
            await _checked(store, tenant, expected if tenant.id == home else None)
            for tenant in await store.tenants.all()
        ]

    checked = on_database(ask, reading=True)
    for each in checked:
        typer.echo(f"{each.tenant.name}: {_verdict(each)}")
    if any(each.finding for each in checked):
        raise typer.Exit(1)


@audit_commands.command("list")
def list_entries(
    person: Annotated[str, typer.Option(help="The work email of whoever it was done to.")],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The first day (UTC); else 90 days ago.")
    ] = None,
    by: Annotated[
        bool, typer.Option("--by", help="List what the person did, rather than what was done to them.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write comma-separated values.")] = False,
) -> None:
    """List who read, took or changed what of a person, newest first."""

    async def ask(store: Store, tenant: str, clock: Clock) -> list[list[str]] | None:
        found = await store.people.by_email(tenant, person.strip().lower())
        if found is None:
            return None
        start = since.replace(tzinfo=UTC) if since is not None else clock.now() - USUAL_STRETCH
        asked = store.audit.by if by else store.audit.about
        return await _written(store, list(await asked(tenant, found.id, start, MOST_LISTED)))

    rows = on_database(ask, reading=True)
    if rows is None:
        _give_up(f"No one has the work email {person}: milepost export people FILE lists everyone.")
    if as_csv:
        written = csv.writer(sys.stdout)
        written.writerow(_COLUMNS)
        written.writerows(rows)
        return
    if not rows:
        typer.echo("Nothing was noted in that time.")
    for row in rows:
        typer.echo("  ".join(each for each in row if each))


async def _checked(store: Store, tenant: Tenant, expected: Head | None) -> _Checked:
    check = Check(expected)
    while True:
        # The end first: rows are committed with it, so that what it counts must be there.
        kept = await store.audit.head(tenant.id)
        await _walk(store, tenant, check)
        # Rows behind it are sound when the end has moved on meanwhile.
        if check.head.number <= kept.number or check.finding or kept == await store.audit.head(tenant.id):
            return _Checked(tenant, check.head, check.end(kept))


async def _walk(store: Store, tenant: Tenant, check: Check) -> None:
    after = check.head.number
    while entries := await store.audit.after(tenant.id, after, ROWS_AT_ONCE):
        check.walk(entries)
        after = entries[-1].number


def _verdict(checked: _Checked) -> str:
    if checked.finding is None:
        return f"{checked.head.number} rows, whole; it ends at {checked.head}"
    said = _SAID[checked.finding.fault].format(number=checked.finding.number)
    return f"{said}. Compare the rows from {checked.finding.number} on with a backup (docs/audit.md)"


async def _written(store: Store, entries: Iterable[AuditEntry]) -> list[list[str]]:
    """Rows as operators read them: emails where people are still known, else ids."""
    found = list(entries)
    ids = {each for entry in found for each in (entry.actor_id, entry.subject_id) if each}
    people = await store.people.by_ids(ids)
    emails = {id_: person.email for id_, person in people.items()} | {EVERYONE: "everyone"}
    return [
        [
            str(entry.number),
            entry.at.isoformat(timespec="seconds"),
            emails.get(entry.actor_id, entry.actor_id) or entry.actor_kind,
            entry.surface,
            entry.action,
            emails.get(entry.subject_id or "", entry.subject_id or ""),
            entry.detail,
            entry.cause,
        ]
        for entry in found
    ]


def _give_up(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise typer.Exit(1)
