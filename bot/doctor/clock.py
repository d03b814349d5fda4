"""Whether this machine's clock agrees with others'."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.doctor.check import Check, duration, right, wrong

MOST_APART = timedelta(seconds=5)
"""Leases and turns bear a second or so; a `Date` tells whole seconds, and an answer takes a moment."""


def against(whose: str, date: str, now: datetime) -> Check | None:
    """This machine's time (UTC) beside what an HTTP answer's `Date` says; None where it says nothing."""
    try:
        theirs = parsedate_to_datetime(date)
    except ValueError:
        return None
    if theirs.tzinfo is None:
        theirs = theirs.replace(tzinfo=UTC)
    apart = now - theirs
    if abs(apart) <= MOST_APART:
        return right("clock", f"agrees with {whose}'s")
    todo = "Let this machine keep time by NTP: systemctl enable --now systemd-timesyncd."
    said = f"{duration(abs(apart))} {'ahead of' if apart > timedelta() else 'behind'} {whose}'s"
    return wrong("clock", said, todo)
