"""Asking for one's data to be put right or not to be used, asking for all of it, and HR's answer to that."""

from dataclasses import replace

from core.cards import privacy as cards
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, new_subject, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.model.privacy import PrivacyRequest, RequestKind
from core.permissions import Right, holds
from core.services.own_privacy import ask
from core.services.refuse_hr import refuse_hr
from core.services.tell import to_person, to_self
from core.turn import Turn


async def begin_asking(turn: Turn, kind: RequestKind, text: str, *, by_menu: bool) -> Outcome:
    """Keep the request where its words are there already, else ask for them."""
    if text.strip():
        return await ask(turn, kind, text)
    return await begin(turn, ASK_PRIVACY, new_subject(kind), by_form=by_menu)


def _kind_of(subject: str) -> RequestKind | None:
    said = about_of(subject)
    return RequestKind(said) if said in tuple(RequestKind) else None


async def _load(turn: Turn, subject: str) -> Scope | None:
    kind = _kind_of(subject)
    if kind is None:
        return None
    intro = Paragraph(turn.words(f"ask-privacy-intro-{kind}"), Tone.SUBTLE)
    return Scope(turn.words(f"ask-privacy-title-{kind}"), (intro,))


async def _record(turn: Turn, progression: Progression) -> Outcome:
    kind = _kind_of(progression.subject)
    text = value_of(progression.answers, "text")
    if kind is None or not text or not progression.finished:
        return NOTHING
    return await ask(turn, kind, text)


ASK_PRIVACY: Flow = Flow(
    "ask_privacy",
    (Step("text", FreeText(), "reads-privacy", required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: ASK_PRIVACY),
)


async def begin_closing(turn: Turn, request_id: str) -> Outcome:
    """A tap on a request that waits: ask what the person is to be told."""
    if not holds(turn.person, Right.ANSWER_PRIVACY):
        return await refuse_hr(turn)
    return await begin(turn, CLOSE_PRIVACY, new_subject(request_id), by_form=True)


async def _waiting(turn: Turn, subject: str) -> PrivacyRequest | None:
    """The request that a subject is about, if the asker may answer it; nobody answers their own."""
    request = await turn.store.privacy.request(about_of(subject))
    if request is None or request.tenant_id != turn.person.tenant_id or request.person_id == turn.person.id:
        return None
    return request if holds(turn.person, Right.ANSWER_PRIVACY) and request.closed_at is None else None


async def _load_closing(turn: Turn, subject: str) -> Scope | None:
    request = await _waiting(turn, subject)
    if request is None:
        return None
    person = (await turn.store.people.by_ids([request.person_id]))[request.person_id]
    words = turn.words
    said = (Paragraph(f"“{request.text}”"), Paragraph(words("close-privacy-intro", name=person.name), Tone.SUBTLE))
    return Scope(words("privacy-hr-close", name=person.name), said)


async def _record_closing(turn: Turn, progression: Progression) -> Outcome:
    request = await _waiting(turn, progression.subject)
    answer = value_of(progression.answers, "answer")
    if request is None or not answer or not progression.finished:
        return NOTHING
    done = replace(request, closed_at=turn.now, closed_by_id=turn.person.id, answer=answer)
    await turn.store.privacy.save_request(done)
    person = (await turn.store.people.by_ids([request.person_id]))[request.person_id]
    return Outcome(
        durable=(
            to_self(turn, cards.closed(turn.person, person.name), "privacy-request"),
            to_person(turn, person, cards.answered(person, done, turn.person.name), "privacy-request"),
        )
    )


CLOSE_PRIVACY: Flow = Flow(
    "close_privacy",
    (Step("answer", FreeText(), "reads-privacy-answer", required=True, essential=True),),
    load=_load_closing,
    record=_record_closing,
    snooze=putting_aside(_load_closing, lambda: CLOSE_PRIVACY),
)

FLOWS: tuple[Flow, ...] = (ASK_PRIVACY, CLOSE_PRIVACY)
