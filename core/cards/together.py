"""Several messages that are due to one person at once, as one."""

from collections.abc import Sequence

from core.chat.card import Card, Divider, Heading, Paragraph, Part, Tone
from core.model.person import Language
from core.texts.texts import words_for


def together(cards: Sequence[Card]) -> Card:
    """One message of several, in their order: the first as it is, the others below it with their titles.

    It says at its head how many they are, so that nobody stops at the first.
    """
    first, *others = cards
    if not others:
        return first
    words = words_for(Language(first.language))
    parts: list[Part] = [Paragraph(words("together", count=len(cards)), Tone.SUBTLE), *first.parts]
    for card in others:
        parts += [Divider(), Heading(card.title), *card.parts]
    return Card(first.title, tuple(parts), first.language, first.suggestions)
