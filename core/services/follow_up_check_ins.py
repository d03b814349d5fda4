"""What follows a prompt: the snooze that was asked for, the one reminder, and the closing of the window.

What was late because Milepost was down goes out in working time and only while it helps; what cannot waits for the
closing, which then does not count the person as having missed anything.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from core.cards import checkin as cards
from core.chat.effect import Durable, Send, ToPerson, Update
from core.model.absence import Absence, AbsenceKind
from core.model.catch_up import CATCH_UP, ON_TIME, DueWork
from core.model.checkin import CheckIn, CheckInState
from core.model.missed_target import NO_MISSES
from core.model.person import Person
from core.ports import Store
from core.schedule.planning import REMINDER_GAP, next_working_moment
from core.services.answer_check_in import REMINDER, prompt_tag
from core.services.notice_misses import misses_beside
from core.services.plan_check_ins import BATCH, prompt_for
from core.services.tell_webhooks import tell_closed

Asked = tuple[CheckIn, Person]


async def wake_snoozed(store: Store, now: datetime) -> int:
    """Ask again where someone chose a later time, or is back from being away."""
    due = await store.checkins.due_snoozes(now, BATCH)
    late = [each for each in due if _is_late(each[0].snoozed_until, now)]
    times = await _when_late(store, late, DueWork.SNOOZE, now)
    put_off = [replace(checkin, snoozed_until=at) for checkin, _ in late if (at := times[checkin.id]) != now]
    asked = [(_awake(each, now), person) for each, person in due if times.get(each.id, now) == now]
    await store.checkins.save_all([*put_off, *(checkin for checkin, _ in asked)])
    objectives = await store.objectives.active_for([person.id for _, person in asked])
    misses = await misses_beside(store, objectives, now.date())
    chosen = await _chosen(store, asked, now)
    messages: list[tuple[Person, Durable]] = [
        (
            person,
            replace(
                prompt_for(
                    person,
                    checkin,
                    objectives.get(person.id, []),
                    misses.get(person.id, NO_MISSES),
                    f":again{checkin.version}",
                ),
                asked=checkin.id in chosen,
            ),
        )
        for checkin, person in asked
    ]
    await _queue(store, messages, now)
    return _done(due, times, now)


async def _chosen(store: Store, asked: Sequence[Asked], now: datetime) -> frozenset[str]:
    """The check-ins that come back at a time the person chose, rather than because they were away: asked for."""
    if not asked:
        return frozenset()
    since = min(checkin.opens_at for checkin, _ in asked).date()
    absences = await _absences(store, asked, since, now.date() + timedelta(days=1))
    return frozenset(
        checkin.id
        for checkin, person in asked
        if not any(
            each.starts_on <= now.astimezone(person.zone).date()
            and each.ends_on >= checkin.opens_at.astimezone(person.zone).date()
            for each in absences.get(person.id, ())
        )
    )


def _awake(checkin: CheckIn, now: datetime) -> CheckIn:
    """Asked again: a reminder that is due as well, or soon after a late one, is this message."""
    remind_at = checkin.remind_at
    soon = now + REMINDER_GAP if _is_late(checkin.snoozed_until, now) else now
    return replace(checkin, snoozed_until=None, remind_at=remind_at if remind_at and remind_at > soon else None)


async def remind_missed(store: Store, now: datetime) -> int:
    """One kind reminder for each check-in left unanswered; never a second one."""
    due = await store.checkins.due_reminders(now, BATCH)
    late = [each for each in due if _is_late(each[0].remind_at, now)]
    times = await _when_late(store, late, DueWork.REMINDER, now)
    put_off = [replace(checkin, remind_at=at) for checkin, _ in late if (at := times[checkin.id]) != now]
    await store.checkins.save_all(put_off)
    await send_reminders(store, [each for each in due if times.get(each[0].id, now) == now], now)
    return _done(due, times, now)


def _is_late(due_at: datetime | None, now: datetime) -> bool:
    return due_at is not None and now - due_at > ON_TIME


async def _when_late(store: Store, late: Sequence[Asked], kind: DueWork, now: datetime) -> dict[str, datetime]:
    """When what is late goes out, by check-in: now, in later working time, or (of no use) when it closes."""
    if not late:
        return {}
    last = max(checkin.closes_at for checkin, _ in late).date() + timedelta(days=1)
    absences = await _absences(store, late, now.date() - timedelta(days=1), last)
    found = {}
    for checkin, person in late:
        until = CATCH_UP[kind].useful_until(checkin.opens_at, checkin.closes_at)
        at = next_working_moment(person, now, until, absences.get(person.id, []))
        found[checkin.id] = at or checkin.closes_at
    return found


def _done(due: Sequence[Asked], times: Mapping[str, datetime], now: datetime) -> int:
    """How many were dealt with; what has closed already is left to the closing, here or elsewhere."""
    return sum(1 for checkin, _ in due if times.get(checkin.id, now) >= now)


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
    """Close what is still unanswered: missed, partly answered, away or skipped; nobody is named anywhere."""
    due = await store.checkins.due_closings(now, BATCH)
    if not due:
        return 0
    since = min(checkin.opens_at for checkin, _ in due).date()
    absences = await _absences(store, due, since, now.date())
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
    await tell_closed(store, [checkin for checkin, _ in closed], now)
    return len(due)


def _closing(checkin: CheckIn, person: Person, absences: Collection[Absence]) -> CheckInState:
    """Someone who was off is never missed, however short the absence.

    Nor is someone whose reminder, or whose later time, never came: they were not asked as they should have been.
    """
    if checkin.state is CheckInState.PARTLY:
        return CheckInState.PARTLY_CLOSED
    opened = checkin.opens_at.astimezone(person.zone).date()
    closed = checkin.closes_at.astimezone(person.zone).date()
    kinds = {each.kind for each in absences if each.starts_on <= closed and opened <= each.ends_on}
    if AbsenceKind.AWAY in kinds:
        return CheckInState.AWAY
    unasked = checkin.remind_at is not None or checkin.snoozed_until is not None
    return CheckInState.SKIPPED if kinds or unasked else CheckInState.MISSED


async def _absences(
    store: Store, asked: Sequence[Asked], since: date, until: date
) -> Mapping[str, Sequence[Absence]]:
    return await store.absences.of([person.id for _, person in asked], since, until)


async def _queue(store: Store, messages: Sequence[tuple[Person, Durable]], now: datetime) -> None:
    for tenant_id in {person.tenant_id for person, _ in messages}:
        mine = [message for person, message in messages if person.tenant_id == tenant_id]
        await store.outbox.add(tenant_id, mine, now)
