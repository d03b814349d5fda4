"""Draws charts as PNG: one line for each series over the weeks, told apart without colour too."""

from io import BytesIO
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from core.chat.card import Chart

WIDTH_PX, HEIGHT_PX = 1280, 640
"""Twice the size it is shown at, for sharp screens."""

_DPI = 240
"""So that a picture as narrow as a chat message, a third of its size, still has words that can be read."""
_INK, _QUIET, _GRID = "#1d2733", "#5b6672", "#e3e7eb"
_LINES: tuple[dict[str, Any], ...] = (
    {"color": "#0b6e66", "linewidth": 2.6, "marker": "o", "markersize": 5, "linestyle": "-"},
    {"color": "#8a5a00", "linewidth": 1.8, "marker": "s", "markersize": 4, "linestyle": (0, (4, 2))},
    {"color": "#5a4fcf", "linewidth": 1.8, "marker": "^", "markersize": 4, "linestyle": ":"},
)
"""Each line has a colour, a marker and a dash of its own; each colour has 4.5:1 or more on white."""

_MOST_LABELS = 9


def draw(chart: Chart) -> bytes:
    """The chart as PNG. Not safe to call from two threads at once."""
    figure = Figure(figsize=(WIDTH_PX / _DPI, HEIGHT_PX / _DPI), dpi=_DPI, layout="constrained", facecolor="white")
    axes = figure.add_subplot()
    places = range(len(chart.labels))
    for series, line in zip(chart.series, _LINES, strict=False):
        values = [float("nan") if value is None else value for value in series.values]
        axes.plot(list(places), values, label=series.name, **line)
    axes.set_title(chart.title, loc="left", color=_INK, fontsize=11, fontweight="bold", pad=12)
    _scale(axes, chart)
    step = max(1, -(-len(chart.labels) // _MOST_LABELS))
    axes.set_xticks(list(places)[::-step][::-1], list(chart.labels)[::-step][::-1])
    axes.tick_params(colors=_QUIET, labelsize=8.5, length=0)
    axes.grid(axis="y", color=_GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(side == "bottom")
    axes.spines["bottom"].set_color(_GRID)
    if len(chart.series) > 1:
        figure.legend(
            loc="outside lower left", ncols=len(chart.series), frameon=False, fontsize=9, labelcolor=_INK
        )
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Description": chart.alt, "Title": chart.title})
    return out.getvalue()


def _scale(axes: Axes, chart: Chart) -> None:
    if chart.unit == "%":
        # The whole scale, so that a small dip looks like one.
        axes.set_ylim(0, 104)
        axes.set_yticks([0, 25, 50, 75, 100])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}{chart.unit}"))
