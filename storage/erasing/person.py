"""Erase a person: their rows go, what others keep names them no longer, and counts about many stay."""

from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Person
from core.model.personal_data import Fate
from storage.data_map.organisation import ERASED_EMAIL, FORMER_COLLEAGUE
from storage.erasing.copies import forget_what_was_typed, ids_about
from storage.erasing.names import Names, take_out
from storage.erasing.removal import remove
from storage.erasing.whose import Handles, handles_of, rows_with, rules
from storage.sql import insert_or_ignore
from storage.tables import conversations, erasures, objective_owners, objectives, people

_PASS_ON = update(objectives).where(objectives.c.id == bindparam("of_objective")).values(person_id=bindparam("to"))
_OWNS_ALONE = delete(objective_owners).where(
    objective_owners.c.objective_id == bindparam("of_objective"), objective_owners.c.person_id == bindparam("to")
)


async def erase(connection: AsyncConnection, person: Person, now: datetime) -> dict[str, int]:
    """Erase the person; how many rows of each table were removed or changed."""
    if connection.dialect.name == "sqlite":
        # Freed pages are overwritten rather than left as they are.
        await connection.execute(text("PRAGMA secure_delete = ON"))
    handles = await handles_of(connection, person.id)
    done = Counter(await _pass_on_shared(connection, person.id))
    about = await ids_about(connection, handles)
    typed = await forget_what_was_typed(connection, person.tenant_id, about)
    if typed:
        done[conversations.name] += typed
    done.update(await remove(connection, rows_with(handles, {Fate.ERASED})))
    done.update(await _empty_and_clear(connection, handles))
    names = Names(person.name, person.email, (*handles.users, *handles.addresses), FORMER_COLLEAGUE)
    done.update(await take_out(connection, person.tenant_id, names))
    await connection.execute(
        insert_or_ignore(connection, erasures, "person_id"),
        {"person_id": person.id, "tenant_id": person.tenant_id, "erased_at": now},
    )
    return dict(done)


async def _pass_on_shared(connection: AsyncConnection, person_id: str) -> dict[str, int]:
    """Objectives that others share become the first one's of these, by id; they do not lose what they work on."""
    heir = func.min(objective_owners.c.person_id)
    shared = (
        select(objective_owners.c.objective_id, heir)
        .join(objectives, objectives.c.id == objective_owners.c.objective_id)
        .where(objectives.c.person_id == person_id, objective_owners.c.person_id != person_id)
        .group_by(objective_owners.c.objective_id)
    )
    found = [tuple(row) for row in await connection.execute(shared)]
    if not found:
        return {}
    given = [{"of_objective": objective_id, "to": to} for objective_id, to in found]
    await connection.execute(_PASS_ON, given)
    await connection.execute(_OWNS_ALONE, given)
    return {"objectives": len(found)}


async def _empty_and_clear(connection: AsyncConnection, handles: Handles) -> dict[str, int]:
    done: Counter[str] = Counter()
    for entry, rule in rules(Fate.EMPTIED, Fate.CLEARED):
        values: dict[str, Any] = dict(rule.empties) if rule.fate is Fate.EMPTIED else {rule.column: None}
        if entry.table is people and rule.fate is Fate.EMPTIED:
            values["email"] = ERASED_EMAIL.format(person_id=handles.person_id)
        change = update(entry.table).where(handles.named_by(rule, entry.table)).values(values)
        count = (await connection.execute(change)).rowcount
        if count:
            done[entry.table.name] += count
    return done
