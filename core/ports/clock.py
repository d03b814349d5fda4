"""The time, as the core is told it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The time; injected everywhere so that tests and the demo can move it."""

    def now(self) -> datetime:
        """The present instant, timezone-aware, UTC."""
        ...

    def elapsed(self) -> float:
        """Seconds since some moment, on a clock that goes on evenly when somebody puts the time right."""
        ...
