"""Figures of teams, counted by the database: a row a team and period, however many answers there are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, Select, and_, bindparam, case, cast, extract, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.checkin import CheckInState
from core.model.objective import Status
from core.model.privacy import Processing
from core.ports.benchmarks import TeamProgress, TeamService, TeamWeek
from storage.prepared import Prepared, Row
from storage.tables import checkins, has_stopped, people, progress_updates, service_feedback
from storage.tables.schema import one_of

_IS_DUE = ~one_of(checkins.c.state, CheckInState.AWAY, CheckInState.SKIPPED)
_IS_ANSWERED = one_of(checkins.c.state, CheckInState.ANSWERED)
_HAS_STATUS = progress_updates.c.status.is_not(None)
_IS_ON_TRACK = one_of(progress_updates.c.status, Status.ON_TRACK)
# Progress may pass both ends; one far beyond its target would hide others that have not begun.
_PERCENT = case(
    (progress_updates.c.percent < 0, 0.0),
    (progress_updates.c.percent > 100, 100.0),
    else_=progress_updates.c.percent,
)


def _counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return cast(func.sum(case((condition, 1), else_=0)), Integer())


def _within(statement: Select[Any], *, of_one: bool) -> Select[Any]:
    """Of the check-ins of one team's people, or of everybody's who is in a team, in the periods asked for."""
    found = statement.where(
        checkins.c.tenant_id == bindparam("of_tenant"),
        checkins.c.period.between(bindparam("since"), bindparam("until")),
        ~has_stopped(checkins.c.person_id, Processing.BENCHMARKING),
    )
    if of_one:
        return found.where(people.c.team_id == bindparam("of_team"))
    return found.where(people.c.team_id.is_not(None))


def _weeks(*, of_one: bool) -> Prepared:
    by = (people.c.team_id, checkins.c.period)
    asked = select(*by, _counted(_IS_DUE), _counted(_IS_ANSWERED)).join_from(
        checkins, people, people.c.id == checkins.c.person_id
    )
    return Prepared(_within(asked, of_one=of_one).group_by(*by).order_by(checkins.c.period, people.c.team_id))


def _progress(*, of_one: bool) -> Prepared:
    by = (people.c.team_id, checkins.c.period)
    said = (
        select(
            *by,
            func.count(checkins.c.person_id.distinct()),
            _counted(_HAS_STATUS),
            _counted(_IS_ON_TRACK),
            _counted(and_(_HAS_STATUS, progress_updates.c.outside_control.is_(True))),
            func.count(progress_updates.c.percent),
            cast(func.coalesce(func.sum(_PERCENT), 0), Float()),
            func.count(progress_updates.c.confidence),
            cast(func.coalesce(func.sum(progress_updates.c.confidence), 0), Integer()),
        )
        .join_from(checkins, people, people.c.id == checkins.c.person_id)
        .join(progress_updates, progress_updates.c.checkin_id == checkins.c.id)
    )
    return Prepared(_within(said, of_one=of_one).group_by(*by).order_by(checkins.c.period, people.c.team_id))


def _service(*, of_one: bool) -> Prepared:
    received = service_feedback.c.received_on
    # Grouped by plain numbers: both databases know them, and neither has the other's way of cutting a date.
    by = (
        service_feedback.c.team_id,
        cast(extract("year", received), Integer()),
        cast(extract("month", received), Integer()),
        service_feedback.c.scale,
    )
    statement = select(*by, func.count(), func.sum(service_feedback.c.score)).where(
        service_feedback.c.tenant_id == bindparam("of_tenant"),
        received.between(bindparam("since"), bindparam("until")),
    )
    if of_one:
        statement = statement.where(service_feedback.c.team_id == bindparam("of_team"))
    else:
        statement = statement.where(service_feedback.c.team_id.is_not(None))
    return Prepared(statement.group_by(*by).order_by(by[1], by[2], by[0], by[3]))


def _people(*, answering: bool) -> Prepared:
    asked = select(people.c.team_id, func.count(checkins.c.person_id.distinct())).join_from(
        checkins, people, people.c.id == checkins.c.person_id
    )
    if answering:
        asked = asked.join(progress_updates, progress_updates.c.checkin_id == checkins.c.id).where(_HAS_STATUS)
    else:
        asked = asked.where(_IS_DUE)
    return Prepared(_within(asked, of_one=False).group_by(people.c.team_id))


# Each by whether it is of one team.
_WEEKS = {of_one: _weeks(of_one=of_one) for of_one in (True, False)}
_PROGRESS = {of_one: _progress(of_one=of_one) for of_one in (True, False)}
_SERVICE = {of_one: _service(of_one=of_one) for of_one in (True, False)}
_PEOPLE, _ANSWERING = _people(answering=False), _people(answering=True)


class SqlTeamFigures:
    """See `core.ports.TeamFigures`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def weeks(self, tenant_id: str, since: date, until: date, team_id: str | None = None) -> list[TeamWeek]:
        """Check-ins by team and period."""
        return [TeamWeek(*row) for row in await self._rows(_WEEKS, tenant_id, since, until, team_id)]

    async def progress(
        self, tenant_id: str, since: date, until: date, team_id: str | None = None
    ) -> list[TeamProgress]:
        """What was said of objectives, by team and period."""
        return [TeamProgress(*row) for row in await self._rows(_PROGRESS, tenant_id, since, until, team_id)]

    async def service(
        self, tenant_id: str, since: date, until: date, team_id: str | None = None
    ) -> list[TeamService]:
        """Service users' answers about teams, by team, month and scale."""
        rows = await self._rows(_SERVICE, tenant_id, since, until, team_id)
        return [
            TeamService(team, date(year, month, 1), scale, count, total)
            for team, year, month, scale, count, total in rows
        ]

    async def people(self, tenant_id: str, since: date, until: date) -> dict[str, int]:
        """How many different people of each team were asked in that time."""
        return await self._count(_PEOPLE, tenant_id, since, until)

    async def answering(self, tenant_id: str, since: date, until: date) -> dict[str, int]:
        """How many different people of each team said anything of an objective in that time."""
        return await self._count(_ANSWERING, tenant_id, since, until)

    async def _rows(
        self, of: dict[bool, Prepared], tenant_id: str, since: date, until: date, team_id: str | None
    ) -> Sequence[Row]:
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        if team_id is not None:
            given["of_team"] = team_id
        return await of[team_id is not None].rows(self._connection, given)

    async def _count(self, statement: Prepared, tenant_id: str, since: date, until: date) -> dict[str, int]:
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        return {row[0]: row[1] for row in await statement.rows(self._connection, given)}
