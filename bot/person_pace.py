"""How fast one person's events are worked on: a burst at once, then one after the other, so that no other waits.

What comes faster is in the inbox already and only waits, so that none of it is lost. Forms, and choices that are
looked up, are not held up: their senders' clients wait for the answer.
"""

import asyncio
from collections import OrderedDict

from aiolimiter import AsyncLimiter

from core.chat.event import ActionChosen, CommandInvoked, Event, HomeOpened, MessageChosen, TextReceived

AT_ONCE = 30
"""In a minute: more answers than anyone reads. It is the pace of what waits as well, one every two seconds."""

MOST_WAITING = 120
"""Of one person; four minutes' worth. What is beyond stays in the inbox until the timer looks for what is left."""

MOST_PEOPLE = 20_000
_MINUTE_S = 60.0
_PACED = (CommandInvoked, TextReceived, ActionChosen, MessageChosen, HomeOpened)


class TooManyWaiting(Exception):
    """So much of one person's waits already that this is left for later."""


class PersonPace:
    """Counts each person's events in this process; without `at_once` nobody is held up."""

    def __init__(self, at_once: int | None = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        self._at_once = at_once
        self._most_waiting = most_waiting
        self._people: OrderedDict[str, _Person] = OrderedDict()

    def is_over(self, lane: str, event: Event) -> bool:
        """Whether this event of a person will have to wait; True once a minute, so that they are told once."""
        person = self._person(lane, event)
        if person is None or person.limiter.has_capacity():
            return False
        now = asyncio.get_running_loop().time()
        if person.told_at is not None and now - person.told_at < _MINUTE_S:
            return False
        person.told_at = now
        return True

    async def turn(self, lane: str, event: Event) -> None:
        """Wait until the person's next event may be worked on. Raises `TooManyWaiting`."""
        person = self._person(lane, event)
        if person is None:
            return
        if person.waiting >= self._most_waiting:
            raise TooManyWaiting
        person.waiting += 1
        try:
            await person.limiter.acquire()
        finally:
            person.waiting -= 1

    def _person(self, lane: str, event: Event) -> "_Person | None":
        if self._at_once is None or not isinstance(event, _PACED):
            return None
        person = self._people.setdefault(lane, _Person(self._at_once))
        self._people.move_to_end(lane)
        if len(self._people) > MOST_PEOPLE:
            self._people.popitem(last=False)
        return person


class _Person:
    def __init__(self, at_once: int) -> None:
        self.limiter = AsyncLimiter(at_once, _MINUTE_S)
        self.waiting = 0
        self.told_at: float | None = None
