"""What every picture is drawn on: its size, its words and its colours.

Pictures have a white ground of their own, with round corners. A transparent one would lie on white in a light
theme and on near black in a dark one, and no ink has the 4.5:1 that words need on both.
"""

from collections.abc import Sequence
from io import BytesIO

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import FuncFormatter

from core.chat.card import Chart

WIDTH_PX, HEIGHT_PX = 1280, 640
"""Twice the size it is shown at, for sharp screens."""

DPI = 240
"""So that a picture as narrow as a chat message, a third of its size, still has words that can be read."""

INK, QUIET, GRID, EDGE = "#1d2733", "#4f5a66", "#e3e7eb", "#cfd6dd"
"""Words have 7:1 or more on white; the border only rounds the picture off."""

WORDS_PT = 9
"""What is written beside lines and below: 8 px where the picture is as narrow as on a phone."""

MOST_LABELS = 9


_COMPRESSION = 2

_MARGIN = 0.03
_EM = WORDS_PT * DPI / 72 / WIDTH_PX
"""The size of what is written, as a share of the width."""

_LETTER = 0.56
"""Of its size: how wide a letter is, on the safe side of the average."""


def sheet(left: Sequence[str], right: Sequence[str] = (), height_px: int = HEIGHT_PX) -> tuple[Figure, Axes]:
    """An empty figure on white, with round corners, and the axes on it.

    There is room for the words that stand to the `left` and `right` of the axes, a title above, and labels and a
    legend below. Matplotlib's own layout would draw everything twice to find the same.
    """
    figure = Figure(figsize=(WIDTH_PX / DPI, height_px / DPI), dpi=DPI, facecolor="none")
    card = FancyBboxPatch(
        (0.003, 0.006),
        0.994,
        0.988,
        boxstyle="round,pad=0,rounding_size=0.02",
        mutation_aspect=WIDTH_PX / height_px,
        transform=figure.transFigure,
        facecolor="white",
        edgecolor=EDGE,
        linewidth=0.8,
        zorder=-10,
    )
    figure.add_artist(card)
    from_left, from_right = (
        _MARGIN + _EM * (_LETTER * max(map(len, each), default=0) + 0.6) for each in (left, right)
    )
    above, below = 96 / height_px, 158 / height_px
    axes = figure.add_axes((from_left, below, 1 - from_left - from_right, 1 - above - below))
    return figure, axes


def legend(figure: Figure, handles: Sequence[Artist], labels: Sequence[str]) -> None:
    """What each shape means, in a row along the bottom."""
    figure.legend(
        handles,
        labels,
        loc="lower left",
        bbox_to_anchor=(_MARGIN - 0.01, 0.012),
        ncols=len(handles),
        frameon=False,
        fontsize=WORDS_PT,
        labelcolor=INK,
        handletextpad=0.4,
        columnspacing=1.2,
    )


def furnish(axes: Axes, chart: Chart, most_labels: int = MOST_LABELS) -> None:
    """The title, the labels below, as many as there is room for, and quiet lines across."""
    # At a height of its own: to find one, Matplotlib would lay out every label once more.
    axes.set_title(chart.title, loc="left", color=INK, fontsize=11, fontweight="bold", pad=12, y=1.0)
    axes.set_facecolor("none")
    places = range(len(chart.labels))
    step = max(1, -(-len(chart.labels) // most_labels))
    # Counted from the newest, which is looked at first.
    axes.set_xticks(list(places)[::-step][::-1], list(chart.labels)[::-step][::-1])
    axes.tick_params(colors=QUIET, labelsize=WORDS_PT, length=0)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}{chart.unit}"))
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(side == "bottom")
    axes.spines["bottom"].set_color(GRID)


def png(figure: Figure, chart: Chart) -> bytes:
    """The finished picture, which says in its own metadata what its chart says."""
    out = BytesIO()
    said = {"Description": chart.alt, "Title": chart.title}
    # Packed quickly: the last tenth of the size would take as long as all of the lines.
    figure.savefig(out, format="png", metadata=said, pil_kwargs={"compress_level": _COMPRESSION})
    return out.getvalue()
