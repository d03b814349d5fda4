"""What causes the work at hand, under a short reference that leads through the logs from an event to its messages.

It is the context's (PEP 567), so that whoever queues a message need not be told.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256

from core.chat.event import Origin

_current: ContextVar[str] = ContextVar("cause", default="")


def current_cause() -> str:
    """The reference of what is being worked on; empty where nothing is."""
    return _current.get()


@contextmanager
def caused_by(reference: str) -> Iterator[None]:
    """Work within the block is caused by what the reference stands for."""
    token = _current.set(reference)
    try:
        yield
    finally:
        _current.reset(token)


def reference_of(origin: Origin) -> str:
    """An event's reference: ten hexadecimal digits, the same wherever and whenever it is worked on.

    It says nothing of who did what, so that it may be logged and told.
    """
    key = f"{origin.platform}\n{origin.workspace}\n{origin.event_id}"
    return sha256(key.encode("utf-8")).hexdigest()[:10]
