"""What follows a prompt: the snooze that was asked for, the one reminder, and the closing of the window."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from core.cards import checkin as cards
from core.chat.effect import Durable, Send, ToPerson, Update
from core.model.absence import Absence, AbsenceKind
from core.model.checkin import CheckIn, CheckInState
from core.model.missed_target import NO_MISSES
from core.model.person import Person
from core.ports import Store
from core.services.answer_check_in import REMINDER, prompt_tag
from core.services.notice_misses import misses_beside
from core.services.plan_check_ins import BATCH, prompt_for

Asked = tuple[CheckIn, Person]


async def wake_snoozed(store: Store, now: datetime) -> int:
    """Ask again where someone chose a later time, or is back from being away."""
    due = await store.checkins.due_snoozes(now, BATCH)
    objectives = await store.objectives.active_for([person.id for _, person in due])
    misses = await misses_beside(store, objectives, now.date())
    awake = [(replace(checkin, snoozed_until=None), person) for checkin, person in due]
    await store.checkins.save_all([checkin for checkin, _ in awake])
    messages = [
        (
            person,
            prompt_for(
                person,
                checkin,
                objectives.get(person.id, []),
                misses.get(person.id, NO_MISSES),
                f":again{checkin.version}",
            ),
        )
        for checkin, person in awake
    ]
    await _queue(store, messages, now)
    return len(due)


async def remind_missed(store: Store, now: datetime) -> int:
    """One kind reminder for each check-in left unanswered; never a second one."""
    due = await store.checkins.due_reminders(now, BATCH)
    await send_reminders(store, due, now)
    return len(due)


async def send_reminders(store: Store, due: Sequence[Asked], now: datetime, manager: str = "") -> None:
    """Remind each person once; `manager` names the line manager who asked for it."""
    objectives = await store.objectives.active_for([person.id for _, person in due])
    misses = await misses_beside(store, objectives, now.date())
    await store.checkins.save_all([replace(checkin, remind_at=None, reminded_at=now) for checkin, _ in due])
    messages = [
        (
            person,
            Send(
                ToPerson(person.id),
                cards.reminder(
                    person, checkin, objectives.get(person.id, []), misses.get(person.id, NO_MISSES), manager
                ),
                REMINDER,
                f"reminder:{checkin.id}",
                prompt_tag(checkin),
            ),
        )
        for checkin, person in due
    ]
    await _queue(store, messages, now)


async def close_windows(store: Store, now: datetime) -> int:
    """Close what is still unanswered: missed, partly answered or away; nobody is named anywhere."""
    due = await store.checkins.due_closings(now, BATCH)
    if not due:
        return 0
    since = min(checkin.opens_at for checkin, _ in due).date()
    absences = await store.absences.of([person.id for _, person in due], since, now.date())
    closed = [
        (replace(checkin, state=_closing(checkin, person, absences.get(person.id, [])), remind_at=None), person)
        for checkin, person in due
    ]
    await store.checkins.save_all([replace(checkin, snoozed_until=None) for checkin, _ in closed])
    await store.outbox.cancel(
        [person.id for _, person in closed],
        [prompt_tag(checkin) for checkin, _ in closed],
        (REMINDER,),
        "the check-in closed before it went",
        now,
    )
    messages: list[tuple[Person, Durable]] = [
        (
            person,
            Update(
                ToPerson(person.id),
                prompt_tag(checkin),
                cards.late_offer(person, checkin),
                f"closed:{checkin.id}",
            ),
        )
        for checkin, person in closed
        if checkin.prompted_at is not None
    ]
    await _queue(store, messages, now)
    return len(due)


def _closing(checkin: CheckIn, person: Person, absences: Collection[Absence]) -> CheckInState:
    """Someone who was off is never missed, however short the absence."""
    if checkin.state is CheckInState.PARTLY:
        return CheckInState.PARTLY_CLOSED
    opened = checkin.opens_at.astimezone(person.zone).date()
    closed = checkin.closes_at.astimezone(person.zone).date()
    kinds = {each.kind for each in absences if each.starts_on <= closed and opened <= each.ends_on}
    if AbsenceKind.AWAY in kinds:
        return CheckInState.AWAY
    return CheckInState.SKIPPED if kinds else CheckInState.MISSED


async def _queue(store: Store, messages: Sequence[tuple[Person, Durable]], now: datetime) -> None:
    for tenant_id in {person.tenant_id for person, _ in messages}:
        mine = [message for person, message in messages if person.tenant_id == tenant_id]
        await store.outbox.add(tenant_id, mine, now)
