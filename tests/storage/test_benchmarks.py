"""Outside figures, and teams' own figures as each database counts them."""

from dataclasses import replace
from datetime import date, timedelta

from core.model.benchmark import Benchmark, TeamMeasure
from core.model.checkin import CheckInState, ProgressUpdate
from core.model.objective import Progress, Status
from core.model.period import Period, PeriodKind
from core.model.person import Team
from core.model.service_feedback import Scale, ServiceFeedback
from core.ports.benchmarks import TeamProgress, TeamService, TeamWeek
from tests.storage.council import MONDAY, NOW, check_in, objective, person, settle_in
from tests.storage.test_query_plans import plan, statements

YEAR = Period(date(2025, 4, 1), PeriodKind.FINANCIAL_YEAR)
KNOWN = Benchmark(
    "council", TeamMeasure.PARTICIPATION, "nhs trusts", YEAR, "NHS trusts", 62.5, Scale.PERCENT, "NHS Staff Survey"
)
BEFORE = MONDAY - timedelta(weeks=1)


async def settle(database):
    staff = [person(name, team_id="repairs") for name in ("Amira Hassan", "Ben Lloyd", "Cai Rees")]
    teams = [Team("repairs", "council", "Repairs"), Team("planning", "council", "Planning")]
    await settle_in(database, *staff, person("Dee Khan", team_id="planning"), person("Eve Moss"), teams=teams)
    async with database.transaction() as store:
        await store.checkins.add(
            [
                check_in("amira", BEFORE, state=CheckInState.ANSWERED),
                check_in("amira", state=CheckInState.ANSWERED),
                check_in("ben", state=CheckInState.PARTLY),
                check_in("cai", state=CheckInState.AWAY),
                check_in("dee", state=CheckInState.MISSED),
                check_in("eve", state=CheckInState.ANSWERED),
            ]
        )
        owned = [objective("amira", title) for title in ("voids", "calls", "boilers")]
        await store.objectives.save(owned, NOW)
        said = (
            Progress(percent=140, status=Status.ON_TRACK, confidence=5),
            Progress(percent=-20, status=Status.OFF_TRACK, confidence=2, outside_control=True),
            Progress(),
        )
        await store.checkins.set_progress(
            ProgressUpdate(f"amira-{MONDAY}", each.id, progress)
            for each, progress in zip(owned, said, strict=True)
        )


async def test_a_figure_is_kept_with_its_source_and_changed_in_place(database):
    await settle(database)
    older = replace(KNOWN, period=Period(date(2024, 1, 1), PeriodKind.YEAR), scope="All", scope_key="all")
    async with database.transaction() as store:
        await store.benchmarks.save([older, KNOWN])
        await store.benchmarks.save([replace(KNOWN, value=63, scope="NHS Trusts")])
        await store.benchmarks.save([])
    async with database.reading() as store:
        assert await store.benchmarks.all("council") == [replace(KNOWN, value=63, scope="NHS Trusts"), older]
        assert await store.benchmarks.all("elsewhere") == []


async def test_check_ins_are_counted_by_team_and_period(database):
    await settle(database)
    async with database.reading() as store:
        figures = store.team_figures
        assert await figures.weeks("council", BEFORE, MONDAY) == [
            TeamWeek("repairs", BEFORE, 1, 1),
            TeamWeek("planning", MONDAY, 1, 0),
            TeamWeek("repairs", MONDAY, 2, 1),
        ]
        assert await figures.weeks("council", MONDAY, MONDAY, "planning") == [TeamWeek("planning", MONDAY, 1, 0)]
        assert await figures.people("council", BEFORE, MONDAY) == {"repairs": 2, "planning": 1}
        assert await figures.answering("council", BEFORE, MONDAY) == {"repairs": 1}
        assert await figures.weeks("elsewhere", BEFORE, MONDAY) == []


async def test_progress_is_summed_within_nought_and_a_hundred(database):
    await settle(database)
    async with database.reading() as store:
        for team_id in (None, "repairs"):
            found = await store.team_figures.progress("council", BEFORE, MONDAY, team_id)
            assert found == [TeamProgress("repairs", MONDAY, 1, 2, 1, 1, 2, 100.0, 2, 7)]
        assert await store.team_figures.progress("council", BEFORE, MONDAY, "planning") == []


async def test_service_users_answers_are_summed_by_month_and_scale(database):
    await settle(database)

    def said(number, day, score, scale=Scale.ONE_TO_FIVE):
        reference = str(number)
        return ServiceFeedback(reference, "council", "Survey", reference, day, score, scale, "", "repairs")

    async with database.transaction() as store:
        await store.service_feedback.save(
            [
                said(1, date(2026, 9, 30), 2),
                said(2, date(2026, 10, 1), 4),
                said(3, date(2026, 10, 31), 5),
                said(4, date(2026, 10, 5), 80, Scale.PERCENT),
            ]
        )
    async with database.reading() as store:
        for team_id in (None, "repairs"):
            assert await store.team_figures.service("council", date(2026, 9, 1), MONDAY, team_id) == [
                TeamService("repairs", date(2026, 9, 1), Scale.ONE_TO_FIVE, 1, 2),
                TeamService("repairs", date(2026, 10, 1), Scale.ONE_TO_FIVE, 2, 9),
                TeamService("repairs", date(2026, 10, 1), Scale.PERCENT, 1, 80),
            ]


async def test_one_teams_figures_are_found_by_index(sqlite_database):
    await settle(sqlite_database)
    async with sqlite_database.transaction() as store, statements(sqlite_database) as executed:
        await store.team_figures.weeks("council", BEFORE, MONDAY, "repairs")
        await store.team_figures.progress("council", BEFORE, MONDAY, "repairs")
        await store.team_figures.service("council", BEFORE, MONDAY, "repairs")
    assert len(executed) == 3
    for statement, parameters in executed:
        steps = await plan(sqlite_database, statement, parameters)
        assert not [step for step in steps if step.startswith("SCAN")], steps
