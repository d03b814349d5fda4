"""The same answer for everything that is HR's, so that nothing is learned from being refused."""

from core.cards import hr as cards
from core.chat.effect import Outcome, reply
from core.services.recognise import contact_of
from core.turn import Turn


async def refuse_hr(turn: Turn) -> Outcome:
    """Say whom to ask."""
    return reply(cards.refusal(turn.person, await contact_of(turn.store, turn.person.tenant_id)))
