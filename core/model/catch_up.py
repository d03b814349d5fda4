"""What becomes of work that fell due while Milepost was down: what is still useful, and what is left undone.

One rule for each kind of work that falls due, which the code that does it asks and an administrator can read
(`hr downtime`, `docs/reliability.md`). Whatever still goes out waits for its reader's working time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.model.timer import TimerKind


class DueWork(StrEnum):
    """What falls due beside the timers."""

    PROMPT = "prompt"
    REMINDER = "reminder"
    SNOOZE = "snooze"
    CLOSING = "closing"
    SUMMARY = "summary"
    PAUSE_END = "pause end"


Kind = DueWork | TimerKind


@dataclass(frozen=True, slots=True)
class CatchUp:
    """How long one kind of work is of use.

    `useful_for` is how late it is still done; None: however late, or for as long as what it is about lasts.
    `share` is the part of a window in which it is of use, `least_left` what must be left of that window.
    """

    useful_for: timedelta | None = None
    share: float = 1.0
    least_left: timedelta = timedelta()

    def is_stale(self, due_at: datetime, now: datetime) -> bool:
        """Whether what was due at `due_at` is of no use any more at `now` (both UTC)."""
        return self.useful_for is not None and now - due_at > self.useful_for

    def useful_until(self, opens_at: datetime, closes_at: datetime) -> datetime:
        """The instant in a window from which on it is of no use (all UTC)."""
        return min(opens_at + (closes_at - opens_at) * self.share, closes_at - self.least_left)


ON_TIME = timedelta(minutes=15)
"""Lateness that needs no thought: a slow tick or a short restart."""

_HALF_AN_HOUR = timedelta(minutes=30)

CATCH_UP: Mapping[Kind, CatchUp] = {
    DueWork.PROMPT: CatchUp(share=0.75),
    DueWork.REMINDER: CatchUp(least_left=_HALF_AN_HOUR),
    DueWork.SNOOZE: CatchUp(least_left=_HALF_AN_HOUR),
    DueWork.CLOSING: CatchUp(),
    # Until the next one: the newest alone is posted.
    DueWork.SUMMARY: CatchUp(useful_for=timedelta(days=7)),
    DueWork.PAUSE_END: CatchUp(),
    # These look at the day by which an answer is hoped for, or at the meeting, whenever they are sent.
    TimerKind.FEEDBACK_REMINDER: CatchUp(),
    TimerKind.ROUND_360_REMINDER: CatchUp(),
    TimerKind.ONE_TO_ONE: CatchUp(),
    TimerKind.REVIEW: CatchUp(),
    TimerKind.FEEDBACK_REPORT: CatchUp(),
    TimerKind.ROUND_360_CLOSE: CatchUp(),
    # These work out anew what there is to tell.
    TimerKind.TRAINING_PLAN: CatchUp(),
    TimerKind.ORGANISATION_WEEK: CatchUp(),
    TimerKind.TRAINING_REMINDER: CatchUp(),
    TimerKind.TRAINING_OVERDUE: CatchUp(),
    TimerKind.RECOGNITION_DIGEST: CatchUp(useful_for=timedelta(days=21)),
    TimerKind.BROADCAST: CatchUp(useful_for=timedelta(days=2)),
    TimerKind.SKILLS: CatchUp(useful_for=timedelta(days=14)),
    TimerKind.PULSE: CatchUp(useful_for=timedelta(days=2)),
}
"""The rule of each kind of work; a test holds that none is missing."""
