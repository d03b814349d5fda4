"""What the two parties of a review are told as it goes from one to the other, and when they are reminded."""

from core.cards.review_sections import span
from core.chat.card import Action, Actions, ActionStyle, Card, Link, Paragraph, Part, Tone
from core.chat.document import Document
from core.model.exported import FileFormat
from core.model.person import Person
from core.model.review import Review
from core.texts import formats
from core.texts.texts import Words, words_for


def _card(words: Words, title: str, text: str, review: Review) -> Card:
    look = Action("review.show", words("review-look"), review.id, ActionStyle.PRIMARY)
    parts: tuple[Part, ...] = (
        Paragraph(text),
        Paragraph(words("review-reads-both"), Tone.SUBTLE),
        Actions((look,)),
    )
    return Card(title, parts, words.language)


def _kind(words: Words, review: Review) -> str:
    return words(f"review-kind-{review.kind}")


def _due(words: Words, review: Review) -> str:
    return formats.full_date(review.due_on, words.language)


def handed_on(manager: Person, person: Person, review: Review) -> Card:
    """To the line manager: it is theirs to add to."""
    words = words_for(manager.language)
    since, until = span(words, review.since, review.until)
    text = words(
        "review-handed-on-news", kind=_kind(words, review), since=since, until=until, date=_due(words, review)
    )
    return _card(words, words("review-handed-on-title", name=person.name), text, review)


def taken_back(manager: Person, person: Person) -> Card:
    """To the line manager: it is with the person again."""
    words = words_for(manager.language)
    text = words("review-taken-back-news", name=person.name)
    return Card(words("review-title-of", name=person.name), (Paragraph(text),), words.language)


def to_sign(reader: Person, person: Person, manager_name: str, review: Review) -> Card:
    """To both: a version is ready to be read and signed."""
    words = words_for(reader.language)
    text = words(
        "review-sign-news",
        version=str(review.version),
        kind=_kind(words, review),
        person=person.name,
        manager=manager_name,
    )
    return _card(words, words("review-sign-title"), text, review)


def signed_by_both(reader: Person, person: Person, manager_name: str, review: Review) -> Card:
    """To both: it stays as it is."""
    words = words_for(reader.language)
    text = words("review-signed-both", person=person.name, manager=manager_name, version=str(review.version))
    return _card(words, words("review-signed-both-title"), text, review)


def reopened(reader: Person, by: Person, person: Person) -> Card:
    """To the other one: what was to be signed, or was, is being changed."""
    words = words_for(reader.language)
    text = words("review-reopened-news", name=by.name)
    return Card(words("review-title-of", name=person.name), (Paragraph(text),), words.language)


def reminder(reader: Person, person: Person, review: Review) -> Card:
    """To whoever it waits for."""
    words = words_for(reader.language)
    if reader.id == person.id:
        text = words("review-reminder-own", kind=_kind(words, review), date=_due(words, review))
    else:
        text = words("review-reminder-of", kind=_kind(words, review), name=person.name, date=_due(words, review))
    return _card(words, words("review-reminder-title"), text, review)


def file_ready(reader: Person, document: Document, format_: FileFormat, address: str, until: str) -> Card:
    """The link to the file, which works once."""
    words = words_for(reader.language)
    label = words("review-file-link", title=document.title, format=format_.value.upper())
    parts = (Link(label, address), Paragraph(words("export-once", until=until), Tone.SUBTLE))
    return Card(words("review-file-ready"), parts, words.language)
