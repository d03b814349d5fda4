"""How far an import has got, for whoever waits for it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from core.services.import_report import Rows

Progress = Callable[[int, int], None]
"""Is told how many rows have been checked, and of how many; called from a thread beside the event loop."""

EACH_ROWS = 250
"""Between two times that progress is told."""

# The rows are read deep inside each import; what is told of them is no business of any of the functions between.
_told: ContextVar[Progress | None] = ContextVar("import_progress", default=None)


@contextmanager
def telling(progress: Progress | None) -> Iterator[None]:
    """Whatever is imported within tells its progress to `progress`."""
    token = _told.set(progress)
    try:
        yield
    finally:
        _told.reset(token)


def watched(rows: Rows) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows, one after another, while progress is told of them."""
    progress = _told.get()
    for checked, row in enumerate(rows, start=1):
        yield row
        if progress is not None and (checked % EACH_ROWS == 0 or checked == len(rows)):
            progress(checked, len(rows))
