"""Draws charts as PNG, for chats that draw none themselves, or none that say as much."""

from core.chat.card import Chart


def draw(chart: Chart) -> bytes:
    """The chart as PNG, with what it says as its description. Not safe to call from two threads at once."""
    # Loaded with the first picture: most commands draw none, and the library takes a second.
    from bot.pictures import lines, xmr

    return lines.draw(chart) if chart.control is None else xmr.draw(chart, chart.control)
