"""The weekly check-in: progress, status, confidence, what helped or blocked, and one general note."""

from core.cards.checkin import FLOW
from core.flows.flow import Flow, Step, Values
from core.flows.inputs import CONFIDENCE, STATUS, YES_NO, FreeText, choice_of
from core.model.checkin import NoteAudience
from core.model.objective import Status
from core.services import answer_check_in, snooze_check_in

NOTE_AUDIENCE = choice_of(
    ((NoteAudience.MANAGER.value, "note-for-manager"), (NoteAudience.TEAM.value, "note-for-team")),
    "input-note-audience-unclear",
)


def _is_behind(values: Values) -> bool:
    return values.get("status") in (Status.AT_RISK, Status.OFF_TRACK)


def _has_note(values: Values) -> bool:
    return bool(values.get("note"))


CHECK_IN = Flow(
    FLOW,
    (
        Step("progress", accepts=None, reads="reads-you-and-manager", each=True),
        Step("status", accepts=STATUS, reads="reads-you-and-manager", each=True, required=True),
        Step("confidence", accepts=CONFIDENCE, reads="reads-you-and-manager", each=True),
        Step("factors", accepts=FreeText(), reads="reads-you-and-manager", each=True),
        Step("outside-control", accepts=YES_NO, reads="reads-you-and-manager", each=True, when=_is_behind),
        Step("note", accepts=FreeText(), reads="reads-as-chosen-next"),
        Step("note-audience", accepts=NOTE_AUDIENCE, reads="reads-as-chosen", when=_has_note),
    ),
    load=answer_check_in.load,
    record=answer_check_in.record,
    snooze=snooze_check_in.snooze,
)
