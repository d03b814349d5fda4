"""Reminders of training: what is due for oneself, and what is overdue in one's team."""

from collections.abc import Iterator, Sequence
from datetime import date

from core.chat.card import Action, Actions, Card, Outline, OutlineItem, Paragraph, Part, Tone
from core.model.person import Person
from core.model.requirements import Standing, State
from core.model.training import Course
from core.texts import formats
from core.texts.texts import Words, words_for

BUTTONS = 3
"""Courses that are recorded with one tap; the rest is said."""


def course_line(words: Words, standing: Standing, course: Course, today: date) -> str:
    """`Fire safety: to be done by 3 November 2026 · mandatory`, or when it runs out, ran out or was to be done."""
    due = formats.full_date(standing.due_on, words.language) if standing.due_on else ""
    is_past = standing.overdue(today)
    if standing.state is State.PENDING:
        key = "training-waits-for-hr"
    elif standing.state is State.LACKING:
        key = "training-was-to-be-done" if is_past else "training-to-be-done"
    else:
        key = "training-ran-out" if is_past else "training-runs-out"
    said = words(key, course=course.title_in(words.language), day=due)
    return f"{said} · {words('training-mandatory')}" if course.mandatory else said


def reminder(person: Person, items: Sequence[tuple[Standing, Course]], today: date) -> Card:
    """What is due for the person, with a tap for what they did already."""
    words = words_for(person.language)
    parts: list[Part] = [Paragraph(words("training-reminder-intro", name=person.first_name, count=len(items)))]
    parts += _lines(words, items, today)
    done = tuple(
        Action("training.did", words("training-did", course=course.title_in(words.language)), course.id)
        for _, course in items[:BUTTONS]
    )
    parts.append(Actions((*done, Action("command.run", words("training-see"), "training"))))
    parts.append(Paragraph(words("training-how"), Tone.SUBTLE))
    return Card(words("training-reminder-title"), tuple(parts), words.language)


def _lines(words: Words, items: Sequence[tuple[Standing, Course]], today: date) -> Iterator[Part]:
    for standing, course in items:
        tone = Tone.WARNING if standing.overdue(today) else Tone.NORMAL
        line = course_line(words, standing, course, today)
        yield Paragraph(f"{line}\n{course.link}" if course.link else line, tone)


def overdue(manager: Person, items: Sequence[tuple[Person, Standing, Course]]) -> Card:
    """What is overdue in the manager's team, person by person."""
    words = words_for(manager.language)
    lines: list[OutlineItem] = []
    for person in dict.fromkeys(person for person, _, _ in items):
        lines.append(OutlineItem(person.name, strong=True))
        for owner, standing, course in items:
            if owner.id == person.id:
                due = formats.full_date(standing.due_on, words.language) if standing.due_on else ""
                key = "training-since-lacking" if standing.state is State.LACKING else "training-since-expired"
                lines.append(OutlineItem(course.title_in(words.language), 1, words(key, day=due)))
    intro = words("training-overdue-intro", name=manager.first_name)
    parts = (Paragraph(intro), Outline(tuple(lines)), Paragraph(words("training-overdue-how"), Tone.SUBTLE))
    return Card(words("training-overdue-title"), parts, words.language)
