"""Work out when each person is due next, and keep it where the planner finds it."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from core.model.absence import Absence
from core.model.checkin import Enrolment, Schedule
from core.model.person import Person
from core.ports import Store
from core.schedule.cadence import period_of
from core.schedule.planning import Slot, late_prompt, next_slot, slot_for

ABSENCES_AHEAD = timedelta(days=400)
"""How far ahead leave is looked at: a year of leave and a little more."""


async def enrol(store: Store, people: Collection[Person], now: datetime) -> None:
    """Set each person's next check-in after `now`, for every schedule of their tenant."""
    ids = [person.id for person in people]
    absences = await store.absences.of(ids, now.date() - timedelta(days=1), (now + ABSENCES_AHEAD).date())
    schedules = {
        tenant_id: await store.checkins.schedules(tenant_id)
        for tenant_id in {person.tenant_id for person in people}
    }
    # A whole organisation may come from a file, and others want to be answered meanwhile.
    enrolments = await asyncio.to_thread(_enrolments, people, schedules, absences, now)
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
    absences: Mapping[str, Sequence[Absence]],
    now: datetime,
) -> list[Enrolment]:
    """When each person is due next by each schedule of their tenant."""
    return [
        _enrolment(schedule.id, person.id, next_slot(schedule, person, now, absences.get(person.id, [])))
        for person in people
        for schedule in schedules[person.tenant_id]
    ]


def _enrolment(schedule_id: str, person_id: str, slot: Slot | None) -> Enrolment:
    return Enrolment(schedule_id, person_id, slot.period if slot else None, slot.opens_at if slot else None)
