"""Feedback without names as people see it: to its giver while it waits, and in reports."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from core.cards.feedback import ways_to_change, what_was_said
from core.chat.card import Actions, Card, Divider, Heading, Paragraph, Part, Tone
from core.model.anonymity import FEWEST
from core.model.feedback import ReleasedFeedback
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def waiting(giver: Person, receiver: Person, feedback_id: str) -> Card:
    """Confirms to the giver how it will be read, and offers to change it; what was said is not repeated."""
    words = words_for(giver.language)
    parts = (
        Paragraph(words("unnamed-waits", name=receiver.name, fewest=FEWEST)),
        Paragraph(words("unnamed-until-released"), Tone.SUBTLE),
        Actions(ways_to_change(words, feedback_id)),
    )
    return Card(words("unnamed-waiting-title", name=receiver.name), parts, words.language)


def changed(giver: Person, receiver: Person) -> Card:
    """Confirms a change."""
    words = words_for(giver.language)
    text = Paragraph(words("unnamed-changed", name=receiver.name))
    return Card(words("feedback-changed-title"), (text,), words.language)


def taken_back(giver: Person, receiver: Person) -> Card:
    """What the giver sees of it once they took it back."""
    words = words_for(giver.language)
    text = Paragraph(words("unnamed-taken-back", name=receiver.name))
    return Card(words("feedback-taken-back-title"), (text,), words.language)


def released_already(giver: Person) -> Card:
    """Why it cannot be changed any more: said the same whether it was released or never there."""
    words = words_for(giver.language)
    return Card(words("unnamed-gone-title"), (Paragraph(words("unnamed-gone")),), words.language)


def report(receiver: Person, batch: Sequence[ReleasedFeedback], labels: Mapping[str, str]) -> Card:
    """One batch, as it is released."""
    words = words_for(receiver.language)
    parts: list[Part] = [Paragraph(words("unnamed-report-how", fewest=FEWEST), Tone.SUBTLE)]
    return Card(words("unnamed-report-title"), (*parts, *_told(words, batch, labels)), words.language)


def reports(receiver: Person, released: Sequence[ReleasedFeedback], labels: Mapping[str, str]) -> Card:
    """Every batch so far, the newest month first."""
    words = words_for(receiver.language)
    parts: list[Part] = [Paragraph(words("unnamed-report-how", fewest=FEWEST), Tone.SUBTLE)]
    for _, each in groupby(released, key=lambda one: one.batch_id):
        batch = list(each)
        parts.append(Heading(formats.month(batch[0].month, words.language)))
        parts += _told(words, batch, labels)
    if not released:
        parts.append(Paragraph(words("unnamed-none", fewest=FEWEST)))
    return Card(words("unnamed-report-title"), tuple(parts), words.language)


def _told(words: Words, batch: Sequence[ReleasedFeedback], labels: Mapping[str, str]) -> list[Part]:
    parts: list[Part] = []
    for each in batch:
        parts += [Divider()] if parts else []
        parts += what_was_said(words, each.said, labels)
    return parts
