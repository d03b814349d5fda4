"""Work out when each person is due next, and keep it where the planner finds it."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from core.model.absence import Absence
from core.model.checkin import Enrolment, Schedule
from core.model.person import Person
from core.ports import Store
from core.schedule.cadence import period_of
from core.schedule.planning import Slot, late_prompt, next_slot, next_working_moment, slot_for

_DAY = timedelta(days=1)

ABSENCES_AHEAD = timedelta(days=400)
"""How far ahead leave is looked at: a year of leave and a little more."""


async def enrol(store: Store, people: Collection[Person], now: datetime) -> None:
    """Set each person's next check-in after `now`, for every schedule of their tenant.

    Said again after any change of zone, working days, nation, contract, leave or schedule. A period that someone
    is still to be asked for stays theirs when the change makes it open earlier than now: the planner asks late, or
    leaves it where that is of no use any more.
    """
    ids = [person.id for person in people]
    absences = await store.absences.of(ids, now.date() - timedelta(days=1), (now + ABSENCES_AHEAD).date())
    schedules = {
        tenant_id: await store.checkins.schedules(tenant_id)
        for tenant_id in {person.tenant_id for person in people}
    }
    outstanding = {
        (each.schedule_id, each.person_id): each.next_period for each in await store.checkins.enrolments_of(ids)
    }
    # A whole organisation may come from a file, and others want to be answered meanwhile.
    enrolments = await asyncio.to_thread(_enrolments, people, schedules, outstanding, absences, now)
    await store.checkins.save_enrolments(enrolments)


async def enrol_after_absence(store: Store, person: Person, now: datetime) -> None:
    """Like `enrol`, but a person who is back within the window is still asked for the present period."""
    await enrol(store, [person], now)
    today = now.astimezone(person.zone).date()
    absences = (await store.absences.of([person.id], today, today + ABSENCES_AHEAD)).get(person.id, [])
    for schedule in await store.checkins.schedules(person.tenant_id):
        period = period_of(schedule, today)
        slot = slot_for(schedule, person, period, absences)
        if slot is None or not slot.opens_at <= now < slot.closes_at:
            continue
        if await store.checkins.of_period(schedule.id, [person.id], period):
            continue
        due = late_prompt(schedule, person, slot, now, absences)
        if due is not None:
            await store.checkins.save_enrolments([Enrolment(schedule.id, person.id, period, due)])


def _enrolments(
    people: Collection[Person],
    schedules: Mapping[str, Sequence[Schedule]],
    outstanding: Mapping[tuple[str, str], date | None],
    absences: Mapping[str, Sequence[Absence]],
    now: datetime,
) -> list[Enrolment]:
    """When each person is due next by each schedule of their tenant; `outstanding` are the periods by both ids."""
    enrolments = []
    for person in people:
        away = absences.get(person.id, [])
        for schedule in schedules[person.tenant_id]:
            period = outstanding.get((schedule.id, person.id))
            slot = _opened(schedule, person, period, now, away) or next_slot(schedule, person, now, away)
            enrolments.append(_enrolment(schedule.id, person.id, slot))
    return enrolments


async def enrol_changed(store: Store, people: Sequence[Person], now: datetime) -> None:
    """Like `enrol`, for people whose zone, working days, nation or contract changed.

    The reminder of a check-in that is open moves into their new working time, or goes where none is left.
    """
    await enrol(store, people, now)
    current = await store.checkins.current([each.id for each in people], now)
    absences = await store.absences.of(list(current), now.date() - _DAY, (now + ABSENCES_AHEAD).date())
    moved = []
    for person in people:
        checkin = current.get(person.id)
        if checkin is None or checkin.remind_at is None or not checkin.state.is_unanswered:
            continue
        since = max(now, checkin.remind_at)
        at = next_working_moment(person, since, checkin.closes_at, absences.get(person.id, []))
        if at != checkin.remind_at:
            moved.append(replace(checkin, remind_at=at))
    await store.checkins.save_all(moved)


def _opened(
    schedule: Schedule, person: Person, period: date | None, now: datetime, away: Sequence[Absence]
) -> Slot | None:
    """The slot of the period that the person is next to be asked for, where by now it has opened."""
    if period is None or period_of(schedule, period) != period:
        return None
    slot = slot_for(schedule, person, period, away)
    return slot if slot is not None and slot.opens_at <= now else None


def _enrolment(schedule_id: str, person_id: str, slot: Slot | None) -> Enrolment:
    return Enrolment(schedule_id, person_id, slot.period if slot else None, slot.opens_at if slot else None)
