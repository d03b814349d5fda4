"""Reminders of training: one message a person a day, and one a line manager once something is overdue.

What is due is worked out when the timer goes off: whatever was recorded meanwhile is not spoken of.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from core.cards import training_reminders as cards
from core.chat.effect import Durable, Send, ToPerson
from core.model.absence import Absence
from core.model.person import Person
from core.model.requirements import Standing
from core.model.timer import Timer, TimerKind
from core.model.training_reminders import Told, threshold_to_tell
from core.model.unasked import tier_of
from core.permissions import Permission, may
from core.ports import Store
from core.schedule.working_time import is_working_moment
from core.services.enrol import ABSENCES_AHEAD
from core.services.plan_training import AT, Background, backgrounds, morning, set_timers

PURPOSE = "training reminder"

MANAGERS_AT = time(10, 30)
"""Local time of a line manager's message: after the people it is about had theirs."""

_Message = tuple[str, Durable]
"""An organisation's id and what is sent in it."""


async def remind_training(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Tell each of these people what is due, if it is a morning of work for them; and plan them anew."""
    people = list((await store.people.by_ids([each.subject for each in timers])).values())
    if not people:
        return
    # What is due is worked out on the day that it is told, so it is the timer that waits and not the message.
    room = await store.outbox.room_for([each.id for each in people], now, tier_of(PURPOSE))
    await store.timers.set(
        Timer(TimerKind.TRAINING_REMINDER, each.id, each.tenant_id, room[each.id])
        for each in people
        if each.id in room
    )
    people = [each for each in people if each.id not in room]
    if not people:
        return
    found = await backgrounds(store, people, now)
    messages: list[_Message] = []
    told: list[Told] = []
    managers: set[str] = set()
    planned: list[tuple[Person, Background]] = []
    for person in people:
        background = found[person.tenant_id]
        due = _to_tell(person, background, now)
        if due:
            today = now.astimezone(person.zone).date()
            items = [(each, background.rules.courses[each.course_id]) for each, _ in due]
            card = cards.reminder(person, items, today)
            key = f"training:{person.id}:{today.isoformat()}"
            messages.append((person.tenant_id, Send(ToPerson(person.id), card, PURPOSE, key)))
            mine = [_told(each, threshold, today) for each, threshold in due]
            told += mine
            if person.manager_id and any(each.overdue(today) for each, _ in due):
                managers.add(person.manager_id)
            background = replace(
                background,
                told={person.id: {**background.told_of(person), **{each.course_id: each for each in mine}}},
            )
        planned.append((person, background))
    await store.training.save_told(told)
    await set_timers(store, planned, now)
    await _wake_managers(store, managers, now)
    await _queue(store, messages, now)


def _to_tell(person: Person, background: Background, now: datetime) -> list[tuple[Standing, date]]:
    """What the person is told now, with its thresholds: nothing outside a morning of work, nor twice a day.

    What a broadcast asks for today waits for another morning.
    """
    local = now.astimezone(person.zone)
    told = background.told_of(person)
    if local.time() < AT or not is_working_moment(person, now, background.away(person)):
        return []
    if any(each.told_on >= local.date() for each in told.values()):
        return []
    courses = background.rules.courses
    asked = background.asked_on(person, local.date())
    found = []
    for each in background.standing(person, local.date()):
        if each.course_id in asked:
            continue
        threshold = threshold_to_tell(each, courses[each.course_id], told.get(each.course_id), local.date())
        if threshold is not None:
            found.append((each, threshold))
    return sorted(found, key=lambda pair: (pair[0].due_on or date.max, courses[pair[0].course_id].title))


def _told(standing: Standing, threshold: date, today: date) -> Told:
    # Without a day nothing is reached, so that there is one.
    return Told(standing.person_id, standing.course_id, standing.due_on or today, threshold, today)


# --- line managers --------------------------------------------------------------------------------------------


async def _wake_managers(store: Store, ids: set[str], now: datetime) -> None:
    """Have these managers told on their next morning of work."""
    if not ids:
        return
    managers = (await store.people.by_ids(ids)).values()
    absences = await store.absences.of(ids, now.date(), (now + ABSENCES_AHEAD).date())
    timers = [_manager_timer(each, absences.get(each.id, []), now) for each in managers]
    await store.timers.set([each for each in timers if each is not None])


def _manager_timer(manager: Person, absences: Sequence[Absence], now: datetime) -> Timer | None:
    at = morning(manager, now.astimezone(manager.zone).date(), now, absences, MANAGERS_AT)
    return Timer(TimerKind.TRAINING_OVERDUE, manager.id, manager.tenant_id, at) if at else None


async def tell_managers(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Tell each of these line managers, in one message, what of their reports' is overdue and was not told yet."""
    managers = await store.people.by_ids([each.subject for each in timers])
    absences = await store.absences.of(managers, now.date(), (now + ABSENCES_AHEAD).date())
    here, later = [], []
    for manager in managers.values():
        away = absences.get(manager.id, [])
        if is_working_moment(manager, now, away) and now.astimezone(manager.zone).time() >= MANAGERS_AT:
            here.append(manager)
        elif (timer := _manager_timer(manager, away, now)) is not None:
            later.append(timer)
    await store.timers.set(later)
    reports = await store.training.reports_of([each.id for each in here])
    found = await backgrounds(store, reports, now) if reports else {}
    by_manager: defaultdict[str, list[Person]] = defaultdict(list)
    for report in reports:
        by_manager[report.manager_id or ""].append(report)
    messages: list[_Message] = []
    told: list[Told] = []
    for manager in here:
        today = now.astimezone(manager.zone).date()
        items = [
            (report, each, found[report.tenant_id])
            for report in by_manager[manager.id]
            if may(manager, Permission.READ_TRAINING, report)
            for each in found[report.tenant_id].standing(report, today)
            if _is_news(each, found[report.tenant_id].told_of(report).get(each.course_id), today)
        ]
        if not items:
            continue
        rows = [(report, each, background.rules.courses[each.course_id]) for report, each, background in items]
        key = f"training-overdue:{manager.id}:{today.isoformat()}"
        card = cards.overdue(manager, rows)
        messages.append((manager.tenant_id, Send(ToPerson(manager.id), card, "training overdue", key)))
        told += [
            replace(background.told_of(report)[each.course_id], manager_told=True)
            for report, each, background in items
        ]
    await store.training.save_told(told)
    await _queue(store, messages, now)


def _is_news(standing: Standing, told: Told | None, today: date) -> bool:
    """Whether it is overdue, the person was told so, and the manager was not yet."""
    if told is None or told.manager_told or not standing.required or not standing.overdue(today):
        return False
    return told.due_on == standing.due_on and told.threshold_on > told.due_on


async def _queue(store: Store, messages: Sequence[_Message], now: datetime) -> None:
    for tenant_id in {each for each, _ in messages}:
        await store.outbox.add(tenant_id, [message for each, message in messages if each == tenant_id], now)
