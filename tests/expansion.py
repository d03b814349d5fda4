"""What a migration takes from the release before, which still runs while the new one is brought out.

Until every process is of the new release both work on the new tables. So a migration only expands: it adds tables,
and columns that may be left out. What it takes away waits for a release in which nothing uses it any more, and is
declared in its file (`docs/upgrading.md`):

    contract = True
    contract_in = "0.4.0"
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from alembic.script import Script
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Constraint,
    ForeignKeyConstraint,
    MetaData,
    Table,
    UniqueConstraint,
)

from storage import migrate
from storage.engine import database_url, migrating_engine

SINCE = "0018"
"""Later migrations are held to the rule; there was no release before."""


def contractions(before: MetaData, after: MetaData) -> list[str]:
    """What code that knows the tables `before` cannot do with those `after`; empty when they only grew."""
    return [
        said for table in before.tables.values() for said in _contractions(table, after.tables.get(table.name))
    ]


def _contractions(before: Table, after: Table | None) -> Iterator[str]:
    if after is None:
        yield f"{before.name} is gone"
        return
    for column in before.columns:
        yield from _taken(column, after.columns.get(column.name))
    for column in after.columns:
        if column.name not in before.columns and not _may_be_left_out(column):
            yield f"{after.name}.{column.name} is new and needs a server default, or to be nullable"
    # What is about new columns alone leaves rows alone that say nothing in them.
    new = {column.name for column in after.columns if column.name not in before.columns and column.nullable}
    for told in sorted(_limits(after, new) - _limits(before, set())):
        yield f"{after.name} has a new {told}, which rows of the release before may not keep to"


def _taken(before: Column[object], after: Column[object] | None) -> Iterator[str]:
    name = f"{before.table.name}.{before.name}"
    if after is None:
        yield f"{name} is gone"
        return
    if str(before.type) != str(after.type):
        yield f"{name} was {before.type} and is {after.type}"
    if before.nullable and not after.nullable:
        yield f"{name} must no longer be NULL"
    if _may_be_left_out(before) and not _may_be_left_out(after):
        yield f"{name} may no longer be left out"


def _may_be_left_out(column: Column[object]) -> bool:
    return bool(column.nullable or column.server_default is not None)


def _limits(table: Table, beside: set[str]) -> set[str]:
    """Constraints that refuse rows, by what they say rather than by their names; not those `beside` alone."""
    held = [each for each in table.constraints if not _is_about(each.columns, beside)]
    unique = [index for index in table.indexes if index.unique and not _is_about(index.columns, beside)]
    return {said for said in map(_limit, held) if said} | {f"unique index of {_names(i.columns)}" for i in unique}


def _is_about(columns: Iterable[Column[object]], beside: set[str]) -> bool:
    names = {column.name for column in columns}
    return bool(names) and names <= beside


def _limit(constraint: Constraint) -> str:
    match constraint:
        case CheckConstraint():
            return f"check {constraint.sqltext}"
        case UniqueConstraint():
            return f"unique constraint on {_names(constraint.columns)}"
        case ForeignKeyConstraint():
            return f"foreign key {_names(constraint.columns)} to {constraint.referred_table.name}"
        case _:
            return ""


def _names(columns: Iterable[Column[object]]) -> str:
    return ", ".join(column.name for column in columns)


async def wrong_with_steps(url: str) -> list[str]:
    """What is wrong with the migrations since `SINCE`, on the empty database at `url`, which ends at the head."""
    said: list[str] = []
    await migrate.upgrade(url, SINCE)
    before = await reflected(url)
    for step in _later(migrate.revisions()):
        await migrate.upgrade(url, step.revision)
        after = await reflected(url)
        said += [f"{step.revision}: {wrong}" for wrong in _wrong(step, contractions(before, after))]
        before = after
    return said


def _later(steps: Iterable[Script]) -> list[Script]:
    known = list(steps)
    revisions = [each.revision for each in known]
    return known[revisions.index(SINCE) + 1 :]


def _wrong(step: Script, taken: list[str]) -> list[str]:
    declared = getattr(step.module, "contract", False)
    if not declared:
        return [f"{each} (docs/upgrading.md says how to do it in two releases)" for each in taken]
    due = getattr(step.module, "contract_in", "")
    if not due:
        return ["contract_in is missing: the release in which it may run"]
    if _numbers(due) > _numbers(release()):
        return [f"may run in {due} only, and this is {release()}"]
    return []


def release() -> str:
    """The version in `pyproject.toml`."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


async def reflected(url: str) -> MetaData:
    """The tables of a database as they are, those of the migrations themselves aside."""

    def read(connection: Connection) -> MetaData:
        found = MetaData()
        found.reflect(connection, only=lambda name, _: name != "alembic_version")
        return found

    engine = migrating_engine(database_url(url))
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(read)
    finally:
        await engine.dispose()
