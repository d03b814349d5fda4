"""Objectives come from files: all or nothing, every bad row named, and as often as anyone likes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.model.measure import Direction
from core.model.objective import Progress, Status
from core.model.person import Tenant
from core.services.import_report import Trouble
from tests.import_rows import (
    TENANT,
    all_stored,
    bring_objectives,
    bring_people,
    email,
    found_council,
    named,
    objective_row,
    person_called,
    person_row,
)

FASTER = objective_row("daniel", "Answer faster", unit="days", baseline="18")
LESSONS = objective_row("daniel", "Learn from complaints", unit="%", target="95%", baseline="52")
WELSH = objective_row("sian", "Offer Welsh", target="90")


@pytest.fixture
async def council(sqlite_database):
    await found_council(sqlite_database)
    await bring_people(sqlite_database, person_row("daniel"), person_row("sian"))
    return sqlite_database


async def objectives_of(database, who):
    person = await person_called(database, who)
    async with database.reading() as store:
        return (await store.objectives.active_for([person.id])).get(person.id, [])


# --- what a file does -----------------------------------------------------------------------------------------


async def test_an_objective_becomes_what_the_row_says(council):
    row = objective_row(
        "DANIEL",
        "Spend less on post",
        measure="Spend on postage",
        target="£1,200.50",
        unit="£",
        baseline="2400",
        due_date="2027-03-31",
        priority="Sound finances",
        direction="Down",
        weight="2",
    )
    report = await bring_objectives(council, row)
    assert report.added == (f"{email('daniel')}: Spend less on post",)
    (found,) = await objectives_of(council, "daniel")
    assert (found.title, found.measure, found.unit) == ("Spend less on post", "Spend on postage", "£")
    assert (found.target, found.baseline, found.direction, found.weight) == (1200.5, 2400.0, Direction.DOWN, 2.0)
    assert (found.due_on, found.priority) == (date(2027, 3, 31), "Sound finances")


async def test_a_persons_objectives_keep_the_files_order(council):
    await bring_objectives(council, LESSONS, WELSH, FASTER)
    assert [each.title for each in await objectives_of(council, "daniel")] == [
        "Learn from complaints",
        "Answer faster",
    ]


async def test_repeating_a_file_changes_nothing(council):
    await bring_objectives(council, FASTER, LESSONS, WELSH)
    stored = await all_stored(council)
    report = await bring_objectives(council, FASTER, LESSONS, WELSH)
    assert (report.added, report.updated, len(report.unchanged), report.left_out) == ((), (), 3, ())
    assert await all_stored(council) == stored


async def test_a_changed_row_updates_and_leaves_what_was_reported(council):
    await bring_objectives(council, FASTER, LESSONS)
    before = (await objectives_of(council, "daniel"))[0]
    said = Progress(value=15.0, status=Status.AT_RISK, reported_at=datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    async with council.transaction() as store:
        await store.objectives.set_latest({before.id: said})
    report = await bring_objectives(council, FASTER | {"title": "ANSWER FASTER", "target": "8"}, LESSONS)
    assert report.updated == (f"{email('daniel')}: ANSWER FASTER",)
    after = (await objectives_of(council, "daniel"))[0]
    placed_anew = replace(said, percent=30.0)
    assert after == replace(before, title="ANSWER FASTER", target=8.0, latest=placed_anew)


async def test_what_is_left_out_is_reported_for_people_in_the_file_and_stays(council):
    await bring_objectives(council, FASTER, LESSONS, WELSH)
    report = await bring_objectives(council, FASTER)
    assert report.left_out == (f"{email('daniel')}: Learn from complaints",)
    assert len(await objectives_of(council, "daniel")) == 2


async def test_a_blank_cell_leaves_what_is_known_and_a_hyphen_empties_it(council):
    known = FASTER | {"due_date": "2027-03-31", "weight": "3", "priority": "Services that listen"}
    await bring_objectives(council, known)
    needed = objective_row("daniel", "Answer faster")
    assert (await bring_objectives(council, dict.fromkeys(known, "") | needed)).updated == ()
    assert (await bring_objectives(council, needed)).updated == ()
    await bring_objectives(council, dict.fromkeys(known, "-") | needed)
    (found,) = await objectives_of(council, "daniel")
    assert (found.due_on, found.weight, found.priority, found.baseline, found.unit) == (None, 1.0, "", None, "")


@pytest.mark.parametrize(
    ("cells", "direction"),
    [
        ({"baseline": "18"}, Direction.DOWN),
        ({"baseline": "2"}, Direction.UP),
        ({"baseline": "18", "direction": "-"}, Direction.DOWN),
        ({}, Direction.UP),
        ({"direction": "down"}, Direction.DOWN),
    ],
)
async def test_the_direction_follows_from_baseline_and_target(council, cells, direction):
    await bring_objectives(council, objective_row("daniel", "Answer faster", **cells))
    assert [each.direction for each in await objectives_of(council, "daniel")] == [direction]


async def test_a_dry_run_tells_the_same_and_saves_nothing(council):
    before = await all_stored(council)
    dry = await bring_objectives(council, FASTER, WELSH, dry_run=True)
    assert await all_stored(council) == before
    assert dry == replace(await bring_objectives(council, FASTER, WELSH), dry_run=True)


# --- what is wrong with a file --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "written", "trouble", "facts"),
    [
        ("email", email("danniel"), Trouble.UNKNOWN_PERSON, {"nearest": email("daniel")}),
        ("email", "daniel", Trouble.BAD_EMAIL, {}),
        ("title", "", Trouble.MISSING, {}),
        ("measure", "", Trouble.MISSING, {}),
        ("target", "", Trouble.MISSING, {}),
        ("target", "ten", Trouble.BAD_NUMBER, {"written": "ten"}),
        ("target", "1,5", Trouble.BAD_NUMBER, {}),
        ("target", "95%", Trouble.BAD_NUMBER, {}),
        ("target", "nan", Trouble.BAD_NUMBER, {}),
        ("target", "9" * 400, Trouble.BAD_NUMBER, {}),
        ("target", "18", Trouble.TARGET_IS_BASELINE, {}),
        ("baseline", "#DIV/0!", Trouble.SPREADSHEET_ERROR, {}),
        ("due_date", "31.3.2027", Trouble.BAD_DATE, {"nearest": "2027-03-31"}),
        ("direction", "sideways", Trouble.UNKNOWN_CHOICE, {"allowed": "up, down"}),
        ("direction", "up", Trouble.WRONG_DIRECTION, {"right": "down"}),
        ("weight", "0", Trouble.BAD_WEIGHT, {}),
        ("weight", "heavy", Trouble.BAD_NUMBER, {}),
    ],
)
async def test_a_bad_cell_is_named_with_its_line_column_and_facts(council, column, written, trouble, facts):
    before = await all_stored(council)
    report = await bring_objectives(council, WELSH, FASTER | {column: written})
    assert named(report.problems) == [(3, column, trouble)]
    assert facts.items() <= report.problems[0].facts.items()
    assert await all_stored(council) == before


async def test_a_target_is_held_against_a_baseline_that_is_known(council):
    await bring_objectives(council, FASTER)
    report = await bring_objectives(council, objective_row("daniel", "Answer faster", target="18"))
    assert named(report.problems) == [(2, "target", Trouble.TARGET_IS_BASELINE)]


async def test_the_same_objective_twice_is_named(council):
    report = await bring_objectives(council, FASTER, WELSH, FASTER | {"title": "answer  FASTER"})
    assert named(report.problems) == [(4, "title", Trouble.REPEATED_OBJECTIVE)]
    assert report.problems[0].facts["first"] == "2"


async def test_missing_columns_are_told_once(council):
    report = await bring_objectives(council, *({"email": email("daniel"), "objective": "x"} for _ in range(3)))
    assert named(report.problems) == [
        (1, "title", Trouble.MISSING_COLUMN),
        (1, "measure", Trouble.MISSING_COLUMN),
        (1, "target", Trouble.MISSING_COLUMN),
    ]
    assert named(report.warnings) == [(1, "objective", Trouble.UNKNOWN_COLUMN)]


# --- laws -----------------------------------------------------------------------------------------------------

laws = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example has an organisation of its own
)
_tenants = count(1)

NUMBERS = st.floats(-1e9, 1e9).map(lambda value: f"{value:,.3f}")
FILES = st.lists(
    st.fixed_dictionaries(
        {
            "email": st.sampled_from([email("daniel"), email("sian")]),
            "title": st.text("abcŵŷ É", min_size=1, max_size=8).filter(str.strip),
            "measure": st.just("Days"),
            "target": NUMBERS,
        },
        optional={
            "unit": st.sampled_from(["", "days", "%", "£", "-"]),
            "due_date": st.one_of(st.just(""), st.dates(date(2020, 1, 1), date(2100, 1, 1)).map(date.isoformat)),
            "direction": st.sampled_from(["", "up", "down", "-"]),
            "weight": st.sampled_from(["", "1", "2.5", "-"]),
        },
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda row: (row["email"], " ".join(row["title"].casefold().split())),
)


async def fresh_tenant(database):
    tenant = Tenant(f"{TENANT.id}-{next(_tenants)}", "A council")
    await found_council(database, tenant)
    await bring_people(database, person_row("daniel"), person_row("sian"), tenant=tenant.id)
    return tenant.id


@laws
@given(file=FILES)
async def test_repeating_any_valid_file_changes_nothing(sqlite_database, file):
    tenant = await fresh_tenant(sqlite_database)
    first = await bring_objectives(sqlite_database, *file, tenant=tenant)
    assert (first.problems, len(first.added)) == ((), len(file))
    stored = await all_stored(sqlite_database)
    again = await bring_objectives(sqlite_database, *file, tenant=tenant)
    assert (len(again.unchanged), again.left_out) == (len(file), ())
    assert await all_stored(sqlite_database) == stored


@laws
@given(
    file=FILES, bad=st.sampled_from([{"email": email("zoe")}, {"target": "many"}, {"title": ""}]), data=st.data()
)
async def test_a_bad_row_anywhere_leaves_the_database_untouched(sqlite_database, file, bad, data):
    tenant = await fresh_tenant(sqlite_database)
    stored = await all_stored(sqlite_database)
    place = data.draw(st.integers(0, len(file)))
    wrong = objective_row("daniel", "Zzz") | bad
    report = await bring_objectives(sqlite_database, *file[:place], wrong, *file[place:], tenant=tenant)
    assert [problem.line for problem in report.problems] == [place + 2]
    assert await all_stored(sqlite_database) == stored
