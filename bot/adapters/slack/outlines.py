"""Outlines as Slack's own lists, which it indents.

Docs: "Rich text block", `rich_text_list`: a list has one indent, so that a tree is one list after another. No
depth is published; Slack's own editor stops at eight.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.adapters.slack.fit import SECTION_CHARACTERS
from bot.adapters.slack.objects import NOTHING, Block
from bot.adapters.slack.rich import Run, bold, run
from bot.adapters.slack.signs import STATUS_SIGNS, bar
from bot.adapters.text import clean, cut, length
from core.chat.card import Outline, OutlineItem

DEEPEST = 8
ITEMS_A_BLOCK = 12
"""Few enough that a card which is too long loses the end of an outline rather than all of it."""

ITEM_CHARACTERS = 200


def outline(shown: Outline) -> Iterator[Block]:
    """The items as bullets under one another; a block ends before a new top where it can."""
    for items in _held(shown.items):
        yield {
            "type": "rich_text",
            "elements": [_list(depth, list(level)) for depth, level in groupby(items, key=_depth)],
        }


def _held(items: Sequence[OutlineItem]) -> Iterator[list[OutlineItem]]:
    held: list[OutlineItem] = []
    taken = 0
    for item in items:
        characters = sum(length(each["text"]) for each in _runs(item))
        most = ITEMS_A_BLOCK if item.depth > 0 else ITEMS_A_BLOCK // 2
        if held and (len(held) >= most or taken + characters > SECTION_CHARACTERS):
            yield held
            held, taken = [], 0
        held.append(item)
        taken += characters
    if held:
        yield held


def _depth(item: OutlineItem) -> int:
    return max(0, min(DEEPEST, item.depth))


def _list(depth: int, items: Sequence[OutlineItem]) -> Block:
    return {
        "type": "rich_text_list",
        "style": "bullet",
        "indent": depth,
        "elements": [{"type": "rich_text_section", "elements": list(_runs(item))} for item in items],
    }


def _runs(item: OutlineItem) -> Iterator[Run]:
    said = _line(item.text) or NOTHING
    yield bold(said) if item.strong else run(said)
    drawn, note = bar(item.percent), _line(item.note)
    status = f"{STATUS_SIGNS[item.status]} {_line(item.status_label)}" if item.status is not None else ""
    # A bar begins a line of its own, where it is not torn in two and all bars of a depth stand below one another.
    figures = "  ".join(part for part in (f"{drawn} {note}".strip(), status) if part)
    if figures:
        yield run(f"\n{figures}" if drawn else f" – {figures}")


def _line(text: str) -> str:
    return cut(" ".join(clean(text).split()), ITEM_CHARACTERS)
