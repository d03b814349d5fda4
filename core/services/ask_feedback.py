"""Ask colleagues for feedback, and see who asked for one's own and what one was told."""

from collections.abc import Sequence
from uuid import uuid4

from core.cards import feedback as cards
from core.cards import greeting
from core.cards.asking import SEPARATOR
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.model.feedback import MOST_ASKED, FeedbackRequest
from core.model.person import Person
from core.permissions import may_give
from core.services.find_colleague import find_colleague
from core.services.tell import to_self
from core.turn import Turn

FLOW = "give_feedback"

SHOWN = 5


def answers(request: FeedbackRequest) -> str:
    """The conversation that answers a request: the same however often it is opened."""
    return SEPARATOR.join((FLOW, f"{request.asker_id}~{request.id}.{request.id}"))


async def ask(turn: Turn, names: Sequence[str], question: str) -> Outcome:
    """Ask everyone who is named or mentioned; nobody is asked unless it is clear who all of them are."""
    words = turn.words
    people, unclear = await _everyone(turn, names)
    if not people and not unclear:
        return reply(greeting.said(words, "feedback-ask-title", "feedback-ask-how"))
    if unclear:
        named = ", ".join(unclear)
        return reply(greeting.said(words, "feedback-ask-title", "feedback-ask-unclear", names=named))
    if any(not may_give(each, turn.person) for each in people):
        return reply(greeting.said(words, "feedback-ask-title", "feedback-ask-oneself"))
    if len(people) > MOST_ASKED:
        return reply(
            greeting.said(words, "feedback-ask-title", "feedback-ask-many", most=MOST_ASKED, count=len(people))
        )
    round_id = uuid4().hex
    requests = [
        FeedbackRequest(uuid4().hex, turn.person.tenant_id, round_id, turn.person.id, each.id, question, turn.now)
        for each in people
    ]
    await turn.store.feedback.save_requests(requests)
    sends = [
        Send(
            ToPerson(person.id),
            cards.request(person, request, turn.person, answers(request)),
            "feedback request",
            f"feedback-request:{request.id}",
        )
        for person, request in zip(people, requests, strict=True)
    ]
    confirmed = cards.asked(turn.person, question, [each.name for each in people])
    return Outcome(durable=(to_self(turn, confirmed, "feedback-asked"), *sends))


async def _everyone(turn: Turn, names: Sequence[str]) -> tuple[list[Person], list[str]]:
    """Those who are mentioned or named, each once, and the names that fit nobody or several."""
    found: dict[str, Person] = {}
    unclear: list[str] = []
    if turn.mentions:
        for mention in turn.mentions[: MOST_ASKED + 1]:
            person = await turn.store.people.by_account(turn.origin.platform, turn.origin.workspace, mention.user)
            if person is None or person.tenant_id != turn.person.tenant_id:
                unclear.append(mention.text)
            else:
                found[person.id] = person
        return list(found.values()), unclear
    for name in names[: MOST_ASKED + 1]:
        person = (await find_colleague(turn, name)).one
        if person is None:
            unclear.append(name)
        else:
            found[person.id] = person
    return list(found.values()), unclear


async def show_feedback(turn: Turn, subject: str) -> Outcome:
    """Who waits for the person's feedback, and what they were told; `subject` is that of a new conversation."""
    given = await turn.store.feedback.received(turn.person.id, SHOWN)
    waiting = await turn.store.feedback.waiting_for(turn.person.id)
    ids = {each.giver_id for each in given} | {each.asker_id for each in waiting}
    people = await turn.store.people.by_ids(ids) if ids else {}
    asked = [(each, answers(each)) for each in waiting[:SHOWN]]
    return reply(cards.overview(turn.person, given, asked, people, subject))
