"""The first start on a restored backup: nothing that was sent since the backup is sent again unasked.

What fell due since the backup is planned first, as after any pause. Then everything that is to go out by now, the
backup's own unsent messages among it, counts as uncertain: on Slack each is looked for by its metadata and sent
only if it is not there; where a platform cannot tell, it is given up, for an administrator to see.
"""

from datetime import datetime

import structlog

from core.cause import caused_by
from core.ports import Clock
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.moving.restored import backup_taken_at, doubt_unsent

_log = structlog.get_logger()


async def settle_restored(database: SqlDatabase, clock: Clock) -> None:
    """Do so if the database was restored and nothing has run on it since; before anything is delivered."""
    taken_at = await backup_taken_at(database)
    if taken_at is not None:
        await settle_since(database, clock, taken_at)


async def settle_since(database: SqlDatabase, clock: Clock, taken_at: datetime) -> int:
    """Settle a database restored from a backup taken at that instant; returns how many messages are doubted."""
    try:
        with caused_by("restore"):
            await tick(database, clock)
    except ExceptionGroup:
        # What was queued is doubted all the same; the rest is tried again by the timer.
        _log.exception("restored.not_all_was_planned")
    doubted = await doubt_unsent(database, taken_at, clock.now())
    _log.warning("restored.unsent_are_looked_for_first", backup_taken_at=taken_at.isoformat(), messages=doubted)
    return doubted
