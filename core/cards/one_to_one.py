"""One-to-ones as the two who meet see them: the agenda, the date, and the reminder."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from core.cards.asking import SEPARATOR
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Tone,
)
from core.model.one_to_one import Agenda, AgendaItem, AgendaLine, Meeting, OneToOne, OneToOneNote, Source
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

_FOUND = (
    Source.BLOCKER,
    Source.OPEN_ACTION,
    Source.CLOSED_ACTION,
    Source.MISS,
    Source.WELLBEING,
    Source.TRAINING,
    Source.THANKS,
)
"""The order in which what was found is shown."""


def agenda(
    reader: Person,
    shown: Agenda,
    notes: Sequence[OneToOneNote],
    suggested: datetime | None,
    today: date,
    *,
    left_behind: int = 0,
) -> Card:
    """What there is to talk about, and everything that can be done with it; `notes` are the reader's to read.

    `left_behind` items are on an agenda with an earlier line manager, for the reader to bring along.
    """
    words = words_for(reader.language)
    meeting = shown.meeting
    one = meeting.one_to_one
    parts: list[Part] = [Paragraph(_when(words, reader, one))]
    if suggested is not None:
        parts.append(Actions((_suggestion(words, reader, one, suggested),)))
    parts += agenda_parts(words, reader, shown, today)
    if left_behind:
        parts.append(Paragraph(words("one-to-one-left-behind", count=left_behind)))
        parts.append(Actions((Action("one_to_one.bring", words("one-to-one-bring"), one.id),)))
    own = [each.text for each in notes if each.is_private]
    if own:
        parts += [Heading(words("one-to-one-private")), *(Paragraph(text, Tone.QUOTE) for text in own)]
    other = meeting.other_than(reader)
    parts.append(Paragraph(words("one-to-one-who-reads", name=other.name), Tone.SUBTLE))
    parts.append(Actions(_ways(words, meeting, reader)))
    return Card(words("one-to-one-title", name=other.name), tuple(parts), words.language)


def _when(words: Words, reader: Person, one: OneToOne) -> str:
    said = words("one-to-one-at", at=formats.moment(one.at, reader)) if one.at else words("one-to-one-undated")
    return f"{said} {words('one-to-one-every', weeks=one.every_weeks)}" if one.every_weeks else said


def _ways(words: Words, meeting: Meeting, reader: Person) -> tuple[Action, ...]:
    one = meeting.one_to_one
    ways = [
        Action("one_to_one.item", words("one-to-one-add-item"), one.id, ActionStyle.PRIMARY),
        Action("one_to_one.date", words("one-to-one-move" if one.at else "one-to-one-set-date"), one.id),
        Action("one_to_one.done", words("one-to-one-done"), one.id),
        Action("one_to_one.private", words("one-to-one-private-note"), one.id),
        Action("one_to_one.history", words("one-to-one-history"), meeting.person.id),
    ]
    if one.at is not None:
        ways.append(Action("one_to_one.cancel", words("one-to-one-cancel"), one.id))
    return tuple(ways)


def agenda_parts(words: Words, reader: Person, shown: Agenda, today: date) -> list[Part]:
    """The agenda's lines, each under or beside where it comes from."""
    people = {each.id: each for each in (shown.meeting.person, shown.meeting.manager)}
    parts = item_parts(words, reader, shown)
    for source in _FOUND:
        lines = [each for each in shown.lines if each.source is source]
        if lines:
            parts.append(Heading(words(f"agenda-from-{source.value}")))
            parts.append(
                Outline(
                    tuple(
                        OutlineItem(each.text, note=_detail(words, reader, each, people, today)) for each in lines
                    )
                )
            )
    return parts


def item_parts(words: Words, reader: Person, shown: Agenda) -> list[Part]:
    """What was put on the agenda, numbered, each with who put it there."""
    people = {each.id: each for each in (shown.meeting.person, shown.meeting.manager)}
    parts: list[Part] = [Heading(words("agenda-title"))]
    if shown.items:
        parts.append(
            Outline(
                tuple(
                    OutlineItem(f"{number}. {item.text}", note=_source(words, reader, shown, item, people))
                    for number, item in enumerate(shown.items, start=1)
                )
            )
        )
    else:
        parts.append(Paragraph(words("agenda-empty"), Tone.SUBTLE))
    return parts


def _source(words: Words, reader: Person, shown: Agenda, item: AgendaItem, people: Mapping[str, Person]) -> str:
    key = "agenda-flagged" if item.source is Source.FLAG else "agenda-added-by"
    day = formats.day(item.added_at.astimezone(reader.zone).date(), words.language)
    said = words(key, name=people[item.by_id].first_name, date=day)
    is_carried = shown.since is not None and item.added_at <= shown.since
    return f"{said} · {words('agenda-carried')}" if is_carried else said


def _detail(words: Words, reader: Person, line: AgendaLine, people: Mapping[str, Person], today: date) -> str:
    said = []
    if line.source in (Source.OPEN_ACTION, Source.CLOSED_ACTION):
        said.append(people[line.detail].first_name if line.detail in people else "")
    elif line.source is Source.THANKS:
        said.append(words("agenda-thanks-from", name=line.detail))
    else:
        said.append(line.detail)
    if line.source is Source.OPEN_ACTION and line.by is not None:
        late = line.by < today
        said.append(
            words("actions-overdue" if late else "actions-by", date=formats.full_date(line.by, words.language))
        )
    elif line.source is Source.TRAINING and line.by is not None:
        said.append(words("agenda-training-by", date=formats.full_date(line.by, words.language)))
    elif line.on is not None:
        said.append(formats.day_seen_on(today, line.on.astimezone(reader.zone).date(), words.language))
    return " · ".join(part for part in said if part)


