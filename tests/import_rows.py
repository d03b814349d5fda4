"""For tests of imports: rows as a file has them, a council to import into, and a look at all that is stored."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from core.model.checkin import Schedule
from core.model.person import Person, Tenant
from core.ports import Database
from core.services.import_objectives import import_objectives
from core.services.import_people import import_people
from core.services.import_priorities import import_priorities
from core.services.import_report import Problem, Report, Trouble
from storage.database import SqlDatabase
from storage.tables import metadata
from tests.clock import MovableClock

TENANT = Tenant("wyemoor", "Wyemoor District Council")
SCHEDULE = Schedule("weekly", TENANT.id)


def email(who: str) -> str:
    """The work email of someone, by first name."""
    return f"{who}@wyemoor.example"


def person_row(who: str, manager: str = "", **cells: str) -> dict[str, str]:
    """A row of a people file; `manager` is a first name or as it is written."""
    written = email(manager) if manager.isalnum() else manager
    return {"email": email(who), "name": who.title(), "manager_email": written} | cells


def objective_row(who: str, title: str, **cells: str) -> dict[str, str]:
    """A row of an objectives file with target 10."""
    return {"email": email(who), "title": title, "measure": "Days to answer", "target": "10"} | cells


def numbered(rows: Sequence[Mapping[str, str]]) -> list[tuple[int, Mapping[str, str]]]:
    """The rows with their lines below a header; all have all columns, as in a file."""
    columns = dict.fromkeys(name for row in rows for name in row)
    return [(line, {name: row.get(name, "") for name in columns}) for line, row in enumerate(rows, start=2)]


async def found_council(database: Database, tenant: Tenant = TENANT) -> None:
    """Store the council and its weekly schedule."""
    async with database.transaction() as store:
        await store.tenants.add(tenant)
        await store.checkins.save_schedule(Schedule(f"weekly-{tenant.id}", tenant.id))


async def bring_people(
    database: Database, *rows: Mapping[str, str], tenant: str = TENANT.id, **options: Any
) -> Report:
    """Import these people."""
    async with database.transaction() as store:
        return await import_people(store, tenant, numbered(rows), MovableClock().now(), **options)


async def bring_objectives(
    database: Database, *rows: Mapping[str, str], tenant: str = TENANT.id, **options: Any
) -> Report:
    """Import these objectives."""
    async with database.transaction() as store:
        return await import_objectives(store, tenant, numbered(rows), MovableClock().now(), **options)


async def bring_priorities(
    database: Database, *rows: Mapping[str, str], tenant: str = TENANT.id, **options: Any
) -> Report:
    """Import these priorities and goals."""
    async with database.transaction() as store:
        return await import_priorities(store, tenant, numbered(rows), **options)


async def person_called(database: Database, who: str) -> Person:
    """Who is stored under the first name's email."""
    async with database.reading() as store:
        found = await store.people.by_email(TENANT.id, email(who))
    assert found is not None
    return found


async def all_stored(database: SqlDatabase) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    async with database.connected_for_reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in await connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def named(problems: Sequence[Problem]) -> list[tuple[int, str, Trouble]]:
    """Where the problems are and what they are."""
    return [(problem.line, problem.column, problem.trouble) for problem in problems]
