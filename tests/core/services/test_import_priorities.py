"""Priorities and goals come from files: all or nothing, every bad row named, and as often as anyone likes."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.model.aim import AimKind
from core.model.aim_rules import LONGEST_TITLE
from core.model.person import Tenant
from core.services.import_report import NONE, Trouble
from tests.import_rows import (
    TENANT,
    all_stored,
    bring_objectives,
    bring_people,
    bring_priorities,
    found_council,
    named,
    objective_row,
    person_called,
    person_row,
)

LISTEN = {"title": "Services that listen"}
CALLS = {"title": "Calls answered", "serves": "Services that listen"}
TEN_DAYS = {"title": "Every complaint in ten days", "serves": "services  that LISTEN", "team": "complaints"}


@pytest.fixture
async def council(sqlite_database):
    await found_council(sqlite_database)
    await bring_people(
        sqlite_database, person_row("daniel", team="Complaints"), person_row("sian", team="Housing Repairs")
    )
    return sqlite_database


async def aims_of(database, tenant=TENANT.id):
    async with database.reading() as store:
        aims = await store.aims.all(tenant)
        teams = {team.id: team.name for team in await store.people.teams(tenant)}
    titles = {aim.id: aim.title for aim in aims}
    return [
        (aim.kind, aim.title, titles[aim.parent_id] if aim.parent_id else None, teams.get(aim.team_id))
        for aim in aims
    ]


# --- what a file does -----------------------------------------------------------------------------------------


async def test_the_tree_becomes_what_the_rows_say_whatever_their_order(council):
    report = await bring_priorities(
        council, TEN_DAYS, CALLS, LISTEN, {"title": "Tidy stores", "team": "Complaints"}
    )
    assert report.added == (TEN_DAYS["title"], CALLS["title"], LISTEN["title"], "Tidy stores")
    assert await aims_of(council) == [
        (AimKind.GOAL, "Every complaint in ten days", "Services that listen", "Complaints"),
        (AimKind.PRIORITY, "Calls answered", "Services that listen", None),
        (AimKind.PRIORITY, "Services that listen", None, None),
        (AimKind.GOAL, "Tidy stores", None, "Complaints"),
    ]


async def test_repeating_a_file_changes_nothing(council):
    await bring_priorities(council, LISTEN, CALLS, TEN_DAYS)
    stored = await all_stored(council)
    report = await bring_priorities(council, LISTEN, CALLS, TEN_DAYS)
    assert (report.added, report.updated, len(report.unchanged), report.left_out) == ((), (), 3, ())
    assert await all_stored(council) == stored


async def test_a_later_file_moves_and_respells_and_leaves_the_rest(council):
    await bring_priorities(council, LISTEN, CALLS, TEN_DAYS)
    report = await bring_priorities(council, {"title": "CALLS answered", "serves": "-"}, {"title": "Safe homes"})
    assert (report.updated, report.added) == (("CALLS answered",), ("Safe homes",))
    assert report.left_out == ("Every complaint in ten days", "Services that listen")
    assert await aims_of(council) == [
        (AimKind.PRIORITY, "Services that listen", None, None),
        (AimKind.PRIORITY, "CALLS answered", None, None),
        (AimKind.GOAL, "Every complaint in ten days", "Services that listen", "Complaints"),
        (AimKind.PRIORITY, "Safe homes", None, None),
    ]


async def test_a_dry_run_tells_the_same_and_saves_nothing(council):
    before = await all_stored(council)
    dry = await bring_priorities(council, LISTEN, TEN_DAYS, dry_run=True)
    assert await all_stored(council) == before
    assert dry == replace(await bring_priorities(council, LISTEN, TEN_DAYS), dry_run=True)


# --- what is wrong with a file --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "column", "trouble", "facts"),
    [
        ({"title": ""}, "title", Trouble.MISSING, {}),
        ({"title": "x" * (LONGEST_TITLE + 1)}, "title", Trouble.LONG_TITLE, {"written": "151"}),
        ({"title": "SERVICES that listen"}, "title", Trouble.REPEATED_AIM, {"first": "2"}),
        ({"title": "A", "team": "Complants"}, "team", Trouble.UNKNOWN_TEAM, {"nearest": "Complaints"}),
        ({"title": "A", "team": "Zzz"}, "team", Trouble.UNKNOWN_TEAM, {"nearest": NONE}),
        (
            {"title": "A", "serves": "Services that lisen"},
            "serves",
            Trouble.UNKNOWN_AIM,
            {"nearest": LISTEN["title"]},
        ),
        ({"title": "A", "serves": TEN_DAYS["title"]}, "serves", Trouble.PRIORITY_SERVES_GOAL, {"written": "A"}),
        ({"title": "A", "serves": "a"}, "serves", Trouble.AIM_CIRCLE, {"path": "A → A"}),
    ],
)
async def test_a_bad_row_is_named_with_its_line_column_and_facts(council, row, column, trouble, facts):
    before = await all_stored(council)
    report = await bring_priorities(council, LISTEN, TEN_DAYS, row)
    assert named(report.problems) == [(4, column, trouble)]
    assert facts.items() <= report.problems[0].facts.items()
    assert await all_stored(council) == before


async def test_a_circle_is_named_once_through_what_is_known_already(council):
    await bring_priorities(council, LISTEN, CALLS, {"title": "Letters", "serves": "Calls answered"})
    report = await bring_priorities(council, {"title": "Safe homes"}, LISTEN | {"serves": "Letters"})
    assert named(report.problems) == [(3, "serves", Trouble.AIM_CIRCLE)]
    path = "Services that listen → Letters → Calls answered → Services that listen"
    assert report.problems[0].facts["path"] == path


async def test_a_priority_that_others_serve_cannot_become_a_goal(council):
    await bring_priorities(council, LISTEN, CALLS)
    report = await bring_priorities(council, LISTEN | {"team": "Complaints"})
    assert named(report.problems) == [(2, "team", Trouble.PRIORITY_SERVES_GOAL)]


async def test_a_misspelt_column_is_named(council):
    report = await bring_priorities(council, {"title": "A", "serve": "B"})
    assert named(report.problems) == [(1, "serve", Trouble.MISSPELT_COLUMN)]


# --- objectives find what they serve --------------------------------------------------------------------------


async def objectives_of(database, who):
    person = await person_called(database, who)
    async with database.reading() as store:
        aims = {aim.id: aim.title for aim in await store.aims.all(TENANT.id)}
        found = (await store.objectives.active_for([person.id])).get(person.id, [])
    return [(each.title, each.priority, aims.get(each.aim_id)) for each in found]


async def test_an_objective_is_linked_to_the_aim_that_its_priority_names(council):
    await bring_priorities(council, LISTEN, TEN_DAYS)
    report = await bring_objectives(
        council,
        objective_row("daniel", "Answer faster", priority="every complaint in TEN days"),
        objective_row("daniel", "Ring back", priority="Services that  listen"),
    )
    assert report.warnings == ()
    assert await objectives_of(council, "daniel") == [
        ("Answer faster", "every complaint in TEN days", "Every complaint in ten days"),
        ("Ring back", "Services that listen", "Services that listen"),
    ]


async def test_an_unknown_priority_keeps_its_words_and_is_told_with_the_nearest(council):
    await bring_priorities(council, LISTEN)
    report = await bring_objectives(
        council, objective_row("daniel", "Answer faster", priority="Services that lisen", baseline="18")
    )
    assert named(report.warnings) == [(2, "priority", Trouble.UNKNOWN_PRIORITY)]
    assert report.warnings[0].facts["nearest"] == "Services that listen"
    assert await objectives_of(council, "daniel") == [("Answer faster", "Services that lisen", None)]


async def test_where_there_are_no_aims_the_words_become_the_first_priorities(council):
    rows = (
        objective_row("daniel", "Answer faster", priority="Services that listen"),
        objective_row("sian", "Mend more", priority="Safe homes"),
        objective_row("sian", "Ring back", priority="services that LISTEN"),
        objective_row("sian", "Tidy up", priority=""),
    )
    dry = await bring_objectives(council, *rows, dry_run=True)
    assert await aims_of(council) == []
    report = await bring_objectives(council, *rows)
    assert report.new_priorities == dry.new_priorities == ("Services that listen", "Safe homes")
    assert [title for _, title, _, _ in await aims_of(council)] == ["Services that listen", "Safe homes"]
    assert [served for _, _, served in await objectives_of(council, "sian")] == [
        "Safe homes",
        "Services that listen",
        None,
    ]
    again = await bring_objectives(council, *rows)
    assert (again.new_priorities, again.updated, again.warnings) == ((), (), ())


async def test_a_blank_priority_leaves_the_link_and_a_hyphen_undoes_it(council):
    await bring_priorities(council, LISTEN)
    row = objective_row("daniel", "Answer faster")
    await bring_objectives(council, row | {"priority": "Services that listen"})
    await bring_objectives(council, row | {"priority": ""})
    assert await objectives_of(council, "daniel") == [("Answer faster", "Services that listen", LISTEN["title"])]
    await bring_objectives(council, row | {"priority": "-"})
    assert await objectives_of(council, "daniel") == [("Answer faster", "", None)]


# --- laws -----------------------------------------------------------------------------------------------------

laws = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example has an organisation of its own
)
_tenants = count(1)
NAMES = ("Ash", "Beech", "Cedar", "Damson", "Elm")
FILES = st.lists(
    st.fixed_dictionaries(
        {"title": st.sampled_from(NAMES)},
        optional={
            "serves": st.sampled_from(["", "-", *NAMES, "oak"]),
            "team": st.sampled_from(["", "-", "Roads", "Rodes"]),
        },
    ),
    min_size=1,
    max_size=6,
)


@laws
@given(files=st.lists(FILES, min_size=1, max_size=3))
async def test_whatever_files_come_the_aims_stay_a_forest_and_a_refused_one_changes_nothing(
    sqlite_database, files
):
    tenant = Tenant(f"{TENANT.id}-{next(_tenants)}", "A council")
    await found_council(sqlite_database, tenant)
    await bring_people(sqlite_database, person_row("daniel", team="Roads"), tenant=tenant.id)
    for file in files:
        before = await all_stored(sqlite_database)
        report = await bring_priorities(sqlite_database, *file, tenant=tenant.id)
        if report.is_refused:
            assert await all_stored(sqlite_database) == before
            assert all(problem.line >= 1 for problem in report.problems)
        else:
            again = await bring_priorities(sqlite_database, *file, tenant=tenant.id)
            assert (again.added, again.updated) == ((), ())
        above = {title: parent for _, title, parent, _ in await aims_of(sqlite_database, tenant.id)}
        for title in above:
            seen, at = set(), title
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = above[at]
