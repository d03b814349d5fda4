"""Put a check-in off to a time that suits, never past its window or into time off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.cards import putting_off as cards
from core.chat.effect import Outcome, reply
from core.model.absence import Absence
from core.model.checkin import CheckIn
from core.schedule.planning import nearest_allowed
from core.services.answer_check_in import own_check_in
from core.turn import Turn
from core.understanding.dates import read_moment

LATER = timedelta(hours=2)
"""What "later" means when no time is said."""


async def snooze(turn: Turn, checkin_id: str, when: str) -> Outcome:
    """Ask again at the time said; offers the nearest allowed one where that time is not."""
    checkin = await own_check_in(turn, checkin_id)
    if checkin is None or not checkin.state.is_unanswered:
        return reply(cards.nothing_to_put_off(turn.words))
    local_now = turn.now.astimezone(turn.person.zone)
    wanted = read_moment(when, local_now) if when else local_now + LATER
    if wanted is None:
        return reply(cards.time_unclear(turn.words, checkin))
    wanted = wanted.astimezone(UTC)
    allowed = nearest_allowed(turn.person, wanted, turn.now, checkin.closes_at, await _absences(turn, checkin))
    if allowed is None:
        return reply(cards.no_time_left(turn.person, checkin))
    if when and allowed != wanted:
        return reply(cards.nearest_offer(turn.person, checkin, allowed))
    return await _put_off(turn, checkin, allowed)


async def snooze_to(turn: Turn, checkin_id: str, at: datetime) -> Outcome:
    """Accept an offered time; it is checked again, since offers grow old."""
    checkin = await own_check_in(turn, checkin_id)
    if checkin is None or not checkin.state.is_unanswered:
        return reply(cards.nothing_to_put_off(turn.words))
    allowed = nearest_allowed(turn.person, at, turn.now, checkin.closes_at, await _absences(turn, checkin))
    if allowed is None:
        return reply(cards.no_time_left(turn.person, checkin))
    return await _put_off(turn, checkin, allowed)


async def _put_off(turn: Turn, checkin: CheckIn, until: datetime) -> Outcome:
    remind_at = checkin.remind_at if checkin.remind_at and checkin.remind_at > until else None
    await turn.store.checkins.save(replace(checkin, snoozed_until=until, remind_at=remind_at))
    conversation = await turn.store.conversations.get(turn.person.id, "check_in", checkin.id)
    if conversation is not None and conversation.active:
        await turn.store.conversations.save(replace(conversation, active=False, updated_at=turn.now))
    return reply(cards.put_off(turn.person, checkin, until))


async def _absences(turn: Turn, checkin: CheckIn) -> list[Absence]:
    until = checkin.closes_at.astimezone(turn.person.zone).date()
    return (await turn.store.absences.of([turn.person.id], turn.today, until)).get(turn.person.id, [])
