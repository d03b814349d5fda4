"""The audit log's chains, each lengthened by one transaction at a time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, desc, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.cause import current_cause
from core.model.audit import EVERYONE, AuditEntry, AuditNote, Head, chained
from core.ports import Clock
from core.trail import current_actor
from storage.mapping import AUDIT_ENTRY
from storage.prepared import Prepared
from storage.sql import execute_in_parts, insert_or_ignore
from storage.tables import audit_entries, audit_heads

_HEAD = select(audit_heads.c.number, audit_heads.c.hash).where(audit_heads.c.tenant_id == bindparam("of_tenant"))
_HELD_HEAD = _HEAD.with_for_update()
_MOVE_HEAD = (
    update(audit_heads)
    .where(audit_heads.c.tenant_id == bindparam("of_tenant"))
    .values(number=bindparam("to_number"), hash=bindparam("to_hash"))
)
_OF_TENANT = select(*AUDIT_ENTRY.columns).where(audit_entries.c.tenant_id == bindparam("of_tenant"))
_SINCE = audit_entries.c.at >= bindparam("since")
_NEWEST_FIRST = desc(audit_entries.c.number)
_ABOUT = (
    _OF_TENANT.where(
        or_(audit_entries.c.subject_id == bindparam("who"), audit_entries.c.subject_id == EVERYONE), _SINCE
    )
    .order_by(_NEWEST_FIRST)
    .limit(bindparam("at_most"))
)
_BY = (
    _OF_TENANT.where(audit_entries.c.actor_id == bindparam("who"), _SINCE)
    .order_by(_NEWEST_FIRST)
    .limit(bindparam("at_most"))
)
_AFTER = Prepared(
    _OF_TENANT.where(audit_entries.c.number > bindparam("after"))
    .order_by(audit_entries.c.number)
    .limit(bindparam("at_most"))
)


class SqlAudit:
    """See `core.ports.AuditLog`; whoever opened the transaction ends it with `append`."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._waiting: list[AuditNote] = []

    @property
    def is_waiting(self) -> bool:
        """Whether something was noted and not yet appended."""
        return bool(self._waiting)

    async def note(self, *notes: AuditNote) -> None:
        """Keep for the end of the transaction."""
        self.keep([replace(each, actor=each.actor or current_actor(), cause=current_cause()) for each in notes])

    def keep(self, notes: Iterable[AuditNote]) -> None:
        """Take over what was noted elsewhere, as it is."""
        self._waiting += notes

    def taken(self) -> list[AuditNote]:
        """What waits, which then waits here no longer."""
        waiting, self._waiting = self._waiting, []
        return waiting

    async def append(self) -> None:
        """Lengthen each organisation's chain by what waits."""
        by_tenant: dict[str, list[AuditNote]] = defaultdict(list)
        for note in self.taken():
            by_tenant[note.tenant_id].append(note)
        # In one order for all, so that no two transactions wait for one another.
        for tenant_id in sorted(by_tenant):
            await self._lengthen(tenant_id, by_tenant[tenant_id])

    async def about(
        self, tenant_id: str, person_id: str, since: datetime, limit: int = 100
    ) -> Sequence[AuditEntry]:
        """What was done to the person or to everyone; newest first."""
        return await self._rows(_ABOUT, tenant_id, person_id, since, limit)

    async def by(self, tenant_id: str, actor_id: str, since: datetime, limit: int = 100) -> Sequence[AuditEntry]:
        """What the person, or the key, did; newest first."""
        return await self._rows(_BY, tenant_id, actor_id, since, limit)

    async def after(self, tenant_id: str, number: int, limit: int) -> Sequence[AuditEntry]:
        """The rows that follow the one with this number, in the chain's order."""
        given = {"of_tenant": tenant_id, "after": number, "at_most": limit}
        return [AUDIT_ENTRY.read(row) for row in await _AFTER.rows(self._connection, given)]

    async def head(self, tenant_id: str) -> Head:
        """The end of the chain; that of an empty one where nothing was noted yet."""
        return await self._head(tenant_id, _HEAD) or Head()

    async def _lengthen(self, tenant_id: str, notes: Sequence[AuditNote]) -> None:
        entries = chained(await self._held_head(tenant_id), notes, self._clock.now())
        rows = [AUDIT_ENTRY.values(entry) for entry in entries]
        await execute_in_parts(self._connection, insert(audit_entries), rows)
        end = {"of_tenant": tenant_id, "to_number": entries[-1].number, "to_hash": entries[-1].hash}
        await self._connection.execute(_MOVE_HEAD, end)

    async def _held_head(self, tenant_id: str) -> Head:
        """The chain's end, which nobody else moves until this transaction is over."""
        head = await self._head(tenant_id, _HELD_HEAD)
        if head is None:
            first = Head()
            values = {"tenant_id": tenant_id, "number": first.number, "hash": first.hash}
            await self._connection.execute(insert_or_ignore(self._connection, audit_heads, "tenant_id"), values)
            # Another transaction may have been first; then it is waited for here.
            head = await self._head(tenant_id, _HELD_HEAD) or first
        return head

    async def _head(self, tenant_id: str, statement: Select[Any]) -> Head | None:
        row = (await self._connection.execute(statement, {"of_tenant": tenant_id})).first()
        return Head(row.number, row.hash) if row else None

    async def _rows(
        self, statement: Select[Any], tenant_id: str, who: str, since: datetime, limit: int
    ) -> list[AuditEntry]:
        given = {"of_tenant": tenant_id, "who": who, "since": since, "at_most": limit}
        return [AUDIT_ENTRY.read(row) for row in await self._connection.execute(statement, given)]
