"""How fast, and whether, a tenant's messages go to a platform; the same for all processes on one database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.model.person import Platform

BREAK_AFTER = 5
"""So many failures without an answer, one after the other, are taken for an outage of the platform."""

FIRST_PROBE_S = 15.0
LONGEST_PROBE_S = 600.0

OUTAGE_LIMIT = timedelta(hours=72)
"""How long a message waits for a platform that is out of reach before it is given up: a long weekend."""

CLOCKS_AGREE = timedelta(minutes=1)
"""What is said to have been noted later than this from now was noted by a clock that was wrong."""

MOST_AHEAD = timedelta(minutes=10)
"""No pace is ever filled further ahead than this, unless by a clock that was wrong."""

SLOWEST_PERCENT = 10
SLOWED_TO_PERCENT = 90
"""What a platform's "too many" leaves of the rate in use, and the least that is used of the configured one."""

MICROSECONDS = 1_000_000
RECOVER_US = 60 * MICROSECONDS
"""How long it takes for a hundredth of a rate to come back."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One message each `interval_s` on the average; after a pause `burst` of them may go at once."""

    interval_s: float
    burst: float

    @property
    def interval_us(self) -> int:
        """The interval in microseconds."""
        return round(self.interval_s * MICROSECONDS)

    def ahead_us(self, interval_us: int) -> int:
        """How far ahead of its turn a message may go, at an interval that may have been lengthened."""
        return round((self.burst - 1) * interval_us)


@dataclass(frozen=True, slots=True)
class Rates:
    """What one platform allows: in all, and in each conversation."""

    overall: Rate
    conversation: Rate


@dataclass(frozen=True, slots=True)
class Hold:
    """How a tenant stands with a platform that is not taking messages as usual; instants are UTC.

    Nothing goes before `until` (None: nothing is held). In an outage, which began at `out_since`, that is when it
    is probed next. `speed_percent` is how much of the configured rate is used.
    """

    platform: Platform
    until: datetime | None
    out_since: datetime | None
    speed_percent: int


def probe_wait_s(probes: int) -> float:
    """How long to leave a platform in peace after it was probed `probes` times in vain."""
    wait_s: float = min(LONGEST_PROBE_S, FIRST_PROBE_S * 2.0 ** min(probes, 10))
    return wait_s


def slowed_us(interval_us: int, speed_percent: int) -> int:
    """The interval at a part of its rate."""
    return interval_us * 100 // speed_percent
