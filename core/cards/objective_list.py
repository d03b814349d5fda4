"""Lists of objectives: a person's own, a report's, closed ones, and those that fit what was typed."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.cards.missed import Viewpoint, talk_from_list
from core.cards.objective_page import closed, offers_ending, opening, paused
from core.cards.objectives import progress_bar
from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph, Part, ProgressBar, Tone
from core.model.missed_target import NO_MISSES, MissedTarget, Misses
from core.model.objective import Objective, ObjectiveState
from core.model.objective_change import ObjectiveChange
from core.model.person import Person
from core.model.weights import counted, overall_progress, share_of
from core.texts import formats
from core.texts.texts import Words, words_for


def objective_list(
    reader: Person,
    owner: Person,
    objectives: Sequence[Objective],
    today: date,
    *,
    shared_with: Mapping[str, str],
    may_add: bool = True,
    notice: str = "",
    misses: Misses = NO_MISSES,
) -> Card:
    """A person's objectives, numbered as they can be asked for; `shared_with` are names, by objective id.

    `notice` says first what was just done. `misses` stand beside the figures, by the objective's id; the reader's
    own that was not talked about yet can be, from here.
    """
    words = words_for(reader.language)
    own = reader.id == owner.id
    title = words("objectives-title") if own else words("objectives-title-of", name=owner.name)
    parts: list[Part] = [Paragraph(notice)] if notice else []
    if (bar := overall(words, objectives)) is not None:
        parts.append(bar)
    for number, each in enumerate(objectives, start=1):
        miss = misses.get(each.id)
        viewpoint = Viewpoint.OWN if own else Viewpoint.MANAGER
        parts += _entry(words, number, each, objectives, today, shared_with.get(each.id, ""), miss, viewpoint)
        if miss and miss.person_id == reader.id and miss.answered_at is None:
            parts.append(talk_from_list(words, miss.id))
    if not objectives:
        parts.append(Paragraph(words("objectives-none") if own else words("objectives-none-of", name=owner.name)))
    else:
        parts.append(Paragraph(words("objectives-open-how"), Tone.SUBTLE))
        parts.append(opening(objectives))
    parts.append(Actions(_ways(words, owner, own=own, may_add=may_add)))
    return Card(title, tuple(parts), words.language)


def overall(words: Words, objectives: Sequence[Objective]) -> ProgressBar | None:
    """How far a person is over all objectives; None where that says no more than the one bar there is."""
    percent = overall_progress(objectives)
    if percent is None or len(counted(objectives)) < 2:
        return None
    weighted = any(share_of(each, objectives) is not None for each in objectives)
    key = "objectives-overall-weighted" if weighted else "objectives-overall-caption"
    caption = words(key, percent=formats.percent(percent, words.language), count=len(counted(objectives)))
    return ProgressBar(words("objectives-overall"), percent, caption)


def _entry(
    words: Words,
    number: int,
    objective: Objective,
    objectives: Sequence[Objective],
    today: date,
    shared_with: str,
    miss: MissedTarget | None,
    viewpoint: Viewpoint,
) -> list[Part]:
    label = f"{number}. {objective.title}"
    if objective.state is ObjectiveState.PAUSED:
        return [ProgressBar(label, None, paused(words, objective))]
    parts: list[Part] = [
        progress_bar(words, objective, objective.latest, label=label, miss=miss, viewpoint=viewpoint)
    ]
    said = []
    if (share := share_of(objective, objectives)) is not None:
        said.append(words("objective-counts-for", share=formats.percent(share, words.language)))
    if shared_with:
        said.append(words("objective-shared-with", names=shared_with))
    if objective.priority:
        said.append(words("objective-serves", priority=objective.priority))
    if said:
        parts.append(Paragraph(" · ".join(said), Tone.SUBTLE))
    if offers_ending(objective, today):
        key = "objective-past-due" if objective.due_on else "objective-year-ended"
        parts.append(Paragraph(words(key), Tone.WARNING))
    return parts


def _ways(words: Words, owner: Person, *, own: bool, may_add: bool) -> tuple[Action, ...]:
    add = words("objectives-add") if own else words("objectives-add-for", name=owner.first_name)
    ways = [Action("objectives.add", add, "" if own else owner.id, ActionStyle.PRIMARY)] if may_add else []
    if own:
        ways.append(Action("objectives.tree", words("alignment-own-title")))
    return (*ways, Action("objectives.closed", words("objectives-closed-button"), owner.id))


def closed_list(
    reader: Person, owner: Person, objectives: Sequence[Objective], outcomes: Mapping[str, ObjectiveChange]
) -> Card:
    """What is over, the newest first, with how it ended."""
    words = words_for(reader.language)
    own = reader.id == owner.id
    title = words("objectives-closed-title") if own else words("objectives-closed-title-of", name=owner.name)
    parts: list[Part] = []
    for each in objectives:
        outcome = outcomes[each.id].after if each.id in outcomes else ""
        parts.append(progress_bar(words, each, each.latest, label=each.title))
        parts.append(Paragraph(closed(words, each, outcome), Tone.SUBTLE))
    if not objectives:
        parts.append(Paragraph(words("objectives-closed-none")))
    else:
        parts.append(opening(objectives))
    return Card(title, tuple(parts), words.language)


def which_objective(words: Words, objectives: Sequence[Objective], said: str) -> Card:
    """More than one fits, or none does; whichever, one tap is enough."""
    if not objectives:
        return Card(words("objective-which-title"), (Paragraph(words("objectives-none")),), words.language)
    text = words("objective-which-said", said=said) if said else words("objective-which")
    return Card(words("objective-which-title"), (Paragraph(text), opening(objectives)), words.language)


def refusal(words: Words, contact: str) -> Card:
    """The same words whether the objective or person exists or not, so that nothing is learned from them."""
    text = words("objective-refused", contact=contact)
    return Card(words("objective-refused-title"), (Paragraph(text),), words.language)
