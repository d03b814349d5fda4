"""Draws one line for each series over the weeks, told apart without colour too."""

from typing import Any

from matplotlib.axes import Axes

from bot.pictures.paper import furnish, legend, png, sheet
from core.chat.card import Chart

_LINES: tuple[dict[str, Any], ...] = (
    {"color": "#0b6e66", "linewidth": 2.6, "marker": "o", "markersize": 5, "linestyle": "-"},
    {"color": "#8a5a00", "linewidth": 1.8, "marker": "s", "markersize": 4, "linestyle": (0, (4, 2))},
    {"color": "#5a4fcf", "linewidth": 1.8, "marker": "^", "markersize": 4, "linestyle": ":"},
)
"""Each line has a colour, a marker and a dash of its own; each colour has 4.5:1 or more on white."""


def draw(chart: Chart) -> bytes:
    """The chart as PNG. Not safe to call from two threads at once."""
    figure, axes = sheet(left=[f"100{chart.unit}"])
    places = list(range(len(chart.labels)))
    for series, line in zip(chart.series, _LINES, strict=False):
        values = [float("nan") if value is None else value for value in series.values]
        axes.plot(places, values, label=series.name, **line)
    furnish(axes, chart)
    _scale(axes, chart)
    if len(chart.series) > 1:
        legend(figure, axes.get_lines(), [each.name for each in chart.series])
    return png(figure, chart)


def _scale(axes: Axes, chart: Chart) -> None:
    if chart.unit == "%":
        # The whole scale, so that a small dip looks like one.
        axes.set_ylim(0, 104)
        axes.set_yticks([0, 25, 50, 75, 100])
