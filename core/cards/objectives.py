"""Objectives as people see them: a bar, the figures in words, and the status."""

from collections.abc import Sequence

from core.cards.missed import Viewpoint, beside, talk_from_list
from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph, Part, ProgressBar, Tone
from core.model.missed_target import NO_MISSES, MissedTarget, Misses
from core.model.objective import Objective, Progress, Status
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words


def status_label(words: Words, status: Status | None) -> str:
    """`On track`, or nothing where no status was given."""
    return words(f"status-{status.value.replace('_', '-')}") if status else ""


def progress_bar(
    words: Words,
    objective: Objective,
    progress: Progress,
    *,
    label: str = "",
    miss: MissedTarget | None = None,
    viewpoint: Viewpoint = Viewpoint.OWN,
) -> ProgressBar:
    """The objective's bar at `progress`, labelled with its measure unless `label` says otherwise.

    What is known of a `miss` stands beside the figure, as the `viewpoint` may see it.
    """
    said = [figures(words, objective, progress), *beside(words, miss, viewpoint)]
    return ProgressBar(
        label=label or objective.measure or words("objective-progress"),
        percent=progress.percent,
        caption=" · ".join(said),
        status=progress.status,
        status_label=status_label(words, progress.status),
    )


def figures(words: Words, objective: Objective, progress: Progress) -> str:
    """`Now 12 days · was 15 days · target 8 days by 31 March 2027`, leaving out what is not known."""

    def amount(value: float) -> str:
        return formats.quantity(value, objective.unit, words.language)

    said = []
    if progress.value is not None:
        said.append(words("objective-now", value=amount(progress.value)))
    elif progress.percent is not None:
        said.append(words("objective-now", value=formats.percent(progress.percent, words.language)))
    else:
        said.append(words("objective-no-value"))
    if objective.baseline is not None:
        said.append(words("objective-was", value=amount(objective.baseline)))
    if objective.target is not None and objective.due_on is not None:
        due = formats.full_date(objective.due_on, words.language)
        said.append(words("objective-target-by", value=amount(objective.target), date=due))
    elif objective.target is not None:
        said.append(words("objective-target", value=amount(objective.target)))
    elif objective.due_on is not None:
        said.append(words("objective-by", date=formats.full_date(objective.due_on, words.language)))
    return " · ".join(said)


def objective_list(
    words: Words,
    reader: Person,
    owner: Person,
    objectives: Sequence[Objective],
    misses: Misses = NO_MISSES,
) -> Card:
    """A person's objectives with where each stands and the priority it serves.

    `misses` stand beside the figures, by the objective's id; one not talked about yet can be, from here.
    """
    own = reader.id == owner.id
    title = words("objectives-title") if own else words("objectives-title-of", name=owner.name)
    parts: list[Part] = []
    for objective in objectives:
        miss = misses.get(objective.id)
        viewpoint = Viewpoint.OWN if own else Viewpoint.MANAGER
        parts.append(
            progress_bar(words, objective, objective.latest, label=objective.title, miss=miss, viewpoint=viewpoint)
        )
        if objective.priority:
            parts.append(Paragraph(words("objective-serves", priority=objective.priority), Tone.SUBTLE))
        if miss and miss.person_id == reader.id and miss.answered_at is None:
            parts.append(talk_from_list(words, miss.id))
    if not objectives:
        parts.append(Paragraph(words("objectives-none") if own else words("objectives-none-of", name=owner.name)))
    if own:
        add = Action("objectives.add", words("objectives-add"), style=ActionStyle.PRIMARY)
        parts.append(Actions((add, Action("objectives.tree", words("alignment-own-title")))))
    return Card(title, tuple(parts), words.language)
