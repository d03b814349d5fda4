"""Pausing one objective, or all of someone's, until a day or until they are resumed."""

from datetime import date

from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import (
    READS,
    about_of,
    asked_about,
    changeable,
    new_subject,
    putting_aside,
    value_of,
)
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.objective_inputs import NONE, Day, Wording
from core.model.person import Person
from core.permissions import Permission, may
from core.services import pause_objectives
from core.turn import Turn

_STEPS = (
    Step("back", Day(after_today=True), READS),
    Step("reason", Wording(can_go=False), READS),
)


def all_of(owner: Person) -> str:
    """A subject for pausing all objectives of a person."""
    return new_subject(owner.id)


def _back_on(progression: Progression) -> date | None:
    value = value_of(progression.answers, "back")
    return date.fromisoformat(value) if value and value != NONE else None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    found = await changeable(turn, progression.subject) if progression.finished else None
    if found is None or not progression.changed:
        return NOTHING
    reason = value_of(progression.answers, "reason")
    return await pause_objectives.pause_one(turn, found, _back_on(progression), reason)


async def _owner(turn: Turn, subject: str) -> Person | None:
    owner_id = about_of(subject)
    owner = (await turn.store.people.by_ids([owner_id])).get(owner_id)
    return owner if owner and may(turn.person, Permission.CHANGE_OBJECTIVE, owner) else None


async def _load_all(turn: Turn, subject: str) -> Scope | None:
    owner = await _owner(turn, subject)
    if owner is None:
        return None
    return Scope(turn.words("pause-all-heading"), (Paragraph(turn.words("pause-all-intro"), Tone.SUBTLE),))


async def _record_all(turn: Turn, progression: Progression) -> Outcome:
    owner = await _owner(turn, progression.subject) if progression.finished else None
    if owner is None or not progression.changed:
        return NOTHING
    reason = value_of(progression.answers, "reason")
    return await pause_objectives.pause_all(turn, owner, _back_on(progression), reason)


_load_one = asked_about("pause-heading", "pause-intro")

PAUSE_OBJECTIVE: Flow = Flow(
    "pause_objective",
    _STEPS,
    load=_load_one,
    record=_record,
    snooze=putting_aside(_load_one, lambda: PAUSE_OBJECTIVE),
)

PAUSE_ALL: Flow = Flow(
    "pause_all",
    _STEPS,
    load=_load_all,
    record=_record_all,
    snooze=putting_aside(_load_all, lambda: PAUSE_ALL),
    texts="pause-objective",
)