def _suggestion(words: Words, reader: Person, one: OneToOne, at: datetime) -> Action:
    label = words("one-to-one-suggest", at=formats.moment(at, reader))
    return Action("one_to_one.set", label, SEPARATOR.join((one.id, at.isoformat())), ActionStyle.PRIMARY)


def with_suggestion(card: Card, reader: Person, following: Meeting, at: datetime) -> Card:
    """The card with the next date to be set in one tap."""
    words = words_for(reader.language)
    return replace(card, parts=(*card.parts, Actions((_suggestion(words, reader, following.one_to_one, at),))))


def reminder(reader: Person, shown: Agenda, is_other_away: bool, today: date) -> Card:
    """The reminder before the meeting, with its agenda."""
    words = words_for(reader.language)
    meeting = shown.meeting
    one = meeting.one_to_one
    other = meeting.other_than(reader)
    parts: list[Part] = [Paragraph(_when(words, reader, one))]
    if is_other_away:
        parts.append(Paragraph(words("one-to-one-other-away", name=other.first_name), Tone.WARNING))
    parts += agenda_parts(words, reader, shown, today)
    parts.append(Paragraph(words("one-to-one-who-reads", name=other.name), Tone.SUBTLE))
    parts.append(Actions(_ways(words, meeting, reader)))
    return Card(words("one-to-one-reminder-title", name=other.name), tuple(parts), words.language)


# --- short answers --------------------------------------------------------------------------------------------


def date_set(reader: Person, by: Person, meeting: Meeting, before: datetime | None, unfit: Sequence[str]) -> Card:
    """The date was set or moved, to both; `unfit` are those for whom it is no working day."""
    words = words_for(reader.language)
    one, other = meeting.one_to_one, meeting.other_than(reader)
    parts: list[Part] = [Paragraph(_when(words, reader, one))]
    if before is not None and before != one.at:
        parts.append(Paragraph(words("one-to-one-was-at", at=formats.moment(before, reader)), Tone.SUBTLE))
    parts += [Paragraph(words("one-to-one-unfit", name=name), Tone.WARNING) for name in unfit]
    parts.append(Paragraph(words("one-to-one-date-next"), Tone.SUBTLE))
    parts.append(
        Actions(
            (
                Action("one_to_one.agenda", words("one-to-one-show"), meeting.person.id, ActionStyle.PRIMARY),
                Action("one_to_one.item", words("one-to-one-add-item"), one.id),
                Action("one_to_one.date", words("one-to-one-move"), one.id),
            )
        )
    )
    is_own = reader.id == by.id
    key = "one-to-one-date-set-title" if is_own else "one-to-one-date-by-title"
    return Card(words(key, name=(other if is_own else by).name), tuple(parts), words.language)


def cancelled(reader: Person, by: Person, meeting: Meeting) -> Card:
    """The date was taken back."""
    words = words_for(reader.language)
    at = meeting.one_to_one.at
    said = words("one-to-one-cancelled", at=formats.moment(at, reader) if at else "")
    key = "one-to-one-cancelled-title" if reader.id == by.id else "one-to-one-cancelled-by-title"
    again = Action("one_to_one.date", words("one-to-one-set-date"), meeting.one_to_one.id)
    parts = (Paragraph(said), Actions((again,)))
    return Card(words(key, name=by.name), parts, words.language)


def added(reader: Person, meeting: Meeting, text: str, key: str) -> Card:
    """Confirms what is on the agenda, and who reads it."""
    words = words_for(reader.language)
    other = meeting.other_than(reader)
    show = Action("one_to_one.agenda", words("one-to-one-show"), meeting.person.id)
    parts = (
        Paragraph(text, Tone.QUOTE),
        Paragraph(words("one-to-one-who-reads", name=other.name), Tone.SUBTLE),
        Actions((show,)),
    )
    return Card(words(key, name=other.name), parts, words.language)


def refused(words: Words) -> Card:
    """The same whether there is such a person or not, and whoever they are."""
    return Card(words("one-to-one-refused-title"), (Paragraph(words("one-to-one-refused")),), words.language)


def overview(reader: Person, reports: Sequence[tuple[Person, OneToOne | None]], own: Person | None) -> Card:
    """When the next one-to-one with each report is, and one's own."""
    words = words_for(reader.language)

    def when(one: OneToOne | None) -> str:
        return formats.moment(one.at, reader) if one and one.at else words("one-to-one-undated")

    facts = tuple(Fact(person.name, when(one)) for person, one in reports)
    parts: list[Part] = [Facts(facts)] if facts else []
    buttons = [Action("one_to_one.agenda", person.first_name, person.id) for person, _ in reports[:SHOWN]]
    if own is not None:
        mine = words("one-to-one-mine", name=own.name)
        buttons.append(Action("one_to_one.agenda", mine, reader.id))
    parts += [Paragraph(words("one-to-one-how"), Tone.SUBTLE), Actions(tuple(buttons))]
    return Card(words("one-to-one-overview-title"), tuple(parts), words.language)


SHOWN = 15
"""Buttons with names in one card."""
