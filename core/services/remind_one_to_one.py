"""Remind both of a one-to-one, with its agenda: on the working day before, each in their own working time.

Who is away is not bothered; a reminder whose day turns out to be no working day waits for the meeting's own
morning.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from core.cards import one_to_one as cards
from core.chat.effect import Durable, Send, ToPerson
from core.model.absence import Absence
from core.model.one_to_one import Meeting, OneToOne
from core.model.person import Person
from core.model.timer import Timer, TimerKind
from core.permissions import Permission, may
from core.ports import Store
from core.schedule.working_time import is_working_moment, local_instant, works_on
from core.services.gather_agenda import gather

AT = time(9, 0)
"""Local time of the reminder on the working day before."""

ON_THE_DAY = time(8, 30)

LOOKED_BACK_DAYS = 7
"""Working days before the meeting are looked for as far back as this."""

_BETWEEN = "|"


def reminder_at(person: Person, at: datetime, now: datetime, absences: Sequence[Absence]) -> datetime | None:
    """When to remind of a meeting at `at`, after `now` (all UTC): None where no working time is left for it."""
    day = at.astimezone(person.zone).date()
    before = next(
        (
            each
            for each in (day - timedelta(days=back) for back in range(1, LOOKED_BACK_DAYS + 1))
            if works_on(person, each, absences)
        ),
        None,
    )
    moments = [local_instant(before, AT, person.zone)] if before else []
    if works_on(person, day, absences):
        moments.append(local_instant(day, ON_THE_DAY, person.zone))
    return next((each for each in moments if now < each < at), None)


async def set_reminders(store: Store, meeting: Meeting, now: datetime) -> None:
    """Set or move the reminders of a meeting that has a date."""
    one = meeting.one_to_one
    await clear_reminders(store, one)
    if one.at is None:
        return
    people = (meeting.person, meeting.manager)
    day = one.at.date()
    absences = await store.absences.of(one.pair, day - timedelta(LOOKED_BACK_DAYS + 1), day + timedelta(1))
    due = [(each, reminder_at(each, one.at, now, absences.get(each.id, []))) for each in people]
    await store.timers.set(
        [
            Timer(TimerKind.ONE_TO_ONE, _subject(one, each.id), one.tenant_id, at)
            for each, at in due
            if at is not None
        ]
    )


async def clear_reminders(store: Store, one: OneToOne) -> None:
    """Remind nobody of it."""
    await store.timers.clear(TimerKind.ONE_TO_ONE, [_subject(one, each) for each in one.pair])


def _subject(one: OneToOne, person_id: str) -> str:
    return f"{one.id}{_BETWEEN}{person_id}"


async def remind(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Queue the reminders that are due, each with the agenda as it is now."""
    due = [(timer.subject.partition(_BETWEEN)[0], timer.subject.partition(_BETWEEN)[2]) for timer in timers]
    found = await store.one_to_ones.by_ids({one_id for one_id, _ in due})
    still = {each.id: each for each in found.values() if each.at and each.at > now and each.held_at is None}
    people = await store.people.by_ids({person_id for each in still.values() for person_id in each.pair})
    meetings = {
        each.id: Meeting(each, people[each.person_id], people[each.manager_id])
        for each in still.values()
        if may(people[each.manager_id], Permission.HOLD_ONE_TO_ONE, people[each.person_id])
    }
    if not meetings:
        return
    since, until = _days(still.values(), now)
    absences = await store.absences.of(list(people), since, until)
    agendas = await gather(store, list(meetings.values()), now)
    again: list[Timer] = []
    effects: dict[str, list[Durable]] = {}
    for one_id, reader_id in due:
        meeting = meetings.get(one_id)
        reader = people.get(reader_id)
        if meeting is None or reader is None or meeting.one_to_one.at is None:
            continue
        at = meeting.one_to_one.at
        mine = absences.get(reader.id, [])
        if not is_working_moment(reader, now, mine):
            later = reminder_at(reader, at, now, mine)
            if later is not None:
                subject = _subject(meeting.one_to_one, reader.id)
                again.append(Timer(TimerKind.ONE_TO_ONE, subject, reader.tenant_id, later))
            continue
        other = meeting.other_than(reader)
        day = at.astimezone(other.zone).date()
        is_away = any(each.covers(day) for each in absences.get(other.id, []))
        card = cards.reminder(reader, agendas[one_id], is_away, now.astimezone(reader.zone).date())
        key = f"one-to-one:{one_id}:{at.isoformat()}:{reader.id}"
        effects.setdefault(reader.tenant_id, []).append(
            Send(ToPerson(reader.id), card, "one-to-one reminder", key)
        )
    await store.timers.set(again)
    for tenant_id, mine_of in effects.items():
        await store.outbox.add(tenant_id, mine_of, now)


def _days(meetings: Iterable[OneToOne], now: datetime) -> tuple[date, date]:
    """The days on which absences matter, in any zone."""
    last = max((each.at for each in meetings if each.at), default=now)
    return now.date() - timedelta(days=LOOKED_BACK_DAYS + 1), last.date() + timedelta(days=1)
