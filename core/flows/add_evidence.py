"""Keeping evidence of an objective: of which, what it shows, and where it can be looked at.

A subject is `<objective id, or "any">~<where it comes from>.<id>`: `typed`, `message`, or a recognition's id.
"""

from uuid import uuid4

from core.cards import asking
from core.chat.card import Action, Actions, ActionStyle, Card, Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.about_objective import begin, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.flows.one_of import OneOf
from core.model.conversation import Given
from core.model.evidence import EvidenceSource
from core.permissions import Permission
from core.services.find_objective import find, standing_of
from core.services.give_recognition import own_recognition
from core.services.keep_evidence import keep_evidence
from core.turn import Turn

LONGEST = 3_000
"""Characters of one piece of evidence; a platform's form takes no more in a field."""

_ANY = "any"
_READS = "reads-evidence"


def subject_of(objective_id: str = _ANY, source: str = EvidenceSource.TYPED) -> str:
    """A subject for a new piece of evidence."""
    return f"{objective_id}~{source}.{uuid4().hex}"


def _parts(subject: str) -> tuple[str, str, str]:
    about, _, id_ = subject.rpartition(".")
    objective_id, _, source = about.partition("~")
    return objective_id, source, id_


async def _load(turn: Turn, subject: str) -> Scope | None:
    objective_id, _, _ = _parts(subject)
    words = turn.words
    intro = (Paragraph(words("add-evidence-intro"), Tone.SUBTLE),)
    if objective_id != _ANY:
        found = await find(turn, objective_id, Permission.ADD_EVIDENCE)
        if found is None:
            return None
        title = words("add-evidence-card-of", title=found.objective.title)
        return Scope(title, intro, without=frozenset({"objective"}))
    own = [each for each in await standing_of(turn, turn.person) if each.person_id == turn.person.id]
    title = words("add-evidence-card")
    if not own:
        add = Action("objectives.add", words("objectives-add"), style=ActionStyle.PRIMARY)
        parts = (Paragraph(words("add-evidence-no-objective")), Actions((add,)))
        return Scope(title, closed=Card(title, parts, words.language))
    choices = tuple(Option(each.id, each.title) for each in own)
    return Scope(title, intro, accepts={"objective": OneOf(choices, "add-evidence-objective-unclear")})


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    objective_id, source, evidence_id = _parts(progression.subject)
    chosen = objective_id if objective_id != _ANY else value_of(progression.answers, "objective")
    found = await find(turn, chosen, Permission.ADD_EVIDENCE)
    if found is None:
        return reply(asking.gone(turn.words))
    text, link = (value_of(progression.answers, step) for step in ("text", "link"))
    if source in (EvidenceSource.TYPED, EvidenceSource.MESSAGE):
        return await keep_evidence(turn, found, evidence_id, text, link, EvidenceSource(source))
    recognition = await own_recognition(turn, source)
    if recognition is None:
        return await keep_evidence(turn, found, evidence_id, text, link, EvidenceSource.TYPED)
    return await keep_evidence(turn, found, evidence_id, text, link, EvidenceSource.RECOGNITION, recognition.id)


async def from_message(turn: Turn, text: str, link: str) -> Outcome:
    """Keep a message: the form opens with its words and the link to it."""
    given = {"text": Given(text[:LONGEST], text[:LONGEST]), "link": Given(link, link)}
    subject = subject_of(source=EvidenceSource.MESSAGE)
    return await begin(turn, ADD_EVIDENCE, subject, given, by_form=True)


async def from_recognition(turn: Turn, recognition_id: str) -> Outcome:
    """Keep thanks that one received: the form opens with their words and whose they are."""
    recognition = await own_recognition(turn, recognition_id)
    if recognition is None:
        return reply(asking.gone(turn.words))
    giver = (await turn.store.people.by_ids([recognition.giver_id]))[recognition.giver_id]
    text = turn.words("evidence-of-recognition", text=recognition.text, name=giver.name)
    subject = subject_of(recognition.objective_id or _ANY, source=recognition.id)
    return await begin(turn, ADD_EVIDENCE, subject, {"text": Given(text, text)}, by_form=True)


async def to_objective(turn: Turn, objective_id: str) -> Outcome:
    """Add evidence to the objective whose page is open."""
    return await begin(turn, ADD_EVIDENCE, subject_of(objective_id), by_form=True)


ADD_EVIDENCE: Flow = Flow(
    "add_evidence",
    (
        Step("objective", None, _READS, required=True, essential=True),
        Step("text", FreeText(longest=LONGEST), _READS, required=True, essential=True),
        Step("link", FreeText(multiline=False, longest=2_000), _READS),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: ADD_EVIDENCE),
)
