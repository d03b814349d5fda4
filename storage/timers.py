"""When something falls due: timers, and the earliest instant of everything that waits for one."""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, ColumnElement, bindparam, delete, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.timer import Timer, TimerKind
from core.schedule.working_time import local_instant
from storage import tables
from storage.mapping import TIMER
from storage.sql import among, insert_or_update
from storage.tables import IS_UNANSWERED, PAUSE_ENDS, checkins, enrolments, objectives, people, teams, timers

_KEY = (timers.c.kind, timers.c.subject)
# A CTE, because PostgreSQL may run a plain subquery more than once and so take more timers than the limit.
_due = (
    select(*_KEY)
    .where(timers.c.kind == bindparam("of_kind"), timers.c.due_at <= bindparam("now"))
    .order_by(timers.c.due_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_TAKE = delete(timers).where(tuple_(*_KEY).in_(select(_due.c.kind, _due.c.subject))).returning(*TIMER.columns)
_CLEAR = delete(timers).where(timers.c.kind == bindparam("of_kind"), among(timers.c.subject, "subjects"))


def _earliest(instant: Column[Any], *conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(func.min(instant)).where(instant.is_not(None), *conditions).scalar_subquery()


_NEXT_INSTANTS = select(
    _earliest(enrolments.c.next_due_at),
    _earliest(checkins.c.remind_at, IS_UNANSWERED),
    _earliest(checkins.c.snoozed_until, IS_UNANSWERED),
    _earliest(checkins.c.closes_at, IS_UNANSWERED),
    _earliest(teams.c.next_summary_at),
    _earliest(timers.c.due_at),
    _earliest(objectives.c.paused_until, PAUSE_ENDS),
)

# Of paused objectives there are few: nearly always the statement above is all.
_LAST_DAYS = (
    select(people.c.timezone, func.min(objectives.c.paused_until))
    .join(objectives, objectives.c.person_id == people.c.id)
    .where(PAUSE_ENDS)
    .group_by(people.c.timezone)
)


class SqlTimers:
    """See `core.ports.Timers`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def set(self, timers: Iterable[Timer]) -> None:
        """Insert, or move the one of the same kind and subject."""
        rows = [TIMER.values(each) for each in timers]
        if rows:
            await self._connection.execute(
                insert_or_update(self._connection, tables.timers, "kind", "subject"), rows
            )

    async def clear(self, kind: TimerKind, subjects: Collection[str]) -> None:
        """Let these go off no more; those that are not there are no error."""
        if subjects:
            await self._connection.execute(_CLEAR, {"of_kind": kind, "subjects": subjects})

    async def take_due(self, kind: TimerKind, now: datetime, limit: int) -> list[Timer]:
        """Take away up to `limit` timers of this kind due at `now`; no other replica gets them too."""
        taken = await self._connection.execute(_TAKE, {"of_kind": kind, "now": now, "at_most": limit})
        # RETURNING has no order of its own.
        return sorted((TIMER.read(row) for row in taken), key=lambda each: (each.due_at, each.subject))

    async def next_instant(self) -> datetime | None:
        """The earliest instant at which anything is due: see `core.ports.Timers.next_instant`."""
        *instants, last_day = (await self._connection.execute(_NEXT_INSTANTS)).one()
        if last_day is not None:
            for zone, day in await self._connection.execute(_LAST_DAYS):
                instants.append(local_instant(day + timedelta(days=1), time(), ZoneInfo(zone)))
        return min((instant for instant in instants if instant is not None), default=None)
