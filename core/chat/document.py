"""A document to be kept as a file: cards' own parts under headings, for PDF and Word alike.

All text is plain: a writer passes it on as data and never lets it be markup.
"""

from dataclasses import dataclass

from core.chat.card import Part


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of `level` (1 to 2) and what stands below it; a `Heading` among the parts is one level deeper.

    `id` names the section within its document, for those who turn to it in chat.
    """

    id: str
    title: str
    parts: tuple[Part, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language: its `title` and `subtitle`, and its sections in reading order.

    `name` without spaces names the file, `footer` stands at the end of each page, `page_of` is how pages are
    numbered, with `{page}` and `{pages}` in it.
    """

    name: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    language: str
    footer: str = ""
    page_of: str = "{page} / {pages}"
