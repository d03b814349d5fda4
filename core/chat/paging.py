"""Cards that are too long for one message, as up to four: each page a card of its own, nothing left out between.

What a platform takes in one message is its renderer's to know; a page stays so far below that it fits on all of
them, unless a single part does not, which the renderer then splits or shortens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from core.chat.card import Actions, Card, Facts, Heading, Outline, OutlineItem, Paragraph, Part, Table, Tone
from core.model.person import Language
from core.texts.texts import words_for

PAGE_CHARACTERS = 6_000
"""Of what a card says with its names of things; drawn for Slack it seldom takes twice that, of some 12,000."""

PAGE_PARTS = 30
"""Slack: 50 blocks a message; a part is seldom more than one."""

MOST_PAGES = 4
"""Slack: five answers to one interaction, of which one is kept free. The last page holds the rest."""

LINES_A_PIECE = 8
"""Lines of a list that are kept together."""

REMARK_CHARACTERS = 500
"""The most that a page may be over the rest for a remark that closes the card."""

CELL_CHARACTERS = 25
"""What a cell of a table takes besides its words: on Teams each is an element of its own."""

_Line = TypeVar("_Line")


def pages(card: Card) -> tuple[Card, ...]:
    """The card itself where it fits one message; else its pages, numbered in their titles."""
    if _size(card.parts) <= PAGE_CHARACTERS and len(card.parts) <= PAGE_PARTS:
        return (card,)
    found = _without_a_bare_end(list(_paged(card)))
    found[MOST_PAGES - 1 :] = [tuple(part for page in found[MOST_PAGES - 1 :] for part in page)]
    found = [page for page in found if page]
    if len(found) == 1:
        return (card,)
    words = words_for(Language(card.language))
    return tuple(
        replace(
            card,
            title=words("page-title", title=card.title, page=number, pages=len(found)),
            parts=page if number == len(found) else (*page, Paragraph(words("page-goes-on"), Tone.SUBTLE)),
        )
        for number, page in enumerate(found, start=1)
    )


def _paged(card: Card) -> Iterator[tuple[Part, ...]]:
    page: list[Part] = []
    for part in chain.from_iterable(map(_pieces, card.parts)):
        is_full = _size((*page, part)) > PAGE_CHARACTERS or len(page) >= PAGE_PARTS
        # Buttons stay with what they belong to.
        if page and is_full and not isinstance(part, Actions):
            carried: list[Part] = []
            while len(page) > 1 and _leads_to(page[-1], carried[0] if carried else part):
                carried.insert(0, page.pop())
            yield tuple(page)
            page = carried
        joined = _joined(page[-1], part) if page else None
        page[-1:] = [joined] if joined is not None else [*page[-1:], part]
    yield tuple(page)


def _without_a_bare_end(found: Sequence[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    """The pages; a last one that would hold a closing remark and no more goes with the one before it."""
    *before, last = found
    if before and len(last) == 1 and isinstance(last[0], Paragraph) and _weight(last[0]) <= REMARK_CHARACTERS:
        return [*before[:-1], (*before[-1], *last)]
    return list(found)


def _leads_to(part: Part, following: Part) -> bool:
    """Whether it goes with what follows it: a heading always, what was asked with what was answered."""
    if isinstance(part, Heading):
        return True
    asks = isinstance(part, Paragraph) and part.tone is Tone.SUBTLE
    return asks and isinstance(following, Paragraph) and following.tone is Tone.QUOTE


def _joined(first: Part, second: Part) -> Part | None:
    """Pieces of one list that came to stand on the same page as one again; None for anything else."""
    match first, second:
        case Facts(), Facts():
            return Facts(first.items + second.items)
        case Outline(), Outline():
            return Outline(first.items + second.items)
        case Table(), Table() if first.header == second.header:
            return Table(first.header, first.rows + second.rows)
        case _:
            return None


def _pieces(part: Part) -> Iterator[Part]:
    """A long list of lines as several of the same kind."""
    if _size((part,)) <= PAGE_CHARACTERS // 2:
        yield part
        return
    match part:
        case Facts(items=items):
            yield from (Facts(run) for run in _runs(items))
        case Table(header=header, rows=rows):
            yield from (Table(header, run) for run in _runs(rows))
        case Outline(items=items):
            yield from (Outline(run) for run in _runs_of_outline(items))
        case _:
            yield part


def _runs(items: tuple[_Line, ...]) -> Iterator[tuple[_Line, ...]]:
    for start in range(0, len(items), LINES_A_PIECE):
        yield items[start : start + LINES_A_PIECE]


def _runs_of_outline(items: tuple[OutlineItem, ...]) -> Iterator[tuple[OutlineItem, ...]]:
    """Cut where a line at the top begins, as far as that can be, so that nobody's lines are torn apart."""
    run: list[OutlineItem] = []
    for item in items:
        if len(run) >= LINES_A_PIECE and (item.depth == 0 or len(run) >= 2 * LINES_A_PIECE):
            yield tuple(run)
            run = []
        run.append(item)
    yield tuple(run)


def _size(parts: Sequence[Part]) -> int:
    return sum(map(_weight, parts))


def _weight(part: Part) -> int:
    cells = sum(map(len, part.rows)) if isinstance(part, Table) else 0
    return len(repr(part)) + CELL_CHARACTERS * cells
