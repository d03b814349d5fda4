"""Outlines as columns: an empty one as wide as the item is deep, a bullet, and what the item says.

Adaptive Cards have no nested lists, and spaces at the beginning of a line are not kept by every client.
"""

from collections.abc import Iterator

from bot.adapters.teams.elements import NOTHING, Element, one_line, paragraph, run
from bot.adapters.teams.signs import STATUS_SIGNS, bar
from core.chat.card import Outline, OutlineItem

DEEPEST = 6
"""What is left of a telephone's width beyond that holds no words."""

INDENT_PIXELS = 18


def outline(shown: Outline) -> Iterator[Element]:
    """Each item on its own, so that a card that is too large can leave out the last ones."""
    for number, item in enumerate(shown.items):
        depth = max(0, min(DEEPEST, item.depth))
        if depth == 0:
            first, *rest = _said(item)
            yield from (first | {"spacing": "medium" if number else "default"}, *rest)
        else:
            columns = [
                {"type": "Column", "width": f"{depth * INDENT_PIXELS}px", "items": [_bullet()]},
                {"type": "Column", "width": "stretch", "spacing": "small", "items": _said(item)},
            ]
            yield {"type": "ColumnSet", "columns": columns, "spacing": "small"}


def _bullet() -> Element:
    return paragraph(run("•", isSubtle=True), horizontalAlignment="right", spacing="none")


def _said(item: OutlineItem) -> list[Element]:
    """A line; where there is a bar it begins a second one, so that it is not torn in two."""
    said = [run(one_line(item.text) or NOTHING, **({"weight": "bolder"} if item.strong else {}))]
    drawn, note = bar(item.percent), one_line(item.note)
    figures = [run(drawn, color="accent")] if drawn else []
    if note.strip():
        figures.append(run(f" {note}" if drawn else f" – {note}", isSubtle=True))
    if item.status is not None:
        figures.append(run(f"  {STATUS_SIGNS[item.status]} {one_line(item.status_label)}", weight="bolder"))
    if drawn:
        return [paragraph(*said, spacing="none"), paragraph(*figures, spacing="none")]
    return [paragraph(*said, *figures, spacing="none")]
