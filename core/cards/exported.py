"""Tables that leave as files: what there is, and the link to one."""

from collections.abc import Sequence
from datetime import datetime

from core.chat.card import Action, Actions, Card, Heading, Link, Paragraph, Part, Tone
from core.model.exported import TABLES, FileFormat
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def choice(words: Words, names: Sequence[str]) -> Card:
    """What can be exported, and how it is written."""
    parts: list[Part] = [Paragraph(words("export-intro"), Tone.SUBTLE)]
    for name in names:
        parts.append(Heading(words(f"export-{name}")))
        parts.append(
            Actions(tuple(Action("export.get", words(f"export-as-{each}"), f"{name}|{each}") for each in TABLES))
        )
    return Card(words("export-title"), tuple(parts), words.language)


def ready(reader: Person, what: str, format_: FileFormat, address: str, expires_at: datetime) -> Card:
    """The link to the file."""
    words = words_for(reader.language)
    label = words("export-link", what=words(f"export-{what}"), format=format_.value.upper())
    until = formats.moment(expires_at, reader)
    parts = (Link(label, address), Paragraph(words("export-once", until=until), Tone.SUBTLE))
    return Card(words("export-ready"), parts, words.language)


def no_address(words: Words, what: str) -> Card:
    """Milepost has no address that a browser reaches."""
    said = words("export-no-address", command=f"milepost export {what} {what}.xlsx")
    return Card(words("export-title"), (Paragraph(said),), words.language)
