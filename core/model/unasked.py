"""How many messages nobody asked for one person gets in a week: the one place that says so.

The outbox keeps to it (`storage/unasked.py`), whatever feature a message comes from. Answers, and what a colleague
says to someone, are no part of it.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import Enum, auto

WEEK = timedelta(days=7)
MOST_A_WEEK = 3
"""In any seven days, beside the check-in and its one reminder: with these five, one a working day."""


class Unasked(Enum):
    """What becomes of an unasked message where a person has had their share."""

    BY_SCHEDULE = auto()
    """It goes, and takes nothing of the share: what the organisation set up, once a period."""
    AT_ITS_TIME = auto()
    """It goes, and takes of the share: who sends it named the person and the time."""
    WAITS = auto()
    """It goes as soon as there is room, or not at all where it would come too late."""


UNASKED = {
    # The check-in is what Milepost is there for, and it is reminded of once; a lead's summary is of check-ins.
    "check-in prompt": Unasked.BY_SCHEDULE,
    "check-in reminder": Unasked.BY_SCHEDULE,
    "team summary": Unasked.BY_SCHEDULE,
    # A meeting is on its day, and a broadcast at the hour that HR chose: it may be that the building is closed.
    "one-to-one reminder": Unasked.AT_ITS_TIME,
    "broadcast": Unasked.AT_ITS_TIME,
    # A colleague hopes for an answer by a day; rounds have a limit of their own.
    "feedback request": Unasked.AT_ITS_TIME,
    "360 ask": Unasked.AT_ITS_TIME,
    # The organisation answers for what the law asks for: a line manager hears of it, in one message a morning.
    "training overdue": Unasked.AT_ITS_TIME,
    "360 reminder": Unasked.WAITS,
    "feedback reminder": Unasked.WAITS,
    "objectives resumed": Unasked.WAITS,
    "pulse": Unasked.WAITS,
    "review reminder": Unasked.WAITS,
    "skills question": Unasked.WAITS,
    "training reminder": Unasked.WAITS,
}
"""By a message's purpose."""

COUNTED = frozenset(each for each, kind in UNASKED.items() if kind is not Unasked.BY_SCHEDULE)
WAITING = frozenset(each for each, kind in UNASKED.items() if kind is Unasked.WAITS)


def first_room(wanted: datetime, taken: Collection[datetime]) -> datetime:
    """The first instant from `wanted` on at which one more makes no seven days hold too many; all are UTC.

    `taken` is when those that count went or will go, also later than `wanted`.
    """
    times = sorted(taken)
    runs = [times[start : start + MOST_A_WEEK] for start in range(len(times) - MOST_A_WEEK + 1)]
    at = wanted
    while True:
        full = next((run for run in runs if max(run[-1], at) - min(run[0], at) < WEEK), None)
        if full is None:
            return at
        at = full[0] + WEEK
