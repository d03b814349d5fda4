"""Rows whose time is over, found by the date that the data map counts from, a batch at a time."""

from collections import Counter
from datetime import date, datetime

from sqlalchemy import ColumnElement, Date, Table, and_, func, not_, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chat.card import Card
from core.model.person import Person
from core.model.personal_data import Fate
from core.model.retention import NEVER_BY_TIME, Kept
from storage.data_map import DATA_MAP, Entry, Key
from storage.erasing.names import CONTENT_REMOVED, of_tenant
from storage.erasing.removal import remove
from storage.mapping import PERSON
from storage.tables import IS_HELD, erasures, is_done, legal_holds, outbox, people

_HELD = select(legal_holds.c.person_id).where(IS_HELD)


def _entries(kind: Kept) -> list[Entry]:
    return [each for each in DATA_MAP.values() if each.kept is kind and each.ends is not None]


def _is_over(entry: Entry, tenant_id: str, before: datetime) -> ColumnElement[bool]:
    """Whether a row's time is over, and nobody whom it names is under a legal hold."""
    ends = entry.ends
    if ends is None:
        raise ValueError(f"{entry.table.name} has no date to count from")
    limit: datetime | date = before.date() if isinstance(ends.type, Date) else before
    named = [
        entry.table.c[rule.column]
        for rule in entry.rules
        if rule.key is Key.ID and rule.fate in (Fate.ERASED, Fate.EMPTIED, Fate.UNNAMED)
    ]
    free = [or_(column.is_(None), column.not_in(_HELD)) for column in dict.fromkeys(named)]
    return and_(of_tenant(entry.table, tenant_id), ends < limit, *free)


async def count_ended(connection: AsyncConnection, tenant_id: str, kind: Kept, before: datetime) -> dict[str, int]:
    """How many rows of each table ended before then; what hangs on them is not counted."""
    found: Counter[str] = Counter()
    for entry in _entries(kind):
        statement = select(func.count()).select_from(entry.table).where(_is_over(entry, tenant_id, before))
        found[entry.table.name] += (await connection.execute(statement)).scalar_one()
    if kind is Kept.MESSAGES:
        statement = select(func.count()).select_from(outbox).where(_has_content(tenant_id, before))
        found[outbox.name] += (await connection.execute(statement)).scalar_one()
    return {name: count for name, count in found.items() if count}


async def remove_ended(
    connection: AsyncConnection, tenant_id: str, kind: Kept, before: datetime, limit: int
) -> dict[str, int]:
    """Remove rows that ended before then, up to `limit` of each table and what hangs on them.

    How many of each table went; nothing once none is left.
    """
    if kind in NEVER_BY_TIME or kind is Kept.LEAVERS:
        return {}
    done: Counter[str] = Counter()
    for entry in _entries(kind):
        keys = tuple(entry.table.primary_key.columns)
        over = select(*keys).where(_is_over(entry, tenant_id, before)).order_by(*keys).limit(limit)
        rows = [tuple(row) for row in await connection.execute(over)]
        if rows:
            done.update(await remove(connection, {entry.table: _among(entry.table, rows)}))
    if kind is Kept.MESSAGES:
        emptied = select(outbox.c.seq).where(_has_content(tenant_id, before)).order_by(outbox.c.seq).limit(limit)
        change = update(outbox).where(outbox.c.seq.in_(emptied))
        count = (await connection.execute(change.values(card=Card(""), reason=CONTENT_REMOVED))).rowcount
        if count:
            done[outbox.name] += count
    return dict(done)


def _has_content(tenant_id: str, before: datetime) -> ColumnElement[bool]:
    old = (outbox.c.tenant_id == tenant_id, is_done(outbox), outbox.c.finished_at < before)
    free = or_(outbox.c.person_id.is_(None), outbox.c.person_id.not_in(_HELD))
    return and_(*old, outbox.c.reason != CONTENT_REMOVED, free)


def _among(table: Table, rows: list[tuple[object, ...]]) -> ColumnElement[bool]:
    keys = tuple(table.primary_key.columns)
    if len(keys) == 1:
        return keys[0].in_([row[0] for row in rows])
    return tuple_(*keys).in_(rows)


async def leavers(connection: AsyncConnection, tenant_id: str, before: date, limit: int) -> list[Person]:
    """People whose last day was before then, who were not erased yet and are under no legal hold, by id."""
    statement = (
        select(*PERSON.columns)
        .where(
            people.c.tenant_id == tenant_id,
            people.c.end_on < before,
            not_(people.c.id.in_(select(erasures.c.person_id))),
            people.c.id.not_in(_HELD),
        )
        .order_by(people.c.id)
        .limit(limit)
    )
    return [PERSON.read(row) for row in await connection.execute(statement)]
