"""What whoever watches over Milepost asks the database: does a timer live, and how do the queues stand?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from core.model.delivery import DeliveryState
from core.model.person import Platform
from storage.database import SqlDatabase
from storage.sql import insert_or_update
from storage.tables import heartbeats, inbox, is_unfinished, outbox

_LAST_BEAT = select(heartbeats.c.beat_at).where(heartbeats.c.name == bindparam("of_name"))
_PLATFORM = func.coalesce(outbox.c.channel_platform, outbox.c.wanted_platform)
_QUEUES = (
    select(outbox.c.state, _PLATFORM.label("platform"), func.count(), func.min(outbox.c.available_at))
    .where(is_unfinished(outbox))
    .group_by(outbox.c.state, _PLATFORM)
)
_UNFINISHED = select(func.count(), func.min(inbox.c.accepted_at)).where(
    inbox.c.done_at.is_(None), inbox.c.given_up_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Queue:
    """Messages of one state for one platform; None where the platform is chosen when they are sent.

    `earliest_at` (UTC) is when the first of them is or was due, or when its lease ends.
    """

    state: DeliveryState
    platform: Platform | None
    count: int
    earliest_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """The unfinished part of outbox and inbox; `oldest_event_at` is None where no event waits."""

    queues: tuple[Queue, ...]
    events: int
    oldest_event_at: datetime | None


async def standing(database: SqlDatabase) -> Standing:
    """How the queues stand: two queries by index, which cost what is unfinished and not what was ever sent."""
    async with database.connected_for_reading() as connection:
        queues = tuple(
            Queue(state, Platform(platform) if platform else None, count, earliest_at)
            for state, platform, count, earliest_at in await connection.execute(_QUEUES)
        )
        events, oldest_event_at = (await connection.execute(_UNFINISHED)).one()
    return Standing(queues, events, oldest_event_at)


async def beat(database: SqlDatabase, name: str, at: datetime) -> None:
    """Note that the work of that name was done at that instant."""
    async with database.connected_for_writing() as connection:
        await connection.execute(insert_or_update(connection, heartbeats, "name"), {"name": name, "beat_at": at})


async def last_beat(database: SqlDatabase, name: str) -> datetime | None:
    """When the work of that name was last done, by any process; None when never."""
    async with database.connected_for_reading() as connection:
        found: datetime | None = (await connection.execute(_LAST_BEAT, {"of_name": name})).scalar_one_or_none()
    return found
