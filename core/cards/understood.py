"""What was understood of an update in plain words, before anything of it is counted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.cards.asking import SEPARATOR
from core.cards.objectives import progress_bar
from core.chat.card import Action, Actions, ActionStyle, Card, Fact, Facts, Paragraph, Part, Tone
from core.model.objective import Objective, Progress, Status
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for
from core.understanding.update import Update

FLOW = "report_progress"


def understood(
    reader: Person, objective: Objective, update: Update, said: Progress, today: date, *, others: bool
) -> Card:
    """The objective as the update would leave it, what else was heard, and one tap to put it right.

    `said` is what would be counted; with `others` there are more objectives that could have been meant.
    """
    words = words_for(reader.language)
    shown = replace(
        objective.latest,
        value=_value_meant(objective, said),
        percent=said.percent if said.percent is not None else objective.latest.percent,
        status=said.status or objective.latest.status,
    )
    parts: list[Part] = [progress_bar(words, objective, shown, label=objective.title)]
    facts = _facts(words, objective, update, said, today)
    if facts:
        parts.append(Facts(tuple(facts)))
    if update.unsure:
        names = ", ".join(words(f"understood-{field.replace('_', '-')}") for field in update.unsure)
        parts.append(Paragraph(words("understood-unsure", what=names), Tone.WARNING))
    if said.status is None:
        parts += [Paragraph(words("understood-which-status")), _statuses(words, objective)]
    parts.append(Paragraph(words("understood-not-counted"), Tone.SUBTLE))
    asks_for_day = new_due(objective, update, today) is not None
    parts.append(_actions(words, objective, others=others, asks_for_day=asks_for_day))
    return Card(words("understood-title"), tuple(parts), words.language)


def _value_meant(objective: Objective, said: Progress) -> float | None:
    """The value that would be kept: as said, or where "half way" stands on the measure; else the latest known."""
    if said.value is not None:
        return said.value
    return objective.latest.value if said.percent is None else objective.value_for(said.percent)


def _facts(words: Words, objective: Objective, update: Update, said: Progress, today: date) -> list[Fact]:
    facts = []
    if said.value is not None:
        facts.append(Fact(words("understood-value"), _amount(words, objective, said.value)))
    elif said.percent is not None:
        facts.append(Fact(words("understood-percent"), formats.percent(said.percent, words.language)))
    if said.status is not None:
        facts.append(Fact(words("understood-status"), words(f"status-{said.status.value.replace('_', '-')}")))
    if said.confidence is not None:
        facts.append(Fact(words("understood-confidence"), words(f"confidence-{said.confidence}")))
    facts += [Fact(words("understood-blocker"), blocker) for blocker in update.blockers]
    if said.outside_control is not None:
        facts.append(Fact(words("understood-outside-control"), words("yes" if said.outside_control else "no")))
    due = new_due(objective, update, today)
    if due is not None:
        facts.append(Fact(words("understood-due-change"), formats.full_date(due, words.language)))
    return facts + [Fact(words("understood-needs"), need) for need in update.needs]


def new_due(objective: Objective, update: Update, today: date) -> date | None:
    """The due date that an update asks for; None where it asks for none."""
    if update.due_on is not None:
        return update.due_on
    if update.due_in_days is None:
        return None
    return (objective.due_on or today) + timedelta(days=update.due_in_days)


def _amount(words: Words, objective: Objective, value: float) -> str:
    return formats.quantity(value, objective.unit, words.language)


def _statuses(words: Words, objective: Objective) -> Actions:
    return Actions(
        tuple(
            Action(
                "report.status",
                words(f"status-{status.value.replace('_', '-')}"),
                SEPARATOR.join((objective.id, status.value)),
            )
            for status in Status
        )
    )


def _actions(words: Words, objective: Objective, *, others: bool, asks_for_day: bool) -> Actions:
    actions = [
        Action("report.save", words("understood-right"), objective.id, ActionStyle.PRIMARY),
        Action("flow.form", words("understood-correct"), SEPARATOR.join((FLOW, objective.id))),
    ]
    if asks_for_day:
        # An update says what is asked for; the date itself is changed with its reason, for all to see.
        actions.append(Action("objective.change", words("understood-change-due"), objective.id))
    if others:
        actions.append(Action("report.which", words("understood-another"), objective.id))
    actions.append(Action("report.drop", words("understood-drop"), objective.id))
    return Actions(tuple(actions))


def which(reader: Person, objectives: Sequence[Objective]) -> Card:
    """Asks which objective an update is about; what was said is kept meanwhile."""
    words = words_for(reader.language)
    actions = tuple(Action("report.about", objective.title, objective.id) for objective in objectives)
    return Card(
        words("understood-which-title"),
        (
            Paragraph(words("understood-which")),
            Actions((*actions, Action("report.drop", words("understood-drop"), ""))),
        ),
        words.language,
    )


def saved(reader: Person, objective: Objective, progress: Progress, checkin_id: str, left: int) -> Card:
    """Confirms an update; `left` is how many questions of the check-in are still open."""
    words = words_for(reader.language)
    parts: list[Part] = [progress_bar(words, objective, progress, label=objective.title)]
    if left and checkin_id:
        parts.append(Paragraph(words("understood-carry-on", left=left), Tone.SUBTLE))
        where = SEPARATOR.join(("check_in", checkin_id))
        carry_on = (
            Action("flow.chat", words("flow-carry-on"), where),
            Action("flow.form", words("flow-as-form"), where),
        )
        parts.append(Actions(carry_on))
    return Card(words("understood-saved"), tuple(parts), words.language)
