"""The small pieces that blocks are made of."""

from typing import Any

from bot.adapters.text import clean, cut

Block = dict[str, Any]
"""A block of Block Kit, as JSON."""

NOTHING = "–"
"""Stands for an empty text, which Slack refuses."""


def plain(text: str, most: int) -> dict[str, str]:
    """A text object that Slack shows as it is, at most `most` characters long."""
    said = cut(clean(text), most)
    return {"type": "plain_text", "text": said if said.strip() else NOTHING}


def context(text: str) -> Block:
    """Small print; Slack holds 2,000 characters of it."""
    return {"type": "context", "elements": [plain(text, 2_000)]}
