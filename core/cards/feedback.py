"""Feedback as people see it: received, sent, asked for, and talked over."""

from collections.abc import Mapping, Sequence

from core.chat.card import Action, Actions, ActionStyle, Card, Divider, Heading, Paragraph, Part, Tone
from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def received(receiver: Person, feedback: Feedback, giver: Person, readers: str) -> Card:
    """Feedback, to the receiver, with ways to thank and to ask more; `readers` says who else reads it."""
    words = words_for(receiver.language)
    parts: list[Part] = [*_said(words, feedback), Paragraph(readers, Tone.SUBTLE)]
    buttons = [Action("feedback.thank", words("feedback-thank"), feedback.id, ActionStyle.PRIMARY)]
    if feedback.thanked_at is not None:
        parts.append(Paragraph(words("feedback-thanked", name=giver.first_name), Tone.SUBTLE))
        buttons = []
    ask = Action("feedback.ask", words("feedback-ask-more"), feedback.id)
    parts.append(Actions((*buttons, ask)))
    return Card(words("feedback-received-title", name=giver.name), tuple(parts), words.language)


def _said(words: Words, feedback: Feedback) -> list[Part]:
    parts: list[Part] = []
    if feedback.about:
        parts.append(Paragraph(words("feedback-about", about=feedback.about), Tone.SUBTLE))
    parts.append(Paragraph(feedback.text, Tone.QUOTE))
    return parts


def for_manager(manager: Person, feedback: Feedback, giver: Person, receiver: Person) -> Card:
    """The same to the receiver's line manager, where its giver chose so."""
    words = words_for(manager.language)
    parts = (*_said(words, feedback), Paragraph(words("feedback-manager-reads", name=receiver.name), Tone.SUBTLE))
    title = words("feedback-manager-title", receiver=receiver.name, giver=giver.name)
    return Card(title, parts, words.language)


def sent(giver: Person, feedback: Feedback, receiver: Person, readers: str) -> Card:
    """Confirms to the giver who reads it."""
    words = words_for(giver.language)
    parts = (*_said(words, feedback), Paragraph(readers, Tone.SUBTLE))
    return Card(words("feedback-sent-title", name=receiver.name), parts, words.language)


def asked_about(reader: Person, feedback: Feedback, note: FeedbackNote, by: Person) -> Card:
    """A question about feedback to its giver, or the giver's answer to the receiver, with a way to reply."""
    words = words_for(reader.language)
    is_question = note.by_id == feedback.receiver_id
    key = "feedback-question-title" if is_question else "feedback-answer-title"
    answer = words("feedback-answer" if is_question else "feedback-ask-more")
    parts: tuple[Part, ...] = (
        Paragraph(words("feedback-was-said"), Tone.SUBTLE),
        *_said(words, feedback),
        Divider(),
        Paragraph(note.text, Tone.QUOTE),
        Paragraph(words("reads-feedback-note"), Tone.SUBTLE),
        Actions((Action("feedback.ask", answer, feedback.id, ActionStyle.PRIMARY),)),
    )
    return Card(words(key, name=by.name), parts, words.language)


def request(giver: Person, asked: FeedbackRequest, asker: Person, where: str) -> Card:
    """Someone asks for feedback; `where` is the conversation that answers it."""
    words = words_for(giver.language)
    parts: list[Part] = []
    if asked.question:
        parts.append(Paragraph(asked.question, Tone.QUOTE))
    parts.append(Paragraph(words("feedback-request-how", name=asker.first_name), Tone.SUBTLE))
    parts.append(_answer(words, where))
    return Card(words("feedback-request-title", name=asker.name), tuple(parts), words.language)


def _answer(words: Words, where: str) -> Actions:
    return Actions(
        (
            Action("flow.form", words("feedback-request-answer"), where, ActionStyle.PRIMARY),
            Action("flow.chat", words("feedback-request-answer-here"), where),
        )
    )


def asked(asker: Person, question: str, names: Sequence[str]) -> Card:
    """Confirms who was asked what."""
    words = words_for(asker.language)
    parts: list[Part] = [Paragraph(words("feedback-asked", names=", ".join(names)))]
    if question:
        parts.append(Paragraph(question, Tone.QUOTE))
    parts.append(Paragraph(words("feedback-asked-how"), Tone.SUBTLE))
    return Card(words("feedback-asked-title"), tuple(parts), words.language)


def overview(
    reader: Person,
    given: Sequence[Feedback],
    waiting: Sequence[tuple[FeedbackRequest, str]],
    people: Mapping[str, Person],
    new: str,
) -> Card:
    """Who waits for the reader's feedback, each with the conversation that answers; then what they were told."""
    words = words_for(reader.language)
    parts: list[Part] = []
    for asked_one, where in waiting:
        parts.append(Heading(words("feedback-request-title", name=_name(words, people, asked_one.asker_id))))
        if asked_one.question:
            parts.append(Paragraph(asked_one.question, Tone.QUOTE))
        parts.append(_answer(words, where))
    if waiting:
        parts.append(Divider())
    for each in given:
        parts += _said(words, each)
        day = formats.day(each.given_at.date(), words.language)
        line = words("recognition-from", name=_name(words, people, each.giver_id), day=day)
        parts.append(Paragraph(line, Tone.SUBTLE))
    if not given:
        parts.append(Paragraph(words("feedback-none")))
    parts += [Divider(), Paragraph(words("feedback-how"), Tone.SUBTLE)]
    where = f"give_feedback|{new}"
    parts.append(
        Actions(
            (
                Action("flow.form", words("feedback-give"), where, ActionStyle.PRIMARY),
                Action("flow.chat", words("feedback-give-here"), where),
            )
        )
    )
    return Card(words("feedback-title"), tuple(parts), words.language)


def _name(words: Words, people: Mapping[str, Person], person_id: str) -> str:
    person = people.get(person_id)
    return person.name if person else words("recognition-someone")
