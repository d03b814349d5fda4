"""Copies of what was said of a person: messages that were sent to others, and what others typed into a form."""

import re
from typing import Any

from sqlalchemy import String, delete, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.personal_data import Fate
from storage.erasing.names import READ_AT_ONCE, of_tenant
from storage.erasing.removal import with_what_hangs_on
from storage.erasing.whose import Handles, rows_with
from storage.tables import conversations

_BETWEEN_IDS = re.compile(r"[^\w-]+")


async def ids_about(connection: AsyncConnection, handles: Handles) -> frozenset[str]:
    """The person's id, and those of all that goes with them, as long as it is there."""
    found = {handles.person_id}
    for table, condition in with_what_hangs_on(rows_with(handles, {Fate.ERASED})).items():
        keys = list(table.primary_key.columns)
        if len(keys) == 1 and isinstance(keys[0].type, String):
            found.update(await connection.scalars(select(keys[0]).where(condition)))
    return frozenset(found)


async def forget_what_was_typed(connection: AsyncConnection, tenant_id: str, ids: frozenset[str]) -> int:
    """Remove what anyone typed into a conversation about one of `ids`; how many that were."""
    key = tuple(conversations.primary_key.columns)
    wanted = select(*key, conversations.c.subject, conversations.c.answers)
    about: list[tuple[Any, ...]] = []
    async with connection.stream(wanted.where(of_tenant(conversations, tenant_id))) as rows:
        async for part in rows.partitions(READ_AT_ONCE):
            about += [
                tuple(row[: len(key)])
                for row in part
                if not ids.isdisjoint(_BETWEEN_IDS.split(f"{row.subject} {row.answers!r}"))
            ]
    for start in range(0, len(about), READ_AT_ONCE):
        of = tuple_(*key).in_(about[start : start + READ_AT_ONCE])
        await connection.execute(delete(conversations).where(of))
    return len(about)
