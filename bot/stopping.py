"""A stop that was asked for: whoever watches is told first, and everything else shares the time there is."""

from time import monotonic

STOP_WITHIN_S = 18.0
"""From the signal to the end; who runs containers gives them a little more before they are killed."""


class Stopping:
    """Whether this process is about to end, and how long what it still does may take."""

    def __init__(self, within_s: float = STOP_WITHIN_S) -> None:
        self._within_s = within_s
        self._until: float | None = None

    @property
    def has_begun(self) -> bool:
        """Whether a stop was asked for."""
        return self._until is not None

    def begin(self) -> float:
        """The time runs from now on, until the instant returned; a second call changes nothing."""
        if self._until is None:
            self._until = monotonic() + self._within_s
        return self._until

    def left_s(self, at_most: float = float("inf")) -> float:
        """How many seconds are left, at most so many; 0 when they are used up. Begins the stop."""
        return max(0.0, min(at_most, self.begin() - monotonic()))
