"""Giving feedback: to whom, about what, what they did and its effect, and who reads it; then talking it over.

What else a subject knows (see `core.flows.whom`) is the request that is answered, if one is.
"""

from uuid import uuid4

from core.cards import greeting
from core.chat.card import Paragraph, Part, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, putting_aside, value_of
from core.flows.flow import Answers, Flow, Progression, Scope, Step
from core.flows.inputs import FreeText, choice_of
from core.flows.whom import WHOM, named_in, read_subject, receiver_of, whom_step
from core.model.feedback import FeedbackRequest, Visibility
from core.model.person import Person
from core.permissions import may_give
from core.services.ask_feedback import FLOW
from core.services.give_feedback import give, manager_of, own_part, say_about
from core.texts.texts import Words
from core.turn import Turn

LONGEST = 3_000
"""Characters of feedback; a platform's form takes no more in a field."""

_VISIBILITY = choice_of(
    (
        (Visibility.PERSON.value, "give-feedback-for-person"),
        (Visibility.PERSON_AND_MANAGER.value, "give-feedback-for-both"),
    ),
    "give-feedback-visibility-unclear",
)


async def _request(turn: Turn, request_id: str) -> FeedbackRequest | None:
    """The request that is answered, if it was made to the person."""
    request = await turn.store.feedback.request(request_id) if request_id else None
    return request if request and request.giver_id == turn.person.id else None


async def _load(turn: Turn, subject: str) -> Scope | None:
    named = read_subject(subject)
    receiver = await named_in(turn, named)
    request = await _request(turn, named.more)
    words = turn.words
    if named.person_id and (receiver is None or (named.more and request is None)):
        return None
    if receiver is None:
        return Scope(words("give-feedback-card"), (Paragraph(words("give-feedback-intro"), Tone.SUBTLE),))
    title = words("give-feedback-card-of", name=receiver.name)
    if not may_give(turn.person, receiver):
        return Scope(title, closed=greeting.said(words, "give-feedback-card", "give-feedback-oneself"))
    if request is not None and request.asker_id != receiver.id:
        return None
    if request is not None and request.answered_at is not None:
        return Scope(title, closed=greeting.said(words, "feedback-already-title", "feedback-already"))
    intro: list[Part] = [Paragraph(words("give-feedback-intro"), Tone.SUBTLE)]
    if request is not None and request.question:
        intro.insert(0, Paragraph(request.question, Tone.QUOTE))
    without = {WHOM, "about"} if request is not None else {WHOM}
    background = (receiver, await manager_of(turn, receiver))
    return Scope(title, tuple(intro), without=frozenset(without), background=background)


def _remark(words: Words, scope: Scope, answers: Answers, key: str | None) -> tuple[Part, ...]:
    """Who will read it, by name, beside the choice and above the form once it is made."""
    chosen = value_of(answers, "visibility")
    if not isinstance(scope.background, tuple) or (key is None and not chosen) or key not in (None, "visibility"):
        return ()
    receiver: Person
    receiver, manager = scope.background
    if manager is None:
        return (Paragraph(words("feedback-read-by-person", name=receiver.name), Tone.SUBTLE),)
    if key is None:
        both = chosen == Visibility.PERSON_AND_MANAGER
        said = "feedback-read-by-both" if both else "feedback-read-by-person"
        return (Paragraph(words(said, name=receiver.name, manager=manager.name), Tone.SUBTLE),)
    return (Paragraph(words("give-feedback-manager", name=receiver.name, manager=manager.name), Tone.SUBTLE),)


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    receiver = await receiver_of(turn, GIVE_FEEDBACK, progression, "feedback.to", "give-feedback-oneself")
    if isinstance(receiver, Outcome):
        return receiver
    named = read_subject(progression.subject)
    request = await _request(turn, named.more)
    about, text = (value_of(progression.answers, step) for step in ("about", "text"))
    visibility = Visibility(value_of(progression.answers, "visibility"))
    return await give(
        turn, named.id, receiver, about or (request.question if request else ""), text, visibility, request
    )


GIVE_FEEDBACK: Flow = Flow(
    FLOW,
    (
        whom_step("reads-feedback-next"),
        Step("about", FreeText(multiline=False, longest=300), "reads-feedback-next"),
        Step("text", FreeText(longest=LONGEST), "reads-feedback-next", required=True, essential=True),
        Step("visibility", _VISIBILITY, "reads-feedback", required=True, essential=True),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: GIVE_FEEDBACK),
    remark=_remark,
)


async def _load_note(turn: Turn, subject: str) -> Scope | None:
    found = await own_part(turn, about_of(subject))
    if found is None:
        return None
    feedback, other = found
    title = turn.words("feedback-note-card", name=other.name)
    return Scope(title, (Paragraph(feedback.text, Tone.QUOTE),))


async def _record_note(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    feedback_id, _, note_id = progression.subject.rpartition(".")
    return await say_about(turn, note_id, feedback_id, value_of(progression.answers, "text"))


async def ask_more(turn: Turn, feedback_id: str) -> Outcome:
    """Ask about feedback one was given, or answer what was asked about feedback one gave."""
    return await begin(turn, FEEDBACK_NOTE, f"{feedback_id}.{uuid4().hex}", by_form=True)


FEEDBACK_NOTE: Flow = Flow(
    "feedback_note",
    (Step("text", FreeText(longest=LONGEST), "reads-feedback-note", required=True, essential=True),),
    load=_load_note,
    record=_record_note,
    snooze=putting_aside(_load_note, lambda: FEEDBACK_NOTE),
)
