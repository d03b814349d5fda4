"""`hr downtime`: what Milepost still sends, and what it leaves, after it was down."""

from core.cards.downtime import after_downtime
from core.chat.effect import Outcome, reply
from core.permissions import Right, holds
from core.services.refuse_hr import refuse_hr
from core.turn import Turn


async def show_downtime(turn: Turn) -> Outcome:
    """The rules, for HR and administrators."""
    if not holds(turn.person, Right.OPEN_HR):
        return await refuse_hr(turn)
    return reply(after_downtime(turn.person))
