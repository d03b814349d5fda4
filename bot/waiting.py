"""How an event waits for the same person's earlier ones, which another process may be working on."""

import asyncio
import random

SHORTEST_WAIT_S, LONGEST_WAIT_S = 0.005, 0.1
MOST_WAITING_S = 30.0
"""How long an event waits for the same person's earlier ones before it is left for later."""


class StillWaiting(Exception):
    """An earlier event of the same person takes too long."""


class Waiting:
    """Waits a little longer each time, so that the first steps are as short as most events take."""

    def __init__(self) -> None:
        self._began = asyncio.get_running_loop().time()
        self._next_s = SHORTEST_WAIT_S

    async def a_moment(self) -> None:
        """Wait once more. Raises `StillWaiting` when that has gone on for too long."""
        if asyncio.get_running_loop().time() - self._began > MOST_WAITING_S:
            raise StillWaiting
        await asyncio.sleep(self._next_s * random.uniform(0.5, 1))  # noqa: S311
        self._next_s = min(2 * self._next_s, LONGEST_WAIT_S)
