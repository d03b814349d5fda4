"""Thanking a colleague: whom, for what, for which of the organisation's values, and who should read it."""

from core.cards import greeting
from core.chat.card import Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText, choice_of
from core.flows.one_of import OneOf
from core.flows.whom import WHOM, named_in, read_subject, receiver_of, whom_step
from core.permissions import may_give
from core.services.give_recognition import give, objectives_known_to
from core.services.organisation_values import values_of
from core.turn import Turn

LONGEST = 2_000
"""Characters of thanks; Slack shows no more in one block of a channel's message without folding it."""

_FOR_TEAM = "team"

_SHARING = choice_of(
    (("private", "recognise-private"), (_FOR_TEAM, "recognise-team")), "recognise-sharing-unclear"
)


async def _load(turn: Turn, subject: str) -> Scope | None:
    named = read_subject(subject)
    receiver = await named_in(turn, named)
    words = turn.words
    if named.person_id and receiver is None:
        return None
    if receiver is not None and not may_give(turn.person, receiver):
        title = words("recognise-card")
        return Scope(title, closed=greeting.said(words, "recognise-card", "recognise-oneself"))
    values = await values_of(turn.store, turn.person.tenant_id, turn.person.language)
    objectives = await objectives_known_to(turn, receiver) if receiver else []
    choices = tuple(Option(each.id, each.title) for each in objectives)
    return Scope(
        words("recognise-card-of", name=receiver.name) if receiver else words("recognise-card"),
        (Paragraph(words("recognise-intro"), Tone.SUBTLE),),
        accepts={
            "value": OneOf(values, "recognise-value-unclear"),
            "objective": OneOf(choices, "recognise-objective-unclear"),
        },
        without=frozenset({WHOM} if receiver else set()) | (frozenset() if choices else frozenset({"objective"})),
    )


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    receiver = await receiver_of(turn, RECOGNISE, progression, "recognition.to", "recognise-oneself")
    if isinstance(receiver, Outcome):
        return receiver
    text, value, sharing = (value_of(progression.answers, step) for step in ("text", "value", "sharing"))
    objective_id = value_of(progression.answers, "objective") or None
    recognition_id = read_subject(progression.subject).id
    for_team = sharing == _FOR_TEAM
    return await give(turn, recognition_id, receiver, text, value, for_team=for_team, objective_id=objective_id)


RECOGNISE: Flow = Flow(
    "recognise",
    (
        whom_step("reads-recognition"),
        Step("text", FreeText(longest=LONGEST), "reads-recognition", required=True, essential=True),
        Step("value", None, "reads-recognition"),
        Step("objective", None, "reads-recognition"),
        Step("sharing", _SHARING, "reads-recognition-sharing", required=True, essential=True),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: RECOGNISE),
)
