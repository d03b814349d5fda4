"""Open pages waiting for news: which conversations each one shows, and what it has still to be told."""

import asyncio
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST_NEWS_WAITING = 1_000
"""A page that takes in nothing for so long is let go; it comes back by itself and reads everything anew."""


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message was posted or edited."""

    message_id: int


@dataclass(frozen=True, slots=True)
class TimeMoved:
    """The demo's clock was moved."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Nothing more will come."""


News = MessageChanged | TimeMoved | Closing


@dataclass(frozen=True, slots=True, eq=False)
class Listener:
    """One open page."""

    conversations: frozenset[str]
    news: asyncio.Queue[News] = field(default_factory=lambda: asyncio.Queue(MOST_NEWS_WAITING))

    def tell(self, news: News) -> bool:
        """Queue `news`; False when the page has fallen too far behind."""
        try:
            self.news.put_nowait(news)
        except asyncio.QueueFull:
            return False
        return True


class Listeners:
    """All open pages of this process."""

    def __init__(self) -> None:
        self._open: set[Listener] = set()

    @contextmanager
    def listen(self, conversations: Collection[str]) -> Iterator[Listener]:
        """A listener to these conversations, for as long as the block lasts."""
        listener = Listener(frozenset(conversations))
        self._open.add(listener)
        try:
            yield listener
        finally:
            self._open.discard(listener)

    def publish(self, conversation: str, message_id: int) -> None:
        """Tell every page that shows the conversation."""
        for listener in [each for each in self._open if conversation in each.conversations]:
            self._tell(listener, MessageChanged(message_id))

    def time_moved(self) -> None:
        """Tell every page that the demo's clock was moved."""
        for listener in list(self._open):
            self._tell(listener, TimeMoved())

    def close(self) -> None:
        """Let every page go, because the server stops."""
        for listener in list(self._open):
            self._let_go(listener)

    def _tell(self, listener: Listener, news: News) -> None:
        if not listener.tell(news):
            self._let_go(listener)

    def _let_go(self, listener: Listener) -> None:
        self._open.discard(listener)
        while not listener.news.empty():
            listener.news.get_nowait()
        listener.tell(Closing())
