"""Sharing an objective with a colleague, by name."""

from core.cards.objective_news import whom_do_you_mean
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import READS, asked_about, changeable, putting_aside, value_of
from core.flows.flow import Flow, Progression, Step
from core.flows.inputs import LookedUp
from core.services import share_objective
from core.services.find_colleague import find_colleague
from core.services.find_objective import Found
from core.services.suggest import PEOPLE
from core.services.tell import said
from core.turn import Turn

_load = asked_about("share-heading", "share-intro")


async def share_with(turn: Turn, found: Found, name: str) -> Outcome:
    """Share with whom the name fits; asks where it fits nobody or several."""
    colleagues = await find_colleague(turn, name)
    if colleagues.one is not None:
        return await share_objective.share(turn, found, colleagues.one)
    value = f"{found.objective.id}|"
    return said(turn, whom_do_you_mean(turn.words, name, colleagues.near, "objective.share_with", value))


async def _record(turn: Turn, progression: Progression) -> Outcome:
    found = await changeable(turn, progression.subject) if progression.finished else None
    if found is None or not progression.changed:
        return NOTHING
    return await share_with(turn, found, value_of(progression.answers, "colleague"))


SHARE_OBJECTIVE: Flow = Flow(
    "share_objective",
    (Step("colleague", LookedUp(PEOPLE), READS, required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: SHARE_OBJECTIVE),
)
