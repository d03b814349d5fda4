"""First words and last resorts: welcome, help, settings, strangers, and what was not understood."""

from collections.abc import Sequence

from core.cards import platforms
from core.chat.card import (
    Action,
    Actions,
    Card,
    Fact,
    Facts,
    Paragraph,
    Tone,
)
from core.model.person import Language, Person, Platform
from core.model.unasked import A_WEEK
from core.texts import formats
from core.texts.texts import Words, words_for


def welcome(person: Person) -> Card:
    """One friendly introduction, which asks once which language a person wants."""
    words = words_for(person.language)
    languages = tuple(
        Action("settings.language", words_for(language)("language-name"), language.value) for language in Language
    )
    return Card(
        words("welcome-title", name=person.first_name),
        (
            Paragraph(words("welcome-what")),
            Paragraph(words("welcome-who-reads"), Tone.SUBTLE),
            Paragraph(words("welcome-language")),
            Actions((*languages, Action("help.show", words("welcome-help")))),
        ),
        words.language,
    )


def settings(
    person: Person,
    next_at: str,
    on: Sequence[Platform] = (),
    a_week: int = A_WEEK,
    paused_until: str = "",
    standing_in: Sequence[str] = (),
) -> Card:
    """What is set for a person and how to change it.

    `next_at` is when the next check-in comes, in words; `on` are the platforms they have accounts on. `a_week` is
    how many messages nobody asked for they get at most, `paused_until` the day their pause ends, in words, and
    `standing_in` who stands in for whom.
    """
    words = words_for(person.language)
    days = ", ".join(formats.weekday(day, words.language) for day in sorted(person.working_days))
    several = len(on) > 1
    facts = (
        Fact(words("settings-language"), words("language-name")),
        Fact(words("settings-zone"), person.timezone),
        Fact(words("settings-days"), days),
        Fact(words("settings-next"), next_at or words("settings-no-next")),
        Fact(words("settings-quiet"), _quiet(words, person)),
        Fact(words("settings-a-week"), words("settings-a-week-most", count=a_week)),
        *(
            [Fact(words("settings-paused"), words("settings-paused-until", back=paused_until))]
            if paused_until
            else []
        ),
        *(Fact(words("settings-delegate"), each) for each in standing_in),
        *([Fact(words("settings-platform"), platforms.preferred(words, person))] if several else []),
    )
    other = Action("settings.language", words("other-language"), words("other-language-code"))
    return Card(
        words("settings-title"),
        (
            Facts(facts),
            Paragraph(words("settings-how"), Tone.SUBTLE),
            Paragraph(words("settings-how-quiet"), Tone.SUBTLE),
            Actions((other, *(platforms.choice(on).items if several else ()))),
        ),
        words.language,
    )


def _paused(words: Words, until: str) -> Fact:
    return Fact(words("settings-paused"), words("settings-paused-until", back=until))


def _quiet(words: Words, person: Person) -> str:
    if person.quiet_from is None or person.quiet_until is None:
        return words("settings-quiet-none")
    return words("settings-quiet-hours", first=f"{person.quiet_from:%H:%M}", last=f"{person.quiet_until:%H:%M}")


def said(words: Words, title_key: str, text_key: str, **args: object) -> Card:
    """A short answer of a title and a sentence."""
    return Card(words(title_key), (Paragraph(words(text_key, **args)),), words.language)


def short(words: Words, title_key: str, text: str) -> Card:
    """A short answer whose sentence was put together before."""
    return Card(words(title_key), (Paragraph(text),), words.language)


def stranger(contact: str) -> Card:
    """Why nothing works for someone the directory does not know, and whom to ask; nothing else.

    In both languages, since theirs is not known.
    """
    english, welsh = words_for(Language.EN), words_for(Language.CY)
    return Card(
        english("stranger-title"),
        (
            Paragraph(english("stranger", contact=contact or english("stranger-ask"))),
            Paragraph(welsh("stranger", contact=contact or welsh("stranger-ask")), Tone.SUBTLE),
        ),
    )


def not_understood(words: Words, nearest: Sequence[str]) -> Card:
    """Nothing fits what was typed; offers the nearest commands, or help."""
    actions = [Action("command.run", word, word) for word in nearest]
    actions.append(Action("help.show", words("welcome-help")))
    text = words("unknown-nearest") if nearest else words("unknown-text")
    return Card(words("unknown-title"), (Paragraph(text), Actions(tuple(actions))), words.language)
