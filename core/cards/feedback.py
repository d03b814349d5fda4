"""Feedback as people see it: received, sent, asked for, and talked over."""

from collections.abc import Mapping, Sequence

from core.cards import feedback_requests
from core.chat.card import Action, Actions, ActionStyle, Card, Divider, Heading, Paragraph, Part, Tone
from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest, Telling
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

Labels = Mapping[str, str]
"""What competencies and values are called, by id."""


def sealed(receiver: Person, feedback: Feedback, giver: Person, readers: str) -> Card:
    """Feedback, to the receiver, that they have not opened yet; `readers` says who else reads it."""
    words = words_for(receiver.language)
    open_it = Action("feedback.read", words("feedback-read"), feedback.id, ActionStyle.PRIMARY)
    parts = (Paragraph(readers, Tone.SUBTLE), Actions((open_it,)))
    return Card(words("feedback-received-title", name=giver.name), parts, words.language)


def received(receiver: Person, feedback: Feedback, giver: Person, readers: str, labels: Labels) -> Card:
    """Feedback, to the receiver, with ways to thank and to ask more; `readers` says who else reads it."""
    words = words_for(receiver.language)
    parts: list[Part] = [*what_was_said(words, feedback.said, labels), Paragraph(readers, Tone.SUBTLE)]
    buttons = [Action("feedback.thank", words("feedback-thank"), feedback.id, ActionStyle.PRIMARY)]
    if feedback.thanked_at is not None:
        parts.append(Paragraph(words("feedback-thanked", name=giver.first_name), Tone.SUBTLE))
        buttons = []
    ask = Action("feedback.ask", words("feedback-ask-more"), feedback.id)
    parts.append(Actions((*buttons, ask)))
    return Card(words("feedback-received-title", name=giver.name), tuple(parts), words.language)


def what_was_said(words: Words, said: Telling, labels: Labels) -> list[Part]:
    """What it is about, and what was said in one piece or in its parts."""
    parts: list[Part] = []
    about = [words("feedback-about", about=said.about)] if said.about else []
    if label := labels.get(said.competency):
        about.append(words("feedback-competency", name=label))
    if about:
        parts.append(Paragraph(" · ".join(about), Tone.SUBTLE))
    if said.text:
        parts.append(Paragraph(said.text, Tone.QUOTE))
    for key, text in (
        ("situation", said.situation),
        ("behaviour", said.behaviour),
        ("effect", said.effect),
        ("suggestion", said.suggestion),
    ):
        if text:
            parts += [Paragraph(words(f"give-feedback-{key}-label"), Tone.SUBTLE), Paragraph(text, Tone.QUOTE)]
    return parts


def sealed_for_manager(manager: Person, feedback: Feedback, giver: Person, receiver: Person) -> Card:
    """The same to the receiver's line manager, before they open it."""
    words = words_for(manager.language)
    open_it = Action("feedback.read", words("feedback-read"), feedback.id, ActionStyle.PRIMARY)
    reads = Paragraph(words("feedback-manager-reads", name=receiver.name), Tone.SUBTLE)
    title = words("feedback-manager-title", receiver=receiver.name, giver=giver.name)
    return Card(title, (reads, Actions((open_it,))), words.language)


def for_manager(manager: Person, feedback: Feedback, giver: Person, receiver: Person, labels: Labels) -> Card:
    """The same to the receiver's line manager, where its giver chose so."""
    words = words_for(manager.language)
    reads = Paragraph(words("feedback-manager-reads", name=receiver.name), Tone.SUBTLE)
    parts = (*what_was_said(words, feedback.said, labels), reads)
    title = words("feedback-manager-title", receiver=receiver.name, giver=giver.name)
    return Card(title, parts, words.language)


def sent(giver: Person, feedback: Feedback, receiver: Person, readers: str, labels: Labels) -> Card:
    """Confirms to the giver who reads it, and offers to change it until someone has."""
    words = words_for(giver.language)
    parts: list[Part] = [*what_was_said(words, feedback.said, labels), Paragraph(readers, Tone.SUBTLE)]
    if feedback.can_change:
        parts.append(Paragraph(words("feedback-until-read"), Tone.SUBTLE))
        parts.append(Actions(ways_to_change(words, feedback.id)))
    else:
        parts.append(Paragraph(words("feedback-was-read"), Tone.SUBTLE))
    return Card(words("feedback-sent-title", name=receiver.name), tuple(parts), words.language)


