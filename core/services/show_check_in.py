"""Bring up a person's check-in: this week's, next week's ahead of time, or one that closed unanswered."""

from dataclasses import replace
from datetime import date, timedelta

from core.cards import checkin as cards
from core.cards.questions import said_parts
from core.chat.card import Card
from core.model.checkin import CheckIn, CheckInState, Schedule
from core.schedule.cadence import next_period, period_of
from core.schedule.planning import slot_for
from core.services.answer_check_in import objectives_of
from core.services.ask_questions import asks_of, said_at, sets_for
from core.services.follow_actions import asked_at
from core.services.notice_misses import own_misses
from core.services.plan_check_ins import check_in_for
from core.turn import Turn


async def this_period(turn: Turn) -> CheckIn | None:
    """The check-in of the present period, begun if it is not there; next period's where this one is not due.

    None for someone who has no working day in either.
    """
    schedule = await _schedule(turn)
    if schedule is None:
        return None
    period = period_of(schedule, turn.today)
    found = await _of_period(turn, schedule, period)
    if found is not None:
        return found
    slot = slot_for(schedule, turn.person, period, [])
    if slot is None or turn.now >= slot.closes_at:
        return await next_period_ahead(turn)
    checkin = check_in_for(schedule, turn.person, slot, await _asks(turn, period))
    if turn.now < slot.opens_at:
        checkin = replace(checkin, opens_at=turn.now)
    await turn.store.checkins.add([checkin])
    return await _of_period(turn, schedule, period)


async def next_period_ahead(turn: Turn) -> CheckIn | None:
    """The next period's check-in, to be answered ahead of time; no prompt will be sent for it then."""
    schedule = await _schedule(turn)
    if schedule is None:
        return None
    period = next_period(schedule, period_of(schedule, turn.today))
    found = await _of_period(turn, schedule, period)
    if found is not None:
        return found
    until = period + timedelta(days=40)
    absences = (await turn.store.absences.of([turn.person.id], turn.today, until)).get(turn.person.id, [])
    slot = slot_for(schedule, turn.person, period, absences) or slot_for(schedule, turn.person, period, [])
    if slot is None:
        return None
    ahead = check_in_for(schedule, turn.person, slot, await _asks(turn, period))
    await turn.store.checkins.add([replace(ahead, ahead=True)])
    return await _of_period(turn, schedule, period)


async def shown(turn: Turn, checkin: CheckIn) -> Card:
    """The check-in as it stands: to be answered, answered, or closed and still open to a late answer."""
    objectives = await objectives_of(turn)
    misses = await own_misses(turn, objectives)
    if checkin.state is CheckInState.ANSWERED:
        updates = await turn.store.checkins.progress_of([checkin.id])
        said = {update.objective_id: update.progress for update in updates}
        actions = await asked_at(turn, checkin)
        added = said_parts(turn.words, await said_at(turn.store, checkin, turn.person, turn.person))
        can_change = checkin.late or turn.now < checkin.closes_at
        return cards.answered(
            turn.person,
            checkin,
            objectives,
            said,
            misses=misses,
            actions=actions,
            added=added,
            can_change=can_change,
        )
    if turn.now >= checkin.closes_at:
        return cards.late_offer(turn.person, checkin)
    return cards.prompt(turn.person, checkin, objectives, misses)


async def _asks(turn: Turn, period: date) -> str:
    sets = await sets_for(turn.store, [turn.person])
    return asks_of(sets[turn.person.id], period)


async def _of_period(turn: Turn, schedule: Schedule, period: date) -> CheckIn | None:
    return next(iter(await turn.store.checkins.of_period(schedule.id, [turn.person.id], period)), None)


async def _schedule(turn: Turn) -> Schedule | None:
    return next(iter(await turn.store.checkins.schedules(turn.person.tenant_id)), None)
