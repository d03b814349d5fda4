"""How long a picture takes to draw, beside the least that Matplotlib can do: one line on axes of the same size."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

from matplotlib.figure import Figure

from bot.pictures import draw
from bot.pictures.paper import DPI, WIDTH_PX
from bot.pictures.xmr import HEIGHT_PX
from core.cards.verdicts import chart
from core.chat.card import Chart, Series
from core.model import benchmark
from core.model.benchmark import Reading, TeamMeasure
from core.model.person import Language
from core.services.benchmarks import judge
from core.texts.texts import words_for

WEEKS = 26
DRAWN = 15
LIMIT_MS = 150
"""What a picture may take of a processor."""


async def run() -> None:
    """Draw both kinds of picture and the bare one in turn, and print the time each takes of a processor."""
    words = words_for(Language.EN)
    first = date(2026, 6, 1)
    readings = (
        Reading(first + timedelta(weeks=week), 80 - week % 7 - 2 * max(0, week - 18), 100) for week in range(WEEKS)
    )
    series, found = judge(benchmark.Series(TeamMeasure.PARTICIPATION, tuple(readings)), 80)
    controlled = chart(words, series, found, "control", 80)
    assert controlled is not None and controlled.control is not None
    line = Chart("line", "Answered", controlled.labels, (controlled.series[0], Series("All", (75.0,) * WEEKS)), "")
    drawers: dict[str, Callable[[], object]] = {
        "bare Matplotlib": lambda: _bare([each or 0.0 for each in series.values]),
        "lines": lambda: draw(line),
        "XmR chart": lambda: draw(controlled),
    }
    took_ms: dict[str, list[float]] = {name: [] for name in drawers}
    for each in drawers.values():
        each()  # the first one finds the fonts
    for _ in range(DRAWN):
        for name, each in drawers.items():
            # A processor's time, since others on a busy machine are no part of it.
            started = time.process_time()
            each()
            took_ms[name].append((time.process_time() - started) * 1_000)
    medians = {name: sorted(each)[DRAWN // 2] for name, each in took_ms.items()}
    print(f"pictures: {DRAWN} of each, {WIDTH_PX} x {HEIGHT_PX} (at most {LIMIT_MS} ms is the aim)")
    for name, median in medians.items():
        ratio = median / medians["bare Matplotlib"]
        print(f"  {name:16} median {median:6.1f} ms, {ratio:.1f} of bare, quickest {min(took_ms[name]):.1f} ms")


def _bare(values: list[float]) -> bytes:
    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI)
    figure.add_subplot().plot(values)
    out = BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()
