"""A check-in's cards: the prompt, the reminder, what was said, and the window closed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.cards.actions import state_line
from core.cards.asking import SEPARATOR
from core.cards.missed import Viewpoint, offer_parts
from core.cards.objectives import progress_bar
from core.chat.card import Action, Actions, ActionStyle, Card, Fact, Facts, Paragraph, Part, Tone
from core.model.action import AgreedAction
from core.model.checkin import CheckIn, CheckInState, NoteAudience
from core.model.missed_target import NO_MISSES, MissedTarget, Misses, Offer
from core.model.objective import Objective, Progress
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

FLOW = "check_in"


def title(words: Words, checkin: CheckIn) -> str:
    """`Check-in for the week of Mon 23 Nov`."""
    return words("checkin-title", date=formats.day(checkin.period, words.language))


def prompt(
    person: Person,
    checkin: CheckIn,
    objectives: Sequence[Objective],
    misses: Misses = NO_MISSES,
    offers: Sequence[Offer] = (),
) -> Card:
    """The weekly question: the person's objectives with their last values, and ways to answer.

    `misses` stand beside the figures; `offers` are conversations about missed targets that are offered with it.
    """
    words = words_for(person.language)
    greeting = words("checkin-greeting", name=person.first_name)
    if checkin.state is CheckInState.PARTLY:
        greeting = _carry_on(words, checkin)
    elif checkin.ahead:
        greeting = words("checkin-greeting-ahead", date=formats.day(checkin.period, words.language))
    asking = _asking(words, person, checkin, objectives, misses, greeting)
    return replace(asking, parts=(*asking.parts, *offer_parts(words, offers)))


def reminder(
    person: Person,
    checkin: CheckIn,
    objectives: Sequence[Objective],
    misses: Misses = NO_MISSES,
    manager: str = "",
) -> Card:
    """The one kind reminder; says what is saved when the check-in was left half-way.

    `manager` names the line manager who asked for it, if one did.
    """
    words = words_for(person.language)
    if checkin.state is CheckInState.PARTLY:
        text = _carry_on(words, checkin)
    elif manager:
        text = words("checkin-reminder-from", manager=manager, name=person.first_name)
    else:
        text = words("checkin-reminder", name=person.first_name)
    return _asking(words, person, checkin, objectives, misses, text)


def _carry_on(words: Words, checkin: CheckIn) -> str:
    return words("checkin-carry-on", saved=checkin.answers_saved, total=checkin.answers_asked)


def late_offer(person: Person, checkin: CheckIn) -> Card:
    """The window has closed; it can still be answered and will be marked late."""
    words = words_for(person.language)
    text = words("checkin-closed", closes=formats.moment(checkin.closes_at, person))
    return Card(
        title(words, checkin),
        (Paragraph(text), _answer_actions(words, checkin, later=False)),
        words.language,
    )


def no_longer_changed(person: Person, checkin: CheckIn) -> Card:
    """The window has closed on an answered check-in."""
    words = words_for(person.language)
    closes = formats.moment(checkin.closes_at, person)
    return Card(title(words, checkin), (Paragraph(words("checkin-change-closed", closes=closes)),), words.language)


def _asking(
    words: Words,
    person: Person,
    checkin: CheckIn,
    objectives: Sequence[Objective],
    misses: Misses,
    greeting: str,
) -> Card:
    parts: list[Part] = [Paragraph(greeting)]
    parts += [
        progress_bar(words, each, each.latest, label=each.title, miss=misses.get(each.id)) for each in objectives
    ]
    if not objectives:
        parts.append(Paragraph(words("checkin-no-objectives"), Tone.SUBTLE))
    open_until = words("checkin-open-until", closes=formats.moment(checkin.closes_at, person))
    parts.append(Paragraph(f"{words('checkin-reads')} {open_until}", Tone.SUBTLE))
    parts.append(_answer_actions(words, checkin, later=True))
    return Card(title(words, checkin), tuple(parts), words.language)


def _answer_actions(words: Words, checkin: CheckIn, *, later: bool) -> Actions:
    where = SEPARATOR.join((FLOW, checkin.id))
    actions = [
        Action("flow.form", words("checkin-answer-form"), where, ActionStyle.PRIMARY),
        Action("flow.chat", words("checkin-answer-chat"), where),
    ]
    if later:
        actions += [
            Action("flow.later", words("checkin-later"), where),
            Action("settings.language", words("other-language"), words("other-language-code")),
        ]
    return Actions(tuple(actions))


def answered(
    person: Person,
    checkin: CheckIn,
    objectives: Sequence[Objective],
    said: Mapping[str, Progress],
    *,
    misses: Misses = NO_MISSES,
    actions: Sequence[AgreedAction] = (),
    added: Sequence[Part] = (),
    changed: bool = False,
    can_change: bool = True,
) -> Card:
    """What was said, in place of the prompt, with a way to change it while the window is open.

    `misses` stand beside the figures; `actions` are the agreed ones that were asked about,
    `added` what was said to questions that were added.
    """
    words = words_for(person.language)
    parts: list[Part] = []
    for objective in objectives:
        progress = said.get(objective.id)
        if progress is not None:
            parts += said_about(
                words, objective, _with_figure(progress, objective.latest), misses.get(objective.id)
            )
    for action in actions:
        parts.append(Paragraph(state_line(words, action)))
        if action.note:
            parts.append(Paragraph(action.note, Tone.QUOTE))
    parts += added
    parts += note_parts(words, checkin)
    if not parts:
        parts.append(Paragraph(words("checkin-nothing-said"), Tone.SUBTLE))
    parts.append(Paragraph(_saved(words, person, checkin, changed), Tone.SUBTLE))
    if can_change:
        where = SEPARATOR.join((FLOW, checkin.id))
        parts.append(Actions((Action("flow.form", words("checkin-change"), where),)))
    return Card(words("checkin-done-title", title=title(words, checkin)), tuple(parts), words.language)


def _with_figure(progress: Progress, latest: Progress) -> Progress:
    """What was said, beside the latest figure that is known where none was given with it."""
    if progress.value is not None or progress.percent is not None:
        return progress
    return replace(progress, value=latest.value, percent=latest.percent)


def thanks(person: Person, checkin: CheckIn, *, changed: bool, offers: Sequence[Offer] = ()) -> Card:
    """A short thank-you at the end of the conversation; the prompt above shows what was said.

    `offers` are the conversations about missed targets that are offered with it.
    """
    words = words_for(person.language)
    return Card(
        words("checkin-thanks-changed") if changed else words("checkin-thanks", name=person.first_name),
        (
            Paragraph(_saved(words, person, checkin, changed), Tone.SUBTLE),
            Actions((Action("flow.form", words("checkin-change"), SEPARATOR.join((FLOW, checkin.id))),)),
            *offer_parts(words, offers),
        ),
        words.language,
    )


def said_about(
    words: Words,
    objective: Objective,
    progress: Progress,
    miss: MissedTarget | None = None,
    viewpoint: Viewpoint = Viewpoint.OWN,
) -> list[Part]:
    """One objective as reported: bar and status, confidence, what helped or blocked, outside control.

    A `miss` stands beside the figure, as the `viewpoint` may see it.
    """
    bar = progress_bar(words, objective, progress, label=objective.title, miss=miss, viewpoint=viewpoint)
    parts: list[Part] = [bar]
    facts = []
    if progress.confidence is not None:
        facts.append(Fact(words("check-in-confidence-label"), words(f"confidence-{progress.confidence}")))
    if progress.outside_control is not None:
        control = words("yes") if progress.outside_control else words("no")
        facts.append(Fact(words("check-in-outside-control-label"), control))
    if facts:
        parts.append(Facts(tuple(facts)))
    if progress.factors:
        parts.append(Paragraph(progress.factors, Tone.QUOTE))
    return parts


def note_parts(words: Words, checkin: CheckIn) -> list[Part]:
    """The general note and who reads it."""
    if not checkin.note:
        return []
    audience = "note-for-team" if checkin.note_audience is NoteAudience.TEAM else "note-for-manager"
    return [Paragraph(words(audience), Tone.SUBTLE), Paragraph(checkin.note, Tone.QUOTE)]


def _saved(words: Words, person: Person, checkin: CheckIn, changed: bool) -> str:
    at = formats.moment(checkin.answered_at or checkin.opens_at, person)
    closes = formats.moment(checkin.closes_at, person)
    if checkin.late:
        return words("checkin-saved-late", at=at)
    key = "checkin-changed" if changed else "checkin-saved"
    if checkin.ahead:
        key = "checkin-saved-ahead"
    return words(key, at=at, closes=closes)


def state_label(words: Words, state: CheckInState) -> str:
    """A check-in's state in a word or two."""
    return words(f"state-{state.value.replace('_', '-')}")
