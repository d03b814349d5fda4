"""Ask colleagues for feedback, and see who asked for one's own and what one was told.

Whoever asked sees who answered under their name. Of answers without names they see only whether there are five or
more; nobody is told who said "not now".
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from core.cards import asking, greeting
from core.cards import feedback as cards
from core.cards import feedback_requests as request_cards
from core.chat.effect import Outcome, Send, ToPerson, Update, reply
from core.model.feedback import MOST_ASKED, FeedbackRequest
from core.model.timer import Timer, TimerKind
from core.permissions import may_give
from core.services.competencies import competency_labels
from core.services.find_colleague import everyone_named
from core.services.remind_of_feedback import first_reminder
from core.services.tell import to_self
from core.turn import Turn
from core.understanding.dates import read_date

SHOWN = 5

ROUNDS_SHOWN = 3

_BY = re.compile(
    r"^(?P<question>.*?)[\s,]*\b(?:by|before|erbyn|cyn)\s+(?P<date>[^,]{2,30}?)[.!]?$", re.IGNORECASE | re.DOTALL
)


def by_when(said: str, today: date) -> tuple[str, date | None]:
    """The question and the date that it ends with, if it does: `the tenants' evening by Friday`."""
    found = _BY.match(said.strip())
    day = read_date(found["date"], today) if found else None
    return (found["question"].strip(), day) if found and day else (said, None)


async def ask(turn: Turn, names: Sequence[str], said: str) -> Outcome:
    """Ask everyone who is named or mentioned; nobody is asked unless it is clear who all of them are."""
    words = turn.words
    question, due_on = by_when(said, turn.today)
    people, unclear = await everyone_named(turn, names, MOST_ASKED)
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
    if due_on is not None and due_on < turn.today:
        return reply(request_cards.past_date(turn.person, due_on))
    round_id, tenant_id = uuid4().hex, turn.person.tenant_id
    requests = [
        FeedbackRequest(
            uuid4().hex, tenant_id, round_id, turn.person.id, each.id, question, turn.now, due_on=due_on
        )
        for each in people
    ]
    await turn.store.feedback.save_requests(requests)
    reminders = [
        Timer(TimerKind.FEEDBACK_REMINDER, request.id, tenant_id, at)
        for person, request in zip(people, requests, strict=True)
        if (at := first_reminder(person, request, turn.now))
    ]
    await turn.store.timers.set(reminders)
    sends = [
        Send(
            ToPerson(person.id),
            request_cards.request(person, request, turn.person),
            "feedback request",
            tag_of(request),
            tag_of(request),
        )
        for person, request in zip(people, requests, strict=True)
    ]
    confirmed = request_cards.asked(turn.person, question, [each.name for each in people], due_on)
    return Outcome(durable=(to_self(turn, confirmed, "feedback-asked"), *sends))


async def decline(turn: Turn, request_id: str) -> Outcome:
    """Not now: nothing more is sent about it, and nobody is told who said so."""
    request = await turn.store.feedback.request(request_id)
    if request is None or request.giver_id != turn.person.id:
        return reply(asking.gone(turn.words))
    if not request.is_open:
        return Outcome()
    await turn.store.feedback.save_requests([replace(request, declined_at=turn.now)])
    await turn.store.timers.clear(TimerKind.FEEDBACK_REMINDER, [request.id])
    asker = (await turn.store.people.by_ids([request.asker_id]))[request.asker_id]
    card = request_cards.declined(turn.person, request, asker)
    return Outcome(
        durable=(Update(ToPerson(turn.person.id), tag_of(request), card, f"{tag_of(request)}:declined"),)
    )


async def show_feedback(turn: Turn, subject: str) -> Outcome:
    """Who waits for the person's feedback, what they were told, and who answered them.

    `subject` is that of a new conversation.
    """
    store, reader = turn.store, turn.person
    given = await store.feedback.received(reader.id, SHOWN)
    waiting = await store.feedback.waiting_for(reader.id)
    requests = await store.feedback.asked_by(reader.id, MOST_ASKED * ROUNDS_SHOWN)
    rounds: defaultdict[str, list[FeedbackRequest]] = defaultdict(list)
    for request in requests:
        rounds[request.round_id].append(request)
    ids = {each.giver_id for each in given} | {each.giver_id for each in requests}
    ids |= {each.asker_id for each in waiting}
    people = await store.people.by_ids(ids) if ids else {}
    has_reports = bool(await store.unnamed_feedback.released_to(reader.id))
    labels = await competency_labels(store, reader.tenant_id, reader.language)
    shown = list(rounds.values())[:ROUNDS_SHOWN]
    return reply(
        cards.overview(reader, given, waiting[:SHOWN], shown, people, subject, labels, has_reports=has_reports)
    )


def tag_of(request: FeedbackRequest) -> str:
    """How the message that asks is called."""
    return f"feedback-request:{request.id}"
