"""Weeks of an organisation, counted once they are over, and the rows that they are counted from."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Select, and_, bindparam, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.checkin import CheckInState
from core.model.organisation_week import Asked, Cell, Dimension, KeptWeek, Member, Obstacle, Said
from core.ports.organisation import ServedBy
from storage.columns import Utc
from storage.prepared import Prepared
from storage.sql import execute_in_parts, insert_or_ignore
from storage.tables import (
    IS_ACTIVE,
    checkins,
    objectives,
    organisation_obstacles,
    organisation_weeks,
    people,
    progress_updates,
)
from storage.tables.schema import one_of

_MEMBERS = Prepared(
    select(
        people.c.id,
        people.c.team_id,
        people.c.manager_id,
        people.c.employment,
        people.c.working_days,
        people.c.nation,
        people.c.language,
        people.c.start_on,
    ).where(people.c.tenant_id == bindparam("of_tenant"))
)
_FIRST = Prepared(
    select(checkins.c.period)
    .where(checkins.c.tenant_id == bindparam("of_tenant"))
    .order_by(checkins.c.period)
    .limit(1)
)


def _within(statement: Select[Any]) -> Select[Any]:
    return statement.where(
        checkins.c.tenant_id == bindparam("of_tenant"),
        checkins.c.period.between(bindparam("since"), bindparam("until")),
    )


_ASKED = Prepared(
    _within(
        select(
            checkins.c.person_id,
            func.count(),
            cast(func.sum(case((one_of(checkins.c.state, CheckInState.ANSWERED), 1), else_=0)), Integer()),
        )
    )
    .where(~one_of(checkins.c.state, CheckInState.AWAY, CheckInState.SKIPPED))
    .group_by(checkins.c.person_id)
)
_SAID = Prepared(
    _within(
        select(
            checkins.c.person_id,
            objectives.c.aim_id,
            progress_updates.c.status,
            progress_updates.c.outside_control,
            progress_updates.c.confidence,
            progress_updates.c.factors,
        )
        .join_from(checkins, progress_updates, progress_updates.c.checkin_id == checkins.c.id)
        .join(objectives, objectives.c.id == progress_updates.c.objective_id)
    ).where(progress_updates.c.status.is_not(None))
)
_KEPT = Prepared(
    select(organisation_weeks.c.week).where(
        organisation_weeks.c.tenant_id == bindparam("of_tenant"),
        organisation_weeks.c.dimension == bindparam("of_dimension", type_=organisation_weeks.c.dimension.type),
    )
)
_COLUMNS = (
    organisation_weeks.c.week,
    organisation_weeks.c.dimension,
    organisation_weeks.c.value,
    organisation_weeks.c.service_id,
    organisation_weeks.c.asked,
    organisation_weeks.c.due,
    organisation_weeks.c.answered,
    organisation_weeks.c.said,
    organisation_weeks.c.with_status,
    organisation_weeks.c.on_track,
    organisation_weeks.c.outside_control,
    organisation_weeks.c.with_confidence,
    organisation_weeks.c.confidences,
)


def _cells(*, of_service: bool) -> Prepared:
    statement = (
        select(*_COLUMNS)
        .where(
            organisation_weeks.c.tenant_id == bindparam("of_tenant"),
            organisation_weeks.c.dimension == bindparam("of_dimension", type_=organisation_weeks.c.dimension.type),
            organisation_weeks.c.week.between(bindparam("since"), bindparam("until")),
        )
        .order_by(organisation_weeks.c.week, organisation_weeks.c.value)
    )
    if of_service:
        statement = statement.where(organisation_weeks.c.service_id == bindparam("of_service"))
    return Prepared(statement)


_CELLS = {of_service: _cells(of_service=of_service) for of_service in (True, False)}
_OBSTACLES = Prepared(
    select(
        organisation_obstacles.c.week,
        organisation_obstacles.c.words,
        organisation_obstacles.c.theme,
        organisation_obstacles.c.remover,
        organisation_obstacles.c.people,
        organisation_obstacles.c.outside,
        organisation_obstacles.c.services,
        organisation_obstacles.c.service_ids,
    )
    .where(
        organisation_obstacles.c.tenant_id == bindparam("of_tenant"),
        organisation_obstacles.c.week.between(bindparam("since"), bindparam("until")),
    )
    .order_by(organisation_obstacles.c.week.desc(), organisation_obstacles.c.number)
)
_aim, _team = func.coalesce(objectives.c.aim_id, ""), func.coalesce(people.c.team_id, "")
_moves = objectives.c.latest_reported_at >= bindparam("since", type_=Utc())
_SERVED = Prepared(
    select(
        _aim,
        _team,
        func.count(),
        func.count(objectives.c.person_id.distinct()),
        cast(func.sum(case((_moves, 1), else_=0)), Integer()),
    )
    .join_from(objectives, people, people.c.id == objectives.c.person_id)
    .where(and_(objectives.c.tenant_id == bindparam("of_tenant"), IS_ACTIVE))
    .group_by(_aim, _team)
)


class SqlOrganisationWeeks:
    """See `core.ports.OrganisationWeeks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def members(self, tenant_id: str) -> list[Member]:
        """Everybody, whatever their contract dates."""
        rows = await _MEMBERS.rows(self._connection, {"of_tenant": tenant_id})
        return [Member(*row) for row in rows]

    async def first_period(self, tenant_id: str) -> date | None:
        """The first period that anybody was asked in."""
        rows = await _FIRST.rows(self._connection, {"of_tenant": tenant_id})
        return rows[0][0] if rows else None

    async def asked(self, tenant_id: str, since: date, until: date) -> list[Asked]:
        """Whose check-ins of these days were due, and answered; away and not asked are not due."""
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        return [Asked(*row) for row in await _ASKED.rows(self._connection, given)]

    async def said(self, tenant_id: str, since: date, until: date) -> list[Said]:
        """What these check-ins said of objectives that were given a status."""
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        return [Said(*row) for row in await _SAID.rows(self._connection, given)]

    async def kept(self, tenant_id: str) -> Collection[date]:
        """The weeks that are kept."""
        given = {"of_tenant": tenant_id, "of_dimension": Dimension.WHOLE}
        return {row[0] for row in await _KEPT.rows(self._connection, given)}

    async def keep(self, tenant_id: str, weeks: Collection[KeptWeek]) -> None:
        """Insert; a week that is kept already is left as it is."""
        known = await self.kept(tenant_id)
        new = [each for each in weeks if each.week not in known]
        cells = [{"tenant_id": tenant_id, **asdict(cell)} for each in new for cell in each.cells]
        if cells:
            insert = insert_or_ignore(
                self._connection, organisation_weeks, "tenant_id", "dimension", "week", "value"
            )
            await execute_in_parts(self._connection, insert, cells)
        met = [
            {
                "tenant_id": tenant_id,
                "number": number,
                **asdict(obstacle),
                "service_ids": " ".join(obstacle.service_ids),
            }
            for each in new
            for number, obstacle in enumerate(each.obstacles)
        ]
        if met:
            insert = insert_or_ignore(self._connection, organisation_obstacles, "tenant_id", "week", "number")
            await execute_in_parts(self._connection, insert, met)

    async def cells(
        self, tenant_id: str, dimension: Dimension, since: date, until: date, service_id: str | None = None
    ) -> list[Cell]:
        """Kept counts by week and value; of teams with `service_id` only that service's."""
        given: dict[str, Any] = {
            "of_tenant": tenant_id,
            "of_dimension": dimension,
            "since": since,
            "until": until,
        }
        if service_id is not None:
            given["of_service"] = service_id
        rows = await _CELLS[service_id is not None].rows(self._connection, given)
        return [Cell(*row) for row in rows]

    async def obstacles(self, tenant_id: str, since: date, until: date) -> list[Obstacle]:
        """Kept obstacles, the newest week first."""
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        rows = await _OBSTACLES.rows(self._connection, given)
        return [
            Obstacle(week, words, theme, remover, people, outside, services, tuple(ids.split()))
            for week, words, theme, remover, people, outside, services, ids in rows
        ]

    async def served(self, tenant_id: str, since: datetime) -> list[ServedBy]:
        """Active objectives now, by what they serve and whose people's they are."""
        rows = await _SERVED.rows(self._connection, {"of_tenant": tenant_id, "since": since})
        return [ServedBy(*row) for row in rows]
