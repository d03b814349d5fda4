"""How many messages nobody asked for one person gets in a week: the one place that says so.

The outbox keeps to it as each message is about to go (`storage/unasked.py`), whatever feature it comes from. A
message is unasked unless it answers what its reader just did (`Send.asked`), so that a new feature cannot forget.
Times are UTC; a week is Monday to Sunday where the person is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)

A_WEEK = 5
"""Unless HR says otherwise: with the check-in and its one reminder, one a working day."""

FEWEST_A_WEEK = 3
"""The check-in, its reminder and one for everything else; what is over goes along with these."""

MOST_A_WEEK = 20

MORNING = timedelta(hours=3)
"""What can wait goes along with a check-in that is due so soon, and comes no sooner after another message."""

MOST_TOGETHER = 10
"""Parts of one message; more would be read by nobody."""


class Tier(IntEnum):
    """Who goes first where a week is nearly full; what fits in no tier's room goes along with what does."""

    PROMPT = 0
    PRESSING = 1
    """What the organisation answers for, or what has its hour: all but the prompt's own place is open to it."""
    OTHER = 2
    """Leaves room for the check-in and for its reminder."""


_PRESSING = ("training overdue", "one-to-one reminder", "check-in reminder", "training reminder", "team summary")
_FIRST = ("check-in prompt", *_PRESSING, "broadcast")
_LEISURELY = (
    "review reminder",
    "360 reminder",
    "feedback reminder",
    "objectives resumed",
    "skills question",
    "pulse",
)
CAN_WAIT = frozenset({"training reminder", "training overdue", *_LEISURELY})
"""Purposes that are of no hour: a message of their own is made of them only where none is near."""

PROMPT_PURPOSE = "check-in prompt"


@dataclass(frozen=True, slots=True)
class Gone:
    """An unasked message that went (or is going) at an instant; several that went together are one."""

    at: datetime
    tier: Tier


def tier_of(purpose: str) -> Tier:
    """The tier of a purpose; one that is not known is none of the first."""
    if purpose == PROMPT_PURPOSE:
        return Tier.PROMPT
    return Tier.PRESSING if purpose in _PRESSING else Tier.OTHER


def urgency(purpose: str) -> int:
    """Its place within one message, the lowest first: the pressing, what people say, then what can wait."""
    if purpose in _FIRST:
        return _FIRST.index(purpose)
    return len(_FIRST) + 1 + _LEISURELY.index(purpose) if purpose in _LEISURELY else len(_FIRST)


def has_room(tier: Tier, at: datetime, gone: Collection[Gone], a_week: int, zone: ZoneInfo) -> bool:
    """Whether one more of this tier may go at `at`, after those that are `gone`.

    No week of the person's holds more than `a_week`; of these one place is kept for the check-in and one for its
    reminder, and no seven days on end hold more than the rest of what could wait.
    """
    monday = _monday(at, zone)
    this_week = [each for each in gone if _monday(each.at, zone) == monday]
    if len(this_week) >= a_week:
        return False
    if tier is Tier.PROMPT:
        return True
    if sum(each.tier is not Tier.PROMPT for each in this_week) >= a_week - 1:
        return False
    if tier is Tier.PRESSING:
        return True
    recent = [each for each in gone if each.tier is Tier.OTHER and at - WEEK < each.at <= at]
    return len(recent) < a_week - 2


def first_room(tier: Tier, since: datetime, gone: Collection[Gone], a_week: int, zone: ZoneInfo) -> datetime:
    """The first instant from `since` on at which one more of this tier may go."""
    mondays = [_monday(since, zone) + WEEK * number for number in (1, 2)]
    candidates = [since, *(each.at + WEEK for each in gone if each.at + WEEK > since)]
    candidates += [each.replace(tzinfo=zone).astimezone(UTC) for each in mondays]
    return next(at for at in sorted(candidates) if has_room(tier, at, gone, a_week, zone))


def _monday(at: datetime, zone: ZoneInfo) -> datetime:
    """Midnight (naive, local) on the Monday of the week that holds `at`."""
    local = at.astimezone(zone)
    return datetime.combine(local.date() - timedelta(days=local.weekday()), time())
