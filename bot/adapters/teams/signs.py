"""How far something is and how it stands, in signs that a Teams card shows within a line of text."""

from math import isfinite

from core.model.objective import Status

BAR_SQUARES = 10
STATUS_SIGNS = {Status.ON_TRACK: "✅", Status.AT_RISK: "⚠️", Status.OFF_TRACK: "🛑"}
"""A sign of its own shape and colour for each status, beside the status in words.

The words keep the colour of all text: on white, Teams' "good" and "warning" reach about 2:1, and 4.5:1 is needed
to be read (WCAG 1.4.3).
"""


def bar(percent: float | None) -> str:
    """`■■■■■■□□□□`; nothing where it is not known how far."""
    if percent is None or not isfinite(percent):
        return ""
    filled = round(max(0.0, min(100.0, percent)) / 100 * BAR_SQUARES)
    return "■" * filled + "□" * (BAR_SQUARES - filled)
