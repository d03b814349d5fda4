"""Closing an objective with how it ended, and carrying it on into the next year."""

from datetime import date

from core.cards.objectives import progress_bar
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import (
    READS,
    asked_about,
    begin,
    changeable,
    new_subject,
    not_yet,
    putting_aside,
    value_of,
)
from core.flows.flow import Flow, Item, Progression, Scope, Step
from core.flows.inputs import InputKind, NotUnderstood, choice_of
from core.flows.objective_inputs import NONE, Day, Figure, Wording
from core.model.conversation import Given
from core.model.objective import Objective
from core.services import end_objective
from core.services.end_objective import OUTCOMES
from core.services.find_objective import Found, is_closed
from core.services.show_objectives import page_of
from core.services.tell import said
from core.texts import formats
from core.turn import Turn

OUTCOME = choice_of(tuple((each, f"outcome-{each}") for each in OUTCOMES), "outcome-unclear")

_load_close = asked_about("close-heading", "close-intro")


async def _record_close(turn: Turn, progression: Progression) -> Outcome:
    found = await changeable(turn, progression.subject) if progression.finished else None
    if found is None:
        return NOTHING
    if is_closed(found.objective):
        return said(turn, await page_of(turn, found)) if progression.changed else NOTHING
    outcome, note = (value_of(progression.answers, step) for step in ("outcome", "note"))
    return await end_objective.close(turn, found, outcome, note)


CLOSE_OBJECTIVE: Flow = Flow(
    "close_objective",
    (
        Step("outcome", OUTCOME, READS, required=True, essential=True),
        Step("note", Wording(can_go=False), READS),
    ),
    load=_load_close,
    record=_record_close,
    snooze=putting_aside(_load_close, lambda: CLOSE_OBJECTIVE),
)


async def _load_carry(turn: Turn, subject: str) -> Scope | None:
    found = await changeable(turn, subject)
    if found is None:
        return None
    objective = found.objective
    kinds: dict[str, InputKind] = {
        "outcome": OUTCOME,
        "target": Figure(objective.unit, can_go=False),
        "due": Day(can_go=False),
    }
    bar = progress_bar(turn.words, objective, objective.latest)
    return Scope(turn.words("carry-on-heading"), (), (Item(objective.id, objective.title, (bar,), kinds),))


def flow_for(objective: Objective) -> Flow:
    """Asks how it ended unless that was said, and for a new target where there was one."""
    asks_target = objective.target is not None and not objective.milestones
    return _CARRY_ON[is_closed(objective), asks_target]


async def start_carrying_on(turn: Turn, found: Found, *, by_form: bool) -> Outcome:
    """Begin, with the old target and the date a year later filled in."""
    objective = found.objective
    flow = flow_for(objective)
    given: dict[str, Given] = {}
    if any(step.name == "target" for step in flow.steps):
        shown = formats.quantity(objective.target or 0.0, objective.unit, turn.person.language)
        given[f"target@{objective.id}"] = Given(shown, "")
    due = formats.full_date(end_objective.next_due(objective, turn.today), turn.person.language)
    given[f"due@{objective.id}"] = Given(due, "")
    return await begin(turn, flow, new_subject(objective.id), given, by_form=by_form)


async def _record_carry(turn: Turn, progression: Progression) -> Outcome:
    found = await changeable(turn, progression.subject) if progression.finished else None
    if found is None:
        return NOTHING
    objective = found.objective
    new_id = progression.subject.rpartition(".")[2]

    def answer(step: str) -> str:
        value = value_of(progression.answers, f"{step}@{objective.id}")
        return "" if value == NONE else value

    # A part that was skipped is as it was proposed.
    due = date.fromisoformat(answer("due")) if answer("due") else end_objective.next_due(objective, turn.today)
    target = float(answer("target")) if answer("target") else objective.target
    successor = end_objective.successor(objective, new_id, target, due)
    if successor.baseline is not None and successor.baseline == successor.target:
        unit, language = objective.unit, turn.person.language
        problem = turn.words("carry-on-target-reached", value=formats.quantity(successor.baseline, unit, language))
        return not_yet(turn, flow_for(objective), progression.subject, objective.title, problem)
    return await end_objective.carry_on(turn, found, successor, answer("outcome"))


def _carrying(name: str, *steps: str) -> Flow:
    flow: Flow = Flow(
        name,
        tuple(
            Step(each, None, READS, each=True, required=each == "outcome", essential=each == "outcome")
            for each in steps
        ),
        load=_load_carry,
        record=_record_carry,
        snooze=putting_aside(_load_carry, lambda: flow),
        texts="carry-on-objective",
    )
    return flow


_CARRY_ON: dict[tuple[bool, bool], Flow] = {
    (False, True): _carrying("carry_on_objective", "outcome", "target", "due"),
    (False, False): _carrying("carry_on_objective_plain", "outcome", "due"),
    (True, True): _carrying("carry_on_closed", "target", "due"),
    (True, False): _carrying("carry_on_closed_plain", "due"),
}
"""By whether the objective is closed already and whether a new target is asked for."""

CARRY_ON = tuple(_CARRY_ON.values())


async def start_closing(turn: Turn, found: Found, outcome: str = "", *, by_form: bool) -> Outcome:
    """Begin to close, with an outcome that was said already."""
    given = {"outcome": Given(outcome, outcome)} if outcome else None
    return await begin(turn, CLOSE_OBJECTIVE, new_subject(found.objective.id), given, by_form=by_form)


def outcome_said(turn: Turn, text: str) -> str:
    """The outcome that words such as "as reached" name; "" for none."""
    try:
        return OUTCOME.read(text, turn.today)
    except NotUnderstood:
        return ""
