"""The law of audiences: what SQL finds is what the plain rules say, whatever is combined."""

import asyncio
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.cards.audiences import described
from core.model.audience import ONE_EACH, Audience, Clause, Filter, Known, Trait, is_in
from core.model.person import Employment, Language, Nation, Person, Team, Tenant
from core.model.requirements import Group, Requirement, Rules, State, known_of, standings
from core.model.training import CompletionState, Course, TrainingCompletion
from core.texts.texts import words_for
from core.understanding.audiences import Unread, read_audience
from storage.database import SqlDatabase
from tests.keys import RING

TODAY = date(2026, 11, 24)
TENANT = Tenant("vale", "Vale", "HR")
KNOWN = Known(
    {"fire": "Fire safety", "data": "Data protection"},
    {"housing": "Housing", "planning": "Planning and place"},
    ("Social Worker", "Planner"),
    ("Town Hall", "Depot"),
)
COURSES = [Course("fire", TENANT.id, "Fire safety", mandatory=True), Course("data", TENANT.id, "Data protection")]
_days = st.integers(-500, 500).map(lambda days: TODAY + timedelta(days=days))
_filters = st.one_of(
    st.sampled_from([Filter(Trait.LACKS, id_, title) for id_, title in KNOWN.courses.items()]),
    st.sampled_from([Filter(Trait.OVERDUE, id_, title) for id_, title in KNOWN.courses.items()]),
    st.builds(
        lambda course, days: Filter(Trait.EXPIRES, course, KNOWN.courses[course], days),
        st.sampled_from(sorted(KNOWN.courses)),
        st.integers(1, 400),
    ),
    st.sampled_from([Filter(Trait.TEAM, id_, name) for id_, name in KNOWN.teams.items()]),
    st.sampled_from([Filter(Trait.ROLE, role) for role in KNOWN.roles]),
    st.sampled_from([Filter(Trait.SITE, site) for site in KNOWN.sites]),
    st.sampled_from([Filter(Trait.EMPLOYMENT, each) for each in Employment]),
    st.sampled_from([Filter(Trait.LANGUAGE, each) for each in Language]),
    st.sampled_from([Filter(Trait.NATION, each) for each in Nation]),
    _days.filter(lambda day: day <= TODAY).map(lambda day: Filter(Trait.STARTED_FROM, day.isoformat())),
    _days.filter(lambda day: day <= TODAY).map(lambda day: Filter(Trait.STARTED_BEFORE, day.isoformat())),
)
_clauses = st.lists(st.lists(_filters, min_size=1, max_size=2, unique=True).map(tuple), max_size=3, unique=True)
_audiences = st.builds(
    Audience,
    _clauses.map(tuple),
    st.lists(_clauses.filter(bool).map(tuple), max_size=2, unique=True).map(tuple),
)
_people = st.builds(
    Person,
    id=st.uuids().map(str),
    tenant_id=st.just(TENANT.id),
    email=st.uuids().map(lambda id_: f"{id_}@vale.example"),
    name=st.sampled_from(["Ada", "Bea", "Cai"]),
    team_id=st.sampled_from([None, *KNOWN.teams]),
    role=st.sampled_from(["", " social worker", "Ŵyl", *KNOWN.roles]),
    site=st.sampled_from(["", *KNOWN.sites]),
    employment=st.sampled_from(Employment),
    language=st.sampled_from(Language),
    nation=st.sampled_from(Nation),
    start_on=st.none() | _days,
    end_on=st.none() | _days.filter(lambda day: day > TODAY - timedelta(days=40)),
)
_SAYINGS = ("in", "who", "lacks", "or", "and", "not", "except", "Fire safety", "Housing", "started", "since", "30")
_completion = st.tuples(
    st.integers(0, 5),
    st.sampled_from(sorted(KNOWN.courses)),
    _days,
    st.none() | _days,
    st.sampled_from(CompletionState),
)
_groups = st.one_of(
    st.just((Group.EVERYONE, "")),
    st.tuples(st.just(Group.ROLE), st.sampled_from(["SOCIAL WORKER ", "Planner", "ŵyl", "Nobody", ""])),
    st.tuples(st.just(Group.TEAM), st.sampled_from(sorted(KNOWN.teams))),
    st.tuples(st.just(Group.EMPLOYMENT), st.sampled_from([each.value for each in Employment])),
)
_rule = st.tuples(st.sampled_from(sorted(KNOWN.courses)), _groups, st.integers(1, 90), _days)
_rules = st.lists(_rule, max_size=4, unique_by=lambda each: each[:2])


async def _emptied(database: SqlDatabase) -> None:
    async with database.connected_for_writing() as connection:
        for table in ("training_completions", "course_requirements", "reporting_lines", "people"):
            await connection.exec_driver_sql(f"DELETE FROM {table}")


@pytest.fixture
def loop_and_database(sqlite_url: str, clock):
    """A database with the teams and courses, in a loop of its own: hypothesis calls plain functions."""
    with asyncio.Runner() as runner:
        database = SqlDatabase(sqlite_url, clock, RING)

        async def found() -> None:
            async with database.transaction() as store:
                await store.tenants.add(TENANT)
                await store.people.save_teams([Team(id_, TENANT.id, name) for id_, name in KNOWN.teams.items()])
                await store.training.save_courses(COURSES)

        runner.run(found())
        yield runner, database
        runner.run(database.close())


