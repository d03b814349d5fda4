"""Keep an update that was given between check-ins: it becomes this period's answer about its objective."""

from collections.abc import Mapping

from core.cards import greeting, understood
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.flows import engine
from core.flows.checkin import CHECK_IN
from core.model.conversation import Given
from core.services import show_check_in
from core.services.answer_check_in import objectives_of
from core.turn import Turn

STEPS = ("progress", "status", "confidence", "factors", "outside-control")


async def keep_update(turn: Turn, objective_id: str, answers: Mapping[str, Given]) -> Outcome:
    """Record it with this period's check-in, or next period's where this one is not due, and say so.

    Where the check-in stood at a question in chat, it goes on there.
    """
    checkin = await show_check_in.this_period(turn)
    known = {each.id for each in await objectives_of(turn)}
    if checkin is None or objective_id not in known:
        return reply(greeting.said(turn.words, "flow-gone-title", "flow-gone"))
    begun = await turn.store.conversations.get(turn.person.id, CHECK_IN.name, checkin.id)
    given = {f"{step}@{objective_id}": answers[step] for step in STEPS if step in answers and answers[step].text}
    recorded = await engine.fill(turn, CHECK_IN, checkin.id, given)
    draft = await turn.store.conversations.get(turn.person.id, understood.FLOW, objective_id)
    if draft is not None:
        await turn.store.conversations.remove(draft)
    if begun is not None and begun.step is not None and begun.active:
        return recorded + await engine.begin(turn, CHECK_IN, checkin.id)
    objective = next(each for each in await objectives_of(turn) if each.id == objective_id)
    kept = await turn.store.checkins.by_id(checkin.id)
    left = kept.answers_asked - kept.answers_saved if kept and kept.state.is_unanswered else 0
    card = understood.saved(turn.person, objective, objective.latest, checkin.id, left)
    key = f"update:{turn.origin.platform}:{turn.origin.workspace}:{turn.origin.event_id}"
    return recorded + Outcome(durable=(Send(ToPerson(turn.person.id, turn.origin.platform), card, "update", key),))
