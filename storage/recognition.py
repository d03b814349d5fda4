"""The organisation's values, recognition, and evidence of objectives."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.evidence import Evidence
from core.model.recognition import OrganisationValue, Recognition, Sharing
from storage import tables
from storage.mapping import EVIDENCE, ORGANISATION_VALUE, RECOGNITION
from storage.prepared import Prepared
from storage.sql import among, insert_or_update
from storage.tables import organisation_values, recognitions

_VALUES = Prepared(
    select(*ORGANISATION_VALUE.columns)
    .where(organisation_values.c.tenant_id == bindparam("of_tenant"))
    .order_by(organisation_values.c.position, organisation_values.c.id)
)
_BY_ID = select(*RECOGNITION.columns).where(recognitions.c.id == bindparam("id"))
_RECEIVED = Prepared(
    select(*RECOGNITION.columns)
    .where(recognitions.c.receiver_id == bindparam("receiver"))
    .order_by(recognitions.c.given_at.desc(), recognitions.c.id)
    .limit(bindparam("most"))
)
_RECEIVED_BETWEEN = Prepared(
    select(*RECOGNITION.columns)
    .where(
        among(recognitions.c.receiver_id, "receivers"),
        recognitions.c.given_at >= bindparam("since"),
        recognitions.c.given_at < bindparam("until"),
    )
    .order_by(recognitions.c.given_at, recognitions.c.id)
)
_SHARED = (
    select(*RECOGNITION.columns)
    .where(
        among(recognitions.c.team_id, "teams"),
        recognitions.c.decided_at >= bindparam("since"),
        recognitions.c.sharing == Sharing.SHARED,
    )
    .order_by(recognitions.c.given_at, recognitions.c.id)
)
_EVIDENCE = Prepared(
    select(*EVIDENCE.columns)
    .where(tables.evidence.c.objective_id == bindparam("objective"))
    .order_by(tables.evidence.c.added_at.desc(), tables.evidence.c.id)
    .limit(bindparam("most"))
)


class SqlRecognitions:
    """See `core.ports.Recognitions`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def values(self, tenant_id: str) -> list[OrganisationValue]:
        """The values the organisation has ever named, by position."""
        rows = await _VALUES.rows(self._connection, {"of_tenant": tenant_id})
        return [ORGANISATION_VALUE.read(row) for row in rows]

    async def save_values(self, values: Iterable[OrganisationValue]) -> None:
        """Insert or update by id."""
        rows = [ORGANISATION_VALUE.values(each) for each in values]
        if rows:
            statement = insert_or_update(self._connection, organisation_values, "id")
            await self._connection.execute(statement, rows)

    async def save(self, recognition: Recognition) -> None:
        """Insert or update by id."""
        statement = insert_or_update(self._connection, recognitions, "id")
        await self._connection.execute(statement, RECOGNITION.values(recognition))

    async def by_id(self, recognition_id: str) -> Recognition | None:
        """The recognition with this id."""
        row = (await self._connection.execute(_BY_ID, {"id": recognition_id})).first()
        return RECOGNITION.read(row) if row else None

    async def received(self, person_id: str, limit: int) -> list[Recognition]:
        """What the person was thanked for, the newest first."""
        rows = await _RECEIVED.rows(self._connection, {"receiver": person_id, "most": limit})
        return [RECOGNITION.read(row) for row in rows]

    async def received_between(
        self, person_ids: Collection[str], since: datetime, until: datetime
    ) -> list[Recognition]:
        """What these people were thanked for from `since` to before `until`, in the order it was given."""
        given = {"receivers": person_ids, "since": since, "until": until}
        rows = await _RECEIVED_BETWEEN.rows(self._connection, given)
        return [RECOGNITION.read(row) for row in rows]

    async def shared_with(self, team_ids: Collection[str], since: datetime) -> list[Recognition]:
        """What was shared with these teams at `since` or later, in the order in which it was given."""
        rows = await self._connection.execute(_SHARED, {"teams": team_ids, "since": since})
        return [RECOGNITION.read(row) for row in rows]


class SqlEvidences:
    """See `core.ports.Evidences`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, evidence: Evidence) -> bool:
        """Insert; False when it, or evidence of the same recognition for the same objective, is there already."""
        # Either of two keys may be met, so that none is named.
        is_postgresql = self._connection.dialect.name == "postgresql"
        insert = postgresql_insert(tables.evidence) if is_postgresql else sqlite_insert(tables.evidence)
        statement = insert.on_conflict_do_nothing().returning(tables.evidence.c.id)
        rows = await self._connection.execute(statement, EVIDENCE.values(evidence))
        return rows.first() is not None

    async def of_objective(self, objective_id: str, limit: int) -> list[Evidence]:
        """The newest first."""
        rows = await _EVIDENCE.rows(self._connection, {"objective": objective_id, "most": limit})
        return [EVIDENCE.read(row) for row in rows]
