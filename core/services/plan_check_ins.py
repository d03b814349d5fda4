"""Plan the check-ins that are due: one transaction a batch, work in proportion to what is due.

Uniqueness is the database's: one check-in per (schedule, person, period) and one delivery per key, so any number
of replicas may plan at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from core.cards import checkin as cards
from core.chat.effect import Send, ToPerson
from core.model.absence import Absence
from core.model.catch_up import ON_TIME
from core.model.checkin import CheckIn, CheckInState, Enrolment, Schedule
from core.model.missed_target import NO_MISSES, Misses, Offer
from core.model.objective import Objective
from core.model.person import Person
from core.model.questions import QuestionSet
from core.ports import Store
from core.schedule.planning import Slot, late_prompt, next_slot, reminder_after, slot_for
from core.services.answer_check_in import PROMPT, prompt_tag
from core.services.ask_questions import asks_of, sets_for
from core.services.notice_misses import misses_beside, notice_at_prompt
from core.services.offer_hand_over import to_leavers

BATCH = 100
"""People planned in one transaction: on SQLite, messages that go out meanwhile wait for its end to be recorded."""

IN_TURN = 50_000
"""People whose order is worked out at once, so that it holds across batches and no team gets two turns in one."""


@dataclass(frozen=True, slots=True)
class _Due:
    """Someone who is due, with what decides whether and when they are asked."""

    enrolment: Enrolment
    schedule: Schedule
    person: Person
    absences: Sequence[Absence]
    existing: CheckIn | None
    sets: Sequence[QuestionSet]


@dataclass(frozen=True, slots=True)
class _Decision:
    """What comes of one who is due: check-ins to add or one to change, a prompt, and when they are next due."""

    enrolment: Enrolment
    add: Sequence[CheckIn] = ()
    change: CheckIn | None = None
    prompt: CheckIn | None = None


async def plan_check_ins(store: Store, now: datetime, person_ids: Sequence[str]) -> int:
    """Plan what is due of these people at `now`, in their order; returns how many check-ins were due."""
    due = await _due(store, now, person_ids)
    if not due:
        return 0
    decisions = [(each, _decide(each, now)) for each in due]
    asked = [(each.person, decision.prompt) for each, decision in decisions if decision.prompt]
    objectives = await store.objectives.active_for([person.id for person, _ in asked])
    offers = await notice_at_prompt(store, {person: objectives.get(person.id, []) for person, _ in asked}, now)
    misses = await misses_beside(store, objectives, now.date())
    await store.checkins.add([each for _, decision in decisions for each in decision.add])
    await store.checkins.save_all([decision.change for _, decision in decisions if decision.change])
    await store.checkins.save_enrolments([decision.enrolment for _, decision in decisions])
    for tenant_id in {person.tenant_id for person, _ in asked}:
        prompts = [
            prompt_for(
                person,
                checkin,
                objectives.get(person.id, []),
                misses.get(person.id, NO_MISSES),
                offers=offers.get(person.id, []),
            )
            for person, checkin in asked
            if person.tenant_id == tenant_id
        ]
        here = [person for person, _ in asked if person.tenant_id == tenant_id]
        await store.outbox.add(tenant_id, [*prompts, *to_leavers(here, objectives, now)], now)
    return len(due)


def prompt_for(
    person: Person,
    checkin: CheckIn,
    objectives: Sequence[Objective],
    misses: Misses,
    again: str = "",
    offers: Sequence[Offer] = (),
) -> Send:
    """The prompt as a message; `again` tells one asked for a second time (after a snooze) from the first."""
    return Send(
        ToPerson(person.id),
        cards.prompt(person, checkin, objectives, misses, offers),
        PROMPT,
        f"prompt:{checkin.id}{again}",
        prompt_tag(checkin),
    )


async def _due(store: Store, now: datetime, person_ids: Sequence[str]) -> list[_Due]:
    rows = await store.checkins.due_prompts(person_ids, now)
    ids = [person.id for _, _, person in rows]
    if not ids:
        return []
    until = now.date() + timedelta(days=100)
    # As far back as anyone was due: after a long time without a server that is more than a period.
    since = min(enrolment.next_period or now.date() for enrolment, _, _ in rows) - timedelta(days=35)
    absences = await store.absences.of(ids, since, until)
    sets = await sets_for(store, [person for _, _, person in rows])
    existing: dict[tuple[str, str, date], CheckIn] = {}
    for schedule_id, period in {(e.schedule_id, e.next_period) for e, _, _ in rows if e.next_period}:
        members = [p.id for e, _, p in rows if (e.schedule_id, e.next_period) == (schedule_id, period)]
        for checkin in await store.checkins.of_period(schedule_id, members, period):
            existing[schedule_id, checkin.person_id, period] = checkin
    return [
        _Due(
            enrolment,
            schedule,
            person,
            absences.get(person.id, []),
            existing.get((schedule.id, person.id, enrolment.next_period)) if enrolment.next_period else None,
            sets[person.id],
        )
        for enrolment, schedule, person in rows
    ]


def _decide(due: _Due, now: datetime) -> _Decision:
    """Ask now, ask later, or let it be; and when the person is due next."""
    period = due.enrolment.next_period
    slot = slot_for(due.schedule, due.person, period, due.absences) if period else None
    if slot is None:
        # From when it was due on, and not from now: a period that has opened since may still be asked for.
        return _Decision(_after(due, min(due.enrolment.next_due_at or now, now)))
    if slot.opens_at > now:
        return _Decision(replace(due.enrolment, next_due_at=slot.opens_at))
    asked_already = due.existing is not None and not _still_to_ask(due.existing)
    at = now if now - slot.opens_at <= ON_TIME else late_prompt(due.schedule, due.person, slot, now, due.absences)
    if asked_already or at is None:
        return _past(due, slot, now)
    if at > now:
        return _Decision(replace(due.enrolment, next_due_at=at))
    following = _after(due, max(slot.opens_at, now))
    checkin = due.existing or check_in_for(due.schedule, due.person, slot, asks_of(due.sets, slot.period))
    # Brought up ahead of its week and left unanswered, it is asked for like any other.
    prompted = replace(checkin, prompted_at=now, ahead=False)
    if now - slot.opens_at > ON_TIME:
        # Not minutes after the prompt: in the last quarter of what is left of the window.
        remind_at = reminder_after(due.schedule, due.person, now, slot.closes_at, due.absences)
        prompted = replace(prompted, remind_at=remind_at)
    if due.existing is not None:
        return _Decision(following, change=prompted, prompt=prompted)
    return _Decision(following, add=(prompted,), prompt=prompted)


def _past(due: _Due, slot: Slot, now: datetime) -> _Decision:
    """Leave what is past, and go on with the newest period that has opened, else with the next to come.

    Nobody gets a backlog: whatever passed unasked is kept as skipped, and only the newest may still be asked for.
    """
    passed = [slot]
    while (following := _slot_after(due, passed[-1].opens_at)) is not None and following.opens_at <= now:
        passed.append(following)
    newest = passed[-1]
    if newest is slot:
        unasked = [] if due.existing is not None else passed
        onward = following
    else:
        unasked = passed[:-1] if due.existing is None else passed[1:-1]
        onward = newest
    skipped = [
        replace(check_in_for(due.schedule, due.person, each), state=CheckInState.SKIPPED, remind_at=None)
        for each in unasked
    ]
    return _Decision(_enrolled(due, onward), add=skipped)


def _still_to_ask(checkin: CheckIn) -> bool:
    return checkin.state.is_unanswered and checkin.prompted_at is None


def check_in_for(schedule: Schedule, person: Person, slot: Slot, asks: str = "") -> CheckIn:
    """A check-in not yet asked for, with the times of its slot and the added questions that it asks."""
    return CheckIn(
        id=uuid4().hex,
        tenant_id=person.tenant_id,
        person_id=person.id,
        schedule_id=schedule.id,
        period=slot.period,
        state=CheckInState.OPEN,
        opens_at=slot.opens_at,
        closes_at=slot.closes_at,
        remind_at=slot.remind_at,
        asks=asks,
    )


def _after(due: _Due, after: datetime) -> Enrolment:
    return _enrolled(due, _slot_after(due, after))


def _slot_after(due: _Due, after: datetime) -> Slot | None:
    return next_slot(due.schedule, due.person, after, due.absences)


def _enrolled(due: _Due, slot: Slot | None) -> Enrolment:
    if slot is None:
        return replace(due.enrolment, next_period=None, next_due_at=None)
    return replace(due.enrolment, next_period=slot.period, next_due_at=slot.opens_at)
