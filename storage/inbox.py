"""Events accepted before they are worked on, so that a crash loses none and a repeat does nothing."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chat.event import Event, Origin
from storage.sql import insert_or_ignore
from storage.tables import inbox

_KEY = ("platform", "workspace", "event_id")
_THIS_ONE = and_(*(inbox.c[name] == bindparam(f"this_{name}") for name in _KEY))
_DONE = update(inbox).where(_THIS_ONE).values(event=null(), done_at=bindparam("now"))
_UNFINISHED = (
    select(inbox.c.event)
    .where(inbox.c.done_at.is_(None), inbox.c.accepted_at < bindparam("before"))
    .order_by(inbox.c.accepted_at, inbox.c.event_id)
    .limit(bindparam("at_most"))
)
_FORGET = delete(inbox).where(inbox.c.done_at < bindparam("before"))


class SqlInbox:
    """See `core.ports.Inbox`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def accept(self, event: Event, now: datetime) -> bool:
        """Store the event; False when its (platform, workspace, event id) was accepted before."""
        row = {name: getattr(event.origin, name) for name in _KEY} | {"event": event, "accepted_at": now}
        done = await self._connection.execute(insert_or_ignore(self._connection, inbox, *_KEY), row)
        return done.rowcount == 1

    async def done(self, origin: Origin, now: datetime) -> None:
        """Mark as worked on and forget its content."""
        key = {f"this_{name}": getattr(origin, name) for name in _KEY}
        await self._connection.execute(_DONE, key | {"now": now})

    async def unfinished(self, accepted_before: datetime, limit: int) -> list[Event]:
        """Events accepted before that instant and not worked on, oldest first."""
        rows = await self._connection.execute(_UNFINISHED, {"before": accepted_before, "at_most": limit})
        return list(rows.scalars())

    async def forget(self, done_before: datetime) -> int:
        """Delete what was worked on before that instant; returns how many rows."""
        return (await self._connection.execute(_FORGET, {"before": done_before})).rowcount
