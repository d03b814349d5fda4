"""Requests for feedback as people see them: to whoever is asked, and to whoever asked."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part, Tone
from core.model.anonymity import FEWEST
from core.model.feedback import FeedbackRequest
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

FLOW = "give_feedback"
"""The conversation that answers a request."""


def where_answered(request: FeedbackRequest) -> str:
    """The conversation that answers a request: the same however often it is opened."""
    return SEPARATOR.join((FLOW, f"{request.asker_id}~{request.id}.{request.id}"))


def request(giver: Person, asked: FeedbackRequest, asker: Person) -> Card:
    """Someone asks for feedback."""
    words = words_for(giver.language)
    how = Paragraph(words("feedback-request-how", name=asker.first_name), Tone.SUBTLE)
    parts = (*what_is_asked(words, asked), how, answer(words, asked))
    return Card(words("feedback-request-title", name=asker.name), parts, words.language)


def reminder(giver: Person, asked: FeedbackRequest, asker: Person) -> Card:
    """The one reminder."""
    words = words_for(giver.language)
    once = Paragraph(words("feedback-request-once"), Tone.SUBTLE)
    parts = (*what_is_asked(words, asked), once, answer(words, asked))
    return Card(words("feedback-reminder-title", name=asker.name), parts, words.language)


def what_is_asked(words: Words, asked: FeedbackRequest) -> list[Part]:
    """The question, and by when an answer is hoped for."""
    parts: list[Part] = [Paragraph(asked.question, Tone.QUOTE)] if asked.question else []
    if asked.due_on is not None:
        parts.append(Paragraph(words("feedback-request-by", date=_day(words, asked.due_on))))
    return parts


def _day(words: Words, on: date) -> str:
    return formats.day(on, words.language)


def answer(words: Words, asked: FeedbackRequest) -> Actions:
    """The ways to answer, and to say no kindly."""
    where = where_answered(asked)
    return Actions(
        (
            Action("flow.form", words("feedback-request-answer"), where, ActionStyle.PRIMARY),
            Action("flow.chat", words("feedback-request-answer-here"), where),
            Action("feedback.not_now", words("feedback-request-not-now"), asked.id),
        )
    )


def declined(giver: Person, asked: FeedbackRequest, asker: Person) -> Card:
    """What the request becomes after "not now": a change of mind is one tap."""
    words = words_for(giver.language)
    said = Paragraph(words("feedback-request-declined", name=asker.first_name))
    still = Action("flow.form", words("feedback-request-answer-after-all"), where_answered(asked))
    parts = (*what_is_asked(words, asked), said, Actions((still,)))
    return Card(words("feedback-request-title", name=asker.name), parts, words.language)


def asked(asker: Person, question: str, names: Sequence[str], due_on: date | None) -> Card:
    """Confirms who was asked what, and until when."""
    words = words_for(asker.language)
    parts: list[Part] = [Paragraph(words("feedback-asked", names=", ".join(names)))]
    if question:
        parts.append(Paragraph(question, Tone.QUOTE))
    if due_on is not None:
        parts.append(Paragraph(words("feedback-asked-by", date=_day(words, due_on))))
    parts.append(Paragraph(words("feedback-asked-how", fewest=FEWEST), Tone.SUBTLE))
    return Card(words("feedback-asked-title"), tuple(parts), words.language)


def past_date(asker: Person, due_on: date) -> Card:
    """The date lies in the past; nobody was asked."""
    words = words_for(asker.language)
    text = words("feedback-ask-past", date=formats.full_date(due_on, words.language))
    return Card(words("feedback-ask-title"), (Paragraph(text),), words.language)


def standing(
    words: Words, rounds: Sequence[Sequence[FeedbackRequest]], people: Mapping[str, Person]
) -> list[Part]:
    """Who answered what the reader asked; of answers without names only whether there are enough to be said."""
    parts: list[Part] = []
    for each in rounds:
        if not parts:
            parts.append(Heading(words("feedback-you-asked")))
        first = each[0]
        if first.question:
            parts.append(Paragraph(first.question, Tone.QUOTE))
        named = [one for one in each if one.answered_at is not None and not one.is_anonymous]
        unnamed = sum(1 for one in each if one.is_anonymous)
        names = [people[one.giver_id].name for one in named if one.giver_id in people]
        both = formats.both(names, words.language)
        said = words("feedback-answered-by", names=both) if names else words("feedback-answered-by-nobody")
        more = [words("feedback-answered-unnamed", fewest=FEWEST)] if unnamed >= FEWEST else []
        by = [words("feedback-asked-by", date=_day(words, first.due_on))] if first.due_on else []
        parts.append(Paragraph(" ".join((said, *more, *by)), Tone.SUBTLE))
    return parts
