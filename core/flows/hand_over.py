"""Handing over: one objective or all of them to a colleague, and the note for a new line manager."""

from core.cards.objective_news import handed_over, whom_do_you_mean
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import READS, about_of, asked_about, changeable, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText, LookedUp
from core.model.objective import Objective
from core.permissions import Permission
from core.services import hand_over_objectives
from core.services.find_colleague import colleague_by_id, find_colleague
from core.services.find_objective import Found, find_all, standing_of
from core.services.offer_hand_over import NOTE_FLOW
from core.services.show_objectives import refuse
from core.services.suggest import PEOPLE
from core.services.tell import said, to_person, to_self
from core.texts.texts import words_for
from core.turn import Turn

_BETWEEN = ","
"""Between ids in a button's value."""

_load = asked_about("hand-over-heading", "hand-over-intro")


async def hand_over_to(turn: Turn, found: list[Found], name: str, note: str) -> Outcome:
    """Hand over to whom the name fits; asks where it fits nobody or several, and keeps the note meanwhile."""
    colleagues = await find_colleague(turn, name)
    if colleagues.one is not None:
        return await hand_over_objectives.hand_over(turn, found, colleagues.one, note)
    ids = _BETWEEN.join(one.objective.id for one in found)
    value = f"{ids}|{note[:_NOTE_IN_BUTTON]}|"
    return said(turn, whom_do_you_mean(turn.words, name, colleagues.near, "objective.hand_over_to", value))


_NOTE_IN_BUTTON = 1_000
"""Characters of a note that a button carries; Slack keeps 2,000 of its value."""


async def hand_over_chosen(turn: Turn, value: str) -> Outcome:
    """The tapped name of `hand_over_to`; every id in it is asked about again."""
    ids, _, rest = value.partition("|")
    note, _, person_id = rest.rpartition("|")
    found = await find_all(turn, ids.split(_BETWEEN), Permission.CHANGE_OBJECTIVE)
    colleague = await colleague_by_id(turn, person_id)
    if not found or colleague is None:
        return await refuse(turn)
    return await hand_over_objectives.hand_over(turn, list(found.values()), colleague, note)


async def _record(turn: Turn, progression: Progression) -> Outcome:
    found = await changeable(turn, progression.subject) if progression.finished else None
    if found is None or not progression.changed:
        return NOTHING
    name, note = (value_of(progression.answers, step) for step in ("colleague", "note"))
    return await hand_over_to(turn, [found], name, note)


HAND_OVER: Flow = Flow(
    "hand_over_objective",
    (
        Step("colleague", LookedUp(PEOPLE), READS, required=True, essential=True),
        Step("note", FreeText(), "reads-hand-over"),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: HAND_OVER),
)


async def _own(turn: Turn, subject: str) -> list[Objective] | None:
    """The person's own objectives; None for a subject that is about someone else."""
    if about_of(subject) != turn.person.id:
        return None
    return [each for each in await standing_of(turn, turn.person) if each.person_id == turn.person.id]


async def _load_note(turn: Turn, subject: str) -> Scope | None:
    if await _own(turn, subject) is None:
        return None
    return Scope(
        turn.words("hand-over-note-heading"), (Paragraph(turn.words("hand-over-note-intro"), Tone.SUBTLE),)
    )


async def _record_note(turn: Turn, progression: Progression) -> Outcome:
    objectives = await _own(turn, progression.subject) if progression.finished else None
    if objectives is None or not progression.changed:
        return NOTHING
    note = value_of(progression.answers, "note")
    manager_id = turn.person.manager_id
    manager = (await turn.store.people.by_ids([manager_id])).get(manager_id) if manager_id else None
    seen_by = manager.name if manager else turn.words("hand-over-note-nobody")
    own = handed_over(
        turn.words,
        turn.words("hand-over-note-sent"),
        turn.words("hand-over-note-seen", name=seen_by),
        note,
        objectives,
    )
    if manager is None:
        return said(turn, own)
    words = words_for(manager.language)
    title = words("hand-over-note-from", name=turn.person.name)
    theirs = handed_over(words, title, words("hand-over-note-manager"), note, objectives, opens=True)
    return Outcome(durable=(to_self(turn, own, "hand-over"), to_person(turn, manager, theirs, "hand-over-note")))


HAND_OVER_NOTE: Flow = Flow(
    NOTE_FLOW,
    (Step("note", FreeText(), "reads-hand-over", required=True, essential=True),),
    load=_load_note,
    record=_record_note,
    snooze=putting_aside(_load_note, lambda: HAND_OVER_NOTE),
)
