"""Sending a completion back to whoever recorded it, with a word on why."""

from core.cards.asking import gone
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.about_objective import about_of, begin, new_subject, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.permissions import Right, holds
from core.services import verify_training
from core.services.refuse_hr import refuse_hr
from core.turn import Turn


async def start(turn: Turn, completion_id: str) -> Outcome:
    """Ask why, in a form."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    found = await verify_training.waiting(turn, completion_id)
    if found is None:
        return reply(gone(turn.words))
    if found[1].id == turn.person.id:
        return verify_training.own(turn)
    return await begin(turn, SEND_BACK, new_subject(completion_id), by_form=True)


async def _load(turn: Turn, subject: str) -> Scope | None:
    if not holds(turn.person, Right.KEEP_TRAINING):
        return None
    found = await verify_training.waiting(turn, about_of(subject))
    if found is None or found[1].id == turn.person.id:
        return None
    _, person, course = found
    intro = turn.words("send-back-training-intro", name=person.name, course=course.title_in(turn.words.language))
    return Scope(turn.words("verify-send-back"), (Paragraph(intro, Tone.SUBTLE),))


async def _record(turn: Turn, progression: Progression) -> Outcome:
    found = await verify_training.waiting(turn, about_of(progression.subject)) if progression.finished else None
    if found is None or found[1].id == turn.person.id or not holds(turn.person, Right.KEEP_TRAINING):
        return NOTHING
    return await verify_training.send_back(turn, found, value_of(progression.answers, "reason").strip())


SEND_BACK: Flow = Flow(
    "send_back_training",
    (Step("reason", FreeText(longest=1000), "reads-send-back", required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: SEND_BACK),
)
