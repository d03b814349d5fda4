"""Changing an objective: any part of it, with a reason where it says how much is to be reached by when.

What is there is filled in. A blank or skipped part stays as it is; “none” takes it away. Someone else's change in
the meantime is kept, unless this one says something else about the same part.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.cards.objectives import progress_bar
from core.chat.card import Card, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import (
    READS,
    begin,
    changeable,
    new_subject,
    not_yet,
    putting_aside,
    value_of,
)
from core.flows.flow import Flow, Item, Misfit, Progression, Scope, Step, Values, question_key
from core.flows.inputs import InputKind, NotUnderstood
from core.flows.objective_inputs import NONE, Day, Figure, Weight, Wording
from core.model.conversation import Given
from core.model.measure import Direction
from core.model.objective import Objective
from core.model.objective_history import NEEDS_REASON, written
from core.services.find_objective import Found, standing_of
from core.services.keep_change import keep_change, tell_of_changes
from core.services.show_objectives import page_of
from core.services.tell import said, to_self
from core.texts import formats
from core.texts.texts import Words
from core.turn import Turn

_FIELD_OF = {
    "title": "title",
    "measure": "measure",
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "floor": "floor",
    "due": "due_on",
    "weight": "weight",
    "for-whom": "for_whom",
}
"""Which field of the objective each step changes."""

_WAS = "was-"
"""Begins the keys under which the conversation remembers what was there when it began."""

_COUNTED = (Direction.UP, Direction.DOWN)


def _needs_reason(values: Values) -> bool:
    return any(values.get(step) for step, field in _FIELD_OF.items() if field in NEEDS_REASON)


def _steps(*names: str) -> tuple[Step, ...]:
    parts = tuple(Step(name, None, READS, each=True) for name in names)
    return (*parts, Step("reason", None, READS, each=True, when=_needs_reason))


async def _load(turn: Turn, subject: str) -> Scope | None:
    found = await changeable(turn, subject)
    if found is None:
        return None
    objective = found.objective
    beside = await standing_of(turn, found.owner)
    taken = frozenset(each.title.casefold() for each in beside if each.id != objective.id)
    bar = progress_bar(turn.words, objective, objective.latest)
    item = Item(objective.id, objective.title, (bar,), _kinds(objective, taken))
    return Scope(turn.words("change-objective-heading"), (), (item,))


def _kinds(objective: Objective, taken: frozenset[str] = frozenset()) -> dict[str, InputKind]:
    return {
        "title": Wording(taken, can_go=False),
        "measure": Wording(),
        "unit": Wording(),
        "baseline": Figure(objective.unit),
        "target": Figure(objective.unit),
        "floor": Figure(objective.unit),
        "due": Day(objective.due_on),
        "weight": Weight(),
        "for-whom": Wording(),
        "reason": Wording(can_go=False),
    }


def flow_for(objective: Objective) -> Flow:
    """The flow that asks what can be changed about this kind of measure."""
    if objective.direction is Direction.WITHIN:
        return CHANGE_RANGE
    return CHANGE_OBJECTIVE if objective.direction in _COUNTED else CHANGE_PLAIN


async def start(turn: Turn, found: Found, *, by_form: bool) -> Outcome:
    """Begin to change an objective, with what is there filled in."""
    given = _remembered(found.objective)
    for step in _FIELD_OF:
        # Text alone, without a value: a part that was not touched stays open in chat and prefilled in a form.
        text = _shown(turn.words, found.objective, step)
        if text:
            given[f"{step}@{found.objective.id}"] = Given(text, "")
    subject = new_subject(found.objective.id)
    return await begin(turn, flow_for(found.objective), subject, given, by_form=by_form)


async def change_at_once(turn: Turn, found: Found, step: str, text: str, reason: str) -> Outcome:
    """`target to 20 days because two vacancies`: done at once where nothing is missing, else asked for."""
    objective, flow = found.objective, flow_for(found.objective)
    subject = new_subject(objective.id)
    given = _remembered(objective)
    for each in flow.steps:
        if each.name != "reason":
            given[f"{each.name}@{objective.id}"] = Given("", "")
    problem = ""
    beside = await standing_of(turn, found.owner)
    kind = _kinds(objective, frozenset(each.title.casefold() for each in beside if each.id != objective.id))[step]
    try:
        value = kind.read(text, turn.today)
    except NotUnderstood as unclear:
        value, problem = "", unclear.said(turn.words)
    given[f"{step}@{objective.id}"] = Given(text, value)
    if reason:
        given[f"reason@{objective.id}"] = Given(reason, reason)
    if problem:
        asked = await begin(turn, flow, subject, given, by_form=False)
        return Outcome(durable=(to_self(turn, _problem_card(turn, objective, problem), "change-problem"),)) + asked
    if (wrong := _wrong(given, objective.id)) is not None:
        if wrong.text == "change-objective-reason-needed":
            return await begin(turn, flow, subject, given, by_form=False)
        await begin(turn, flow, subject, given, by_form=False)
        return not_yet(turn, flow, subject, objective.title, turn.words(wrong.text))
    return await _apply(turn, found, given, subject)


def _problem_card(turn: Turn, objective: Objective, problem: str) -> Card:
    return Card(objective.title, (Paragraph(problem, Tone.WARNING),), turn.words.language)


def _remembered(objective: Objective) -> dict[str, Given]:
    return {
        f"{_WAS}{step}": Given(was, was) for step, field in _FIELD_OF.items() if (was := written(objective, field))
    }


def _shown(words: Words, objective: Objective, step: str) -> str:
    """What is there, as it can be typed again."""
    value = getattr(objective, _FIELD_OF[step])
    if value is None or value == "":
        return ""
    if step in ("baseline", "target", "floor"):
        return formats.quantity(value, objective.unit, words.language)
    if step == "weight":
        return formats.number(value, words.language)
    return formats.full_date(value, words.language) if isinstance(value, date) else str(value)


def _check(scope: Scope, answers: Mapping[str, Given]) -> Misfit | None:
    return _wrong(answers, scope.items[0].id)


def _wrong(answers: Mapping[str, Given], objective_id: str) -> Misfit | None:
    """What does not fit together, if anything."""

    def now(step: str) -> str:
        value = value_of(answers, f"{step}@{objective_id}")
        return "" if value == NONE else value or value_of(answers, f"{_WAS}{step}")

    baseline, target, floor = now("baseline"), now("target"), now("floor")
    is_range = bool(floor)
    if baseline and target and not is_range and float(baseline) == float(target):
        changed = _touched(answers, "target", objective_id) or not _touched(answers, "baseline", objective_id)
        step = "target" if changed else "baseline"
        return Misfit(f"{step}@{objective_id}", "change-objective-target-is-baseline")
    if is_range and target and float(floor) >= float(target):
        return Misfit(f"floor@{objective_id}", "change-objective-floor-above-target")
    touched = [step for step, field in _FIELD_OF.items() if field in NEEDS_REASON]
    if any(_touched(answers, step, objective_id) for step in touched) and not value_of(
        answers, f"reason@{objective_id}"
    ):
        return Misfit(f"reason@{objective_id}", "change-objective-reason-needed")
    return None


def _touched(answers: Mapping[str, Given], step: str, objective_id: str) -> bool:
    """Whether the person said something else about a part than what was there."""
    value, was = value_of(answers, f"{step}@{objective_id}"), value_of(answers, f"{_WAS}{step}")
    if not value:
        return False
    if value == NONE:
        return bool(was)
    if step in ("baseline", "target", "floor", "weight"):
        return not was or float(value) != float(was)
    return value != was


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    found = await changeable(turn, progression.subject)
    if found is None:
        return NOTHING
    wrong = _wrong(progression.answers, found.objective.id)
    if wrong is not None:
        flow = flow_for(found.objective)
        return not_yet(turn, flow, progression.subject, found.objective.title, turn.words(wrong.text))
    return await _apply(turn, found, progression.answers, progression.subject)


async def _apply(turn: Turn, found: Found, answers: Mapping[str, Given], subject: str) -> Outcome:
    before = found.objective
    after = _changed(before, answers)
    reason = value_of(answers, question_key("reason", Item(before.id, before.title)))
    changes = await keep_change(turn, before, after, reason)
    if not changes:
        return said(turn, await page_of(turn, found, turn.words("change-objective-same")))
    found = replace(found, objective=(await turn.store.objectives.by_ids([before.id]))[before.id])
    told = await tell_of_changes(turn, found, changes)
    page = await page_of(turn, found, turn.words("change-objective-done", count=len(told)))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))


def _changed(objective: Objective, answers: Mapping[str, Given]) -> Objective:
    values: dict[str, object] = {}
    for step, field in _FIELD_OF.items():
        if _touched(answers, step, objective.id):
            values[field] = _as_field(step, value_of(answers, f"{step}@{objective.id}"))
    after = replace(objective, **values)  # type: ignore[arg-type]
    if after.direction in _COUNTED and after.baseline is not None and after.target is not None:
        down = after.target < after.baseline
        after = replace(after, direction=Direction.DOWN if down else Direction.UP)
    return after


def _as_field(step: str, value: str) -> object:
    if step in ("baseline", "target", "floor"):
        return None if value == NONE else float(value)
    if step == "weight":
        return float(value)
    if step == "due":
        return None if value == NONE else date.fromisoformat(value)
    return "" if value == NONE else value


def _variant(name: str, *steps: str) -> Flow:
    flow: Flow = Flow(
        name,
        _steps(*steps),
        load=_load,
        record=_record,
        snooze=putting_aside(_load, lambda: flow),
        check=_check,
        texts="change-objective",
    )
    return flow


CHANGE_OBJECTIVE = _variant(
    "change_objective", "title", "measure", "unit", "baseline", "target", "due", "weight", "for-whom"
)
CHANGE_RANGE = _variant(
    "change_objective_range",
    "title",
    "measure",
    "unit",
    "baseline",
    "floor",
    "target",
    "due",
    "weight",
    "for-whom",
)
CHANGE_PLAIN = _variant("change_objective_plain", "title", "measure", "due", "weight", "for-whom")
