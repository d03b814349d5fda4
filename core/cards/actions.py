"""Agreed actions as people see them: what is to be done, by whom and when, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.chat.card import Action, Actions, Card, Divider, Heading, Paragraph, Part, Tone
from core.model.action import ActionState, AgreedAction
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

SHOWN = 8
"""Actions with buttons in one card; more are counted."""


def state_line(words: Words, action: AgreedAction) -> str:
    """`Ask for a courier: done`."""
    return words("actions-state-line", text=action.text, state=words(f"actions-state-{action.state.value}"))


def due_line(words: Words, action: AgreedAction, today: date) -> str:
    """`by 12 December 2026`, `was due 1 December 2026, overdue`, or that no date was set."""
    if action.due_on is None:
        return words("actions-no-date")
    day = formats.full_date(action.due_on, words.language)
    late = action.state is ActionState.OPEN and action.due_on < today
    return words("actions-overdue" if late else "actions-by", date=day)


def asked_about(
    words: Words, action: AgreedAction, today: date, about: Person | None, title: str
) -> tuple[Part, ...]:
    """What is shown where a check-in asks about an action: its date, and what and whom it is about."""
    said = [words("actions-agreed"), due_line(words, action, today)]
    if about is not None:
        said.append(words("actions-about", name=about.name))
    if title:
        said.append(words("actions-objective", title=title))
    parts: list[Part] = [Paragraph(" · ".join(said), Tone.SUBTLE)]
    if action.note:
        parts += [Paragraph(words("actions-last-said"), Tone.SUBTLE), Paragraph(action.note, Tone.QUOTE)]
    return tuple(parts)


def action_list(
    reader: Person,
    today: date,
    mine: Sequence[AgreedAction],
    others: Sequence[AgreedAction],
    people: Mapping[str, Person],
    titles: Mapping[str, str],
) -> Card:
    """Open actions: `mine` are to be done by the reader, `others` by someone else for the reader.

    `people` and `titles` (of objectives) are those that the actions name, by id.
    """
    words = words_for(reader.language)
    parts: list[Part] = []
    for action in mine[:SHOWN]:
        parts += [Divider()] if parts else []
        parts += _entry(words, reader, today, action, people, titles)
        parts.append(Actions((_done(words, action), _drop(words, action))))
    if len(mine) > SHOWN:
        parts.append(Paragraph(words("actions-more", count=len(mine) - SHOWN)))
    if others:
        parts += [Divider()] if parts else []
        parts.append(Heading(words("actions-others")))
    for action in others[:SHOWN]:
        parts += _entry(words, reader, today, action, people, titles)
        parts.append(Actions((_drop(words, action),)))
    if not parts:
        parts.append(Paragraph(words("actions-none")))
    return Card(words("actions-title"), tuple(parts), words.language)


def _entry(
    words: Words,
    reader: Person,
    today: date,
    action: AgreedAction,
    people: Mapping[str, Person],
    titles: Mapping[str, str],
) -> list[Part]:
    said = [due_line(words, action, today)]
    if action.person_id != reader.id and action.person_id in people:
        said.append(words("actions-about", name=people[action.person_id].name))
    elif action.owner_id != reader.id and action.owner_id in people:
        said.append(words("actions-done-by", name=people[action.owner_id].name))
    if title := titles.get(action.objective_id or ""):
        said.append(words("actions-objective", title=title))
    return [Paragraph(action.text), Paragraph(" · ".join(said), Tone.SUBTLE)]


def _done(words: Words, action: AgreedAction) -> Action:
    return Action("actions.done", words("actions-button-done"), action.id)


def _drop(words: Words, action: AgreedAction) -> Action:
    return Action("actions.drop", words("actions-button-drop"), action.id)


def closed(reader: Person, action: AgreedAction) -> Card:
    """Confirms that an action is closed, with a way to take it back."""
    words = words_for(reader.language)
    text = words("actions-closed", text=action.text, state=words(f"actions-state-{action.state.value}"))
    undo = Action("actions.open", words("actions-undo"), action.id)
    return Card(words("actions-closed-title"), (Paragraph(text), Actions((undo,))), words.language)


def opened(reader: Person, action: AgreedAction) -> Card:
    """Confirms that an action is open again."""
    words = words_for(reader.language)
    return Card(
        words("actions-opened-title"), (Paragraph(words("actions-opened", text=action.text)),), words.language
    )


def closed_by_manager(person: Person, manager: Person, action: AgreedAction) -> Card:
    """Tells a person what became of something that their line manager was to do for them."""
    words = words_for(person.language)
    parts: list[Part] = [Paragraph(state_line(words, action))]
    if action.note:
        parts.append(Paragraph(action.note, Tone.QUOTE))
    return Card(words("actions-closed-by", name=manager.name), tuple(parts), words.language)


def lines(words: Words, actions: Sequence[AgreedAction], today: date, done_by: Person | None = None) -> list[Part]:
    """Open actions in a line each, for cards about something else.

    With `done_by` those that someone else is to do say that it is the line manager.
    """
    parts: list[Part] = []
    for action in actions[:SHOWN]:
        said = [action.text, due_line(words, action, today)]
        if done_by is not None and action.owner_id != done_by.id:
            said.append(words("actions-done-by-you"))
        parts.append(Paragraph(" · ".join(said)))
    if len(actions) > SHOWN:
        parts.append(Paragraph(words("actions-more", count=len(actions) - SHOWN)))
    return parts
