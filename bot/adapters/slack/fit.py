"""Keeps blocks within what a surface of Slack's holds: first by merging neighbours, then by leaving out the rest.

Slack: 50 blocks in a message, 100 in a modal or a Home tab (docs "Blocks"). A message's blocks are also refused
together (`msg_blocks_too_long`) from about 13,200 characters on, counted over their JSON; a view's from 250 kB.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapters.slack.objects import Block, context
from bot.adapters.text import length
from core.model.person import Language
from core.texts.texts import words_for

SECTION_CHARACTERS = 3_000
CONTEXT_ELEMENTS = 10
BUTTONS_A_ROW = 25


@dataclass(frozen=True, slots=True)
class Surface:
    """How many blocks a place holds, and how many characters of JSON they may come to."""

    blocks: int
    characters: int


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

MESSAGE = Surface(50, 12_000)
VIEW = Surface(100, 200_000)


def fit(blocks: Sequence[Block], surface: Surface, language: str) -> list[Block]:
    """`blocks` as they are where they fit, else merged, else cut short with a line that says where the rest is.

    Buttons and inputs are kept whatever is left out, since without them a card cannot be answered.
    """
    if _fits(blocks, surface):
        return list(blocks)
    merged = _merged(blocks)
    return merged if _fits(merged, surface) else _cut_short(merged, surface, language)


def _fits(blocks: Sequence[Block], surface: Surface) -> bool:
    return len(blocks) <= surface.blocks and sum(map(_size, blocks)) <= surface.characters


def _size(block: Block) -> int:
    return length(_JSON.encode(block)) + 1


def _cut_short(blocks: Sequence[Block], surface: Surface, language: str) -> list[Block]:
    note = context(words_for(Language(language))("slack-more-elsewhere"))
    for end in range(len(blocks) - 1, 0, -1):
        needed = [block for block in blocks[end:] if block["type"] in ("actions", "input")]
        page = [*blocks[:end], note, *_merged(needed)]
        if _fits(page, surface):
            return page
    return [
        note,
        *_as_many_as_fit(_merged([b for b in blocks if b["type"] in ("actions", "input")]), surface, note),
    ]


def _as_many_as_fit(blocks: Sequence[Block], surface: Surface, note: Block) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if not _fits([note, *kept, block], surface):
            break
        kept.append(block)
    return kept


def _merged(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        joined = _join(found[-1], block) if found else None
        if joined is None:
            found.append(block)
        else:
            found[-1] = joined
    return found


def _join(first: Block, second: Block) -> Block | None:
    """Both as one block, where Slack draws them so that nothing is lost; None where they cannot be joined."""
    match first["type"], second["type"]:
        case "divider", "divider":
            return first
        case "rich_text", "rich_text":
            joined = first | {"elements": [*first["elements"], *second["elements"]]}
            return joined if _size(joined) <= SECTION_CHARACTERS else None
        case "context", "context" if len(first["elements"]) + len(second["elements"]) <= CONTEXT_ELEMENTS:
            return first | {"elements": [*first["elements"], *second["elements"]]}
        case "actions", "actions" if len(first["elements"]) + len(second["elements"]) <= BUTTONS_A_ROW:
            return first | {"elements": [*first["elements"], *second["elements"]]}
        case "section", "section":
            text = f"{first['text']['text']}\n\n{second['text']['text']}"
            if length(text) > SECTION_CHARACTERS:
                return None
            return first | {"text": first["text"] | {"text": text}}
        case _:
            return None
