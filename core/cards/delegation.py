"""Who stands in for a line manager: what is confirmed, and what those concerned are told."""

from collections.abc import Sequence

from core.cards import greeting
from core.chat.card import Action, Actions, Card, Paragraph, Tone
from core.model.delegation import Delegation
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def _days(words: Words, given: Delegation) -> dict[str, str]:
    return {
        "first": formats.full_date(given.starts_on, words.language),
        "last": formats.full_date(given.ends_on, words.language),
    }


def line(words: Words, key: str, who: Person, given: Delegation) -> str:
    """One delegation in a line."""
    return words(key, name=who.name, **_days(words, given))


def named(words: Words, delegate: Person, given: Delegation) -> Card:
    """Repeats the dates back, and says what the delegate sees and what not."""
    text = words("delegate-named", name=delegate.name, **_days(words, given))
    return Card(
        words("delegate-title"),
        (Paragraph(text), Paragraph(words("delegate-sees")), Paragraph(words("delegate-how-to-end"), Tone.SUBTLE)),
        words.language,
    )


def stands_in(delegate: Person, manager: Person, given: Delegation) -> Card:
    """For the delegate: for whom, from when to when, and what that is."""
    words = words_for(delegate.language)
    text = words("delegate-you", name=manager.name, **_days(words, given))
    see = Actions((Action("team.status", words("home-team")),))
    return Card(
        words("delegate-title"), (Paragraph(text), Paragraph(words("delegate-you-see")), see), words.language
    )


def told_of_delegate(reader: Person, manager: Person, delegate: Person, given: Delegation) -> Card:
    """For those who report to the manager: who reads what meanwhile, and what stays private."""
    words = words_for(reader.language)
    text = words("delegate-told", manager=manager.name, name=delegate.name, **_days(words, given))
    return Card(words("delegate-title"), (Paragraph(text), Paragraph(words("delegate-told-sees"))), words.language)


def stands_in_no_more(reader: Person, manager: Person) -> Card:
    """For everyone concerned, once it ended before its time."""
    words = words_for(reader.language)
    return greeting.said(words, "delegate-title", "delegate-no-more", manager=manager.name)


def how(words: Words, lines: Sequence[str]) -> Card:
    """What is arranged, and how it is said."""
    parts = [Paragraph(each) for each in lines] or [Paragraph(words("delegate-none"))]
    return Card(words("delegate-title"), (*parts, Paragraph(words("delegate-how"), Tone.SUBTLE)), words.language)


def manages_nobody(words: Words) -> Card:
    """Nobody reports to the person, so there is nothing to stand in for."""
    return greeting.said(words, "delegate-title", "delegate-manages-nobody")


def dates_unclear(words: Words) -> Card:
    """The days could not be read, or are over; shows how to say them."""
    return greeting.said(words, "delegate-title", "delegate-dates-unclear")


def nobody_like_that(words: Words) -> Card:
    """No colleague was meant beyond doubt."""
    return greeting.said(words, "delegate-title", "delegate-nobody")


def nobody_stands_in(words: Words) -> Card:
    """There is nothing to end."""
    return greeting.said(words, "delegate-title", "delegate-none")


def ended(words: Words) -> Card:
    """It has ended."""
    return greeting.said(words, "delegate-title", "delegate-ended")
