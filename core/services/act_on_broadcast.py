"""What recipients do with a broadcast's button: done, booked, or the training recorded as it always is."""

from core.cards import greeting
from core.cards.asking import SEPARATOR
from core.chat.effect import Outcome, reply
from core.model.broadcast import RecipientState, Response
from core.services import record_training
from core.services.note_acted import look_soon, thanks
from core.turn import Turn


async def act(turn: Turn, broadcast_id: str) -> Outcome:
    """The button of a broadcast, for those who got it alone; a second tap changes nothing."""
    found = await turn.store.broadcasts.by_id(broadcast_id)
    recipient = await turn.store.broadcasts.recipient(broadcast_id, turn.person.id)
    if found is None or recipient is None or recipient.state is not RecipientState.QUEUED:
        return reply(greeting.said(turn.words, "flow-gone-title", "flow-gone"))
    if found.response is Response.TRAINING and recipient.acted_at is None and found.course is not None:
        value = SEPARATOR.join((found.course[0], turn.today.isoformat(), ""))
        return await record_training.confirm(turn, value)
    if found.response is not Response.NONE and recipient.acted_at is None:
        await turn.store.broadcasts.act(found.id, turn.person.id, turn.now)
        await look_soon(turn.store, [found], turn.now)
    return Outcome(durable=tuple(await thanks(turn.store, [(found, turn.person)], turn.origin.platform)))


async def tap_preview(turn: Turn, broadcast_id: str) -> Outcome:
    """The button of a preview says what it would do."""
    return reply(greeting.said(turn.words, "broadcast-check-title", "broadcast-preview-taps"))
