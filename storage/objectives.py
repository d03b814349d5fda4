"""Objectives with their latest progress."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.objective import Objective, Progress
from storage import tables
from storage.mapping import LATEST, OBJECTIVE
from storage.sql import among, insert_or_update
from storage.tables import objectives

_OLDEST_FIRST = (objectives.c.created_at, objectives.c.position, objectives.c.id)
_OF_PEOPLE = select(*OBJECTIVE.columns).where(among(objectives.c.person_id, "person_ids")).order_by(*_OLDEST_FIRST)
_BY_IDS = select(*OBJECTIVE.columns).where(among(objectives.c.id, "ids"))
_LATEST_COLUMNS = tuple(column.name for column in LATEST.columns)
_SET_LATEST = (
    update(objectives)
    .where(objectives.c.id == bindparam("objective_id"))
    .values({name: bindparam(f"new_{name}", type_=objectives.c[name].type) for name in _LATEST_COLUMNS})
)


class SqlObjectives:
    """See `core.ports.Objectives`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def active_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Each person's active objectives, oldest first and in a file's order; people without any are absent."""
        found: defaultdict[str, list[Objective]] = defaultdict(list)
        for row in await self._connection.execute(_OF_PEOPLE, {"person_ids": person_ids}):
            objective = OBJECTIVE.read(row)
            found[objective.person_id].append(objective)
        return dict(found)

    async def by_ids(self, ids: Collection[str]) -> dict[str, Objective]:
        """Those of the objectives that exist, by id."""
        rows = await self._connection.execute(_BY_IDS, {"ids": ids})
        return {objective.id: objective for objective in map(OBJECTIVE.read, rows)}

    async def save(self, objectives: Iterable[Objective], at: datetime) -> None:
        """Insert or update by id; an update leaves `latest` and the order alone."""
        rows = [
            OBJECTIVE.values(objective) | {"created_at": at, "position": position}
            for position, objective in enumerate(objectives)
        ]
        if rows:
            statement = insert_or_update(
                self._connection, tables.objectives, "id", leaving=(*_LATEST_COLUMNS, "created_at", "position")
            )
            await self._connection.execute(statement, rows)

    async def set_latest(self, latest: Mapping[str, Progress]) -> None:
        """Set the latest progress of each objective, by its id."""
        rows = [
            {"objective_id": objective_id}
            | {f"new_{name}": value for name, value in LATEST.values(progress).items()}
            for objective_id, progress in latest.items()
        ]
        if rows:
            await self._connection.execute(_SET_LATEST, rows)
