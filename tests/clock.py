"""A clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta


class MovableClock:
    """The time for tests: starts at `now` (Monday 23 November 2026, 09:00 UTC) and moves only when told to."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) -> None:
        self._now = now
        self._put_ahead = timedelta()

    def now(self) -> datetime:
        """The present instant, timezone-aware, UTC."""
        return self._now

    def elapsed(self) -> float:
        """Seconds; the time that is skipped has passed."""
        return (self._now - self._put_ahead).timestamp()

    def put_ahead(self, **by: float) -> None:
        """Show a later time from now on, though none has passed."""
        self._put_ahead += timedelta(**by)
        self.advance(**by)

    def move_to(self, instant: datetime) -> None:
        """Make it `instant`, which must be timezone-aware."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        self._now = instant.astimezone(UTC)

    def advance(self, **by: float) -> None:
        """Move on by so many `days`, `hours`, `minutes`, `seconds` and so on."""
        self._now += timedelta(**by)
