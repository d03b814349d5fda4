"""When each person next has something to hear about training; the timer is moved whenever anything of it changes.

A timer only says when to look: what is told is worked out afresh when it goes off, so that one that was not moved
yet is early or idle, never wrong.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.model.absence import Absence
from core.model.person import Person
from core.model.requirements import Rules, Standing, known_of, standings
from core.model.timer import Timer, TimerKind
from core.model.training import TrainingCompletion
from core.model.training_reminders import Told, next_threshold
from core.ports import Store
from core.ports.asked_training import AskedOf
from core.schedule.working_time import first_working_day, local_instant
from core.services.enrol import ABSENCES_AHEAD
from core.services.training_standing import rules_of

AT = time(9, 30)
"""Local time of a reminder: the day has begun, and there is still time to find an hour for it."""

AT_ONCE = 1_000
"""People planned in one transaction when all of an organisation are."""

_AFTER = "|"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Background:
    """What decides what someone is told: what is asked and completed, what was told, and when they are away."""

    rules: Rules
    known: Mapping[str, Collection[TrainingCompletion]]
    told: Mapping[str, Mapping[str, Told]]
    absences: Mapping[str, Sequence[Absence]]
    asked: Mapping[str, Sequence[AskedOf]]
    """What broadcasts ask people for about now."""

    def asked_on(self, person: Person, on: date) -> frozenset[str]:
        """The courses that a broadcast asks the person for on a day, so that no reminder has to."""
        mine = self.asked.get(person.id, ())
        return frozenset(each.course_id for each in mine if each.at.astimezone(person.zone).date() == on)

    def standing(self, person: Person, on: date) -> list[Standing]:
        """How the person stands on a day with every course."""
        return standings([person], self.rules, known_of(self.known.get(person.id, ())), on)

    def told_of(self, person: Person) -> Mapping[str, Told]:
        """What the person was told last, by course."""
        return self.told.get(person.id, {})

    def away(self, person: Person) -> Sequence[Absence]:
        """The person's absences."""
        return self.absences.get(person.id, ())


async def backgrounds(store: Store, people: Sequence[Person], now: datetime) -> dict[str, Background]:
    """What decides what these people are told, by organisation."""
    ids = [each.id for each in people]
    known: defaultdict[str, list[TrainingCompletion]] = defaultdict(list)
    for completion in await store.training.completions_of(ids):
        known[completion.person_id].append(completion)
    told: defaultdict[str, dict[str, Told]] = defaultdict(dict)
    for each in await store.training.told(ids):
        told[each.person_id][each.course_id] = each
    absences = await store.absences.of(ids, now.date() - _DAY, (now + ABSENCES_AHEAD).date())
    asked: defaultdict[str, list[AskedOf]] = defaultdict(list)
    for one in await store.asked_training.asked(ids, now - _DAY, now + _DAY):
        asked[one.person_id].append(one)
    return {
        tenant_id: Background(await rules_of(store, tenant_id), known, told, absences, asked)
        for tenant_id in {each.tenant_id for each in people}
    }


async def plan_training(store: Store, people: Sequence[Person], now: datetime) -> None:
    """Set the timer of each of these people anew: what they completed, or what is asked of them, has changed."""
    if people:
        found = await backgrounds(store, people, now)
        await set_timers(store, [(each, found[each.tenant_id]) for each in people], now)


async def set_timers(store: Store, people: Sequence[tuple[Person, Background]], now: datetime) -> None:
    """Set each person's timer to when they next have something to hear; none where there is nothing ahead."""
    due = {person.id: next_reminder(person, background, now) for person, background in people}
    await store.timers.set(
        Timer(TimerKind.TRAINING_REMINDER, person.id, person.tenant_id, at)
        for person, _ in people
        if (at := due[person.id]) is not None
    )
    await store.timers.clear(TimerKind.TRAINING_REMINDER, [each for each, at in due.items() if at is None])


def next_reminder(person: Person, background: Background, now: datetime) -> datetime | None:
    """The first morning of work, from `now` on, on which there is something to tell that was not told (UTC)."""
    today = now.astimezone(person.zone).date()
    since = max(today, person.start_on or today)
    told = background.told_of(person)
    courses = background.rules.courses
    asked = background.asked_on(person, today)
    days = [
        max(day, today + _DAY) if each.course_id in asked else day
        for each in background.standing(person, since)
        if (day := next_threshold(each, courses[each.course_id], told.get(each.course_id), since)) is not None
    ]
    if not days:
        return None
    # One message a day, whatever falls due on it.
    last_told = max((each.told_on for each in told.values()), default=date.min)
    return morning(person, max(min(days), last_told + _DAY), now, background.away(person))


def morning(
    person: Person, since: date, now: datetime, absences: Sequence[Absence], at: time = AT
) -> datetime | None:
    """The first morning of work from a day on that is not before `now`; None where there is none in a year."""
    day = first_working_day(person, since, since + ABSENCES_AHEAD, absences)
    if day is not None and local_instant(day, at, person.zone) < now:
        day = first_working_day(person, day + _DAY, day + ABSENCES_AHEAD, absences)
    return local_instant(day, at, person.zone) if day else None


# --- everyone -------------------------------------------------------------------------------------------------


async def plan_everyone_soon(store: Store, tenant_id: str, now: datetime) -> None:
    """Have everyone of the organisation planned anew: a rule, a course or a file changed."""
    await store.timers.set([Timer(TimerKind.TRAINING_PLAN, tenant_id, tenant_id, now)])


async def plan_everyone(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Plan a part of each organisation, and have the rest planned next."""
    for timer in timers:
        after = timer.subject.partition(_AFTER)[2]
        people = await store.training.people_after(timer.tenant_id, after, AT_ONCE)
        await plan_training(store, people, now)
        if len(people) == AT_ONCE:
            rest = f"{timer.tenant_id}{_AFTER}{people[-1].id}"
            await store.timers.set([Timer(TimerKind.TRAINING_PLAN, rest, timer.tenant_id, now)])
