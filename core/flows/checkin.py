"""The weekly check-in: each objective, each action that was agreed on, and one general note."""

from core.cards.checkin import FLOW
from core.flows.flow import Flow, Step, Values
from core.flows.inputs import CONFIDENCE, STATUS, YES_NO, ChoiceOf, FreeText, choice_of
from core.model.action import ActionState
from core.model.checkin import NoteAudience
from core.model.objective import Status
from core.services import answer_check_in, snooze_check_in
from core.services.follow_actions import GROUP, NOTE_STEP, STATE_STEP
from core.understanding.action_states import read_action_state

NOTE_AUDIENCE = choice_of(
    ((NoteAudience.MANAGER.value, "note-for-manager"), (NoteAudience.TEAM.value, "note-for-team")),
    "input-note-audience-unclear",
)

ACTION_STATE = ChoiceOf(
    (
        (ActionState.DONE.value, "actions-answer-done"),
        (ActionState.OPEN.value, "actions-answer-open"),
        (ActionState.DROPPED.value, "actions-answer-dropped"),
    ),
    read_action_state,
    "actions-answer-unclear",
)


def _is_behind(values: Values) -> bool:
    return values.get("status") in (Status.AT_RISK, Status.OFF_TRACK)


def _has_state(values: Values) -> bool:
    return bool(values.get(STATE_STEP))


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
        Step(STATE_STEP, accepts=ACTION_STATE, reads="reads-you-and-manager", each=True, group=GROUP),
        Step(
            NOTE_STEP, accepts=FreeText(), reads="reads-you-and-manager", each=True, when=_has_state, group=GROUP
        ),
        Step("note", accepts=FreeText(), reads="reads-as-chosen-next"),
        Step("note-audience", accepts=NOTE_AUDIENCE, reads="reads-as-chosen", when=_has_note),
    ),
    load=answer_check_in.load,
    record=answer_check_in.record,
    snooze=snooze_check_in.snooze,
)
