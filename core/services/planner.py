"""Do everything that is due: one call from the engine's timer, on any number of replicas."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from core.model.timer import Timer, TimerKind
from core.ports import Clock, Database, Store
from core.services.follow_up_check_ins import close_windows, remind_missed, wake_snoozed
from core.services.plan_check_ins import BATCH, plan_check_ins
from core.services.post_summary import TEAMS_AT_ONCE, post_summaries
from core.services.resume_ended_pauses import AT_ONCE, resume_ended_pauses
from core.services.run_broadcasts import run_broadcasts

_Handler = Callable[[Store, Sequence[Timer], datetime], Awaitable[None]]

TIMED: Mapping[TimerKind, _Handler] = {
    TimerKind.BROADCAST: run_broadcasts,
}
"""What is done when a timer goes off, by its kind; the timer is gone by then and may be set anew."""


async def wake(store: Store, now: datetime) -> int:
    """Do one batch of what timers are due for; returns how many went off."""
    due = await store.timers.take_due(now, BATCH)
    by_kind: defaultdict[TimerKind, list[Timer]] = defaultdict(list)
    for timer in due:
        by_kind[timer.kind].append(timer)
    for kind, timers in by_kind.items():
        await TIMED[kind](store, timers, now)
    return len(due)


_Work = Callable[[Store, datetime], Awaitable[int]]

_WORK: tuple[tuple[_Work, int], ...] = (
    (resume_ended_pauses, AT_ONCE),
    (wake_snoozed, BATCH),
    (remind_missed, BATCH),
    (close_windows, BATCH),
    (post_summaries, TEAMS_AT_ONCE),
    (plan_check_ins, BATCH),
    # Until none is due: one may be set anew for at once, so that a long work goes on in the next transaction.
    (wake, 1),
)
"""Pauses end before anyone is asked.

Windows close before summaries count them, and summaries go out before the next prompts.
"""


async def tick(database: Database, clock: Clock) -> int:
    """Do all that is due now, a transaction a batch; returns how many things were done."""
    done = 0
    for work, batch in _WORK:
        while True:
            async with database.reading() as store:
                idle = not await _anything_due(store, clock.now())
            if idle:
                return done
            async with database.transaction() as store:
                count = await work(store, clock.now())
            done += count
            if count < batch:
                break
    return done


async def _anything_due(store: Store, now: datetime) -> bool:
    due = await store.timers.next_instant()
    return due is not None and due <= now
