"""Remind whoever a review waits for, before its date and in their working time; nobody once it is signed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time

from core.cards import review_news as news
from core.chat.effect import Durable, Send, ToPerson
from core.model.person import Person
from core.model.review import Review, Signatures, next_reminder_on
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.schedule.asking_times import WEEK, end_of
from core.schedule.planning import next_working_moment
from core.schedule.working_time import local_instant
from core.services.show_review import who_is_waited_for

_AT = time(10, 0)


async def set_reminder(store: Store, review: Review, person: Person, now: datetime) -> None:
    """Set the next reminder, where one is left before the date."""
    timer = _next(review, person, now)
    if timer is not None:
        await store.timers.set([timer])


def _next(review: Review, person: Person, now: datetime) -> Timer | None:
    day = next_reminder_on(review.due_on, now.astimezone(person.zone).date())
    if day is None:
        return None
    return Timer(TimerKind.REVIEW, review.id, review.tenant_id, local_instant(day, _AT, person.zone))


async def remind_reviews(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Remind those whom open reviews wait for now; who is off until after the date is left in peace."""
    found = await store.reviews.by_ids([timer.subject for timer in timers])
    due = [each for each in found.values() if each.stage.is_open]
    people = await store.people.by_ids({each.person_id for each in due})
    managers = await store.people.by_ids({each.manager_id for each in people.values() if each.manager_id})
    signed = await store.reviews.signatures([each.id for each in due])
    last = max((each.due_on for each in due), default=now.date())
    absences = await store.absences.of([*people, *managers], now.date() - WEEK, last + WEEK)
    sends: defaultdict[str, list[Durable]] = defaultdict(list)
    again: list[Timer] = []
    for review in due:
        person = people[review.person_id]
        if (following := _next(review, person, now)) is not None:
            again.append(following)
        manager = managers.get(person.manager_id or "")
        for who in who_is_waited_for(review, person, manager, signed.get(review.id, Signatures())):
            until = end_of(review.due_on, who)
            at = next_working_moment(who, now, until, absences.get(who.id, ()))
            if at is None or not who.employed_on(now.astimezone(who.zone).date()):
                continue
            key = f"review-reminder:{review.id}:{who.id}:{now.date().isoformat()}"
            card = news.reminder(who, person, review)
            send = Send(ToPerson(who.id), card, "review reminder", key, not_before=at, not_after=until)
            sends[review.tenant_id].append(send)
    await store.timers.set(again)
    for tenant_id, messages in sends.items():
        await store.outbox.add(tenant_id, messages, now)
