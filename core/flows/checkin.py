"""The weekly check-in: each objective, each action that was agreed on, and one general note."""

from core.cards.checkin import FLOW
from core.flows.flow import Flow, Step, Values
from core.flows.inputs import CONFIDENCE, STATUS, YES_NO, ChoiceOf, FreeText, InputKind, choice_of
from core.flows.question_inputs import PriorityLines
from core.model.action import ActionState
from core.model.checkin import NoteAudience
from core.model.objective import Status
from core.model.week_priority import PriorityState
from core.services import answer_check_in, ask_questions, snooze_check_in, week_priorities
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

PRIORITY_STATE = ChoiceOf(
    (
        (PriorityState.DONE.value, "actions-answer-done"),
        (PriorityState.OPEN.value, "questions-priority-carry-on"),
        (PriorityState.DROPPED.value, "questions-priority-drop"),
    ),
    read_action_state,
    "questions-priority-unclear",
)


def _added(name: str, accepts: InputKind | None, *, appears: bool = False) -> Step:
    return Step(name, accepts, reads="reads-answer", each=True, appears=appears, group=ask_questions.GROUP)


ADDED_STEPS = (
    _added(ask_questions.ANSWER, None),
    _added(ask_questions.ANSWER_WORDS, FreeText()),
    _added(ask_questions.PRIORITIES_STEP, PriorityLines()),
    _added(ask_questions.FOLLOW_UP, FreeText(), appears=True),
    _added(ask_questions.AUDIENCE, NOTE_AUDIENCE),
)
"""How added questions are asked, whichever they are."""


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
        Step(
            week_priorities.STATE_STEP,
            accepts=PRIORITY_STATE,
            reads="reads-answer",
            each=True,
            group=week_priorities.GROUP,
        ),
        *ADDED_STEPS,
        Step("note", accepts=FreeText(), reads="reads-as-chosen-next"),
        Step("note-audience", accepts=NOTE_AUDIENCE, reads="reads-as-chosen", when=_has_note),
    ),
    load=answer_check_in.load,
    record=answer_check_in.record,
    snooze=snooze_check_in.snooze,
    check=week_priorities.too_many,
)
