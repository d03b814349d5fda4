"""Training as people see it: what counts until when, what is due, and a completion before it is kept."""

from collections.abc import Sequence
from datetime import date

from core.cards.asking import SEPARATOR
from core.cards.files import shown
from core.cards.training_reminders import course_line
from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part, Table, Tone
from core.model.person import Person
from core.model.requirements import Standing, State
from core.model.training import Course, Held
from core.texts import formats
from core.texts.texts import Words, words_for

SHOWN = 40
"""Courses in one card; a platform's table holds no more than a hundred rows."""


def due_lines(words: Words, due: Sequence[tuple[Standing, Course]], today: date) -> list[Part]:
    """A line for each course that is to be done or renewed, or that HR has still to look at."""
    return [
        Paragraph(
            course_line(words, each, course, today), Tone.NORMAL if each.state is State.PENDING else Tone.WARNING
        )
        for each, course in due
    ]


def overview(
    reader: Person, owner: Person, due: Sequence[tuple[Standing, Course]], held: Sequence[Held], today: date
) -> Card:
    """What is due first, then all that was completed; for the person, or for their line manager."""
    words = words_for(reader.language)
    own = reader.id == owner.id
    parts: list[Part] = []
    if due:
        parts.append(Heading(words("training-due-title")))
        parts += due_lines(words, due, today)
    elif held:
        parts.append(Paragraph(words("training-nothing-due")))
    if held:
        header = (
            words("training-column-course"),
            words("training-column-done"),
            words("training-column-until"),
        )
        parts += [
            Heading(words("training-held-title")),
            Table(header, tuple(_row(words, each) for each in held[:SHOWN])),
        ]
    elif not due:
        parts.append(Paragraph(words("training-none") if own else words("training-none-of", name=owner.name)))
    if own:
        parts.append(Paragraph(words("training-how"), Tone.SUBTLE))
        parts.append(Actions((Action("skills.show", words("skills-title")),)))
    title = words("training-title") if own else words("training-title-of", name=owner.name)
    return Card(title, tuple(parts), words.language)


def _row(words: Words, each: Held) -> tuple[str, ...]:
    until = each.completion.expires_on
    shown = formats.full_date(until, words.language) if until else words("training-for-good")
    if each.expired:
        shown = words("training-expired", day=shown)
    done = formats.full_date(each.completion.completed_on, words.language)
    name = each.course.title_in(words.language)
    return (f"{name} ({words('training-mandatory')})" if each.course.mandatory else name, done, shown)


def confirm(
    words: Words,
    course: Course,
    on: date,
    expires: date | None,
    evidence: str,
    others: bool,
    waits: str = "",
) -> Card:
    """What was understood, before it is kept; `waits` says why HR looks at it first."""
    day = formats.full_date(on, words.language)
    parts: list[Part] = [Paragraph(words("training-confirm", course=course.title_in(words.language), day=day))]
    if expires:
        until = formats.full_date(expires, words.language)
        parts.append(Paragraph(words("training-confirm-until", day=until), Tone.SUBTLE))
    if evidence:
        parts.append(Paragraph(words("training-confirm-evidence", evidence=shown(evidence)), Tone.SUBTLE))
    if waits:
        parts.append(Paragraph(waits, Tone.SUBTLE))
    if not evidence:
        parts.append(Paragraph(words("training-evidence-how"), Tone.SUBTLE))
    rest = SEPARATOR.join((on.isoformat(), evidence))
    keep = Action(
        "training.record", words("training-record"), SEPARATOR.join((course.id, rest)), ActionStyle.PRIMARY
    )
    other = Action("training.which", words("training-another"), rest)
    drop = Action("training.drop", words("training-drop"))
    parts.append(Actions((keep, other, drop) if others else (keep, drop)))
    return Card(words("training-confirm-title"), tuple(parts), words.language)


def which(words: Words, said: str, courses: Sequence[Course], on: date, evidence: str) -> Card:
    """No course or several fit what was said: the nearest are a tap away."""
    text = words("training-which", said=said) if said else words("training-which-other")
    rest = SEPARATOR.join((on.isoformat(), evidence))
    actions = tuple(
        Action("training.confirm", each.title_in(words.language), SEPARATOR.join((each.id, rest)))
        for each in courses
    )
    parts: list[Part] = [Paragraph(text)]
    if actions:
        parts.append(Actions(actions))
    else:
        parts.append(Paragraph(words("training-no-course"), Tone.SUBTLE))
    return Card(words("training-which-title"), tuple(parts), words.language)


def recorded(words: Words, course: Course, on: date, expires: date | None, waits: bool = False) -> Card:
    """Confirms that a completion is kept, and until when it counts, or that it `waits` for HR."""
    day = formats.full_date(on, words.language)
    text = words(
        "training-recorded-waits" if waits else "training-recorded",
        course=course.title_in(words.language),
        day=day,
    )
    parts: list[Part] = [Paragraph(text)]
    if expires:
        parts.append(Paragraph(words("training-confirm-until", day=formats.full_date(expires, words.language))))
    parts.append(Actions((Action("command.run", words("training-see"), "training"),)))
    return Card(words("training-recorded-title"), tuple(parts), words.language)


def which_in_bulk(words: Words, said: str, near: Sequence[Course]) -> Card:
    """No course is what was said in a list of many people: the nearest are named."""
    titles = ", ".join(each.title_in(words.language) for each in near)
    near_words = words("bulk-which-near", titles=titles) if titles else words("bulk-which-none")
    parts = (Paragraph(words("bulk-which", said=said)), Paragraph(near_words, Tone.SUBTLE))
    return Card(words("training-which-title"), parts, words.language)
