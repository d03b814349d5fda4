"""Do everything that is due: one call from the engine's timer, on any number of replicas."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from core.model.timer import Timer, TimerKind
from core.ports import Clock, Database, Store, StoreUnavailable
from core.services.ask_360 import remind_360
from core.services.ask_pulse import keep_pulse
from core.services.ask_skills import ask_skills
from core.services.close_360 import close_rounds
from core.services.digest_recognition import post_digests
from core.services.follow_up_check_ins import close_windows, remind_missed, wake_snoozed
from core.services.give_unnamed_feedback import release
from core.services.keep_weeks import keep_due_weeks
from core.services.plan_check_ins import BATCH, IN_TURN, plan_check_ins
from core.services.plan_training import plan_everyone
from core.services.post_summary import TEAMS_AT_ONCE, post_summaries
from core.services.remind_of_feedback import remind_of_feedback
from core.services.remind_one_to_one import remind
from core.services.remind_review import remind_reviews
from core.services.remind_training import remind_training, tell_managers
from core.services.resume_ended_pauses import AT_ONCE, resume_ended_pauses
from core.services.run_broadcasts import run_broadcasts

_Handler = Callable[[Store, Sequence[Timer], datetime], Awaitable[None]]

TIMED: Mapping[TimerKind, _Handler] = {
    TimerKind.FEEDBACK_REMINDER: remind_of_feedback,
    TimerKind.FEEDBACK_REPORT: release,
    TimerKind.ROUND_360_REMINDER: remind_360,
    TimerKind.ROUND_360_CLOSE: close_rounds,
    TimerKind.REVIEW: remind_reviews,
    TimerKind.PULSE: keep_pulse,
    TimerKind.RECOGNITION_DIGEST: post_digests,
    TimerKind.BROADCAST: run_broadcasts,
    TimerKind.ONE_TO_ONE: remind,
    TimerKind.TRAINING_PLAN: plan_everyone,
    TimerKind.TRAINING_REMINDER: remind_training,
    TimerKind.TRAINING_OVERDUE: tell_managers,
    TimerKind.SKILLS: ask_skills,
    TimerKind.ORGANISATION_WEEK: keep_due_weeks,
}
"""What is done when a timer goes off, by its kind; the timer is gone by then and may be set anew."""


_Work = Callable[[Store, datetime], Awaitable[int]]
_Committed = Callable[[], None]
"""Told after each transaction: what it queued can go out while the rest is worked on."""

_Job = Callable[[Database, Clock, _Committed], Awaitable[int | None]]
"""Does all of one kind of work and returns how much that was; None where nothing of any kind is due."""


def in_batches(work: _Work, batch: int) -> _Job:
    """Do one kind of work, up to `batch` at a time in a transaction, until none is left."""

    async def all_due(database: Database, clock: Clock, committed: _Committed) -> int | None:
        done = 0
        while True:
            async with database.reading() as store:
                if not await _anything_due(store, clock.now()):
                    return done or None
            async with database.transaction() as store:
                count = await work(store, clock.now())
            committed()
            done += count
            if count < batch:
                return done

    return all_due


async def _ask_in_turn(database: Database, clock: Clock, committed: _Committed) -> int:
    """Plan the check-ins of all who are due, a batch a transaction, in one order for all batches."""
    done = 0
    while True:
        async with database.reading() as store:
            due = await store.checkins.due_people(clock.now(), IN_TURN)
        planned = 0
        for start in range(0, len(due), BATCH):
            async with database.transaction() as store:
                planned += await plan_check_ins(store, clock.now(), due[start : start + BATCH])
            committed()
        if planned == 0:
            # Nobody is due, or another replica has them in hand.
            return done
        done += planned


def _wake(kind: TimerKind) -> _Work:
    async def wake(store: Store, now: datetime) -> int:
        due = await store.timers.take_due(kind, now, BATCH)
        if due:
            await TIMED[kind](store, due, now)
        return len(due)

    return wake


_JOBS: tuple[_Job, ...] = (
    in_batches(resume_ended_pauses, AT_ONCE),
    in_batches(close_windows, BATCH),
    in_batches(wake_snoozed, BATCH),
    in_batches(remind_missed, BATCH),
    in_batches(post_summaries, TEAMS_AT_ONCE),
    _ask_in_turn,
    # Until none is due: one may be set anew for at once, so that long work goes on in the next transaction.
    *(in_batches(_wake(kind), 1) for kind in TIMED),
)
"""Pauses end before anyone is asked.

Windows close before anyone is reminded of them in vain, and before summaries count them. What was put off comes
back before reminders, for which it may stand. Summaries go out before the next prompts.
"""


async def tick(database: Database, clock: Clock, committed: _Committed = lambda: None) -> int:
    """Do all that is due now, a transaction a batch; returns how many things were done.

    `committed` is told after each transaction, so that messages need not wait for the last of them.
    Work that fails does not keep the rest from being done: its error is raised once all was tried, several as one
    `ExceptionGroup`. Raises `StoreUnavailable` at once.
    """
    done = 0
    failed: list[Exception] = []
    for job in _JOBS:
        try:
            count = await job(database, clock, committed)
        except StoreUnavailable:
            raise
        except Exception as error:
            failed.append(error)
            continue
        if count is None:
            break
        done += count
    if len(failed) == 1:
        raise failed[0]
    if failed:
        raise ExceptionGroup("several kinds of work failed", failed)
    return done


async def _anything_due(store: Store, now: datetime) -> bool:
    due = await store.timers.next_instant()
    return due is not None and due <= now
