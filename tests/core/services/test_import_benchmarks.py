"""Outside figures come from files: all or nothing, every bad row named, and as often as anyone likes."""

from datetime import date

import pytest

from core.model.benchmark import TARGET, Benchmark, TeamMeasure
from core.model.period import Period, PeriodKind
from core.model.service_feedback import Scale
from core.services.import_benchmarks import import_benchmarks
from core.services.import_list import Kind, kind_of
from core.services.import_report import Trouble
from tests.clock import MovableClock
from tests.import_rows import TENANT, all_stored, found_council, named, numbered


def row(**cells):
    usual = {"measure": "participation", "scope": "NHS trusts in England", "period": "2025/26"}
    return usual | {"value": "62", "source": "NHS Staff Survey 2025"} | cells


async def bring(database, *rows, **options):
    async with database.transaction() as store:
        return await import_benchmarks(store, TENANT.id, numbered(rows), MovableClock().now(), **options)


async def known(database):
    async with database.reading() as store:
        return await store.benchmarks.all(TENANT.id)


@pytest.fixture(autouse=True)
async def council(sqlite_database):
    await found_council(sqlite_database)


async def test_figures_are_kept_with_scope_period_and_source(sqlite_database):
    report = await bring(sqlite_database, row(), row(scope="Target", period="2026/27", value="80%"))
    assert report.added == (
        "participation: NHS trusts in England, 2025/26",
        "participation: target, 2026/27",
    )
    target, outside = await known(sqlite_database)
    assert target.scope_key == TARGET and target.is_target and target.value == 80
    year = Period(date(2025, 4, 1), PeriodKind.FINANCIAL_YEAR)
    assert outside == Benchmark(
        TENANT.id,
        TeamMeasure.PARTICIPATION,
        "nhs trusts in england",
        year,
        "NHS trusts in England",
        62,
        Scale.PERCENT,
        "NHS Staff Survey 2025",
    )


async def test_a_repeat_changes_nothing_and_a_correction_one_figure(sqlite_database):
    await bring(sqlite_database, row(), row(measure="Hyder", value="3.9"))
    before = await all_stored(sqlite_database)
    again = await bring(
        sqlite_database, row(scope="nhs trusts in england"), row(measure="confidence", value="3.9")
    )
    assert (again.added, again.updated, len(again.unchanged)) == ((), (), 2)
    assert await all_stored(sqlite_database) == before
    corrected = await bring(sqlite_database, row(value="63", source="NHS Staff Survey 2025, revised"))
    assert len(corrected.updated) == 1
    assert [each.value for each in await known(sqlite_database)] == [3.9, 63]


async def test_a_dry_run_and_a_bad_row_keep_nothing(sqlite_database):
    before = await all_stored(sqlite_database)
    assert len((await bring(sqlite_database, row(), dry_run=True)).added) == 1
    await bring(sqlite_database, row(), row(measure="morale"))
    assert await all_stored(sqlite_database) == before


@pytest.mark.parametrize(
    ("cells", "column", "trouble"),
    [
        ({"measure": "morale"}, "measure", Trouble.UNKNOWN_MEASURE),
        ({"period": "2025/27"}, "period", Trouble.BAD_PERIOD),
        ({"period": "2031/32"}, "period", Trouble.PERIOD_TO_COME),
        ({"value": "many"}, "value", Trouble.BAD_NUMBER),
        ({"value": "162"}, "value", Trouble.OFF_SCALE),
        ({"value": "0.62"}, "value", Trouble.SHARE_OF_ONE),
        ({"measure": "confidence", "value": "62"}, "value", Trouble.OFF_SCALE),
        ({"scale": "1 to 5", "value": "4"}, "scale", Trouble.SCALE_DIFFERS),
        ({"scale": "stars"}, "scale", Trouble.UNKNOWN_SCALE),
        ({"source": ""}, "source", Trouble.MISSING),
        ({"source": "x" * 201}, "source", Trouble.TOO_LONG),
    ],
)
async def test_what_is_wrong_is_named_by_line_and_column(sqlite_database, cells, column, trouble):
    report = await bring(sqlite_database, row(), row(scope="Wales") | cells)
    assert named(report.problems) == [(3, column, trouble)]


async def test_an_unknown_measure_says_which_are_known_and_the_nearest(sqlite_database):
    (near,) = (await bring(sqlite_database, row(measure="particpation rate"))).problems
    assert near.facts["nearest"] == "participation"
    (far,) = (await bring(sqlite_database, row(measure="xyz"))).problems
    assert far.facts["nearest"] == "none"
    assert all(each in far.facts["allowed"] for each in TeamMeasure)


async def test_the_same_figure_twice_is_told_with_both_lines(sqlite_database):
    (problem,) = (await bring(sqlite_database, row(), row(scope="NHS Trusts in England", value="70"))).problems
    assert (problem.line, problem.trouble, problem.facts["first"]) == (3, Trouble.REPEATED_BENCHMARK, "2")


async def test_small_shares_and_satisfaction_on_its_own_scale_are_fine(sqlite_database):
    rows = (
        row(measure="outside-control", value="0.5%", period="2025 Q4"),
        row(measure="satisfaction", value="4.1", scale="1 to 5", period="November 2025"),
    )
    assert len((await bring(sqlite_database, *rows)).added) == 2


def test_a_list_of_figures_is_known_by_its_columns():
    assert kind_of(numbered([row()])) is Kind.BENCHMARKS
    assert kind_of(numbered([{"measure": "training", "scope": "Wales", "value": "80"}])) is Kind.BENCHMARKS
