"""What people are told about objectives by what others did: changed, shared, handed over, come back."""

from collections.abc import Sequence

from core.cards.asking import SEPARATOR
from core.cards.objective_page import opening
from core.cards.objectives import progress_bar
from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph, Part, Tone
from core.model.objective import Objective
from core.model.person import Person
from core.model.review import ReviewKind
from core.texts.texts import Words, words_for


def news(words: Words, title: str, lines: Sequence[str], objective: Objective | None, note: str = "") -> Card:
    """What happened to one objective, a line each, with the way to its page; None: its reader sees it no more."""
    parts: list[Part] = [Paragraph(line) for line in lines]
    if note:
        parts.append(Paragraph(note, Tone.QUOTE))
    if objective is not None:
        parts.append(progress_bar(words, objective, objective.latest, label=objective.title))
        open_it = Action("objective.open", words("objective-open-button"), objective.id)
        parts.append(Actions((open_it,)))
    return Card(title, tuple(parts), words.language)


def handed_over(
    words: Words, title: str, text: str, note: str, objectives: Sequence[Objective], *, opens: bool = False
) -> Card:
    """Objectives that changed hands, for anyone concerned; who got them `opens` them from here."""
    parts: list[Part] = [Paragraph(text)]
    if note:
        parts.append(Paragraph(note, Tone.QUOTE))
    parts += [progress_bar(words, each, each.latest, label=each.title) for each in objectives]
    if opens:
        parts.append(opening(objectives))
    return Card(title, tuple(parts), words.language)


def before_handing_over(
    person: Person, text: str, objectives: Sequence[Objective], note_subject: str, review: ReviewKind
) -> Card:
    """What a person sees first, before anyone else does: their objectives, a note, and a review to close with."""
    words = words_for(person.language)
    parts: list[Part] = [Paragraph(text)]
    parts += [progress_bar(words, each, each.latest, label=each.title) for each in objectives]
    parts.append(Paragraph(words("hand-over-offer-how"), Tone.SUBTLE))
    write = Action("flow.form", words("hand-over-note-button"), note_subject, ActionStyle.PRIMARY)
    close = Action("review.begin", words(f"review-button-{review}"), review)
    parts += [Actions((write, close)), opening(objectives)]
    return Card(words("hand-over-offer-title"), tuple(parts), words.language)


def come_back(person: Person, objectives: Sequence[Objective], days: int) -> Card:
    """A pause is over: what counts again, gently, and what may be changed now."""
    words = words_for(person.language)
    parts: list[Part] = [Paragraph(words("resumed-text", count=len(objectives)))]
    parts += [progress_bar(words, each, each.latest, label=each.title) for each in objectives]
    parts.append(Paragraph(words("resumed-scale", days=days), Tone.SUBTLE))
    parts.append(opening(objectives))
    return Card(
        words("resumed-title", name=person.first_name, count=len(objectives)), tuple(parts), words.language
    )


def whom_do_you_mean(words: Words, said: str, near: Sequence[Person], choose: str, value: str) -> Card:
    """Nobody, or more than one, fits a name: those it may be are one tap away."""
    text = words("colleague-which", name=said) if near else words("colleague-unknown", name=said)
    actions = tuple(Action(choose, each.name, f"{value}{each.id}") for each in near)
    parts: tuple[Part, ...] = (Paragraph(text), Actions(actions)) if actions else (Paragraph(text),)
    return Card(words("colleague-which-title"), parts, words.language)


def how_to_change(words: Words, objective: Objective) -> Card:
    """How to change an objective: in a form, here in chat, or in one sentence."""
    ways = (
        Action("objective.change", words("flow-as-form"), objective.id, ActionStyle.PRIMARY),
        Action("objective.change_here", words("change-objective-here"), objective.id),
    )
    bar = progress_bar(words, objective, objective.latest, label=objective.title)
    parts = (bar, Paragraph(words("change-objective-how")), Actions(ways))
    return Card(words("change-objective-heading"), parts, words.language)


def which_step(words: Words, steps: Sequence[tuple[Objective, str]]) -> Card:
    """More than one open milestone fits: each is one tap away."""
    actions = tuple(
        Action("objective.tick", f"{title} ({each.title})", f"{each.id}{SEPARATOR}{title}")
        for each, title in steps
    )
    return Card(
        words("milestone-which-title"), (Paragraph(words("milestone-which")), Actions(actions)), words.language
    )
