"""Whatever is completed, asked and taken as leave in a year: reminders are few, timely and never wrong."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.model.absence import Absence
from core.model.person import Account, Person, Platform
from core.model.requirements import TO_DO, Group, Requirement, Rules, known_of, standings
from core.model.timer import TimerKind
from core.model.training import Course, TrainingCompletion
from core.schedule.working_time import is_working_moment
from core.services.plan_training import plan_training
from tests.stories.council import TENANT, Council, Resident, titles_of

START = date(2026, 11, 20)
COURSES = (
    Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=6),
    Course("data", TENANT.id, "Data protection", valid_months=12, renew_within_days=20),
    Course("aid", TENANT.id, "First aid"),
)
_numbers = count(1)
_days = st.integers(1, 360).map(lambda days: START + timedelta(days=days))


@dataclass(frozen=True)
class Year:
    """What happens: rules by course (None: no rule), completions by day, leave, and a contract."""

    rules: tuple[int | None, ...]
    completions: list[tuple[int, date]]
    leave: list[tuple[date, int]]
    working_days: frozenset[int]
    start: date | None
    end: date | None


years = st.builds(
    Year,
    rules=st.tuples(*[st.none() | st.integers(0, 90) for _ in COURSES]),
    completions=st.lists(st.tuples(st.integers(0, 2), _days), max_size=4).map(
        lambda done: sorted(done, key=lambda each: each[1])
    ),
    leave=st.lists(st.tuples(_days, st.integers(0, 120)), max_size=2),
    working_days=st.frozensets(st.integers(1, 7), min_size=1, max_size=5),
    start=st.none() | _days,
    end=st.none() | _days,
)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(year=years)
async def test_over_a_year_each_reminder_is_due_untold_in_working_time_and_the_only_one_of_its_day(
    council: Council, year: Year
):
    number = next(_numbers)
    council.clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    courses = [replace(each, id=f"{each.id}{number}", title=f"{each.title} {number}") for each in COURSES]
    rules = [
        Requirement(f"{course.id}-rule", TENANT.id, course.id, Group.ROLE, f"Role {number}", days, START)
        for course, days in zip(courses, year.rules, strict=True)
        if days is not None
    ]
    slug = f"p{number}"
    email = f"{slug}@vale.example"
    # Taken on without check-ins, which would only be waited for.
    person = council.residents[slug] = Resident(
        council,
        Person(
            slug,
            TENANT.id,
            email,
            "Pat Jones",
            role=f"Role {number}",
            working_days=year.working_days,
            start_on=year.start,
            end_on=year.end,
        ),
    )
    leave = [
        Absence(f"l{number}-{at}", TENANT.id, person.person.id, first, first + timedelta(days=days))
        for at, (first, days) in enumerate(year.leave)
    ]
    async with council.database.transaction() as store:
        await store.people.save([person.person])
        await store.people.link(Account(Platform.WEB, "demo", email, slug, f"dm:{email}"))
        await store.training.save_courses(courses)
        for course in courses:
            await store.training.set_requirements(
                course.id, [each for each in rules if each.course_id == course.id]
            )
        for absence in leave:
            await store.absences.add(absence)
        await plan_training(store, [person.person], council.clock.now())

    told_on: Counter[date] = Counter()
    told: Counter[tuple[str, date, date]] = Counter()
    done: list[TrainingCompletion] = []
    ahead = list(year.completions)

    async def look(messages: int) -> None:
        new = [each for each in person.inbox[messages:] if "Your training" in titles_of(each.card)]
        now = council.clock.now()
        local = now.astimezone(person.person.zone)
        standing = {
            each.course_id: each
            for each in standings([person.person], Rules(courses, rules), known_of(done), local.date())
        }
        async with council.database.reading() as store:
            kept = [each for each in await store.training.told([person.person.id]) if each.told_on == local.date()]
        for message in new:
            told_on[local.date()] += 1
            assert is_working_moment(person.person, now, leave)
            assert kept
            for each in courses:
                if f"{each.title}:" in message.text:
                    found = standing[each.id]
                    assert found.state in TO_DO
            told.update((each.course_id, each.due_on, each.threshold_on) for each in kept)

    instant = datetime(2027, 12, 10, tzinfo=UTC)
    while council.clock.now() < instant:
        before = len(person.inbox)
        async with council.database.reading() as store:
            due = await store.timers.next_instant()
        at = min(due or instant, instant)
        if ahead and datetime.combine(ahead[0][1], datetime.min.time(), UTC) + timedelta(hours=12) <= at:
            which, day = ahead.pop(0)
            council.clock.move_to(
                max(council.clock.now(), datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12))
            )
            course = courses[which]
            completion = TrainingCompletion(
                f"{course.id}-{day}", TENANT.id, person.person.id, course.id, day, course.expires_on(day)
            )
            done.append(completion)
            async with council.database.transaction() as store:
                await store.training.save_completions([completion])
                await plan_training(store, [person.person], council.clock.now())
            continue
        await council.time_passes_until(max(at, council.clock.now()))
        await look(before)
        if due is None or due >= instant:
            break
    assert max(told_on.values(), default=0) <= 1
    assert max(told.values(), default=0) <= 1
    if year.rules[0] == 0 and not year.start and not year.end and not leave and not done:
        assert told_on, "what is lacking all year is spoken of"
    async with council.database.transaction() as store:
        # The next example begins a year before this one ended.
        await store.timers.clear(TimerKind.TRAINING_REMINDER, [slug])
