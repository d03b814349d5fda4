"""Pulse as people see it: the question, thanks for the answer, and reports of five people or more."""

from collections.abc import Sequence
from datetime import datetime

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph, Part, Table, Tone
from core.model.anonymity import FEWEST
from core.model.person import Person
from core.model.pulse import HIGHEST, LOWEST, PulseRound, Result, Rhythm
from core.texts import formats
from core.texts.pulse_questions import question_text
from core.texts.texts import Words, words_for


def question(person: Person, asked: PulseRound) -> Card:
    """One question, answered by one tap."""
    words = words_for(person.language)
    scores = tuple(
        Action("pulse.answer", _label(words, score), SEPARATOR.join((asked.id, str(score))))
        for score in range(LOWEST, HIGHEST + 1)
    )
    parts = (
        Paragraph(question_text(asked.question_id, person.language), Tone.QUOTE),
        Paragraph(words("pulse-how", fewest=FEWEST), Tone.SUBTLE),
        Actions(scores),
    )
    return Card(words("pulse-title"), parts, words.language)


def _label(words: Words, score: int) -> str:
    """The ends of the scale in words, and what lies between as figures."""
    return words(f"pulse-score-{score}") if score in (LOWEST, HIGHEST) else str(score)


def answered(person: Person, asked: PulseRound) -> Card:
    """What the question becomes once it is answered: it does not say what the answer was."""
    return _without_buttons(person, asked, "pulse-thanks")


def _without_buttons(person: Person, asked: PulseRound, key: str) -> Card:
    words = words_for(person.language)
    parts = (
        Paragraph(question_text(asked.question_id, person.language), Tone.QUOTE),
        Paragraph(words(key, fewest=FEWEST), Tone.SUBTLE),
    )
    return Card(words("pulse-title"), parts, words.language)


def already(person: Person) -> Card:
    """Someone answers again."""
    return _said(person, "pulse-already")


def closed(person: Person, asked: PulseRound | None = None) -> Card:
    """The question takes no more answers; with `asked`, what it becomes after a tap that came too late."""
    return _without_buttons(person, asked, "pulse-closed") if asked else _said(person, "pulse-closed")


def no_team(person: Person) -> Card:
    """For those to whom nobody reports."""
    return _said(person, "pulse-no-team")


def _said(person: Person, key: str) -> Card:
    words = words_for(person.language)
    return Card(words("pulse-title"), (Paragraph(words(key)),), words.language)


def team(manager: Person, found: Sequence[Result]) -> Card:
    """What came of the questions among a manager's direct reports."""
    words = words_for(manager.language)
    parts = (Paragraph(words("pulse-team-how", fewest=FEWEST), Tone.SUBTLE), *_results(words, found))
    return Card(words("pulse-team-title"), parts, words.language)


def organisation(reader: Person, rhythm: Rhythm | None, found: Sequence[Result]) -> Card:
    """What came of the questions in the whole organisation, and whether they are asked."""
    words = words_for(reader.language)
    state = words(f"pulse-is-{rhythm.value}" if rhythm else "pulse-is-off")
    parts = (
        Paragraph(state),
        Paragraph(words("pulse-organisation-how", fewest=FEWEST), Tone.SUBTLE),
        *_results(words, found),
        _switches(words, rhythm),
    )
    return Card(words("pulse-organisation-title"), parts, words.language)


def _switches(words: Words, rhythm: Rhythm | None) -> Actions:
    rhythms = tuple(
        Action("pulse.set", words(f"pulse-turn-{each.value}"), each.value) for each in Rhythm if each is not rhythm
    )
    off = (Action("pulse.set", words("pulse-turn-off"), "off", ActionStyle.DANGER),) if rhythm else ()
    return Actions((*rhythms, *off))


def turned(reader: Person, rhythm: Rhythm | None, opens_at: datetime | None) -> Card:
    """Confirms the rhythm and when the first question goes out, or that none will."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words(f"pulse-is-{rhythm.value}" if rhythm else "pulse-is-off"))]
    if opens_at is not None:
        parts.append(Paragraph(words("pulse-opens", moment=formats.moment(opens_at, reader))))
        parts.append(Paragraph(words("pulse-what-happens", fewest=FEWEST), Tone.SUBTLE))
    return Card(words("pulse-organisation-title"), tuple(parts), words.language)


def _results(words: Words, found: Sequence[Result]) -> tuple[Part, ...]:
    """A row a question, the newest first; where too few answered it says so and no more."""
    if not found:
        return (Paragraph(words("pulse-nothing-yet")),)
    columns = ("question", "month", "average", "people")
    rows = tuple(_cells(words, each) for each in reversed(found))
    return (Table(tuple(words(f"pulse-column-{column}") for column in columns), rows),)


def _cells(words: Words, each: Result) -> tuple[str, ...]:
    question, month = question_text(each.question_id, words.language), formats.month(each.month, words.language)
    if each.average is None:
        return (question, month, words("pulse-too-few"), "–")
    average = _score(words, each.average)
    if each.before is not None:
        average = words("pulse-was", average=average, before=_score(words, each.before))
    return (question, month, average, str(each.people))


def _score(words: Words, average: float) -> str:
    return formats.number(round(average, 1), words.language)
