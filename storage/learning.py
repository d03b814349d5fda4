"""Missed targets, and the actions agreed on so that they are not missed again."""

from collections.abc import Collection, Iterable

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.action import ActionState, AgreedAction
from core.model.missed_target import MissedTarget
from storage.mapping import AGREED_ACTION, MISSED_TARGET
from storage.prepared import Prepared
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import agreed_actions, missed_targets

_MISS = select(*MISSED_TARGET.columns).where(missed_targets.c.id == bindparam("id"))
_MISSES = Prepared(
    select(*MISSED_TARGET.columns)
    .where(among(missed_targets.c.objective_id, "ids"))
    .order_by(missed_targets.c.noticed_at, missed_targets.c.id)
)
_ACTIONS = select(*AGREED_ACTION.columns).where(among(agreed_actions.c.id, "ids"))
_OPEN_ACTIONS = Prepared(
    select(*AGREED_ACTION.columns)
    .where(
        or_(among(agreed_actions.c.person_id, "ids"), among(agreed_actions.c.owner_id, "ids")),
        agreed_actions.c.state == ActionState.OPEN,
    )
    .order_by(agreed_actions.c.created_at, agreed_actions.c.id)
)


class SqlMissedTargets:
    """See `core.ports.MissedTargets`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def notice(self, misses: Iterable[MissedTarget]) -> list[MissedTarget]:
        """Insert those not noticed before for the same objective, kind and day, and return them."""
        given = list(misses)
        if not given:
            return []
        statement = insert_or_ignore(
            self._connection, missed_targets, "objective_id", "kind", "noticed_for"
        ).returning(missed_targets.c.id)
        rows = await self._connection.execute(statement, [MISSED_TARGET.values(miss) for miss in given])
        new = set(rows.scalars())
        return [miss for miss in given if miss.id in new]

    async def by_id(self, miss_id: str) -> MissedTarget | None:
        """The miss with this id."""
        row = (await self._connection.execute(_MISS, {"id": miss_id})).first()
        return MISSED_TARGET.read(row) if row else None

    async def of_objectives(self, objective_ids: Collection[str]) -> list[MissedTarget]:
        """Every miss of these objectives, oldest first."""
        rows = await _MISSES.rows(self._connection, {"ids": objective_ids})
        return [MISSED_TARGET.read(row) for row in rows]

    async def save(self, miss: MissedTarget) -> None:
        """Update what was said about it."""
        statement = insert_or_update(self._connection, missed_targets, "id")
        await self._connection.execute(statement, MISSED_TARGET.values(miss))


class SqlActions:
    """See `core.ports.Actions`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def save(self, actions: Iterable[AgreedAction]) -> None:
        """Insert or update by id."""
        rows = [AGREED_ACTION.values(action) for action in actions]
        if rows:
            statement = insert_or_update(self._connection, agreed_actions, "id")
            await self._connection.execute(statement, rows)

    async def by_ids(self, ids: Collection[str]) -> dict[str, AgreedAction]:
        """Those of the actions that exist, by id."""
        rows = await self._connection.execute(_ACTIONS, {"ids": ids})
        return {action.id: action for action in map(AGREED_ACTION.read, rows)}

    async def open_for(self, person_ids: Collection[str]) -> list[AgreedAction]:
        """Open actions that are about, or to be done by, one of these people; oldest first."""
        rows = await _OPEN_ACTIONS.rows(self._connection, {"ids": person_ids})
        return [AGREED_ACTION.read(row) for row in rows]
