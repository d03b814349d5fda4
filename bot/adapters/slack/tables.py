"""Tables, for which Slack's messages have no layout of their own: columns in even letters, or a list."""

import unicodedata
from collections.abc import Iterator

from bot.adapters.slack.objects import Block
from bot.adapters.slack.rich import Run, bold, lines, preformatted, run
from bot.adapters.text import clean
from core.chat.card import Table

WIDEST_COLUMNS = 56
"""Letters a row of columns may take: what a desktop window shows beside an open thread."""

_GAP = "  "


def table(shown: Table) -> Iterator[Block]:
    """Aligned columns where they fit and line up, else each row as a short list of its cells."""
    rows = [[clean(cell).replace("\n", " ").strip() for cell in row] for row in (shown.header, *shown.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines_up = all(_is_one_letter_wide(cell) for row in rows for cell in row)
    if lines_up and sum(widths) + len(_GAP) * (len(widths) - 1) <= WIDEST_COLUMNS:
        yield from preformatted("\n".join(_aligned(row, widths) for row in rows))
    else:
        yield from lines(_listed(rows))


def _aligned(row: list[str], widths: list[int]) -> str:
    return _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _is_one_letter_wide(cell: str) -> bool:
    """Whether every character is drawn left to right, one letter wide; emoji and Arabic, for two, are not."""
    return cell.isascii() or all(
        ord(each) <= 0xFFFF
        and not unicodedata.combining(each)
        and unicodedata.category(each) not in ("Cf", "So", "Mn", "Me")
        and unicodedata.east_asian_width(each) not in ("W", "F")
        and unicodedata.bidirectional(each) not in ("R", "AL")
        for each in cell
    )


def _listed(rows: list[list[str]]) -> Iterator[Run]:
    header, *others = rows
    for row in others:
        name, cells = row[0], zip(header[1:], row[1:], strict=True)
        said = " · ".join(f"{title}: {cell}" if title else cell for title, cell in cells if cell)
        yield bold(name)
        yield run(f" – {said}\n" if said and name else f"{said}\n")
