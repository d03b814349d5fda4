"""The Adaptive Card elements that everything is made of.

What people wrote goes into text runs, which no client parses; it is escaped only where the schema has nothing but
Markdown: in headings, facts and choices. Labels of inputs and titles of buttons are plain text.
"""

import re
from typing import Any

from bot.adapters.text import clean, cut, pieces

Element = dict[str, Any]

RUN_CHARACTERS = 2_000
"""What is longer goes into several runs, of which a card that is too large can leave out the last."""

LINE_CHARACTERS = 300
"""Headings, labels and choices; more of them nobody reads."""

NOTHING = "–"
"""Stands where the schema wants a text and there is none."""

_MARKUP = re.compile(r"[\\`*_~\[\]<>|]|&(?=#?\w+;)|\A(?:[-+]|#+|\d+[.)])(?=\s|\Z)|\A-(?=[-\s]+\Z)|\A=(?==*\Z)")
"""What Markdown could take for markup. Other punctuation is left alone: each escape is a risk of being seen."""


def escape(text: str) -> str:
    """`text` so that Markdown finds nothing in it, on one line."""
    return _MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", " ".join(clean(text).split()))


def one_line(text: str) -> str:
    """`text` without line breaks, cut where it is too long for a line."""
    return cut(" ".join(clean(text).split()), LINE_CHARACTERS)


def run(text: str, **looks: Any) -> Element:
    """A run of text within a paragraph: `weight`, `color`, `isSubtle`, `italic`, `size`."""
    return {"type": "TextRun", "text": clean(text), **looks}


def paragraph(*runs: Element, **looks: Any) -> Element:
    """Runs as one paragraph."""
    return {"type": "RichTextBlock", "inlines": list(runs), **looks}


def paragraphs(text: str, **looks: Any) -> list[Element]:
    """A text of any length, each of its lines a paragraph."""
    lines = [line for line in clean(text).split("\n") if line.strip()]
    return [
        paragraph(run(piece, **looks), spacing="small" if number else "default")
        for number, piece in enumerate(piece for line in lines for piece in pieces(line, RUN_CHARACTERS))
    ]


def heading(text: str, *, size: str = "medium") -> Element:
    """A heading, which screen readers find as one."""
    said = escape(one_line(text)) or NOTHING
    return {"type": "TextBlock", "text": said, "weight": "bolder", "size": size, "style": "heading", "wrap": True}


def small_print(text: str) -> list[Element]:
    """A text that stands back."""
    return paragraphs(text, isSubtle=True, size="small")
