"""Slack's rich text, whose pieces of text are shown as they are and never parsed.

Docs: "Rich text block". No length is published for one; a block holds no more here than a section may.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.adapters.slack.fit import SECTION_CHARACTERS
from bot.adapters.slack.objects import Block
from bot.adapters.text import clean, length, pieces

Run = dict[str, Any]
"""A stretch of text in one style."""


def run(text: str) -> Run:
    """Text as it is."""
    return {"type": "text", "text": clean(text)}


def bold(text: str) -> Run:
    """Text in bold."""
    return run(text) | {"style": {"bold": True}}


def lines(runs: Iterable[Run]) -> Iterator[Block]:
    """The runs one after the other, in as many blocks as they need."""
    for held in _held(runs):
        if any(each["text"].strip() for each in held):
            yield _block("rich_text_section", held)


def quote(text: str) -> Iterator[Block]:
    """Words that somebody wrote, with a line down their left side."""
    for piece in _pieces(text):
        yield _block("rich_text_quote", [run(piece)])


def link(label: str, address: str) -> Iterator[Block]:
    """A link with its label; one without an address is left out."""
    said = " ".join(clean(label).split())
    if address:
        shown = pieces(said or address, SECTION_CHARACTERS)[0]
        yield _block("rich_text_section", [{"type": "link", "url": address, "text": shown}])


def preformatted(text: str) -> Iterator[Block]:
    """Text whose characters are all equally wide."""
    for piece in _pieces(text):
        yield _block("rich_text_preformatted", [run(piece)])


def _pieces(text: str) -> list[str]:
    shown = (piece.strip("\n") for piece in pieces(clean(text), SECTION_CHARACTERS))
    return [piece for piece in shown if piece.strip()]


def _block(kind: str, runs: list[Run]) -> Block:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": runs}]}


def _held(runs: Iterable[Run]) -> Iterator[list[Run]]:
    held: list[Run] = []
    taken = 0
    for each in runs:
        for piece in pieces(each["text"], SECTION_CHARACTERS):
            if taken + length(piece) > SECTION_CHARACTERS:
                yield held
                held, taken = [], 0
            held.append(each | {"text": piece})
            taken += length(piece)
    yield held
