"""Take a person's name out of what others wrote and were sent, and out of what is kept about the organisation."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    Table,
    Time,
    and_,
    bindparam,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chat.card import Card
from core.model.personal_data import PERSONAL, Nature
from core.model.review import digest_of
from storage.columns import Rank, Utc, Weekdays, Word
from storage.data_map import DATA_MAP
from storage.tables import inbox, is_done, outbox, people, review_versions, workspaces

READ_AT_ONCE = 500
CONTENT_REMOVED = "content removed"
"""The reason of a sent message of which only its key is kept, so that it is not sent again."""

SHORTEST_HANDLE = 6
"""A platform's shorter user id would be found in other words."""

_EMPTY = {"card": Card(""), "reason": CONTENT_REMOVED}
_NO_TEXT = (Boolean, Date, DateTime, Float, Integer, LargeBinary, Time, Rank, Utc, Weekdays, Word)
_SEARCHED = PERSONAL | {Nature.ORGANISATION}


class Names:
    """Finds a person's name, email and user ids, in any case, and puts `instead` in their place.

    A first name alone is looked for `in_copies` only, since it may be someone else's anywhere else.
    """

    def __init__(self, name: str, email: str, handles: tuple[str, ...], instead: str) -> None:
        whole = [each for each in (name, email) if each]
        whole += [each for each in handles if len(each) >= SHORTEST_HANDLE]
        self._whole = _pattern(whole)
        self._copies = _pattern([*whole, *name.split()[:1]])
        self._instead = instead

    def out_of(self, value: Any, *, in_copies: bool = False) -> Any:
        """The value without them; the same object where none was in it."""
        pattern = self._copies if in_copies else self._whole
        return _without(value, pattern, self._instead)


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _without(value: Any, pattern: re.Pattern[str], instead: str) -> Any:
    """`value` with all strings in it changed; dictionaries' keys, which are names of fields, stay."""
    match value:
        case Enum() | None | bool() | int() | float():
            return value
        case str():
            return pattern.sub(instead, value) if pattern.search(value) else value
        case dict():
            changed = {key: _without(each, pattern, instead) for key, each in value.items()}
            return value if all(changed[key] is value[key] for key in value) else changed
        case list() | tuple():
            parts = [_without(each, pattern, instead) for each in value]
            same = all(part is each for part, each in zip(parts, value, strict=True))
            return value if same else type(value)(parts)
        case _ if is_dataclass(value) and not isinstance(value, type):
            new = {each.name: _without(getattr(value, each.name), pattern, instead) for each in fields(value)}
            new = {name: each for name, each in new.items() if each is not getattr(value, name)}
            return replace(value, **new) if new else value
        case _:
            return value


async def take_out(connection: AsyncConnection, tenant_id: str, names: Names) -> dict[str, int]:
    """Take the names out of every text of the organisation; in how many rows of each table they were."""
    found = {}
    for entry in DATA_MAP.values():
        texts = [column for column in entry.table.columns if _may_name(column, entry.natures[column.name])]
        if texts and entry.table is not people:
            count = await _out_of_table(connection, entry.table, texts, tenant_id, names)
            if count:
                found[entry.table.name] = count
    return found


def _may_name(column: Column[Any], nature: Nature) -> bool:
    is_text = not isinstance(column.type, _NO_TEXT) and not column.foreign_keys and not column.primary_key
    return is_text and nature in _SEARCHED


async def _out_of_table(
    connection: AsyncConnection, table: Table, texts: list[Column[Any]], tenant_id: str, names: Names
) -> int:
    keys = list(table.primary_key.columns)
    copies = is_done(outbox).label("is_copy") if table is outbox else true().label("is_copy")
    statement = select(*keys, *texts, copies).where(of_tenant(table, tenant_id))
    changes = []
    async with connection.stream(statement) as rows:
        async for part in rows.partitions(READ_AT_ONCE):
            for row in part:
                key, values = row[: len(keys)], row[len(keys) : -1]
                in_copies = table is outbox and bool(row[-1])
                new = [names.out_of(value, in_copies=in_copies) for value in values]
                if any(after is not before for after, before in zip(new, values, strict=True)):
                    changed = dict(zip([each.name for each in texts], new, strict=True))
                    # What was sent is kept for its key alone: around the name stand their own words.
                    changes.append((key, {**changed, **_EMPTY} if in_copies else changed))
    if not changes:
        return 0
    # Its digest stands for what was signed; without the name it says so of what is left.
    also = {"digest": table.c.digest} if table is review_versions else {}
    change = update(table).where(
        and_(true(), *(each == bindparam(f"key_{each.name}", type_=each.type) for each in keys))
    )
    change = change.values(
        {
            name: bindparam(f"new_{name}", type_=table.c[name].type)
            for name in [*(each.name for each in texts), *also]
        }
    )
    if also:
        for _, changed in changes:
            changed["digest"] = digest_of(changed["content"])
    await connection.execute(
        change,
        [
            {f"key_{column.name}": value for column, value in zip(keys, key, strict=True)}
            | {f"new_{name}": value for name, value in values.items()}
            for key, values in changes
        ],
    )
    return len(changes)


def of_tenant(table: Table, tenant_id: str) -> ColumnElement[bool]:
    """Whether a row is of that organisation, by itself or by what it refers to."""
    if "tenant_id" in table.c:
        return table.c.tenant_id == tenant_id
    if table is inbox:
        # An event may come in before its workspace belongs to anyone.
        others = select(workspaces.c.workspace).where(workspaces.c.tenant_id != tenant_id)
        return inbox.c.workspace.not_in(others)
    if table.name == "tenants":
        return table.c.id == tenant_id
    for column in table.columns:
        for key in column.foreign_keys:
            if not column.nullable and key.column.table is not table:
                return column.in_(select(key.column).where(of_tenant(key.column.table, tenant_id)))
    # The demo's conversations, all of them one organisation's.
    return true()
