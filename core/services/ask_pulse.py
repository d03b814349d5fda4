"""Ask everyone a pulse question at the organisation's rhythm, in their working time, and close it.

One timer an organisation wakes it: to open a question, to ask the next batch of people, and to close. Nobody is
reminded, and nobody is asked who is off for as long as the question is open.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core.cards import pulse as cards
from core.chat.effect import Send, ToPerson
from core.model.catch_up import CATCH_UP
from core.model.pulse import Pulse, PulseRound, released
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.schedule.planning import nearest_allowed
from core.schedule.pulse_times import OPEN_FOR, opening_after, opening_from
from core.texts.pulse_questions import question_after

BATCH = 500
"""People asked in one transaction."""

_APART = timedelta(seconds=5)


async def keep_pulse(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Do what is due for each of these organisations, and say when it is due next."""
    # One organisation a timer, of which there are few in one database.
    for timer in timers:
        due_at = await _step(store, timer, now)
        if due_at is not None:
            await store.timers.set([replace(timer, due_at=due_at)])


async def _step(store: Store, timer: Timer, now: datetime) -> datetime | None:
    """Do the next thing; when to come back, None while the pulse is off."""
    tenant_id = timer.tenant_id
    pulse = await store.pulse.of(tenant_id)
    newest = next(iter(await store.pulse.rounds(tenant_id, 1)), None)
    if pulse is None:
        return None
    if newest is not None and not newest.is_closed:
        if now >= newest.closes_at:
            await _close(store, newest)
            return opening_after(pulse.rhythm, newest.opens_at) if pulse.rhythm else None
        return await _ask(store, newest, now)
    if pulse.rhythm is None:
        return None
    if CATCH_UP[timer.kind].is_stale(timer.due_at, now):
        return opening_from(pulse.rhythm, timer.due_at, now)
    return await _ask(store, await _open(store, pulse, now), now)


async def _open(store: Store, pulse: Pulse, now: datetime) -> PulseRound:
    question_id = question_after(pulse.asked)
    opened = PulseRound(round_id_of(pulse.tenant_id, now), pulse.tenant_id, question_id, now, now + OPEN_FOR)
    await store.pulse.save_round(opened)
    await store.pulse.save(replace(pulse, asked=pulse.asked + 1))
    return opened


async def _ask(store: Store, asked: PulseRound, now: datetime) -> datetime:
    """Ask the next batch; when to come back."""
    if asked.asked_up_to is None:
        return asked.closes_at
    day = now.date()
    people = await store.pulse.people_after(asked.tenant_id, asked.asked_up_to, day, BATCH)
    is_last = len(people) < BATCH
    absences = await store.absences.of([each.id for each in people], day, asked.closes_at.date())
    sends: list[Send] = []
    for person in people:
        at = nearest_allowed(person, now, now, asked.closes_at, absences.get(person.id, ()))
        if at is not None:
            tag = tag_of(asked.id, person.id)
            card = cards.question(person, asked)
            sends.append(
                Send(ToPerson(person.id), card, "pulse", tag, tag, not_before=at, not_after=asked.closes_at)
            )
    await store.outbox.add(asked.tenant_id, sends, now)
    await store.pulse.save_round(replace(asked, asked_up_to=None if is_last else people[-1].id))
    return asked.closes_at if is_last else now + _APART


async def _close(store: Store, asked: PulseRound) -> None:
    """Keep of the answers what may be shown, and nothing of who gave them."""
    await store.pulse.replace_tallies(asked.id, released(await store.pulse.tallies([asked.id])))
    await store.pulse.forget_who_answered(asked.id)
    await store.pulse.save_round(replace(asked, is_closed=True, asked_up_to=None))


def timer_for(tenant_id: str, due_at: datetime) -> Timer:
    """The one timer of an organisation's pulse."""
    return Timer(TimerKind.PULSE, tenant_id, tenant_id, due_at)


def round_id_of(tenant_id: str, opened_at: datetime) -> str:
    """The id of the question that opens on this day: there is one a day at most."""
    return f"{tenant_id}-{opened_at.date().isoformat()}"


def tag_of(round_id: str, person_id: str) -> str:
    """How the message that asks is called."""
    return f"pulse:{round_id}:{person_id}"
