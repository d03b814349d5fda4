"""What service users said of teams and objectives."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, Select, bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.service_feedback import Scale, ServiceFeedback, ServiceFigure, Tally, windows
from storage.mapping import SERVICE_FEEDBACK
from storage.prepared import Prepared, Row
from storage.sql import among, execute_in_parts, insert_or_update
from storage.tables import service_feedback

_KNOWN = select(*SERVICE_FEEDBACK.columns).where(
    service_feedback.c.tenant_id == bindparam("of_tenant"),
    among(service_feedback.c.source, "sources"),
    among(service_feedback.c.reference, "reference_ids"),
)
_IS_RECENT = case((service_feedback.c.received_on >= bindparam("recent", type_=Date()), 1), else_=0)


def _figures(subject: ColumnElement[Any]) -> Prepared:
    """Count and sum by subject, source, scale and window."""
    # Grouped from outside, since a parameter within GROUP BY is another one to PostgreSQL.
    within = (
        select(
            subject.label("subject"),
            service_feedback.c.source,
            service_feedback.c.scale,
            _IS_RECENT.label("is_recent"),
            service_feedback.c.score,
        )
        .where(
            among(subject, "subjects"),
            service_feedback.c.received_on >= bindparam("since", type_=Date()),
            service_feedback.c.received_on <= bindparam("until", type_=Date()),
        )
        .subquery()
    )
    by = (within.c.subject, within.c.source, within.c.scale, within.c.is_recent)
    counted = func.count(type_=Integer()), func.sum(within.c.score)
    return Prepared(select(*by, *counted).group_by(*by).order_by(within.c.source, within.c.scale))


def _comments(subject: ColumnElement[Any]) -> Prepared:
    statement: Select[Any] = (
        select(*SERVICE_FEEDBACK.columns)
        .where(
            subject == bindparam("subject"),
            service_feedback.c.received_on >= bindparam("since", type_=Date()),
            service_feedback.c.received_on <= bindparam("until", type_=Date()),
            service_feedback.c.text != "",
        )
        .order_by(service_feedback.c.received_on.desc(), service_feedback.c.id)
        .limit(bindparam("most"))
    )
    return Prepared(statement)


_FIGURES_OF_TEAMS = _figures(service_feedback.c.team_id)
_FIGURES_OF_OBJECTIVES = _figures(service_feedback.c.objective_id)
_COMMENTS_ON_TEAM = _comments(service_feedback.c.team_id)
_COMMENTS_ON_OBJECTIVE = _comments(service_feedback.c.objective_id)


class SqlServiceFeedbacks:
    """See `core.ports.ServiceFeedbacks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def known(
        self, tenant_id: str, sources: Collection[str], references: Collection[str]
    ) -> dict[tuple[str, str], ServiceFeedback]:
        """What is kept of these sources under these references, by both."""
        given = {"of_tenant": tenant_id, "sources": sources, "reference_ids": references}
        rows = await self._connection.execute(_KNOWN, given)
        found = [SERVICE_FEEDBACK.read(row) for row in rows]
        return {(each.source, each.reference): each for each in found}

    async def save(self, feedback: Iterable[ServiceFeedback]) -> None:
        """Insert, or update by (tenant, source, reference)."""
        rows = [SERVICE_FEEDBACK.values(each) for each in feedback]
        if rows:
            key = ("tenant_id", "source", "reference")
            statement = insert_or_update(self._connection, service_feedback, *key, leaving=("id",))
            await execute_in_parts(self._connection, statement, rows)

    async def figures_of_teams(
        self, team_ids: Collection[str], today: date
    ) -> Mapping[str, Sequence[ServiceFigure]]:
        """By team, a figure for each source and scale that has answers in the window up to `today`, by source."""
        return await self._figures(_FIGURES_OF_TEAMS, team_ids, today)

    async def figures_of_objectives(
        self, objective_ids: Collection[str], today: date
    ) -> Mapping[str, Sequence[ServiceFigure]]:
        """The same by objective."""
        return await self._figures(_FIGURES_OF_OBJECTIVES, objective_ids, today)

    async def comments_on_team(self, team_id: str, today: date, limit: int) -> list[ServiceFeedback]:
        """What was written in the window up to `today`, the newest first."""
        return await self._comments(_COMMENTS_ON_TEAM, team_id, today, limit)

    async def comments_on_objective(self, objective_id: str, today: date, limit: int) -> list[ServiceFeedback]:
        """The same of an objective."""
        return await self._comments(_COMMENTS_ON_OBJECTIVE, objective_id, today, limit)

    async def _figures(
        self, statement: Prepared, subjects: Collection[str], today: date
    ) -> dict[str, Sequence[ServiceFigure]]:
        recent, since = windows(today)
        given = {"subjects": subjects, "recent": recent, "since": since, "until": today}
        return _figures_in(await statement.rows(self._connection, given))

    async def _comments(self, statement: Prepared, subject: str, today: date, limit: int) -> list[ServiceFeedback]:
        recent, _ = windows(today)
        given = {"subject": subject, "since": recent, "until": today, "most": limit}
        rows = await statement.rows(self._connection, given)
        return [SERVICE_FEEDBACK.read(row) for row in rows]


def _figures_in(rows: Iterable[Row]) -> dict[str, Sequence[ServiceFigure]]:
    """Both windows of a source side by side; a source that has grown silent has no figure."""
    tallies: defaultdict[tuple[str, str, Scale], dict[bool, Tally]] = defaultdict(dict)
    for subject, source, scale, is_recent, count, total in rows:
        tallies[subject, source, scale][bool(is_recent)] = Tally(count, total)
    found: defaultdict[str, list[ServiceFigure]] = defaultdict(list)
    for (subject, source, scale), tally in tallies.items():
        if True in tally:
            found[subject].append(ServiceFigure(source, scale, tally[True], tally.get(False, Tally())))
    return dict(found)
