"""What those see who are asked in a 360 round: the request, its one reminder, and what becomes of it."""

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph, Part, Tone
from core.model.person import Person
from core.model.round_360 import Group, Rater, Round360
from core.texts import formats
from core.texts.texts import Words, words_for

FLOW = "answer_360"


def who_reads_key(group: Group) -> str:
    """The text that says who reads what this person says."""
    return f"reads-round-{group if group.is_named else 'others'}"


def title(words: Words, rater: Rater, subject: Person) -> str:
    """What the request and the form are called."""
    return words("round-ask-title-self" if rater.group is Group.SELF else "round-ask-title", name=subject.name)


def ask(person: Person, found: Round360, rater: Rater, subject: Person) -> Card:
    """Asks for an answer."""
    words = words_for(person.language)
    first = Paragraph(words(f"round-ask-{_kind(rater)}", name=subject.name))
    parts = (first, *_how(words, found, rater), _answer(words, found, rater))
    return Card(title(words, rater, subject), parts, words.language)


def _kind(rater: Rater) -> str:
    return rater.group if rater.group.is_named else "others"


def _how(words: Words, found: Round360, rater: Rater) -> tuple[Part, ...]:
    by = words("round-ask-by", date=formats.day(found.due_on, words.language))
    return (Paragraph(words(who_reads_key(rater.group))), Paragraph(by, Tone.SUBTLE))


def _answer(words: Words, found: Round360, rater: Rater) -> Actions:
    where = SEPARATOR.join((FLOW, found.id))
    not_now = Action("round360.not_now", words("feedback-request-not-now"), found.id)
    return Actions(
        (
            Action("flow.form", words("feedback-request-answer"), where, ActionStyle.PRIMARY),
            Action("flow.chat", words("feedback-request-answer-here"), where),
            *(() if rater.group is Group.SELF else (not_now,)),
        )
    )


def reminder(person: Person, found: Round360, rater: Rater, subject: Person) -> Card:
    """The one reminder."""
    words = words_for(person.language)
    once = "round-remind-self" if rater.group is Group.SELF else "feedback-request-once"
    parts = (*_how(words, found, rater), Paragraph(words(once), Tone.SUBTLE), _answer(words, found, rater))
    return Card(title(words, rater, subject), parts, words.language)


def declined(person: Person, found: Round360, rater: Rater, subject: Person) -> Card:
    """What the request becomes after "not now": a change of mind is one tap."""
    words = words_for(person.language)
    where = SEPARATOR.join((FLOW, found.id))
    still = Action("flow.form", words("feedback-request-answer-after-all"), where)
    parts = (Paragraph(words("round-declined")), Actions((still,)))
    return Card(title(words, rater, subject), parts, words.language)


def thanks(person: Person, found: Round360, rater: Rater, subject: Person) -> Card:
    """What the request becomes once it is answered; it does not say what the answer was."""
    words = words_for(person.language)
    change = Action("flow.form", words("round-change-answer"), SEPARATOR.join((FLOW, found.id)))
    parts = (
        Paragraph(words("round-thanks")),
        Paragraph(words(who_reads_key(rater.group)), Tone.SUBTLE),
        Actions((change,)),
    )
    return Card(title(words, rater, subject), parts, words.language)


def over(words: Words) -> Card:
    """The round takes no more answers, or never asked this person: the same words for both."""
    return Card(words("round-title"), (Paragraph(words("round-over")),), words.language)
