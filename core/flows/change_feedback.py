"""Saying feedback differently, as long as nobody has read it: the same questions, filled in with what was said.

A subject is `<feedback id>.<id of this change>`. Feedback without a name keeps being that, so that who reads it is
not asked again.
"""

from dataclasses import asdict
from uuid import uuid4

from core.cards import feedback as cards
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.give_feedback import NAMED_VISIBILITY, TELLING, competency_choice, something_said, telling_of
from core.model.conversation import Given
from core.model.feedback import Visibility
from core.services import give_feedback, give_unnamed_feedback
from core.services.give_feedback import own_part
from core.services.give_unnamed_feedback import own_waiting
from core.turn import Turn

_NAME = "change_feedback"


async def _load(turn: Turn, subject: str) -> Scope | None:
    feedback_id = about_of(subject)
    named = await own_part(turn, feedback_id)
    if named is not None and named[0].giver_id == turn.person.id:
        feedback, receiver = named
        title = turn.words("give-feedback-card-of", name=receiver.name)
        if not feedback.can_change:
            return Scope(title, closed=cards.too_late(turn.person, receiver))
        said, without = feedback.said, frozenset[str]()
        visibility = feedback.visibility.value
    else:
        waiting = await own_waiting(turn, feedback_id)
        if waiting is None:
            return None
        said, receiver = waiting[0].said, waiting[1]
        title = turn.words("give-feedback-card-of", name=receiver.name)
        without, visibility = frozenset({"visibility"}), ""
    kind = await competency_choice(turn)
    answers = {**asdict(said), "visibility": visibility}
    prefilled = {name: Given(value, value) for name, value in answers.items() if value}
    intro = Paragraph(turn.words("change-feedback-intro"), Tone.SUBTLE)
    return Scope(title, (intro,), (), kind, prefilled, without=without)


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    feedback_id = about_of(progression.subject)
    telling = telling_of(progression.answers)
    if "visibility" in progression.scope.without:
        await give_unnamed_feedback.forget_conversation(turn, _NAME, progression.subject)
        return await give_unnamed_feedback.change_unnamed(turn, feedback_id, telling)
    visibility = Visibility(value_of(progression.answers, "visibility"))
    return await give_feedback.change(turn, feedback_id, telling, visibility)


async def change_feedback(turn: Turn, feedback_id: str) -> Outcome:
    """Open the form with what was said."""
    return await begin(turn, CHANGE_FEEDBACK, f"{feedback_id}.{uuid4().hex}", by_form=True)


async def take_back(turn: Turn, feedback_id: str) -> Outcome:
    """Withdraw it, whether it has the giver's name or waits without one."""
    if await own_part(turn, feedback_id) is not None:
        return await give_feedback.withdraw(turn, feedback_id)
    return await give_unnamed_feedback.withdraw_unnamed(turn, feedback_id)


CHANGE_FEEDBACK: Flow = Flow(
    _NAME,
    (*TELLING, Step("visibility", NAMED_VISIBILITY, "reads-feedback", required=True, essential=True)),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: CHANGE_FEEDBACK),
    check=something_said,
    texts="give-feedback",
)
