"""Ask people how they stand with what their job wants: once a quarter, on a working morning, never who said no.

In the middle of a quarter, away from year ends and holidays; those who said something lately are not asked.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.cards import skills as cards
from core.chat.effect import Send, ToPerson
from core.model.absence import Absence
from core.model.catch_up import CATCH_UP
from core.model.person import Person
from core.model.skills import Gap, SkillChoices, SkillStanding
from core.model.timer import Timer, TimerKind
from core.permissions import Permission, may
from core.ports import Store
from core.services.enrol import ABSENCES_AHEAD
from core.services.plan_training import morning
from core.services.skill_standing import standing_of

ASKED_AT_ONCE = 5
"""Skills in one message."""

AT_ONCE = 500
"""People looked at in one transaction."""

_QUARTER = timedelta(days=80)
"""How long nobody is asked again: a quarter less the days by which its middle moves."""

_WAIT = timedelta(days=14)
"""For whom the next working morning is further off, this quarter is left out."""

_AFTER = "|"
_MIDDLES = (2, 5, 8, 11)
_AT = time(10, 0)
_ZONE = ZoneInfo("Europe/London")


def next_asking(now: datetime) -> datetime:
    """Ten o'clock on the second Tuesday of a quarter's middle month, the first that is after `now` (UTC)."""
    local = now.astimezone(_ZONE)
    for year in (local.year, local.year + 1):
        for month in _MIDDLES:
            first = date(year, month, 1)
            tuesday = first + timedelta(days=(1 - first.weekday()) % 7 + 7)
            at = datetime.combine(tuesday, _AT, tzinfo=_ZONE)
            if at > local:
                return at.astimezone(UTC)
    raise AssertionError("every year has a quarter to come")


async def ask_each_quarter(store: Store, tenant_id: str, now: datetime) -> None:
    """Have the organisation's people asked from the next quarter's middle on; said again it changes nothing."""
    await store.timers.set([Timer(TimerKind.SKILLS, tenant_id, tenant_id, next_asking(now))])


async def ask_skills(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Ask a part of each organisation, have the rest asked next, and come back in a quarter.

    So late that the quarter's end is near, it is left to the next one.
    """
    for timer in timers:
        after = timer.subject.partition(_AFTER)[2]
        if CATCH_UP[timer.kind].is_stale(timer.due_at, now):
            await ask_each_quarter(store, timer.tenant_id, now)
            continue
        people = await store.training.people_after(timer.tenant_id, after, AT_ONCE)
        await _ask(store, timer.tenant_id, people, now)
        if len(people) == AT_ONCE:
            rest = f"{timer.tenant_id}{_AFTER}{people[-1].id}"
            await store.timers.set([Timer(TimerKind.SKILLS, rest, timer.tenant_id, now)])
        if not after:
            await ask_each_quarter(store, timer.tenant_id, now)


async def _ask(store: Store, tenant_id: str, people: Sequence[Person], now: datetime) -> None:
    today = now.astimezone(_ZONE).date()
    ids = [each.id for each in people]
    chosen = {each.person_id: each for each in await store.skills.choices(ids)}
    spoke = {
        each.person_id
        for each in await store.skills.of_people(ids)
        if each.said_on is not None and today - each.said_on < _QUARTER
    }
    absences = await store.absences.of(ids, today - timedelta(days=1), (now + ABSENCES_AHEAD).date())
    sends: list[Send] = []
    asked: list[SkillChoices] = []
    for standing in await standing_of(store, people, today):
        person = standing.person
        choices = chosen.get(person.id, SkillChoices(person.id, tenant_id))
        missing = _to_ask(standing)
        at = _when(person, absences.get(person.id, []), today, now)
        if not missing or at is None or person.id in spoke or not _may_ask(choices, today):
            continue
        card = cards.asking(person, missing)
        key = f"skills:{person.id}:{today.isoformat()}"
        sends.append(Send(ToPerson(person.id), card, "skills question", key, not_before=at))
        asked.append(replace(choices, asked_on=today))
    await store.skills.save_choices(asked)
    await store.outbox.add(tenant_id, sends, now)


def _to_ask(standing: SkillStanding) -> list[Gap]:
    """Gaps of which the person has said nothing and nobody else either."""
    if not may(standing.person, Permission.SAY_SKILLS, standing.person):
        return []
    return [each for each in standing.gaps if each.wanted.by_role and each.held is None][:ASKED_AT_ONCE]


def _may_ask(choices: SkillChoices, today: date) -> bool:
    return not choices.is_quiet and (choices.asked_on is None or today - choices.asked_on >= _QUARTER)


def _when(person: Person, absences: Sequence[Absence], today: date, now: datetime) -> datetime | None:
    at = morning(person, today, now, absences, _AT) if person.employed_on(today) else None
    return at if at is not None and at - now <= _WAIT else None
