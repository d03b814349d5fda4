"""Draws an XmR chart: the average, the usual range, and points that are no chance, told apart without colour too.

Colours are of Okabe and Ito's palette, which people with any colour vision tell apart ("Color Universal Design",
2008), and the shapes say the same: circles are usual, triangles better, squares worse, diamonds just changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import blended_transform_factory

from bot.pictures.paper import INK, QUIET, WORDS_PT, furnish, legend, png, sheet
from core.chat.card import Chart, Control, Mark

HEIGHT_PX = 720
"""A little more than a line chart has: the marks' meanings stand below."""

MOST_LABELS = 6
"""Fewer than a line chart has: what the lines are takes a part of the width."""

_LINE, _RANGE = "#4f5a66", "#6b7683"
_TARGET = "#CC79A7"
_MARKS: dict[Mark, dict[str, Any]] = {
    Mark.USUAL: {"color": "#5b6672", "marker": "o", "markersize": 4.2},
    Mark.BETTER: {"color": "#0072B2", "marker": "^", "markersize": 7.5},
    Mark.WORSE: {"color": "#D55E00", "marker": "s", "markersize": 6.2},
    Mark.CHANGE: {"color": "#111111", "marker": "D", "markersize": 5.4},
}
"""Each colour has 3:1 or more on white, as shapes need."""

_LEAST_SHOWN = 0.3
"""Of the scale, so that ups and downs of a point do not fill the picture."""


def draw(chart: Chart, control: Control) -> bytes:
    """The chart as PNG. Not safe to call from two threads at once."""
    beside = [control.mean_label, control.limits_label, control.target_label]
    figure, axes = sheet([f"00.0{chart.unit}"], beside, HEIGHT_PX)
    (series,) = chart.series
    values = [float("nan") if value is None else value for value in series.values]
    places = list(range(len(values)))
    lower, upper = control.limits
    axes.axhspan(lower, upper, color="#eef2f6", zorder=0)
    axes.axhline(control.mean, color=_LINE, linewidth=1.3, zorder=1)
    for limit in (lower, upper):
        axes.axhline(limit, color=_RANGE, linewidth=1.2, linestyle=(0, (5, 3)), zorder=1)
    if control.target is not None:
        axes.axhline(control.target, color=_TARGET, linewidth=1.6, linestyle=(0, (1, 1.2)), zorder=1)
    axes.plot(places, values, color=_LINE, linewidth=1.4, zorder=2)
    for mark, look in _MARKS.items():
        there = [at for at in places if control.marks[at] is mark and isfinite(values[at])]
        axes.plot(there, [values[at] for at in there], linestyle="none", zorder=3, markeredgecolor="white", **look)
    furnish(axes, chart, MOST_LABELS)
    axes.grid(visible=False)
    axes.set_xlim(-0.6, len(values) - 0.4)
    _zoom(axes, control, [each for each in values if isfinite(each)])
    _name_lines(axes, control)
    handles = [
        Line2D([], [], linestyle="none", markeredgecolor="white", **_MARKS[mark])
        for mark, _ in control.mark_labels
    ]
    legend(figure, handles, [label for _, label in control.mark_labels])
    return png(figure, chart)


def _zoom(axes: Axes, control: Control, values: Sequence[float]) -> None:
    """Show all that is drawn with some room, at least a part of the scale, and nothing that cannot be."""
    lowest, highest = control.scale
    drawn = [*values, *control.limits, *(() if control.target is None else (control.target,))]
    bottom, top = min(drawn), max(drawn)
    short = (highest - lowest) * _LEAST_SHOWN - (top - bottom)
    if short > 0:
        bottom, top = bottom - short / 2, top + short / 2
    room = (top - bottom) * 0.08
    margin = (highest - lowest) * 0.03
    axes.set_ylim(max(bottom - room, lowest - margin), min(top + room, highest + margin))


@dataclass(slots=True)
class _Name:
    text: str
    at: float
    color: str


def _name_lines(axes: Axes, control: Control) -> None:
    """What each line is, to the right of it, so far apart that each can be read."""
    names = [
        _Name(control.mean_label, control.mean, INK),
        _Name(control.limits_label, control.limits[1], QUIET),
    ]
    if control.target is not None:
        names.append(_Name(control.target_label, control.target, "#8f3f6c"))
    names.sort(key=lambda each: each.at)
    bottom, top = axes.get_ylim()
    apart = (top - bottom) * 0.085
    for below, above in pairwise(names):
        above.at = max(above.at, below.at + apart)
    over = names[-1].at - top
    for name in names if over > 0 else ():
        name.at -= over
    beside = blended_transform_factory(axes.transAxes, axes.transData)
    for name in names:
        axes.text(
            1.012,
            name.at,
            name.text,
            transform=beside,
            color=name.color,
            fontsize=WORDS_PT,
            va="center",
            clip_on=False,
        )