def ways_to_change(words: Words, feedback_id: str) -> tuple[Action, ...]:
    """Buttons to say it differently and to take it back."""
    change = Action("feedback.change", words("feedback-change"), feedback_id)
    return (change, Action("feedback.withdraw", words("feedback-withdraw"), feedback_id))


def changed(giver: Person, receiver: Person) -> Card:
    """Confirms a change."""
    words = words_for(giver.language)
    text = Paragraph(words("feedback-changed", name=receiver.name))
    return Card(words("feedback-changed-title"), (text,), words.language)


def taken_back(giver: Person, receiver: Person) -> Card:
    """What the giver sees of it once they took it back."""
    words = words_for(giver.language)
    text = Paragraph(words("feedback-taken-back", name=receiver.name))
    return Card(words("feedback-taken-back-title"), (text,), words.language)


def withdrawn(reader: Person, giver: Person) -> Card:
    """What is left of a message whose feedback was taken back."""
    words = words_for(reader.language)
    text = Paragraph(words("feedback-withdrawn", name=giver.name))
    return Card(words("feedback-withdrawn-title"), (text,), words.language)


def too_late(giver: Person, receiver: Person, typed: Telling | None = None) -> Card:
    """It was read, so that it stays; what was `typed` instead is shown to copy from."""
    words = words_for(giver.language)
    parts: list[Part] = [Paragraph(words("feedback-too-late", name=receiver.name))]
    if typed is not None:
        parts += [Paragraph(words("feedback-you-typed"), Tone.SUBTLE), *what_was_said(words, typed, {})]
    return Card(words("feedback-too-late-title"), tuple(parts), words.language)


def asked_about(reader: Person, feedback: Feedback, note: FeedbackNote, by: Person, labels: Labels) -> Card:
    """A question about feedback to its giver, or the giver's answer to the receiver, with a way to reply."""
    words = words_for(reader.language)
    is_question = note.by_id == feedback.receiver_id
    key = "feedback-question-title" if is_question else "feedback-answer-title"
    answer = words("feedback-answer" if is_question else "feedback-ask-more")
    parts: tuple[Part, ...] = (
        Paragraph(words("feedback-was-said"), Tone.SUBTLE),
        *what_was_said(words, feedback.said, labels),
        Divider(),
        Paragraph(note.text, Tone.QUOTE),
        Paragraph(words("reads-feedback-note"), Tone.SUBTLE),
        Actions((Action("feedback.ask", answer, feedback.id, ActionStyle.PRIMARY),)),
    )
    return Card(words(key, name=by.name), parts, words.language)


def overview(
    reader: Person,
    given: Sequence[Feedback],
    waiting: Sequence[FeedbackRequest],
    rounds: Sequence[Sequence[FeedbackRequest]],
    people: Mapping[str, Person],
    new: str,
    labels: Labels,
    *,
    has_reports: bool,
) -> Card:
    """Who waits for the reader's feedback, what they were told, and who answered what they asked (`rounds`)."""
    words = words_for(reader.language)
    parts: list[Part] = []
    for asked_one in waiting:
        parts.append(Heading(words("feedback-request-title", name=_name(words, people, asked_one.asker_id))))
        parts += feedback_requests.what_is_asked(words, asked_one)
        parts.append(feedback_requests.answer(words, asked_one))
    if waiting:
        parts.append(Divider())
    for each in given:
        day = formats.day(each.given_at.date(), words.language)
        line = words("recognition-from", name=_name(words, people, each.giver_id), day=day)
        if each.read_at is None:
            read = Action("feedback.open", words("feedback-read"), each.id, ActionStyle.PRIMARY)
            parts += [Paragraph(words("feedback-unread", line=line)), Actions((read,))]
        else:
            parts += [*what_was_said(words, each.said, labels), Paragraph(line, Tone.SUBTLE)]
    if not given:
        parts.append(Paragraph(words("feedback-none")))
    parts += feedback_requests.standing(words, rounds, people)
    if has_reports:
        without_names = Action("feedback.reports", words("feedback-without-names"))
        parts.append(Actions((without_names,)))
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
