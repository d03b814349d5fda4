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
from core.model.training import Course, TrainingCompletion
from core.texts.texts import words_for
from core.understanding.audiences import Unread, read_audience
from storage.database import SqlDatabase

TODAY = date(2026, 11, 24)
TENANT = Tenant("vale", "Vale", "HR")
KNOWN = Known(
    {"fire": "Fire safety", "data": "Data protection"},
    {"housing": "Housing", "planning": "Planning and place"},
    ("Social Worker", "Planner"),
    ("Town Hall", "Depot"),
)
_days = st.integers(-500, 500).map(lambda days: TODAY + timedelta(days=days))
_filters = st.one_of(
    st.sampled_from([Filter(Trait.LACKS, id_, title) for id_, title in KNOWN.courses.items()]),
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
    role=st.sampled_from(["", *KNOWN.roles]),
    site=st.sampled_from(["", *KNOWN.sites]),
    employment=st.sampled_from(Employment),
    language=st.sampled_from(Language),
    nation=st.sampled_from(Nation),
    start_on=st.none() | _days,
    end_on=st.none() | _days.filter(lambda day: day > TODAY - timedelta(days=40)),
)
_SAYINGS = ("in", "who", "lacks", "or", "and", "not", "except", "Fire safety", "Housing", "started", "since", "30")
_completion = st.tuples(st.integers(0, 5), st.sampled_from(sorted(KNOWN.courses)), _days, st.none() | _days)


async def _emptied(database: SqlDatabase) -> None:
    async with database.connected_for_writing() as connection:
        for table in ("training_completions", "reporting_lines", "people"):
            await connection.exec_driver_sql(f"DELETE FROM {table}")


@pytest.fixture
def loop_and_database(sqlite_url: str, clock):
    """A database with the teams and courses, in a loop of its own: hypothesis calls plain functions."""
    with asyncio.Runner() as runner:
        database = SqlDatabase(sqlite_url, clock)

        async def found() -> None:
            async with database.transaction() as store:
                await store.tenants.add(TENANT)
                await store.people.save_teams([Team(id_, TENANT.id, name) for id_, name in KNOWN.teams.items()])
                await store.training.save_courses(
                    [Course(id_, TENANT.id, title) for id_, title in KNOWN.courses.items()]
                )

        runner.run(found())
        yield runner, database
        runner.run(database.close())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(_people, max_size=6, unique_by=lambda person: person.id),
    completed=st.lists(_completion, max_size=8, unique_by=lambda each: each[:3]),
    audiences=st.lists(_audiences, min_size=1, max_size=4),
)
def test_sql_finds_whom_the_plain_rules_name(loop_and_database, people, completed, audiences):
    runner, database = loop_and_database
    completions = [
        TrainingCompletion(f"c{number}", TENANT.id, people[at].id, course, on, until)
        for number, (at, course, on, until) in enumerate(completed)
        if at < len(people)
    ]
    expected = [
        sorted(
            person.id
            for person in people
            if is_in(each, person, [one for one in completions if one.person_id == person.id], TODAY)
        )
        for each in audiences
    ]

    async def found() -> tuple[list[list[str]], list[int]]:
        await _emptied(database)
        async with database.transaction() as store:
            await store.people.save(people)
            await store.training.save_completions(completions)
            ids = [sorted(await store.broadcasts.people_in(TENANT.id, each, TODAY)) for each in audiences]
            return ids, await store.broadcasts.counts(TENANT.id, audiences, TODAY)

    ids, counts = runner.run(found())
    assert ids == expected
    assert counts == [len(each) for each in expected]


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


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(_SAYINGS)).map(" ".join))
def test_any_text_is_an_audience_or_names_what_could_not_be_read(text):
    try:
        found = read_audience(text, KNOWN, TODAY)
    except Unread as unread:
        assert unread.what
    else:
        assert isinstance(found, Audience)
