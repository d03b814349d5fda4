"""The ways in which Slack's Web API can be told to fail."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil


@dataclass(frozen=True, slots=True)
class RateLimited:
    """Answer 429 and ask to wait."""

    seconds: int = 30


@dataclass(frozen=True, slots=True)
class ServerError:
    """Answer that Slack itself has failed."""

    status: int = 500


@dataclass(frozen=True, slots=True)
class Refusal:
    """Answer with an error code."""

    error: str


@dataclass(frozen=True, slots=True)
class Hang:
    """Never answer, `after` the call was carried out or without doing it."""

    after: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Close the connection, `after` the call was carried out or before."""

    after: bool = True


@dataclass(frozen=True, slots=True)
class SlowBody:
    """Carry the call out, begin to answer and never come to an end."""


@dataclass(slots=True)
class Allowance:
    """How many calls of a method are granted in how long; those beyond get 429 and the seconds to wait."""

    most: int
    in_: timedelta
    clock: Callable[[], datetime]
    granted: deque[datetime] = field(default_factory=deque)

    def next_call(self) -> RateLimited | None:
        """Grant a call, or say how long to wait."""
        now = self.clock()
        while self.granted and self.granted[0] <= now - self.in_:
            self.granted.popleft()
        if len(self.granted) < self.most:
            self.granted.append(now)
            return None
        return RateLimited(ceil((self.granted[0] + self.in_ - now).total_seconds()))


Failure = RateLimited | ServerError | Refusal | Hang | Dropped | SlowBody
