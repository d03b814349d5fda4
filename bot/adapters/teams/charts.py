"""Charts as elements of the card itself, which Teams draws.

Microsoft: "Charts in Adaptive Cards" (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/
charts-in-adaptive-cards). They are no part of the published schema, so each goes out with a `fallback`.
"""

from math import isfinite

from bot.adapters.teams.elements import Element, one_line
from core.chat.card import Chart

MOST_SERIES = 6
"""Of more lines nobody tells the colours apart."""


def native_chart(chart: Chart) -> Element | None:
    """Bars for a single moment, else lines; None for a chart that cannot be said so.

    That is one without figures, one with gaps, which Teams would close up as if nothing was missing, and an XmR
    chart, of which Teams would draw neither the limits nor which points lie beyond them.
    """
    if chart.control is not None:
        return None
    series = [(one_line(each.name), each.values) for each in chart.series]
    values = [value for _, each in series for value in each]
    shown = [value for value in values if value is not None and isfinite(value)]
    if not shown or len(shown) < len(values) or not 0 < len(series) <= MOST_SERIES:
        return None
    if any(len(each) != len(chart.labels) for _, each in series) or len(set(chart.labels)) < len(chart.labels):
        return None
    labels = [one_line(label) for label in chart.labels]
    common: Element = {"title": one_line(chart.title), "yAxisTitle": one_line(chart.unit)}
    if len(labels) == 1:
        points = [{"x": name or labels[0], "y": each[0]} for name, each in series]
        return {"type": "Chart.VerticalBar", **common, "data": points}
    lines = [
        {"legend": name, "values": [{"x": x, "y": y} for x, y in zip(labels, each, strict=True)]}
        for name, each in series
    ]
    # Lines are drawn along dates; weeks are named in words, which bars stand upon.
    return {"type": "Chart.VerticalBar.Grouped", **common, "data": lines}
