"""Requests, what people stopped, legal holds, and erasure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, insert, literal, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Person
from core.model.personal_data import PERSONAL, Fate, Nature
from core.model.privacy import Erasure, LegalHold, PrivacyRequest, Processing
from core.model.retention import Kept, RetentionPolicy
from core.ports.privacy import HeldTable
from storage.columns import Utc
from storage.data_map import DATA_MAP
from storage.erasing import retention
from storage.erasing.person import erase
from storage.erasing.removal import Conditions, with_what_hangs_on
from storage.erasing.whose import handles_of, rows_with
from storage.mapping import Mapped
from storage.sql import insert_or_ignore, insert_or_update
from storage.tables import (
    IS_HELD,
    IS_OPEN_REQUEST,
    erasures,
    legal_holds,
    privacy_requests,
    retention_periods,
    round_360_answers,
    stopped_processing,
    waiting_feedback,
)

_REQUEST = Mapped(PrivacyRequest, privacy_requests)
_HOLD = Mapped(LegalHold, legal_holds)
_ERASURE = Mapped(Erasure, erasures)

_OPEN = (
    select(*_REQUEST.columns)
    .where(privacy_requests.c.tenant_id == bindparam("of_tenant"), IS_OPEN_REQUEST)
    .order_by(privacy_requests.c.due_on, privacy_requests.c.asked_at, privacy_requests.c.id)
)
_OF_PERSON = (
    select(*_REQUEST.columns)
    .where(privacy_requests.c.person_id == bindparam("of_person"))
    .order_by(privacy_requests.c.asked_at.desc(), privacy_requests.c.id)
)
_HELD = select(*_HOLD.columns).where(IS_HELD).order_by(legal_holds.c.placed_at, legal_holds.c.id)
_RELEASE = (
    update(legal_holds)
    .where(legal_holds.c.person_id == bindparam("of_person"), IS_HELD)
    .values(released_at=bindparam("now", type_=Utc()))
)
_WITHHELD = frozenset({waiting_feedback.name, round_360_answers.name})
"""What was said without a name and nobody may know yet."""

_TOLD = PERSONAL - {Nature.CONTENT}


class SqlPrivacy:
    """See `core.ports.privacy.Privacy`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def save_request(self, request: PrivacyRequest) -> None:
        """Insert it, or replace the one with its id."""
        await self._connection.execute(
            insert_or_update(self._connection, privacy_requests, "id"), _REQUEST.values(request)
        )

    async def request(self, request_id: str) -> PrivacyRequest | None:
        """The request with this id."""
        statement = select(*_REQUEST.columns).where(privacy_requests.c.id == request_id)
        row = (await self._connection.execute(statement)).first()
        return _REQUEST.read(row) if row else None

    async def requests_of(self, person_id: str) -> list[PrivacyRequest]:
        """The person's, newest first."""
        return [_REQUEST.read(row) for row in await self._connection.execute(_OF_PERSON, {"of_person": person_id})]

    async def open_requests(self, tenant_id: str) -> list[PrivacyRequest]:
        """Those that wait for an answer, the soonest due first."""
        return [_REQUEST.read(row) for row in await self._connection.execute(_OPEN, {"of_tenant": tenant_id})]

    async def stopped_by(self, person_id: str) -> frozenset[Processing]:
        """What the person has stopped."""
        statement = select(stopped_processing.c.what).where(stopped_processing.c.person_id == person_id)
        return frozenset((await self._connection.execute(statement)).scalars())

    async def who_stopped(self, tenant_id: str, what: Processing) -> frozenset[str]:
        """Ids of those who have stopped it."""
        statement = select(stopped_processing.c.person_id).where(
            stopped_processing.c.tenant_id == tenant_id, stopped_processing.c.what == what
        )
        return frozenset((await self._connection.execute(statement)).scalars())

    async def stop(self, person: Person, what: Collection[Processing], now: datetime) -> None:
        """What the person has stopped from now on, in place of what they had stopped before."""
        others = delete(stopped_processing).where(
            stopped_processing.c.person_id == person.id, stopped_processing.c.what.not_in(sorted(what))
        )
        await self._connection.execute(others)
        rows = [
            {"person_id": person.id, "what": each, "tenant_id": person.tenant_id, "stopped_at": now}
            for each in sorted(what)
        ]
        if rows:
            await self._connection.execute(
                insert_or_ignore(self._connection, stopped_processing, "person_id", "what"), rows
            )

    async def hold(self, hold: LegalHold) -> None:
        """Keep everything about the person until it is released; one that stands stays as it is."""
        if await self.hold_on(hold.person_id) is None:
            await self._connection.execute(insert(legal_holds), _HOLD.values(hold))

    async def release(self, person_id: str, now: datetime) -> bool:
        """End the hold; False where there was none."""
        return (await self._connection.execute(_RELEASE, {"of_person": person_id, "now": now})).rowcount > 0

    async def holds(self, tenant_id: str) -> list[LegalHold]:
        """Those that stand, the oldest first."""
        found = await self._connection.execute(_HELD.where(legal_holds.c.tenant_id == tenant_id))
        return [_HOLD.read(row) for row in found]

    async def hold_on(self, person_id: str) -> LegalHold | None:
        """The hold that stands on this person."""
        row = (await self._connection.execute(_HELD.where(legal_holds.c.person_id == person_id))).first()
        return _HOLD.read(row) if row else None

    async def held(self, person_id: str) -> Sequence[HeldTable]:
        """What is kept of the person, a table each; tables without a row of theirs are left out."""
        own = await self._own(person_id)
        told = {table: condition for table, condition in own.items() if _natures(table)}
        counts = [
            select(literal(table.name).label("name"), func.count().label("rows"))
            .select_from(table)
            .where(condition)
            for table, condition in told.items()
        ]
        found = {row.name: row.rows for row in await self._connection.execute(union_all(*counts))}
        return [
            HeldTable(name, DATA_MAP[name].purpose, DATA_MAP[name].kept, _natures(DATA_MAP[name].table), count)
            for name, count in found.items()
            if count
        ]

    async def copy(self, person_id: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Every row of the person's own, by table: values by column, ids of other people left out."""
        found = {}
        for table, condition in (await self._own(person_id)).items():
            if table.name in _WITHHELD:
                continue
            natures = DATA_MAP[table.name].natures
            columns = [each for each in table.columns if natures[each.name] in PERSONAL]
            if not columns:
                continue
            statement = select(*columns).where(condition).order_by(*table.primary_key.columns)
            rows = [dict(row) for row in (await self._connection.execute(statement)).mappings()]
            if rows:
                found[table.name] = rows
        return found

    async def _own(self, person_id: str) -> Conditions:
        """The rows that are the person's own, which are those that erasing them would erase or empty."""
        handles = await handles_of(self._connection, person_id)
        return with_what_hangs_on(rows_with(handles, {Fate.ERASED, Fate.EMPTIED}))

    async def retention(self, tenant_id: str) -> RetentionPolicy:
        """For how long the organisation keeps each kind."""
        statement = select(retention_periods.c.kind, retention_periods.c.months).where(
            retention_periods.c.tenant_id == tenant_id
        )
        return RetentionPolicy({row.kind: row.months for row in await self._connection.execute(statement)})

    async def keep_for(self, tenant_id: str, kind: Kept, months: int, now: datetime) -> None:
        """Keep that kind for so many months from now on."""
        await self._connection.execute(
            insert_or_update(self._connection, retention_periods, "tenant_id", "kind"),
            {"tenant_id": tenant_id, "kind": kind, "months": months, "changed_at": now},
        )

    async def count_ended(self, tenant_id: str, kind: Kept, before: datetime) -> Mapping[str, int]:
        """How many rows of each table of that kind ended before then (UTC) and may go."""
        return await retention.count_ended(self._connection, tenant_id, kind, before)

    async def remove_ended(self, tenant_id: str, kind: Kept, before: datetime, limit: int) -> Mapping[str, int]:
        """Remove up to `limit` of them a table, and what hangs on them; rows by table, empty once none is left."""
        return await retention.remove_ended(self._connection, tenant_id, kind, before, limit)

    async def leavers(self, tenant_id: str, before: date, limit: int) -> list[Person]:
        """People whose last day was before then, not erased yet and under no legal hold."""
        return await retention.leavers(self._connection, tenant_id, before, limit)

    async def erase(self, person: Person, now: datetime) -> Mapping[str, int]:
        """Erase the person as the data map says; rows removed or changed, by table."""
        return await erase(self._connection, person, now)

    async def erasures(self, tenant_id: str | None = None) -> list[Erasure]:
        """Who was erased, of one organisation or of all, the oldest first."""
        statement = select(*_ERASURE.columns).order_by(erasures.c.erased_at, erasures.c.person_id)
        if tenant_id is not None:
            statement = statement.where(erasures.c.tenant_id == tenant_id)
        return [_ERASURE.read(row) for row in await self._connection.execute(statement)]


def _natures(table: Table) -> frozenset[Nature]:
    return frozenset(DATA_MAP[table.name].natures.values()) & _TOLD
