"""Keeps the drafts of each form in order: one at a time, and only the newest of those that wait.

Slack sends a form's whole state with every change, faster than it may be stored. A draft that a newer one has
overtaken holds nothing the newer one lacks, and working on both at once could leave the older one standing.
"""

import asyncio
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[None]]
Start = Callable[[Awaitable[None]], asyncio.Task[None]]


class Drafts:
    """Works on drafts, by the id of the view they come from; `start` starts a task and keeps it alive."""

    def __init__(self, start: Start) -> None:
        self._start = start
        self._waiting: dict[str, Work] = {}
        self._running: dict[str, asyncio.Task[None]] = {}

    def offer(self, view_id: str, work: Work) -> None:
        """Do `work` next for this view, in place of whatever still waits."""
        self._waiting[view_id] = work
        if view_id not in self._running:
            self._running[view_id] = self._start(self._run(view_id))

    async def finish(self, view_id: str) -> None:
        """Drop what waits, and return once nothing of this view is being worked on."""
        self._waiting.pop(view_id, None)
        running = self._running.get(view_id)
        if running is not None:
            await asyncio.wait({running})

    async def _run(self, view_id: str) -> None:
        try:
            while work := self._waiting.pop(view_id, None):
                await work()
        finally:
            del self._running[view_id]
