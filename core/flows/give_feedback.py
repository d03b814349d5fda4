"""Giving feedback: to whom, about what, what they did and its effect, and who reads it; then talking it over.

What else a subject knows (see `core.flows.whom`) is the request that is answered, if one is.
"""

from collections.abc import Mapping
from uuid import uuid4

from core.cards import greeting
from core.cards.feedback import what_was_said
from core.cards.feedback_requests import FLOW
from core.chat.card import Paragraph, Part, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, putting_aside, value_of
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step, Values
from core.flows.inputs import FreeText, InputKind, choice_of
from core.flows.one_of import OneOf
from core.flows.whom import WHOM, named_in, read_subject, receiver_of, whom_step
from core.model.anonymity import FEWEST
from core.model.feedback import FeedbackRequest, Telling, Visibility
from core.model.person import Person
from core.permissions import may_give
from core.services.competencies import competencies_of, competency_labels
from core.services.give_feedback import give, manager_of, own_part, say_about
from core.services.give_unnamed_feedback import forget_conversation, give_unnamed
from core.texts.texts import Words
from core.turn import Turn

LONGEST = 3_000
"""Characters of feedback; a platform's form takes no more in a field."""

_NAMED = (
    (Visibility.PERSON.value, "give-feedback-for-person"),
    (Visibility.PERSON_AND_MANAGER.value, "give-feedback-for-both"),
)
NAMED_VISIBILITY = choice_of(_NAMED, "give-feedback-visibility-unclear")
_VISIBILITY = choice_of(
    (*_NAMED, (Visibility.ANONYMOUS.value, "give-feedback-unnamed")), "give-feedback-visibility-unclear"
)

_PARTS = ("situation", "behaviour", "effect", "suggestion")
"""What is asked for one by one where someone does not say it in their own words."""

_NEXT = "reads-feedback-next"


def _in_parts(values: Values) -> bool:
    """Whether it was not said in one piece: asked in chat once that was skipped."""
    return values.get("text") == ""


TELLING: tuple[Step, ...] = (
    Step("about", FreeText(multiline=False, longest=300), _NEXT),
    Step("competency", None, _NEXT, when=lambda values: values.get("about") == ""),
    Step("text", FreeText(longest=LONGEST), _NEXT),
    Step("situation", FreeText(longest=LONGEST), _NEXT, when=_in_parts),
    Step("behaviour", FreeText(longest=LONGEST), _NEXT, essential=True, when=_in_parts),
    Step("effect", FreeText(longest=LONGEST), _NEXT, when=_in_parts),
    Step("suggestion", FreeText(longest=LONGEST), _NEXT, when=_in_parts),
)
"""What feedback says, asked in one piece or in parts; a form shows both ways."""


def something_said(scope: Scope, answers: Answers) -> Misfit | None:
    """At least what they did is needed, in one's own words or as a part."""
    if not {"text", "behaviour"} & answers.keys() or value_of(answers, "text") or value_of(answers, "behaviour"):
        return None
    return Misfit("text", "give-feedback-nothing-said")


def telling_of(answers: Answers, about: str = "") -> Telling:
    """What the answers say; `about` where they do not say what it is about."""
    said = {part: value_of(answers, part) for part in _PARTS}
    return Telling(
        about=value_of(answers, "about") or about,
        text=value_of(answers, "text"),
        competency=value_of(answers, "competency"),
        **said,
    )


async def competency_choice(turn: Turn) -> Mapping[str, InputKind]:
    """The kind of answer that the step `competency` leaves open."""
    choices = await competencies_of(turn.store, turn.person.tenant_id, turn.person.language)
    return {"competency": OneOf(choices, "give-feedback-competency-unclear")}


async def _request(turn: Turn, request_id: str) -> FeedbackRequest | None:
    """The request that is answered, if it was made to the person."""
    request = await turn.store.feedback.request(request_id) if request_id else None
    return request if request and request.giver_id == turn.person.id else None


async def _load(turn: Turn, subject: str) -> Scope | None:
    named = read_subject(subject)
    receiver = await named_in(turn, named)
    request = await _request(turn, named.more)
    words, choice = turn.words, await competency_choice(turn)
    if named.person_id and (receiver is None or (named.more and request is None)):
        return None
    if receiver is None:
        intro_alone = (Paragraph(words("give-feedback-intro"), Tone.SUBTLE),)
        return Scope(words("give-feedback-card"), intro_alone, (), choice)
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
    without = {WHOM, "about", "competency"} if request is not None and request.question else {WHOM}
    background = (receiver, await manager_of(turn, receiver))
    return Scope(title, tuple(intro), (), choice, without=frozenset(without), background=background)


def _remark(words: Words, scope: Scope, answers: Answers, key: str | None) -> tuple[Part, ...]:
    """Who will read it, by name, beside the choice and above the form once it is made."""
    chosen = value_of(answers, "visibility")
    if not isinstance(scope.background, tuple) or (key is None and not chosen) or key not in (None, "visibility"):
        return ()
    receiver: Person
    receiver, manager = scope.background
    unnamed = Paragraph(words("give-feedback-unnamed-how", name=receiver.name, fewest=FEWEST), Tone.SUBTLE)
    if key is None and chosen == Visibility.ANONYMOUS:
        return (unnamed,)
    if key is None and chosen == Visibility.PERSON_AND_MANAGER and manager is not None:
        said = words("feedback-read-by-both", name=receiver.name, manager=manager.name)
        return (Paragraph(said, Tone.SUBTLE),)
    if key is None or manager is None:
        alone = Paragraph(words("feedback-read-by-person", name=receiver.name), Tone.SUBTLE)
        return (alone,) if key is None else (alone, unnamed)
    both = words("give-feedback-manager", name=receiver.name, manager=manager.name)
    return (Paragraph(both, Tone.SUBTLE), unnamed)


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    receiver = await receiver_of(turn, GIVE_FEEDBACK, progression, "feedback.to", "give-feedback-oneself")
    if isinstance(receiver, Outcome):
        return receiver
    named = read_subject(progression.subject)
    request = await _request(turn, named.more)
    telling = telling_of(progression.answers, request.question if request else "")
    visibility = Visibility(value_of(progression.answers, "visibility"))
    if visibility is Visibility.ANONYMOUS:
        await forget_conversation(turn, FLOW, progression.subject)
        return await give_unnamed(turn, named.id, receiver, telling, request)
    return await give(turn, named.id, receiver, telling, visibility, request)


GIVE_FEEDBACK: Flow = Flow(
    FLOW,
    (
        whom_step(_NEXT),
        *TELLING,
        Step("visibility", _VISIBILITY, "reads-feedback", required=True, essential=True),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: GIVE_FEEDBACK),
    check=something_said,
    remark=_remark,
)


async def _load_note(turn: Turn, subject: str) -> Scope | None:
    found = await own_part(turn, about_of(subject))
    if found is None:
        return None
    feedback, other = found
    title = turn.words("feedback-note-card", name=other.name)
    labels = await competency_labels(turn.store, turn.person.tenant_id, turn.person.language)
    return Scope(title, tuple(what_was_said(turn.words, feedback.said, labels)))


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
