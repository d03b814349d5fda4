"""When each team's summary is due and which were posted."""

from datetime import date, datetime

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Team
from storage.mapping import TEAM
from storage.sql import insert_or_ignore
from storage.tables import posted_summaries, teams

_DUE = (
    select(*TEAM.columns)
    .where(teams.c.next_summary_at <= bindparam("now"))
    .order_by(teams.c.next_summary_at, teams.c.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)
_SCHEDULE = update(teams).where(teams.c.id == bindparam("team_id")).values(next_summary_at=bindparam("next_at"))
_WAS_POSTED = select(
    exists().where(
        posted_summaries.c.team_id == bindparam("team_id"), posted_summaries.c.period == bindparam("period")
    )
)


class SqlSummaries:
    """See `core.ports.Summaries`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def due(self, now: datetime, limit: int) -> list[Team]:
        """Teams whose summary is due at `now` or before, longest due first; for this transaction alone."""
        rows = await self._connection.execute(_DUE, {"now": now, "at_most": limit})
        return [TEAM.read(row) for row in rows]

    async def schedule(self, team_id: str, next_at: datetime | None) -> None:
        """Set when the team's next summary is due; None for never."""
        await self._connection.execute(_SCHEDULE, {"team_id": team_id, "next_at": next_at})

    async def was_posted(self, team_id: str, period: date) -> bool:
        """Whether the team's summary of this period was posted."""
        found = await self._connection.execute(_WAS_POSTED, {"team_id": team_id, "period": period})
        return bool(found.scalar_one())

    async def mark_posted(self, team_id: str, period: date, at: datetime) -> None:
        """Note that the summary was posted; the first time counts."""
        await self._connection.execute(
            insert_or_ignore(self._connection, posted_summaries, "team_id", "period"),
            {"team_id": team_id, "period": period, "posted_at": at},
        )
