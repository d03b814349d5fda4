"""Set an organisation up in chat: bring its people in, choose when they are asked, try it on oneself."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.cards import greeting
from core.cards import set_up as cards
from core.chat.card import Card
from core.chat.effect import Outcome, Send, ToPerson, Update
from core.model.checkin import Schedule
from core.permissions import Right, holds
from core.schedule.cadence import period_of
from core.services import show_check_in
from core.services.answer_check_in import prompt_tag
from core.services.enrol import enrol
from core.services.import_people import import_people
from core.services.import_report import Report, refused
from core.services.import_text import UnreadableFile, rows_of_text
from core.services.recognise import contact_of
from core.services.tell import said, to_self
from core.texts import formats
from core.turn import Turn

_ICAL_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


async def show(turn: Turn) -> Outcome:
    """The checklist, for who may set the organisation up."""
    if not holds(turn.person, Right.SET_UP):
        return await _refuse(turn)
    return Outcome(durable=(await invitation(turn, f"set-up:{turn.origin.platform}:{turn.origin.event_id}"),))


async def invitation(turn: Turn, key: str) -> Send:
    """The checklist as a message; the same key sends it once."""
    to = ToPerson(turn.person.id, turn.origin.platform)
    return Send(to, await _checklist(turn), "set-up", key, _tag(turn))


async def move_check_ins(turn: Turn, weekday: int, at: time, days: int | None = None) -> Outcome:
    """Ask everyone on this ISO weekday at this time, local to each, from the next time on.

    The check-in stays open for `days` days; None leaves that as it is.
    """
    schedule = await _schedule(turn)
    if schedule is None or not holds(turn.person, Right.SET_UP):
        return await _refuse(turn)
    everyone = await turn.store.people.all(turn.person.tenant_id)
    moved = replace(schedule, rrule=f"FREQ=WEEKLY;BYDAY={_ICAL_DAYS[weekday - 1]}", at=at)
    moved = replace(moved, closes_after_days=days or moved.closes_after_days)
    asked_already = await turn.store.checkins.of_period(
        schedule.id, [person.id for person in everyone], period_of(schedule, turn.today)
    )
    await turn.store.checkins.save_schedule(moved)
    # Nobody is asked twice in one week because the day was changed.
    since = _week_after(turn.now) if asked_already else turn.now
    await enrol(turn.store, everyone, since)
    day = formats.weekday_in_full(_day_of(weekday), turn.words.language)
    clock = formats.time_of_day(at, turn.words.language)
    done = greeting.said(turn.words, "set-up-schedule-title", "set-up-schedule-done", day=day, at=clock)
    return await with_checklist(turn, done)


async def add_people(turn: Turn, text: str) -> Report:
    """Import pasted rows, all or none; whether the person may is the caller's to ask."""
    try:
        return await import_people(turn.store, turn.person.tenant_id, rows_of_text(text), turn.now)
    except UnreadableFile as unreadable:
        return refused([unreadable.problem])


async def try_on_me(turn: Turn) -> Outcome:
    """Send the person the check-in that everyone will get, now."""
    if not holds(turn.person, Right.SET_UP):
        return await _refuse(turn)
    checkin = await show_check_in.this_period(turn)
    if checkin is None:
        return said(turn, greeting.said(turn.words, "nothing-open-title", "nothing-due"), "set-up")
    card = await show_check_in.shown(turn, checkin)
    to = ToPerson(turn.person.id, turn.origin.platform)
    key = f"shown:{turn.origin.platform}:{turn.origin.event_id}"
    return Outcome(durable=(Send(to, card, "check-in", key, prompt_tag(checkin)), await _refreshed(turn)))


async def with_checklist(turn: Turn, card: Card) -> Outcome:
    """An answer, with the checklists that stand brought up to date."""
    return Outcome(durable=(to_self(turn, card, "set-up"), await _refreshed(turn)))


async def _refreshed(turn: Turn) -> Update:
    """The checklists that stand, as things are now."""
    key = f"set-up-refreshed:{turn.origin.platform}:{turn.origin.event_id}"
    return Update(ToPerson(turn.person.id, turn.origin.platform), _tag(turn), await _checklist(turn), key)


async def _checklist(turn: Turn) -> Card:
    tenant_id = turn.person.tenant_id
    tenants = {tenant.id: tenant for tenant in await turn.store.tenants.all()}
    schedule = await _schedule(turn)
    teams = await turn.store.people.teams(tenant_id)
    current = await turn.store.checkins.current([turn.person.id], turn.now)
    return cards.checklist(
        turn.person,
        cards.SetUp(
            organisation=tenants[tenant_id].name,
            people=len(await turn.store.people.all(tenant_id)),
            schedule=schedule or Schedule("", tenant_id),
            teams=len(teams),
            without_channel=tuple(team.name for team in teams if team.channel is None),
            tried=turn.person.id in current,
        ),
    )


async def _schedule(turn: Turn) -> Schedule | None:
    return next(iter(await turn.store.checkins.schedules(turn.person.tenant_id)), None)


async def _refuse(turn: Turn) -> Outcome:
    contact = await contact_of(turn.store, turn.person.tenant_id)
    return said(
        turn, greeting.said(turn.words, "set-up-refused-title", "set-up-refused", contact=contact), "set-up"
    )


def _tag(turn: Turn) -> str:
    return f"set-up:{turn.person.id}"


def _week_after(now: datetime) -> datetime:
    """The last instant before next week begins (UTC)."""
    monday = now.date() + timedelta(days=7 - now.weekday())
    return datetime.combine(monday, time(), tzinfo=now.tzinfo) - timedelta(seconds=1)


def _day_of(weekday: int) -> date:
    """Some day that is this ISO weekday; 5 January 2026 was a Monday."""
    return date(2026, 1, 4 + weekday)
