"""What administrators are told when Milepost has been removed from a workspace."""

from core.chat.card import Card, Paragraph
from core.model.person import Person
from core.texts.texts import words_for


def removed(person: Person, workspace: str) -> Card:
    """That nothing can be sent to a workspace any more, that nothing is lost, and how to go on."""
    words = words_for(person.language)
    return Card(
        words("installation-ended-title", workspace=workspace),
        (Paragraph(words("installation-ended-what")), Paragraph(words("installation-ended-how"))),
        words.language,
    )
