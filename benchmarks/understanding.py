"""How long an update in plain words takes to understand: ten thousand lines, one after another."""

import time
from datetime import date
from itertools import cycle, islice

from bot.explaining import explain
from tests.understanding.scoring import read_corpus

LINES = 10_000
TODAY = date(2026, 11, 24)
LIMIT_MS = 20
"""What no update may take."""


async def run() -> None:
    """Understand the labelled updates over and over, and print median, 99th percentile and longest."""
    updates = [{**line, "expect": None} for part in ("developed", "scored") for line in read_corpus(part)]
    explain(updates[0], TODAY)  # the first one loads the months and days of the languages
    took_ms = []
    for number, update in enumerate(islice(cycle(updates), LINES)):
        # A number of its own in each, so that nothing is answered from memory.
        started = time.perf_counter()
        explain(update | {"text": f"{update['text']} ({number} words)"}, TODAY)
        took_ms.append((time.perf_counter() - started) * 1_000)
    took_ms.sort()
    print(f"understanding: {LINES:,} updates")
    p50, p99 = took_ms[LINES // 2], took_ms[LINES * 99 // 100]
    print(f"  p50 {p50:.2f} ms, p99 {p99:.2f} ms, longest {took_ms[-1]:.2f} ms (at most {LIMIT_MS} ms is the aim)")
