"""Objectives as people see them: a bar, the figures in words, and the status."""

from collections.abc import Sequence

from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph, Part, ProgressBar, Tone
from core.model.objective import Objective, Progress, Status
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def status_label(words: Words, status: Status | None) -> str:
    """`On track`, or nothing where no status was given."""
    return words(f"status-{status.value.replace('_', '-')}") if status else ""


def progress_bar(words: Words, objective: Objective, progress: Progress, *, label: str = "") -> ProgressBar:
    """The objective's bar at `progress`, labelled with its measure unless `label` says otherwise."""
    return ProgressBar(
        label=label or objective.measure or words("objective-progress"),
        percent=progress.percent,
        caption=figures(words, objective, progress),
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


def reached(words: Words, objective: Objective, progress: Progress) -> str:
    """`8 days, target 8 days`: the figure within a sentence, beside what was aimed at."""
    said = []
    if progress.value is not None:
        said.append(formats.quantity(progress.value, objective.unit, words.language))
    elif progress.percent is not None:
        said.append(formats.percent(progress.percent, words.language))
    if objective.target is not None:
        target = formats.quantity(objective.target, objective.unit, words.language)
        said.append(words("objective-target", value=target))
    return ", ".join(said)


def objective_list(words: Words, reader: Person, owner: Person, objectives: Sequence[Objective]) -> Card:
    """A person's objectives with where each stands and the priority it serves."""
    own = reader.id == owner.id
    title = words("objectives-title") if own else words("objectives-title-of", name=owner.name)
    parts: list[Part] = []
    for objective in objectives:
        parts.append(progress_bar(words, objective, objective.latest, label=objective.title))
        if objective.priority:
            parts.append(Paragraph(words("objective-serves", priority=objective.priority), Tone.SUBTLE))
    if not objectives:
        parts.append(Paragraph(words("objectives-none") if own else words("objectives-none-of", name=owner.name)))
    if own:
        parts.append(Actions((Action("objectives.add", words("objectives-add"), style=ActionStyle.PRIMARY),)))
    return Card(title, tuple(parts), words.language)


def added(reader: Person, owner: Person, objective: Objective) -> Card:
    """Confirms a new objective to whoever set it."""
    words = words_for(reader.language)
    own = reader.id == owner.id
    title = words("objective-added") if own else words("objective-added-for", name=owner.name)
    return Card(title, _new(words, objective), words.language)


def set_by_manager(owner: Person, manager: Person, objective: Objective) -> Card:
    """Tells a person of an objective that their line manager set."""
    words = words_for(owner.language)
    return Card(words("objective-set-by", name=manager.name), _new(words, objective), words.language)


def _new(words: Words, objective: Objective) -> tuple[Part, ...]:
    parts: list[Part] = [progress_bar(words, objective, objective.latest, label=objective.title)]
    if objective.measure:
        parts.append(Paragraph(words("objective-measured-by", measure=objective.measure), Tone.SUBTLE))
    if objective.priority:
        parts.append(Paragraph(words("objective-serves", priority=objective.priority), Tone.SUBTLE))
    return tuple(parts)
