"""The one reminder of a request for feedback: in working time, and only while an answer is still hoped for."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from core.cards import feedback_requests as cards
from core.cards.asking import together
from core.chat.card import Card
from core.chat.effect import Send, ToPerson
from core.model.absence import Absence
from core.model.feedback import FeedbackRequest
from core.model.person import Person
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.schedule.planning import nearest_allowed
from core.schedule.working_time import local_instant

UNDATED = timedelta(days=14)
"""How long an answer is hoped for where no date was said."""

_BEFORE = timedelta(days=1)
_SOONEST = timedelta(hours=20)
_AT = time(10, 0)


def first_reminder(person: Person, request: FeedbackRequest, now: datetime) -> datetime | None:
    """When to remind: the day before it is hoped for, not at once; None where there is no such time."""
    closes_at = _closes_at(person, request)
    day = closes_at.astimezone(person.zone).date() - 2 * _BEFORE
    earliest = request.asked_at + _SOONEST
    at = _allowed(person, max(local_instant(day, _AT, person.zone), earliest), now, closes_at, ())
    return at if at is not None and at >= earliest else None


def _closes_at(person: Person, request: FeedbackRequest) -> datetime:
    """The local midnight at which the last day ends."""
    last = request.due_on or (request.asked_at + UNDATED).astimezone(person.zone).date()
    return local_instant(last + timedelta(days=1), time(), person.zone)


def _allowed(
    person: Person, wanted: datetime, now: datetime, closes_at: datetime, absences: Sequence[Absence]
) -> datetime | None:
    return nearest_allowed(person, wanted, now, closes_at, absences) if wanted < closes_at else None


async def remind_of_feedback(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Remind each who is asked, or later if they are off now; not at all once they answered or it is too late."""
    requests = [each for each in await store.feedback.requests([t.subject for t in timers]) if each.is_open]
    ids = {each.giver_id for each in requests} | {each.asker_id for each in requests}
    people = await store.people.by_ids(ids) if ids else {}
    today = now.date()
    absences = await store.absences.of([each.giver_id for each in requests], today - _BEFORE, today + UNDATED)
    later: list[Timer] = []
    reminders: dict[str, list[tuple[FeedbackRequest, Card, datetime]]] = {}
    for request in requests:
        person = people[request.giver_id]
        closes_at = _closes_at(person, request)
        at = _allowed(person, now + timedelta(seconds=1), now, closes_at, absences.get(person.id, ()))
        if at is None:
            continue
        if at > now + timedelta(minutes=1):
            later.append(Timer(TimerKind.FEEDBACK_REMINDER, request.id, request.tenant_id, at))
            continue
        card = cards.reminder(person, request, people[request.asker_id])
        reminders.setdefault(person.id, []).append((request, card, closes_at))
    await store.timers.set(later)
    sends: dict[str, list[Send]] = {}
    for person_id, several in reminders.items():
        card = together(people[person_id], [each for _, each, _ in several])
        last = max(until for _, _, until in several)
        first = several[0][0]
        key = f"feedback-reminder:{first.id}"
        send = Send(ToPerson(person_id), card, "feedback reminder", key, not_after=last)
        sends.setdefault(first.tenant_id, []).append(send)
    for tenant_id, messages in sends.items():
        await store.outbox.add(tenant_id, messages, now)
