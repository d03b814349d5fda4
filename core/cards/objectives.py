"""Objectives as people see them: a bar, the figures in words, and the status."""

from core.cards.missed import Viewpoint, beside
from core.chat.card import ProgressBar
from core.model.milestones import done_of
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress, Status
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

    if objective.milestones:
        done = words("milestones-title", done=done_of(objective), total=len(objective.milestones))
        due = formats.full_date(objective.due_on, words.language) if objective.due_on else ""
        return f"{done} · {words('objective-by', date=due)}" if due else done
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
