"""Outlines as columns: an empty one as wide as the item is deep, a bullet, and what the item says.

Adaptive Cards have no nested lists, and spaces at the beginning of a line are not kept by every client.
"""

from collections.abc import Iterator

from bot.adapters.teams.elements import NOTHING, Element, one_line, paragraph, run
from bot.adapters.teams.signs import STATUS_LOOKS, bar
from core.chat.card import Outline, OutlineItem

DEEPEST = 6
"""What is left of a telephone's width beyond that holds no words."""

INDENT_PIXELS = 18


def outline(shown: Outline) -> Iterator[Element]:
    """Each item on a line of its own, so that a card that is too large can leave out the last ones."""
    for number, item in enumerate(shown.items):
        depth = max(0, min(DEEPEST, item.depth))
        if depth == 0:
            yield _said(item, spacing="medium" if number else "default")
        else:
            columns = [
                {"type": "Column", "width": f"{depth * INDENT_PIXELS}px", "items": [_bullet()]},
                {"type": "Column", "width": "stretch", "spacing": "small", "items": [_said(item, spacing="none")]},
            ]
            yield {"type": "ColumnSet", "columns": columns, "spacing": "small"}


def _bullet() -> Element:
    return paragraph(run("•", isSubtle=True), horizontalAlignment="right", spacing="none")


def _said(item: OutlineItem, spacing: str) -> Element:
    runs = [run(one_line(item.text) or NOTHING, **({"weight": "bolder"} if item.strong else {}))]
    sign, colour = STATUS_LOOKS[item.status] if item.status else ("", "default")
    drawn = bar(item.percent)
    if drawn:
        runs.append(run(f"  {drawn}", color=colour))
    if item.note.strip():
        runs.append(run(f"  {one_line(item.note)}" if drawn else f" – {one_line(item.note)}", isSubtle=True))
    if item.status is not None:
        runs.append(run(f"  {sign} {one_line(item.status_label)}", color=colour, weight="bolder"))
    return paragraph(*runs, spacing=spacing)
