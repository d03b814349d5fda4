"""First words and last resorts: welcome, home, help, settings, strangers, and what was not understood."""

from collections.abc import Sequence
from datetime import date

from core.cards import platforms
from core.cards.actions import lines
from core.cards.asking import SEPARATOR
from core.cards.checkin import FLOW, state_label, title
from core.cards.objective_list import overall
from core.cards.objectives import progress_bar
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Part,
    Tone,
)
from core.commands import ACTIONS, COMMANDS, HR, TEAM
from core.model.action import AgreedAction
from core.model.checkin import CheckIn
from core.model.missed_target import Misses
from core.model.objective import Objective
from core.model.person import Language, Person, Platform
from core.permissions import Right, holds
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


def help_card(person: Person, *, manages: bool) -> Card:
    """Every command a person can use, with an example each."""
    words = words_for(person.language)
    facts = tuple(
        Fact(words(f"command-{command.word}-examples"), words(f"command-{command.word}"))
        for command in COMMANDS
        if command.listed
        and (manages or command is not TEAM)
        and (command is not HR or holds(person, Right.KEEP_PRIORITIES))
    )
    return Card(
        words("help-title"),
        (Paragraph(words("help-intro")), Facts(facts), Paragraph(words("flow-help"), Tone.SUBTLE)),
        words.language,
    )


def home(
    person: Person,
    today: date,
    checkin: CheckIn | None,
    objectives: Sequence[Objective],
    team: tuple[int, int] | None,
    *,
    misses: Misses,
    actions: Sequence[AgreedAction],
) -> Card:
    """A person's own page: this week, agreed actions, objectives, and for a manager how the team checked in.

    `misses` stand beside the figures, by the objective's id; `actions` are open and the person's to do.
    """
    words = words_for(person.language)
    parts: list[Part] = [Heading(words("home-week")), *_week(words, person, checkin)]
    if team is not None:
        answered, due = team
        parts += [
            Heading(words("team-title")),
            Paragraph(words("team-checked-in", answered=answered, due=due)),
            Actions((Action("team.status", words("home-team")),)),
        ]
    if actions:
        parts += [Heading(words("actions-title")), *lines(words, actions, today)]
        parts.append(Actions((Action("command.run", words("actions-see"), ACTIONS.word),)))
    parts += [Divider(), Heading(words("objectives-title"))]
    if (bar := overall(words, objectives)) is not None:
        parts.append(bar)
    parts += [
        progress_bar(words, each, each.latest, label=each.title, miss=misses.get(each.id)) for each in objectives
    ]
    if not objectives:
        parts.append(Paragraph(words("objectives-none")))
    parts.append(Actions((Action("objectives.add", words("objectives-add")),)))
    return Card(words("home-title", name=person.first_name), tuple(parts), words.language)


def _week(words: Words, person: Person, checkin: CheckIn | None) -> list[Part]:
    if checkin is None:
        return [Paragraph(words("home-nothing-due"))]
    closes = formats.moment(checkin.closes_at, person)
    facts = (
        Fact(title(words, checkin), state_label(words, checkin.state)),
        Fact(words("home-open-until"), closes),
    )
    label = words("checkin-answer-form") if checkin.state.is_unanswered else words("checkin-change")
    where = SEPARATOR.join((FLOW, checkin.id))
    return [Facts(facts), Actions((Action("flow.form", label, where, ActionStyle.PRIMARY),))]


def settings(person: Person, next_at: str, on: Sequence[Platform] = ()) -> Card:
    """What is set for a person and how to change it.

    `next_at` is when the next check-in comes, in words; `on` are the platforms they have accounts on.
    """
    words = words_for(person.language)
    days = ", ".join(formats.weekday(day, words.language) for day in sorted(person.working_days))
    several = len(on) > 1
    facts = (
        Fact(words("settings-language"), words("language-name")),
        Fact(words("settings-zone"), person.timezone),
        Fact(words("settings-days"), days),
        Fact(words("settings-next"), next_at or words("settings-no-next")),
        *([Fact(words("settings-platform"), platforms.preferred(words, person))] if several else []),
    )
    other = Action("settings.language", words("other-language"), words("other-language-code"))
    return Card(
        words("settings-title"),
        (
            Facts(facts),
            Paragraph(words("settings-how"), Tone.SUBTLE),
            Actions((other, *(platforms.choice(on).items if several else ()))),
        ),
        words.language,
    )


def said(words: Words, title_key: str, text_key: str, **args: object) -> Card:
    """A short answer of a title and a sentence."""
    return Card(words(title_key), (Paragraph(words(text_key, **args)),), words.language)


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
