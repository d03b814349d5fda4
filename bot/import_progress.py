"""How far an import has got, on standard error, so that the report alone is on standard output."""

import sys
from collections.abc import Callable
from typing import TextIO

MANY_ROWS = 1_000
"""From which on it takes long enough to wonder."""

STEPS = 10
"""Lines told where they cannot be rewritten, as in a log."""


def progress_on(stream: TextIO | None = None, *, saves: bool = True) -> Callable[[int, int], None]:
    """What tells progress: one line that is rewritten on a terminal, elsewhere a line each tenth of the rows.

    Nothing is told of a short list. With `saves` the last line says that what was checked is now being saved.
    """
    stream = stream or sys.stderr
    rewrites = stream.isatty()
    told = -1

    def tell(checked: int, rows: int) -> None:
        nonlocal told
        step = checked * STEPS // rows
        if rows < MANY_ROWS or (step == told and not rewrites):
            return
        told = step
        line = f"{checked:,} of {rows:,} rows checked"
        if checked == rows:
            line += ", saving what is new" if saves else ""
        end = "\n" if checked == rows or not rewrites else ""
        stream.write(f"\r\x1b[K{line}{end}" if rewrites else f"{line}{end}")
        stream.flush()

    return tell
