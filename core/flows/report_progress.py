"""An update on one objective between check-ins: what was understood of plain words, put right in a form."""

from core.cards.objectives import progress_bar
from core.cards.understood import FLOW
from core.chat.effect import NOTHING, Outcome
from core.flows.flow import Flow, Progression, Scope, Step, Values
from core.flows.inputs import CONFIDENCE, STATUS, YES_NO, AmountOf, FreeText
from core.model.objective import Status
from core.services.answer_check_in import objectives_of
from core.services.keep_update import keep_update
from core.turn import Turn

_READS = "reads-you-and-manager"


async def _load(turn: Turn, objective_id: str) -> Scope | None:
    """One of the person's own active objectives, or none."""
    objective = next((each for each in await objectives_of(turn) if each.id == objective_id), None)
    if objective is None:
        return None
    return Scope(
        objective.title,
        (progress_bar(turn.words, objective, objective.latest),),
        accepts={"progress": AmountOf(objective.unit, objective.target)},
    )


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    return await keep_update(turn, progression.subject, progression.answers)


async def _put_aside(turn: Turn, objective_id: str, when: str) -> Outcome:
    """An update is not put off: it can be said anew at any time."""
    return NOTHING


def _is_behind(values: Values) -> bool:
    return values.get("status") in (Status.AT_RISK, Status.OFF_TRACK)


REPORT_PROGRESS = Flow(
    FLOW,
    (
        Step("progress", None, reads=_READS),
        Step("status", STATUS, reads=_READS, required=True),
        Step("confidence", CONFIDENCE, reads=_READS),
        Step("factors", FreeText(), reads=_READS),
        Step("outside-control", YES_NO, reads=_READS, when=_is_behind),
    ),
    load=_load,
    record=_record,
    snooze=_put_aside,
    texts="check-in",
)
