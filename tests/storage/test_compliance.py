"""What is counted of an organisation in SQL is what the rules say of each person, on every day that is shown."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.model.absence import Absence, AbsenceKind
from core.model.compliance import SOON_DAYS, Tally, points_before
from core.model.person import Employment, Person, Tenant
from core.model.requirements import Group, Requirement, Rules, State, known_of, standings
from core.model.training import CompletionState, Course, TrainingCompletion
from core.services.compliance import Slice, compliance
from tests.storage.council import person, settle_in

TODAY = date(2026, 11, 24)
POINTS = points_before(TODAY)
_numbers = count(1)

_days = st.one_of(st.sampled_from(POINTS), st.integers(-500, 0).map(lambda days: TODAY + timedelta(days=days)))
_roles = st.sampled_from(["Officer", "Surveyor", ""])


@st.composite
def organisations(draw):
    """People, courses, rules, completions and absences of an organisation with an id of its own."""
    tenant = f"t{next(_numbers)}"
    people = [
        Person(
            f"{tenant}-p{each}",
            tenant,
            f"p{each}@{tenant}.example",
            f"Person {each}",
            role=draw(_roles),
            employment=draw(st.sampled_from([Employment.PERMANENT, Employment.AGENCY])),
            start_on=draw(st.none() | _days),
            end_on=draw(st.none() | _days | st.just(TODAY + timedelta(days=90))),
        )
        for each in range(draw(st.integers(1, 6)))
    ]
    courses = [
        Course(
            f"{tenant}-c{each}",
            tenant,
            f"Course {each}",
            mandatory=draw(st.booleans()),
            renew_within_days=draw(st.sampled_from([0, 30, 60, 200])),
            retired=draw(st.sampled_from([False, False, False, True])),
        )
        for each in range(draw(st.integers(1, 3)))
    ]
    groups = {
        Group.EVERYONE: st.just(""),
        Group.ROLE: st.sampled_from(["officer", "Surveyor"]),
        Group.EMPLOYMENT: st.just("agency"),
    }
    rules = []
    for course in courses:
        for group in draw(st.sets(st.sampled_from(sorted(groups)), max_size=3)):
            rules.append(
                Requirement(
                    f"{course.id}-{group}",
                    tenant,
                    course.id,
                    group,
                    draw(groups[group]),
                    draw(st.sampled_from([0, 1, 14, 60])),
                    draw(_days),
                )
            )
    done: dict[tuple[str, str, date], TrainingCompletion] = {}
    for _ in range(draw(st.integers(0, 14))):
        who, course, on = draw(st.sampled_from(people)), draw(st.sampled_from(courses)), draw(_days)
        until = draw(st.none() | st.integers(0, 400).map(lambda days, on=on: on + timedelta(days=days)))
        state = draw(st.sampled_from([CompletionState.RECORDED] * 3 + [*CompletionState]))
        done[who.id, course.id, on] = TrainingCompletion(
            f"{who.id}-{course.id}-{on}", tenant, who.id, course.id, on, until, state=state
        )
    absences = [
        Absence(
            f"{each.id}-away",
            tenant,
            each.id,
            (start := draw(_days)),
            start + timedelta(days=draw(st.sampled_from([5, 26, 27, 28, 200]))),
            draw(st.sampled_from(AbsenceKind)),
        )
        for each in people
        if draw(st.booleans())
    ]
    return Tenant(tenant, tenant), people, courses, rules, list(done.values()), absences


def plainly(people, courses, rules, done, absences):
    """The overall tally and those by course and by role, person by person."""
    trends = defaultdict(lambda: [[0, 0] for _ in POINTS])
    soon, overdue, waiting = defaultdict(int), defaultdict(int), defaultdict(int)
    for number, point in enumerate(POINTS):
        away = {
            each.person_id
            for each in absences
            if each.kind is AbsenceKind.AWAY
            and each.covers(point)
            and (each.ends_on - each.starts_on).days + 1 >= 28
        }
        there = {each.id: each for each in people if each.id not in away}
        made = Rules(courses, [each for each in rules if each.made_on <= point])
        known = known_of([each for each in done if each.completed_on <= point])
        for each in standings(there.values(), made, known, point):
            if not each.required:
                continue
            until = known.get(each.course_id, {}).get(each.person_id)
            last = until.until if until else None
            holds = last is not None and last >= point
            for key in ("all", ("course", each.course_id), ("role", there[each.person_id].role)):
                trends[key][number][0] += holds
                trends[key][number][1] += 1
                if point == TODAY:
                    soon[key] += holds and last <= TODAY + timedelta(days=SOON_DAYS)
                    overdue[key] += each.overdue(point)
                    waiting[key] += not holds and each.state is State.PENDING
    return {
        key: (tuple((held, required) for held, required in trend), soon[key], overdue[key], waiting[key])
        for key, trend in trends.items()
    }


def facts(tally: Tally):
    return tally.trend, tally.soon, tally.overdue, tally.waiting


async def stored(database, tenant, people, courses, rules, done, absences):
    async with database.transaction() as store:
        await store.tenants.add(tenant)
        await store.people.save(people)
        await store.training.save_courses(courses)
        for course in courses:
            mine = [each for each in rules if each.course_id == course.id]
            await store.training.set_requirements(course.id, mine)
        await store.training.save_completions(done)
        for absence in absences:
            await store.absences.add(absence)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(organisation=organisations())
async def test_the_sums_are_those_of_each_person_on_each_day(database, organisation):
    tenant, people, *rest = organisation
    await stored(database, *organisation)
    expected = plainly(people, *rest)
    async with database.reading() as store:
        found = await compliance(store, tenant.id, TODAY)
        by_role = {
            role: await compliance(store, tenant.id, TODAY, Slice(role=role)) for role in ("Officer", "Surveyor")
        }
    nothing = (((0, 0),) * len(POINTS), 0, 0, 0)
    assert facts(found.overall) == expected.get("all", nothing)
    assert {("course", key): facts(each) for key, each in found.by_course.items()} == {
        key: each for key, each in expected.items() if key[0] == "course"
    }
    assert {("role", key): facts(each) for key, each in found.by_role.items()} == {
        key: each for key, each in expected.items() if key[0] == "role"
    }
    for role, only in by_role.items():
        assert facts(only.overall) == expected.get(("role", role), nothing)


async def test_a_course_that_someone_did_more_often_than_a_digit_counts_is_held(database):
    amira, ben = person("Amira Hassan"), person("Ben Lloyd")
    await settle_in(database, amira, ben)
    talk = Course("talk", "council", "Toolbox talk", mandatory=True)
    done = [
        TrainingCompletion(f"{each}", "council", "amira", "talk", TODAY - timedelta(days=each))
        for each in range(64)
    ]
    async with database.transaction() as store:
        await store.training.save_courses([talk])
        await store.training.save_completions([*done, replace(done[3], id="b", person_id="ben")])
    async with database.reading() as store:
        found = await compliance(store, "council", TODAY)
    assert found.overall.trend[-3:] == ((1, 1), (1, 1), (2, 2))
    assert found.overall.trend[:-3] == ((0, 0),) * 9


async def test_those_who_are_away_for_long_or_not_there_are_not_counted(database):
    there, sick, left, coming = (
        person("Amira Hassan"),
        person("Ben Lloyd"),
        person("Cai Rees", end_on=TODAY - timedelta(days=1)),
        person("Dee Khan", start_on=TODAY + timedelta(days=1)),
    )
    await settle_in(database, there, sick, left, coming)
    fire = Course("fire", "council", "Fire safety", mandatory=True)
    rule = Requirement("r", "council", "fire", Group.EVERYONE, "", 30, TODAY - timedelta(days=90))
    away = Absence("a", "council", "ben", TODAY - timedelta(days=20), TODAY + timedelta(days=20))
    async with database.transaction() as store:
        await store.training.save_courses([fire])
        await store.training.set_requirements("fire", [rule])
        await store.absences.add(away)
    async with database.reading() as store:
        found = await compliance(store, "council", TODAY)
    assert (found.overall.people, found.overall.required, found.overall.overdue, found.away) == (1, 1, 1, 1)
