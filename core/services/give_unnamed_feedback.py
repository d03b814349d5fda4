"""Feedback without names: it waits with its giver, and is released to its receiver by `core.model.anonymity`.

The release writes every text anew, under an id of its own, without giver, request, objective or instant, and
deletes the rows that had them. It comes on a Monday morning rather than with the fifth answer, which would show by
its moment whose that was.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4

from core.cards import asking, greeting
from core.cards import unnamed_feedback as cards
from core.chat.effect import Durable, Outcome, Send, ToPerson, Update, reply
from core.model.anonymity import in_no_order, ready
from core.model.feedback import FeedbackRequest, ReleasedFeedback, Telling, WaitingFeedback
from core.model.person import Person
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.schedule.planning import next_working_moment
from core.schedule.working_time import local_instant
from core.services.competencies import competency_labels
from core.services.give_feedback import mark_answered
from core.services.tell import event_key, said, to_self
from core.turn import Turn

_AT = time(10, 0)
_LATEST = timedelta(days=14)


async def give_unnamed(
    turn: Turn, feedback_id: str, receiver: Person, telling: Telling, request: FeedbackRequest | None
) -> Outcome:
    """Keep it until it is among those of enough people; nothing goes to its receiver meanwhile."""
    store, giver = turn.store, turn.person
    if await store.unnamed_feedback.waiting(feedback_id) is not None:
        return said(turn, greeting.said(turn.words, "feedback-already-title", "feedback-already"))
    await store.unnamed_feedback.save(
        WaitingFeedback(feedback_id, giver.tenant_id, giver.id, receiver.id, telling)
    )
    if request is not None:
        await mark_answered(turn, request, is_anonymous=True)
    await _wake(turn, receiver)
    tag = _tag(feedback_id)
    own = cards.waiting(giver, receiver, feedback_id)
    return Outcome(durable=(Send(ToPerson(giver.id, turn.origin.platform), own, "feedback-sent", tag, tag),))


async def _wake(turn: Turn, receiver: Person) -> None:
    """Have what waits looked at on the next Monday, where it is enough by now."""
    waiting = await turn.store.unnamed_feedback.waiting_for([receiver.id])
    if not ready([each.giver_id for each in waiting]):
        return
    day = turn.now.astimezone(receiver.zone).date()
    monday = day + timedelta(days=8 - day.isoweekday())
    due_at = local_instant(monday, _AT, receiver.zone)
    await turn.store.timers.set([Timer(TimerKind.FEEDBACK_REPORT, receiver.id, receiver.tenant_id, due_at)])


async def own_waiting(turn: Turn, feedback_id: str) -> tuple[WaitingFeedback, Person] | None:
    """What the person gave without a name and may still change, with its receiver; None for anyone else."""
    waiting = await turn.store.unnamed_feedback.waiting(feedback_id)
    if waiting is None or waiting.giver_id != turn.person.id:
        return None
    return waiting, (await turn.store.people.by_ids([waiting.receiver_id]))[waiting.receiver_id]


async def change_unnamed(turn: Turn, feedback_id: str, telling: Telling) -> Outcome:
    """The giver says it differently."""
    found = await own_waiting(turn, feedback_id)
    if found is None:
        return reply(asking.gone(turn.words))
    waiting, receiver = found
    await turn.store.unnamed_feedback.save(replace(waiting, said=telling))
    return Outcome(durable=(to_self(turn, cards.changed(turn.person, receiver), "feedback-changed"),))


async def withdraw_unnamed(turn: Turn, feedback_id: str) -> Outcome:
    """The giver takes it back; nobody but them ever learns that it was there."""
    found = await own_waiting(turn, feedback_id)
    if found is None:
        return reply(cards.released_already(turn.person))
    _, receiver = found
    await turn.store.unnamed_feedback.remove([feedback_id])
    tag = _tag(feedback_id)
    card = cards.taken_back(turn.person, receiver)
    return Outcome(durable=(Update(ToPerson(turn.person.id), tag, card, f"{tag}:{event_key(turn)}"),))


async def forget_conversation(turn: Turn, flow: str, subject: str) -> None:
    """Keep what was typed nowhere but where it waits."""
    begun = await turn.store.conversations.get(turn.person.id, flow, subject)
    if begun is not None:
        await turn.store.conversations.remove(begun)


async def release(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Bring receivers a report where what waits for them may be released; where it is too little it waits on."""
    receivers = await store.people.by_ids([timer.subject for timer in timers])
    waiting = await store.unnamed_feedback.waiting_for(list(receivers))
    taken: list[str] = []
    batch: list[ReleasedFeedback] = []
    readers = {(each.tenant_id, each.language) for each in receivers.values()}
    labels = {reader: await competency_labels(store, *reader) for reader in readers}
    sends: defaultdict[str, list[Durable]] = defaultdict(list)
    for receiver in receivers.values():
        own = [each for each in waiting if each.receiver_id == receiver.id]
        if not ready([each.giver_id for each in own]):
            continue
        month = now.astimezone(receiver.zone).date().replace(day=1)
        anew = {uuid4().hex: each.said for each in own}
        batch_id = uuid4().hex
        written = [
            ReleasedFeedback(id_, receiver.tenant_id, receiver.id, batch_id, month, anew[id_])
            for id_ in in_no_order(anew)
        ]
        taken += [each.id for each in own]
        batch += written
        card = cards.report(receiver, written, labels[receiver.tenant_id, receiver.language])
        sends[receiver.tenant_id].append(
            Send(
                ToPerson(receiver.id),
                card,
                "feedback",
                f"feedback-report:{batch_id}",
                not_before=next_working_moment(receiver, now, now + _LATEST, ()),
            )
        )
    for tenant_id, reports in sends.items():
        await store.outbox.add(tenant_id, reports, now)
    await store.unnamed_feedback.remove(taken)
    await store.unnamed_feedback.release(batch)


async def show_reports(turn: Turn) -> Outcome:
    """All that the person was told without names."""
    released = await turn.store.unnamed_feedback.released_to(turn.person.id)
    labels = await competency_labels(turn.store, turn.person.tenant_id, turn.person.language)
    return reply(cards.reports(turn.person, released, labels))


def _tag(feedback_id: str) -> str:
    return f"unnamed-feedback:{feedback_id}"
