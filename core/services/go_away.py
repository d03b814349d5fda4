"""Being away, in words: everything is held, and on return there is one prompt, not a backlog."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from core.cards import greeting
from core.cards import putting_off as cards
from core.chat.effect import Outcome, reply
from core.model.absence import Absence, AbsenceKind
from core.model.checkin import CheckIn
from core.schedule.cadence import next_period, period_of
from core.schedule.planning import nearest_allowed, slot_for
from core.schedule.working_time import first_working_day, local_instant
from core.services.enrol import enrol, enrol_after_absence
from core.services.organisations import tenant_of_person
from core.services.plan_training import plan_training
from core.services.tell import to_person
from core.texts import formats
from core.turn import Turn
from core.understanding.dates import read_absence

_WELSH_ONE = re.compile(r"\bam (wythnos|diwrnod|ddiwrnod)\b", re.IGNORECASE)


async def go_away(turn: Turn, text: str) -> Outcome:
    """Record the absence that `text` tells ("until Wednesday", "for 3 days"); its reason is not kept."""
    absence = absence_in(turn, text, AbsenceKind.AWAY)
    if absence is None:
        return reply(cards.away_unclear(turn.words))
    return await _be_away(turn, absence)


async def pause(turn: Turn, text: str) -> Outcome:
    """Hold everything unasked until the first working day after what `text` tells ("for a week", "until Monday").

    Line managers hear of it only where the organisation wants them to, and then only that check-ins are paused.
    """
    if not text.strip():
        return reply(greeting.said(turn.words, "pause-title", "pause-how"))
    said = _WELSH_ONE.sub(r"am un \1", text)
    absence = absence_in(turn, said, AbsenceKind.PAUSE)
    if absence is None:
        return reply(greeting.said(turn.words, "pause-title", "pause-how"))
    outcome = await _be_away(turn, absence)
    tenant = await tenant_of_person(turn.store, turn.person)
    if not tenant.tells_of_pauses or turn.person.manager_id is None:
        return outcome
    manager = (await turn.store.people.by_ids([turn.person.manager_id])).get(turn.person.manager_id)
    if manager is None:
        return outcome
    news = cards.paused_news(manager, turn.person, _back_on(turn, absence))
    return outcome + Outcome(durable=(to_person(turn, manager, news, "check-ins paused"),))


async def paused_until(turn: Turn) -> str:
    """The day on which a pause that holds today ends, in words; "" where there is none."""
    absences = (await turn.store.absences.of([turn.person.id], turn.today, turn.today)).get(turn.person.id, [])
    pauses = [each for each in absences if each.kind is AbsenceKind.PAUSE]
    if not pauses:
        return ""
    last = max(pauses, key=lambda each: each.ends_on)
    return formats.full_date(_back_on(turn, last), turn.words.language)


def absence_in(turn: Turn, text: str, kind: AbsenceKind) -> Absence | None:
    """The absence that a text tells; None where it tells no days."""
    days = read_absence(text, turn.today, turn.person.working_days)
    if days is None:
        return None
    return Absence(uuid4().hex, turn.person.tenant_id, turn.person.id, *days, kind)


async def _be_away(turn: Turn, absence: Absence) -> Outcome:
    await turn.store.absences.add(absence)
    await enrol(turn.store, [turn.person], turn.now)
    await _hold_open_check_in(turn)
    offered = await _to_answer_first(turn, absence)
    return reply(cards.away(turn.person, absence, _back_on(turn, absence), turn.today, offered))


async def _to_answer_first(turn: Turn, absence: Absence) -> cards.Before | None:
    """What can be answered before someone goes: what is open now, else the check-in that they will be away for."""
    if absence.kind is AbsenceKind.PAUSE or absence.starts_on <= turn.today:
        return None
    open_one = await turn.store.checkins.open_for(turn.person.id, turn.now)
    if open_one is not None and open_one.opens_at <= turn.now and open_one.state.is_unanswered:
        closes_on = open_one.closes_at.astimezone(turn.person.zone).date()
        return cards.Before.OPEN if absence.starts_on <= closes_on else None
    schedule = next(iter(await turn.store.checkins.schedules(turn.person.tenant_id)), None)
    if schedule is None:
        return None
    period = next_period(schedule, period_of(schedule, turn.today))
    slot = slot_for(schedule, turn.person, period)
    if slot is None or not absence.covers(slot.opens_at.astimezone(turn.person.zone).date()):
        return None
    known = await turn.store.checkins.of_period(schedule.id, [turn.person.id], period)
    return None if any(not each.state.is_unanswered for each in known) else cards.Before.NEXT


def _back_on(turn: Turn, absence: Absence) -> date:
    """The first working day after the absence."""
    day = absence.ends_on + timedelta(days=1)
    return first_working_day(turn.person, day, day + timedelta(days=14), [absence]) or day


async def come_back(turn: Turn, on: date) -> Outcome:
    """End or withdraw what covers `on`, and leave later leave; a check-in missed meanwhile is asked for now."""
    absences = (await turn.store.absences.of([turn.person.id], on, on)).get(turn.person.id, [])
    if not absences:
        return reply(cards.was_not_away(turn.person))
    await turn.store.absences.end(turn.person.id, on)
    await enrol_after_absence(turn.store, turn.person, turn.now)
    await plan_training(turn.store, [turn.person], turn.now)
    await turn.store.outbox.look_again([turn.person.id], turn.now)
    return reply(cards.welcome_back(turn.person, on, turn.today))


async def _hold_open_check_in(turn: Turn) -> None:
    """An open check-in comes back once on the first working day after the absence, if its window allows."""
    checkin = await turn.store.checkins.open_for(turn.person.id, turn.now)
    if checkin is None or not checkin.state.is_unanswered or checkin.prompted_at is None:
        return
    await turn.store.checkins.save(await _held(turn, checkin))


async def _held(turn: Turn, checkin: CheckIn) -> CheckIn:
    last = checkin.closes_at.astimezone(turn.person.zone).date()
    absences = (await turn.store.absences.of([turn.person.id], turn.today, last)).get(turn.person.id, [])
    schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
    at = next(schedule.at for schedule in schedules if schedule.id == checkin.schedule_id)
    covers_today = any(absence.covers(turn.today) for absence in absences)
    since = turn.today if covers_today else turn.today + timedelta(days=1)
    day = first_working_day(turn.person, since, last + timedelta(days=1), absences)
    back = local_instant(day, at, turn.person.zone) if day else None
    if back is not None:
        back = nearest_allowed(turn.person, back, turn.now, checkin.closes_at, absences)
    reminded_while_away = checkin.remind_at is not None and any(
        absence.covers(checkin.remind_at.astimezone(turn.person.zone).date()) for absence in absences
    )
    if not covers_today and not reminded_while_away:
        return checkin
    return replace(checkin, snoozed_until=back, remind_at=None)
