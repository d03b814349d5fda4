"""Tables that leave as files: what there is, and the link to one."""

from collections.abc import Mapping
from datetime import datetime

from core.chat.card import Action, Actions, Card, Heading, Link, Paragraph, Part, Tone
from core.model.exported import TABULAR, FileFormat
from core.model.person import Person
from core.records.tables import Reach
from core.texts import formats
from core.texts.texts import Words, words_for

GROUPS: Mapping[str, tuple[str, ...]] = {
    "people": ("people", "teams", "skills"),
    "work": (
        *("priorities", "objectives", "objectives-by-team", "check-ins", "check-ins-by-team", "progress"),
        *("missed-targets", "actions", "organisation", "foi"),
    ),
    "development": ("courses", "training", "compliance", "compliance-summary", "compliance-trend"),
    "voices": (
        *("recognition", "recognition-by-team", "feedback", "feedback-by-team"),
        *("service-feedback", "service-comments", "pulse"),
    ),
}
"""Tables that belong together, under the text `export-group-<name>`."""


def choice(words: Words, reach: Reach, offered: Mapping[str, str]) -> Card:
    """What can be exported: a button each, which gives the Excel file. `offered` is what is asked for, by name."""
    parts: list[Part] = [Paragraph(words(f"export-intro-{reach}"), Tone.SUBTLE)]
    for group, names in GROUPS.items():
        items = [
            Action("export.get", words(f"export-{name}"), f"{offered[name]}|{FileFormat.XLSX}")
            for name in names
            if name in offered
        ]
        if items:
            parts += [Heading(words(f"export-group-{group}")), Actions(tuple(items))]
    return Card(words(f"export-title-{reach}"), tuple(parts), words.language)


def ready(reader: Person, name: str, what: str, format_: FileFormat, address: str, expires_at: datetime) -> Card:
    """The link to the file, and the other formats."""
    words = words_for(reader.language)
    label = words("export-link", what=words(f"export-{name}"), format=format_.value.upper())
    until = formats.moment(expires_at, reader)
    others = tuple(
        Action("export.get", words(f"export-as-{each}"), f"{what}|{each}")
        for each in TABULAR
        if each is not format_
    )
    parts = (
        Link(label, address),
        Paragraph(words("export-once", until=until), Tone.SUBTLE),
        Actions(others),
    )
    return Card(words("export-ready"), parts, words.language)


def no_team(words: Words) -> Card:
    """Nobody reports to the person."""
    return Card(words("export-title-team"), (Paragraph(words("export-no-team")),), words.language)


def no_address(words: Words, reach: Reach, name: str) -> Card:
    """Milepost has no address that a browser reaches."""
    said = words("export-no-address-here")
    if reach is Reach.ORGANISATION:
        said = words("export-no-address", command=f"milepost export {name} {name}.xlsx")
    return Card(words("export-title"), (Paragraph(said),), words.language)
