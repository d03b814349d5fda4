"""What came of one-to-ones: the note, what was agreed, and the meetings before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.cards import actions as action_cards
from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Divider, Heading, Paragraph, Part, Tone
from core.model.action import AgreedAction
from core.model.one_to_one import AgendaItem, Meeting, OneToOne, OneToOneNote
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def held(
    reader: Person,
    by: Person,
    meeting: Meeting,
    notes: Sequence[OneToOneNote],
    actions: Sequence[AgreedAction],
    carried: int,
    today: date,
) -> Card:
    """The meeting is done: the note, what was agreed, and what comes up next time."""
    words = words_for(reader.language)
    one, other = meeting.one_to_one, meeting.other_than(reader)
    people = {each.id: each for each in (meeting.person, meeting.manager)}
    parts = [*_notes(words, notes, people), *_agreed(words, actions, people, today)]
    if carried:
        parts.append(Paragraph(words("one-to-one-carried", count=carried)))
    parts.append(Paragraph(words("one-to-one-who-reads", name=other.name), Tone.SUBTLE))
    parts.append(Actions(_after(words, one)))
    key = "one-to-one-held-title" if reader.id == by.id else "one-to-one-held-by-title"
    return Card(words(key, name=by.name), tuple(parts), words.language)


def _after(words: Words, one: OneToOne) -> tuple[Action, ...]:
    return (
        Action("one_to_one.note", words("one-to-one-add-note"), one.id, ActionStyle.PRIMARY),
        Action("one_to_one.action", words("one-to-one-agree"), one.id),
        Action("one_to_one.private", words("one-to-one-private-note"), one.id),
    )


def _notes(words: Words, notes: Sequence[OneToOneNote], people: Mapping[str, Person]) -> list[Part]:
    parts: list[Part] = []
    for each in sorted(notes, key=lambda each: each.is_private):
        name = people[each.by_id].name if each.by_id in people else ""
        said = words("one-to-one-private") if each.is_private else words("one-to-one-note-by", name=name)
        parts += [Paragraph(said, Tone.SUBTLE), Paragraph(each.text, Tone.QUOTE)]
    return parts


def _agreed(
    words: Words, actions: Sequence[AgreedAction], people: Mapping[str, Person], today: date
) -> list[Part]:
    if not actions:
        return []
    return [
        Heading(words("actions-agreed-plural")),
        *(Paragraph(_action_line(words, each, people, today)) for each in actions),
    ]


def _action_line(words: Words, action: AgreedAction, people: Mapping[str, Person], today: date) -> str:
    owner = people[action.owner_id].name if action.owner_id in people else ""
    said = (
        action_cards.state_line(words, action)
        if action.closed_at
        else f"{action.text} · {action_cards.due_line(words, action, today)}"
    )
    return f"{said} · {owner}" if owner else said


def agreed(reader: Person, by: Person, meeting: Meeting, action: AgreedAction, today: date) -> Card:
    """An action was agreed, to both."""
    words = words_for(reader.language)
    people = {each.id: each for each in (meeting.person, meeting.manager)}
    own = action.owner_id == reader.id
    next_ = words("one-to-one-asked-you" if own else "one-to-one-asked", name=people[action.owner_id].first_name)
    parts = (
        Paragraph(_action_line(words, action, people, today)),
        Paragraph(next_, Tone.SUBTLE),
        Actions((Action("one_to_one.action", words("one-to-one-agree-another"), meeting.one_to_one.id),)),
    )
    key = "one-to-one-agreed-title" if reader.id == by.id else "one-to-one-agreed-by-title"
    return Card(words(key, name=by.name), parts, words.language)


def noted(reader: Person, by: Person, meeting: Meeting, note: OneToOneNote) -> Card:
    """Something was added to a note."""
    words = words_for(reader.language)
    other = meeting.other_than(reader)
    who = (
        words("reads-one-to-one-private")
        if note.is_private
        else words("one-to-one-note-who-reads", name=other.name)
    )
    key = "one-to-one-noted-title" if reader.id == by.id else "one-to-one-noted-by-title"
    parts = (Paragraph(note.text, Tone.QUOTE), Paragraph(who, Tone.SUBTLE))
    return Card(words(key, name=by.name), parts, words.language)


@dataclass(frozen=True, slots=True)
class Past:
    """A meeting that was held, as much of it as the reader may read; `share_with` is offered the note."""

    one_to_one: OneToOne
    notes: Sequence[OneToOneNote]
    items: Sequence[AgendaItem] = ()
    actions: Sequence[AgreedAction] = ()
    share_with: Person | None = None
    shared_with: Person | None = None


def history(
    reader: Person,
    person: Person,
    past: Sequence[Past],
    people: Mapping[str, Person],
    page: int,
    *,
    more: bool,
    today: date,
) -> Card:
    """The meetings that were held, the newest first, a page at a time (from 0)."""
    words = words_for(reader.language)
    parts: list[Part] = []
    if not past:
        parts.append(Paragraph(words("one-to-one-no-history"), Tone.SUBTLE))
    for each in past:
        parts += [Divider()] if parts else []
        parts += _past(words, reader, each, people, today)
    pages = []
    if page > 0:
        pages.append(_page(words, "one-to-one-newer", person, page - 1))
    if more:
        pages.append(_page(words, "one-to-one-older", person, page + 1))
    if pages:
        parts.append(Actions(tuple(pages)))
    key = "one-to-one-history-own" if reader.id == person.id else "one-to-one-history-title"
    return Card(words(key, name=person.name), tuple(parts), words.language)


def _page(words: Words, key: str, person: Person, page: int) -> Action:
    return Action("one_to_one.history", words(key), SEPARATOR.join((person.id, str(page))))


def _past(words: Words, reader: Person, past: Past, people: Mapping[str, Person], today: date) -> list[Part]:
    one = past.one_to_one
    with_id = one.manager_id if reader.id == one.person_id else one.person_id
    if reader.id not in one.pair:
        with_id = one.manager_id
    at = (one.at if one.at and one.held_at and one.at <= one.held_at else one.held_at) or one.begun_at
    day = formats.full_date(at.astimezone(reader.zone).date(), words.language)
    parts: list[Part] = [Heading(words("one-to-one-past", date=day, name=people[with_id].name))]
    if past.items:
        parts.append(Paragraph(words("one-to-one-discussed"), Tone.SUBTLE))
        parts += [Paragraph(f"• {item.text}") for item in past.items]
    parts += _notes(words, past.notes, people)
    parts += _agreed(words, past.actions, people, today)
    buttons: list[Action] = []
    if past.share_with is not None:
        label = words("one-to-one-share", name=past.share_with.first_name)
        buttons.append(Action("one_to_one.share", label, one.id))
    elif reader.id in one.pair:
        buttons.append(Action("one_to_one.note", words("one-to-one-add-note"), one.id))
        buttons.append(Action("one_to_one.private", words("one-to-one-private-note"), one.id))
    if past.shared_with is not None:
        said = words("one-to-one-shared-with", name=past.shared_with.name)
        parts.append(Paragraph(said, Tone.SUBTLE))
    return [*parts, Actions(tuple(buttons))] if buttons else parts


def shared(reader: Person, by: Person, to: Person, meeting_on: date, notes: Sequence[OneToOneNote]) -> Card:
    """The note of an earlier one-to-one was shared with a new line manager: to both."""
    words = words_for(reader.language)
    own = reader.id == by.id
    day = formats.full_date(meeting_on, words.language)
    said = words("one-to-one-shared-own" if own else "one-to-one-shared", name=(to if own else by).name, date=day)
    parts = [Paragraph(said), *(Paragraph(each.text, Tone.QUOTE) for each in notes if not each.is_private)]
    return Card(words("one-to-one-shared-title"), tuple(parts), words.language)
