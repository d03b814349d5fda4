"""Whether this machine's clock agrees with others'."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.doctor.check import Check, duration, right, wrong

MOST_APART = timedelta(seconds=5)
"""Leases and turns bear a second or so; a `Date` tells whole seconds, and an answer takes a moment."""


def against(whose: str, date: str, asked_at: datetime, now: datetime) -> Check | None:
    """This machine's times (UTC) of asking and of being answered, beside the answer's `Date`; None without one."""
    try:
        theirs = parsedate_to_datetime(date)
    except ValueError:
        return None
    if theirs.tzinfo is None:
        theirs = theirs.replace(tzinfo=UTC)
    if asked_at - MOST_APART <= theirs <= now + MOST_APART:
        return right("clock", f"agrees with {whose}'s")
    todo = "Let this machine keep time by NTP: systemctl enable --now systemd-timesyncd."
    apart = min(asked_at - theirs, now - theirs, key=abs)
    said = f"{duration(abs(apart))} {'ahead of' if apart > timedelta() else 'behind'} {whose}'s"
    return wrong("clock", said, todo)
