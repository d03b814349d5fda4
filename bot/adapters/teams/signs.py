"""How far something is and how it stands, in signs and colours that a Teams card shows within a line of text."""

from math import isfinite

from core.model.objective import Status

BAR_SQUARES = 10
STATUS_LOOKS = {
    Status.ON_TRACK: ("✅", "good"),
    Status.AT_RISK: ("⚠️", "warning"),
    Status.OFF_TRACK: ("🛑", "attention"),
}
"""A sign of its own shape and a colour for each status, beside the status in words."""


def bar(percent: float | None) -> str:
    """`■■■■■■□□□□`; nothing where it is not known how far."""
    if percent is None or not isfinite(percent):
        return ""
    filled = round(max(0.0, min(100.0, percent)) / 100 * BAR_SQUARES)
    return "■" * filled + "□" * (BAR_SQUARES - filled)
