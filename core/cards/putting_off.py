"""Cards about time: snoozes, offers of another time, and being away."""

from datetime import date, datetime
from enum import Enum, auto

from core.cards.asking import SEPARATOR
from core.cards.checkin import title as title_of
from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph
from core.model.absence import Absence, AbsenceKind
from core.model.checkin import CheckIn
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def put_off(person: Person, checkin: CheckIn, until: datetime) -> Card:
    """Confirms the time at which the check-in comes back."""
    words = words_for(person.language)
    return _about(words, checkin, words("snooze-until", at=formats.moment(until, person)))


def nearest_offer(person: Person, checkin: CheckIn, allowed: datetime) -> Card:
    """Offers the nearest time within the window and working hours."""
    words = words_for(person.language)
    at = formats.moment(allowed, person)
    accept = Action(
        "checkin.snooze_to",
        words("snooze-accept", at=at),
        SEPARATOR.join((checkin.id, allowed.isoformat())),
        ActionStyle.PRIMARY,
    )
    text = words("snooze-nearest", at=at, closes=formats.moment(checkin.closes_at, person))
    return Card(title_of(words, checkin), (Paragraph(text), Actions((accept,))), words.language)


def no_time_left(person: Person, checkin: CheckIn) -> Card:
    """No working time is left before the window closes."""
    words = words_for(person.language)
    return _about(words, checkin, words("snooze-no-time", closes=formats.moment(checkin.closes_at, person)))


def time_unclear(words: Words, checkin: CheckIn) -> Card:
    """The time could not be read; says what can be."""
    return _about(words, checkin, words("snooze-unclear"))


def nothing_to_put_off(words: Words) -> Card:
    """There is no open check-in to snooze."""
    return Card(words("snooze-nothing-title"), (Paragraph(words("snooze-nothing")),), words.language)


def _about(words: Words, checkin: CheckIn, text: str) -> Card:
    return Card(title_of(words, checkin), (Paragraph(text),), words.language)


class Before(Enum):
    """What someone can answer before they go."""

    OPEN = auto()
    """The check-in that is open now."""
    NEXT = auto()
    """The next one, for whose day they are away."""


def away(person: Person, absence: Absence, back_on: date, today: date, before: Before | None = None) -> Card:
    """Repeats the dates back; colleagues see that someone is away, never why. Offers what to answer `before`."""
    words = words_for(person.language)
    first = formats.day_seen_on(today, absence.starts_on, words.language)
    last = formats.day_seen_on(today, absence.ends_on, words.language)
    back = formats.day_seen_on(today, back_on, words.language)
    title = words("away-title")
    if absence.kind is AbsenceKind.PAUSE:
        title = words("pause-title")
        text = words("pause-until", back=back)
    elif absence.starts_on == absence.ends_on:
        text = words("away-one-day", day=first, back=back)
    else:
        text = words("away-days", first=first, last=last, back=back)
    undo = Action("away.end", words("away-undo"), absence.starts_on.isoformat())
    if before is None:
        return Card(title, (Paragraph(text), Actions((undo,))), words.language)
    answers_next = before is Before.NEXT
    now = Action(
        "command.run",
        words("away-answer-ahead" if answers_next else "away-answer-now"),
        "checkin next week" if answers_next else "checkin",
        ActionStyle.PRIMARY,
    )
    offer = Paragraph(words("away-offer-ahead" if answers_next else "away-offer-now"))
    return Card(title, (Paragraph(text), offer, Actions((now, undo))), words.language)


def paused_news(reader: Person, who: Person, back_on: date) -> Card:
    """For the line manager, where the organisation wants it: that check-ins are paused, and nothing else."""
    words = words_for(reader.language)
    back = formats.full_date(back_on, words.language)
    text = words("pause-news-text", name=who.name, back=back)
    return Card(words("pause-news-title"), (Paragraph(text),), words.language)


def away_unclear(words: Words) -> Card:
    """The dates could not be read; shows how to say them."""
    return Card(words("away-unclear-title"), (Paragraph(words("away-unclear")),), words.language)


def was_not_away(person: Person) -> Card:
    """Someone came back who was not away."""
    words = words_for(person.language)
    title = words("away-ended-title", name=person.first_name)
    return Card(title, (Paragraph(words("away-was-not")),), words.language)


def welcome_back(person: Person, on: date, today: date) -> Card:
    """The absence has ended."""
    words = words_for(person.language)
    text = words("away-ended", day=formats.day_seen_on(today, on, words.language))
    return Card(words("away-ended-title", name=person.first_name), (Paragraph(text),), words.language)