def _told(people, completed, ruled) -> tuple[list[TrainingCompletion], list[Requirement]]:
    completions = [
        TrainingCompletion(f"c{number}", TENANT.id, people[at].id, course, on, until, state=state)
        for number, (at, course, on, until, state) in enumerate(completed)
        if at < len(people)
    ]
    requirements = [
        Requirement(f"r{number}", TENANT.id, course, group, value, within, made_on)
        for number, (course, (group, value), within, made_on) in enumerate(ruled)
    ]
    return completions, requirements


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(_people, max_size=6, unique_by=lambda person: person.id),
    completed=st.lists(_completion, max_size=8, unique_by=lambda each: each[:3]),
    ruled=_rules,
    audiences=st.lists(_audiences, min_size=1, max_size=4),
)
def test_sql_finds_whom_the_plain_rules_name(loop_and_database, people, completed, ruled, audiences):
    runner, database = loop_and_database
    completions, requirements = _told(people, completed, ruled)
    rules = Rules(COURSES, requirements)
    expected = [
        sorted(
            person.id
            for person in people
            if is_in(each, person, [one for one in completions if one.person_id == person.id], TODAY, rules)
        )
        for each in audiences
    ]

    async def found() -> tuple[list[list[str]], list[int]]:
        await _emptied(database)
        async with database.transaction() as store:
            await store.people.save(people)
            await store.training.save_completions(completions)
            for course in COURSES:
                mine = [each for each in requirements if each.course_id == course.id]
                await store.training.set_requirements(course.id, mine)
            ids = [sorted(await store.broadcasts.people_in(TENANT.id, each, TODAY)) for each in audiences]
            return ids, await store.broadcasts.counts(TENANT.id, audiences, TODAY)

    ids, counts = runner.run(found())
    assert ids == expected
    assert counts == [len(each) for each in expected]


@settings(max_examples=200, deadline=None)
@given(
    person=_people,
    completed=st.lists(_completion.filter(lambda each: each[0] == 0), max_size=4, unique_by=lambda each: each[:3]),
    ruled=_rules.filter(bool),
)
def test_who_is_asked_by_rules_is_in_an_audience_as_their_record_says(person, completed, ruled):
    completions, requirements = _told([person], completed, ruled)
    rules = Rules(COURSES, requirements)
    standing = {each.course_id: each for each in standings([person], rules, known_of(completions), TODAY)}
    for course in {each.course_id for each in requirements}:
        mine = standing.get(course)
        must = mine is not None and mine.required
        lacks = must and mine.state not in (State.HELD, State.DUE_SOON)
        counts = any(each.state is CompletionState.RECORDED for each in completions if each.course_id == course)
        overdue = must and mine.overdue(TODAY)

        def _in(trait: Trait, course: str = course) -> bool:
            return is_in(Audience(((Filter(trait, course),),)), person, completions, TODAY, rules)

        assert _in(Trait.OVERDUE) == overdue
        if mine is None or mine.state is not State.PENDING or not counts:
            assert _in(Trait.LACKS) == lacks


def _can_be_said(audience: Audience) -> bool:
    """Without what nobody would say: the same kind twice in a row, or an exception of two kinds at once."""

    def steady(clauses: tuple[Clause, ...], *, is_exception: bool) -> bool:
        pairs = pairwise(clauses)
        return not any(
            first[-1].trait is then[0].trait and (is_exception or then[0].trait in ONE_EACH)
            for first, then in pairs
        )

    apart = all(len({each.trait for each in clause}) == 1 for one in audience.none_of for clause in one)
    exceptions = all(steady(each, is_exception=True) for each in audience.none_of)
    return steady(audience.all_of, is_exception=False) and apart and exceptions


@settings(max_examples=300, deadline=None)
@given(audience=_audiences.filter(_can_be_said), language=st.sampled_from(Language))
def test_an_audience_in_words_is_read_back_as_the_same_audience(audience, language):
    said = described(words_for(language), audience)
    assert read_audience(said, KNOWN, TODAY) == audience


@pytest.mark.parametrize(
    "said",
    [
        "y mae eu data protection yn dod i ben o fewn 30 diwrnod neu yn hwyr gyda fire safety",
        "y mae eu data protection yn dod i ben o fewn 30 diwrnod neu y mae eu fire safety yn hwyr",
        "whose data protection expires within 30 days or whose fire safety is overdue",
        "whose data protection expires within 30 days or overdue for fire safety",
    ],
)
def test_what_runs_out_and_what_is_overdue_can_be_said_together(said):
    audience = read_audience(said, KNOWN, TODAY)
    ((expires, overdue),) = audience.all_of
    assert (expires.trait, expires.value, expires.within_days) == (Trait.EXPIRES, "data", 30)
    assert (overdue.trait, overdue.value) == (Trait.OVERDUE, "fire")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(_SAYINGS)).map(" ".join))
def test_any_text_is_an_audience_or_names_what_could_not_be_read(text):
    try:
        found = read_audience(text, KNOWN, TODAY)
    except Unread as unread:
        assert unread.what
    else:
        assert isinstance(found, Audience)
