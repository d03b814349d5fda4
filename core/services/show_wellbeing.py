"""How work has felt in the whole organisation, for HR, in weeks that are over."""

from datetime import timedelta

from core.cards.wellbeing import felt
from core.chat.effect import Outcome, reply
from core.model.questions import WELLBEING
from core.model.wellbeing import week_felt
from core.permissions import Right, holds
from core.schedule.cadence import period_of
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

WEEKS = 8


async def show_wellbeing(turn: Turn) -> Outcome:
    """The last weeks, without the present one: figures that move with each answer would tell whose it was."""
    if not holds(turn.person, Right.SEE_WELLBEING):
        return await refuse_hr(turn)
    tenant_id = turn.person.tenant_id
    schedules = await turn.store.checkins.schedules(tenant_id)
    present = period_of(schedules[0], turn.today) if schedules else turn.today
    until = present - timedelta(days=1)
    values = await turn.store.questions.values_by_period(
        tenant_id, WELLBEING, present - timedelta(weeks=WEEKS), until
    )
    newest = await turn.store.questions.newest({tenant_id})
    is_on = tenant_id in newest and newest[tenant_id].question(WELLBEING) is not None
    weeks = [week_felt(period, values[period]) for period in sorted(values, reverse=True)]
    return reply(felt(turn.person, weeks, is_on=is_on))
