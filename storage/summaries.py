"""When each team's summary is due and which were posted."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.asked_summary import ShownSummary
from core.model.person import Team
from core.model.span import SpanKind
from core.model.summary_settings import Section, SummarySettings
from storage.mapping import TEAM
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import posted_monthly_summaries, posted_summaries, shown_summaries, summary_settings, teams

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

_MONTH_WAS_POSTED = select(
    exists().where(
        posted_monthly_summaries.c.team_id == bindparam("team_id"),
        posted_monthly_summaries.c.month == bindparam("period"),
    )
)
_SETTINGS = select(summary_settings).where(among(summary_settings.c.team_id, "teams"))
_SHOWN = select(shown_summaries.c.about, shown_summaries.c.shown_at).where(
    shown_summaries.c.lane == bindparam("of_lane")
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

    async def was_posted(self, team_id: str, period: date, every: SpanKind = SpanKind.WEEK) -> bool:
        """Whether the team's summary of this period, or of the month that begins on the day, was posted."""
        asked = _MONTH_WAS_POSTED if every is SpanKind.MONTH else _WAS_POSTED
        found = await self._connection.execute(asked, {"team_id": team_id, "period": period})
        return bool(found.scalar_one())

    async def mark_posted(self, team_id: str, period: date, at: datetime, every: SpanKind = SpanKind.WEEK) -> None:
        """Note that the summary was posted; the first time counts."""
        is_month = every is SpanKind.MONTH
        table, day = (posted_monthly_summaries, "month") if is_month else (posted_summaries, "period")
        await self._connection.execute(
            insert_or_ignore(self._connection, table, "team_id", day),
            {"team_id": team_id, day: period, "posted_at": at},
        )

    async def settings(self, team_ids: Collection[str]) -> dict[str, SummarySettings]:
        """What these teams want of their summaries; those that never said are absent."""
        found = {}
        for row in await self._connection.execute(_SETTINGS, {"teams": team_ids}):
            # A part that a later release knows is none that this one could show.
            hidden = frozenset(Section(word) for word in row.hidden.split() if word in set(Section))
            found[row.team_id] = SummarySettings(row.every, row.sent_to, hidden)
        return found

    async def keep_settings(self, team_id: str, settings: SummarySettings) -> None:
        """Insert or update."""
        await self._connection.execute(
            insert_or_update(self._connection, summary_settings, "team_id"),
            {
                "team_id": team_id,
                "every": settings.every,
                "sent_to": settings.sent_to,
                "hidden": " ".join(sorted(settings.hidden)),
            },
        )

    async def shown(self, lane: str) -> ShownSummary | None:
        """The summary that was shown last to this person or in this channel."""
        row = (await self._connection.execute(_SHOWN, {"of_lane": lane})).one_or_none()
        return ShownSummary(row.about, row.shown_at) if row else None

    async def keep_shown(self, lane: str, about: str, at: datetime) -> None:
        """Note that a summary was shown there."""
        await self._connection.execute(
            insert_or_update(self._connection, shown_summaries, "lane"),
            {"lane": lane, "about": about, "shown_at": at},
        )
