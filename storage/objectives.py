"""Objectives with their owners, their latest progress and the history of their changes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Date, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.objective import Objective, ObjectiveState, Progress
from core.model.objective_change import ObjectiveChange
from core.model.reported import Reported
from storage import tables
from storage.mapping import LATEST, OBJECTIVE, OBJECTIVE_CHANGE, PROGRESS_UPDATE
from storage.prepared import Prepared
from storage.sql import among, execute_in_parts, insert_or_ignore, insert_or_update
from storage.tables import (
    IS_ACTIVE,
    PAUSE_ENDS,
    checkins,
    objective_changes,
    objective_owners,
    objectives,
    people,
    progress_updates,
)

_OLDEST_FIRST = (objectives.c.created_at, objectives.c.position, objectives.c.id)
_OWN = select(*OBJECTIVE.columns).where(among(objectives.c.person_id, "person_ids")).order_by(*_OLDEST_FIRST)
_SHARED = (
    select(objective_owners.c.person_id, *OBJECTIVE.columns)
    .join(objectives, objectives.c.id == objective_owners.c.objective_id)
    .where(among(objective_owners.c.person_id, "person_ids"))
    .order_by(*_OLDEST_FIRST)
)
_NOT_CLOSED = objectives.c.state != ObjectiveState.CLOSED
_OF_ANY_STATE = Prepared(_OWN), Prepared(_SHARED)
_OF_ACTIVE = Prepared(_OWN.where(IS_ACTIVE)), Prepared(_SHARED.where(IS_ACTIVE))
_OF_STANDING = Prepared(_OWN.where(_NOT_CLOSED)), Prepared(_SHARED.where(_NOT_CLOSED))
_BY_IDS = select(*OBJECTIVE.columns).where(among(objectives.c.id, "ids"))
_OWNERS = Prepared(
    select(objective_owners.c.objective_id, objective_owners.c.person_id)
    .where(among(objective_owners.c.objective_id, "ids"))
    .order_by(objective_owners.c.person_id)
)
_HISTORY = (
    select(*PROGRESS_UPDATE.columns)
    .where(among(progress_updates.c.objective_id, "ids"))
    .order_by(progress_updates.c.reported_at)
)
_REPORTS = Prepared(
    select(checkins.c.person_id, *PROGRESS_UPDATE.columns)
    .join(checkins, checkins.c.id == progress_updates.c.checkin_id)
    .where(among(progress_updates.c.objective_id, "ids"))
    .order_by(progress_updates.c.reported_at)
)
_UNSHARE = delete(objective_owners).where(
    among(objective_owners.c.objective_id, "ids"), among(objective_owners.c.person_id, "person_ids")
)
_NAME_PRIORITY = (
    update(objectives)
    .where(objectives.c.aim_id == bindparam("of_aim"), _NOT_CLOSED)
    .values(priority=bindparam("new_title"))
)
_NEWEST = (
    select(func.max(objective_changes.c.id))
    .where(among(objective_changes.c.objective_id, "ids"), objective_changes.c.field == bindparam("of_field"))
    .group_by(objective_changes.c.objective_id)
)
_LAST_CHANGES = select(*OBJECTIVE_CHANGE.columns).where(objective_changes.c.id.in_(_NEWEST))
_FURTHEST_EAST = timedelta(hours=14)
"""Where a day begins first."""

_ZONES_OF_PAUSES = (
    select(people.c.timezone)
    .distinct()
    .join(objectives, objectives.c.person_id == people.c.id)
    .where(PAUSE_ENDS, objectives.c.paused_until < bindparam("before"))
)


@cache
def _ended_pauses(dates: int) -> Select[Any]:
    """Pauses that are over by one of so many dates, each in the zones where it is that date."""
    is_over = or_(
        *(
            and_(
                objectives.c.paused_until < bindparam(f"before_{number}", type_=Date()),
                among(people.c.timezone, f"zones_{number}"),
            )
            for number in range(dates)
        )
    )
    return (
        select(*OBJECTIVE.columns)
        .join(people, people.c.id == objectives.c.person_id)
        .where(PAUSE_ENDS, is_over)
        .order_by(objectives.c.paused_until, objectives.c.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=objectives)
    )


_CHANGES = (
    select(*OBJECTIVE_CHANGE.columns)
    .where(objective_changes.c.objective_id == bindparam("objective_id"))
    .order_by(objective_changes.c.id)
)
_SERVING = select(*OBJECTIVE.columns).where(among(objectives.c.aim_id, "ids"), IS_ACTIVE).order_by(*_OLDEST_FIRST)
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
        """Each person's active objectives: their own, oldest first and in a file's order, then shared ones."""
        return await self._owned(person_ids, *_OF_ACTIVE)

    async def standing_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Each person's objectives in any state but closed, in the order of `active_for`."""
        return await self._owned(person_ids, *_OF_STANDING)

    async def all_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Each person's objectives, closed ones too, in the order of `active_for`."""
        return await self._owned(person_ids, *_OF_ANY_STATE)

    async def _owned(
        self, person_ids: Collection[str], own: Prepared, shared: Prepared
    ) -> dict[str, list[Objective]]:
        found: defaultdict[str, list[Objective]] = defaultdict(list)
        for row in await own.rows(self._connection, {"person_ids": person_ids}):
            objective = OBJECTIVE.read(row)
            found[objective.person_id].append(objective)
        for person_id, *rest in await shared.rows(self._connection, {"person_ids": person_ids}):
            found[str(person_id)].append(OBJECTIVE.read(rest))
        return dict(found)

    async def by_ids(self, ids: Collection[str]) -> dict[str, Objective]:
        """Those of the objectives that exist, by id."""
        return {each.id: each for each in await self._read(_BY_IDS, {"ids": ids})}

    async def serving(self, aim_ids: Collection[str]) -> list[Objective]:
        """Active objectives that serve one of the aims directly."""
        return await self._read(_SERVING, {"ids": aim_ids})

    async def name_priority(self, aim_id: str, title: str) -> None:
        """Call what objectives serve by its new title; closed ones keep the words they ended with."""
        await self._connection.execute(_NAME_PRIORITY, {"of_aim": aim_id, "new_title": title})

    async def _read(self, query: Select[*tuple[object, ...]], given: Mapping[str, object]) -> list[Objective]:
        return [OBJECTIVE.read(row) for row in await self._connection.execute(query, given)]

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
            await execute_in_parts(self._connection, statement, rows)

    async def set_latest(self, latest: Mapping[str, Progress]) -> None:
        """Set the latest progress of each objective, by its id."""
        rows = [
            {"objective_id": objective_id}
            | {f"new_{name}": value for name, value in LATEST.values(progress).items()}
            for objective_id, progress in latest.items()
        ]
        if rows:
            await self._connection.execute(_SET_LATEST, rows)

    async def history_of(self, ids: Collection[str]) -> dict[str, list[Progress]]:
        """What was reported on each objective at check-ins, oldest first; those without any are absent."""
        found: defaultdict[str, list[Progress]] = defaultdict(list)
        for row in await self._connection.execute(_HISTORY, {"ids": ids}):
            said = PROGRESS_UPDATE.read(row)
            found[said.objective_id].append(said.progress)
        return dict(found)

    async def reports_on(self, ids: Collection[str]) -> dict[str, list[Reported]]:
        """Like `history_of`, with who reported it."""
        found: defaultdict[str, list[Reported]] = defaultdict(list)
        for person_id, *rest in await _REPORTS.rows(self._connection, {"ids": ids}):
            said = PROGRESS_UPDATE.read(rest)
            found[said.objective_id].append(Reported(person_id, said.progress))
        return dict(found)

    async def share(self, objective_id: str, person_ids: Collection[str]) -> None:
        """Make these people owners too; those who are already stay so."""
        rows = [{"objective_id": objective_id, "person_id": person_id} for person_id in person_ids]
        if rows:
            statement = insert_or_ignore(self._connection, objective_owners, "objective_id", "person_id")
            await self._connection.execute(statement, rows)

    async def unshare(self, ids: Collection[str], person_ids: Collection[str]) -> None:
        """Let these people be further owners of these objectives no longer."""
        await self._connection.execute(_UNSHARE, {"ids": ids, "person_ids": person_ids})

    async def further_owners(self, ids: Collection[str]) -> dict[str, list[str]]:
        """Ids of the further owners of shared objectives; those that are not shared are absent."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for objective_id, person_id in await _OWNERS.rows(self._connection, {"ids": ids}):
            found[objective_id].append(person_id)
        return dict(found)

    async def log_changes(self, changes: Sequence[ObjectiveChange]) -> None:
        """Keep what was changed; never altered afterwards."""
        if changes:
            await self._connection.execute(
                insert(objective_changes), [OBJECTIVE_CHANGE.values(each) for each in changes]
            )

    async def changes_of(self, objective_id: str) -> list[ObjectiveChange]:
        """Everything that was changed about an objective, oldest first."""
        rows = await self._connection.execute(_CHANGES, {"objective_id": objective_id})
        return [OBJECTIVE_CHANGE.read(row) for row in rows]

    async def last_changes(self, ids: Collection[str], field: str) -> dict[str, ObjectiveChange]:
        """The newest change of one field of each objective; those where it never changed are absent."""
        rows = await self._connection.execute(_LAST_CHANGES, {"ids": ids, "of_field": field})
        return {change.objective_id: change for change in map(OBJECTIVE_CHANGE.read, rows)}

    async def ended_pauses(self, now: datetime, limit: int) -> list[Objective]:
        """Paused objectives whose last day is over where their owner is; the longest over first."""
        latest = (now + _FURTHEST_EAST).date()
        zones = (await self._connection.scalars(_ZONES_OF_PAUSES, {"before": latest})).all()
        # There are at most three dates on earth at once.
        of_date: defaultdict[date, list[str]] = defaultdict(list)
        for zone in zones:
            of_date[now.astimezone(ZoneInfo(zone)).date()].append(zone)
        days = sorted(of_date)
        given: dict[str, Any] = {f"before_{number}": day for number, day in enumerate(days)}
        given |= {f"zones_{number}": of_date[day] for number, day in enumerate(days)}
        if not days:
            return []
        return await self._read(_ended_pauses(len(days)), {**given, "most": limit})
