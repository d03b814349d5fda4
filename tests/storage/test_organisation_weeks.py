"""Weeks of an organisation on each database: kept once, read by division, and found by index."""

from datetime import UTC, date, datetime, timedelta

from core.model.checkin import CheckInState, ProgressUpdate
from core.model.objective import Progress, Status
from core.model.organisation_week import Asked, Cell, Dimension, KeptWeek, Obstacle, Said
from core.model.person import Team
from core.ports import ServedBy
from core.services.keep_weeks import keep_weeks, monday_of
from core.understanding.removers import Remover
from core.understanding.themes import Theme
from tests.storage.council import MONDAY, NOW, check_in, objective, person, settle_in
from tests.storage.test_query_plans import plan, statements

BEFORE = MONDAY - timedelta(weeks=1)
CELL = Cell(MONDAY, Dimension.TEAM, "repairs", "homes", 7, 7, 6, 5, 8, 4, 2, 6, 24)
MET = Obstacle(MONDAY, "boiler, parts", Theme.SUPPLIERS, Remover.OUTSIDE, 6, 3, 2, ("homes", "waste"))


async def settle(database):
    staff = [person(name, team_id="repairs") for name in ("Amira Hassan", "Ben Lloyd", "Cai Rees")]
    await settle_in(database, *staff, teams=[Team("repairs", "council", "Repairs")])
    async with database.transaction() as store:
        await store.checkins.add(
            [
                check_in("amira", BEFORE, state=CheckInState.ANSWERED),
                check_in("amira", state=CheckInState.ANSWERED),
                check_in("ben", state=CheckInState.MISSED),
                check_in("cai", state=CheckInState.AWAY),
            ]
        )
        owned = [objective("amira", title) for title in ("voids", "calls")]
        await store.objectives.save(owned, NOW)
        said = (
            Progress(status=Status.AT_RISK, confidence=2, factors="No parts", outside_control=True),
            Progress(),
        )
        await store.checkins.set_progress(
            ProgressUpdate(f"amira-{MONDAY}", each.id, progress)
            for each, progress in zip(owned, said, strict=True)
        )


async def test_what_is_counted_is_read_as_it_stands(database):
    await settle(database)
    async with database.reading() as store:
        weeks = store.organisation_weeks
        assert await weeks.first_period("council") == BEFORE
        assert await weeks.first_period("elsewhere") is None
        asked = await weeks.asked("council", MONDAY, MONDAY + timedelta(days=6))
        assert sorted(asked) == [Asked("amira", 1, 1), Asked("ben", 1, 0)]
        said = await weeks.said("council", MONDAY, MONDAY + timedelta(days=6))
        assert said == [Said("amira", None, Status.AT_RISK, True, 2, "No parts")]
        assert await weeks.said("elsewhere", MONDAY, MONDAY) == []
        (amira,) = [each for each in await weeks.members("council") if each.id == "amira"]
        assert (amira.team_id, amira.working_days) == ("repairs", frozenset({1, 2, 3, 4, 5}))
        served = await weeks.served("council", datetime(2020, 1, 1, tzinfo=UTC))
        assert served == [ServedBy("", "repairs", 2, 1, 0)]


async def test_a_week_is_kept_once(database):
    await settle(database)
    kept = KeptWeek(MONDAY, (Cell(MONDAY, Dimension.WHOLE), CELL), (MET,))
    async with database.transaction() as store:
        await store.organisation_weeks.keep("council", [kept])
        changed = KeptWeek(MONDAY, (Cell(MONDAY, Dimension.WHOLE, asked=9), Cell(MONDAY, Dimension.TEAM, "x")))
        await store.organisation_weeks.keep("council", [changed])
    async with database.reading() as store:
        weeks = store.organisation_weeks
        assert await weeks.kept("council") == {MONDAY}
        assert await weeks.cells("council", Dimension.TEAM, MONDAY, MONDAY) == [CELL]
        assert await weeks.cells("council", Dimension.TEAM, MONDAY, MONDAY, "homes") == [CELL]
        assert await weeks.cells("council", Dimension.TEAM, MONDAY, MONDAY, "waste") == []
        assert await weeks.cells("council", Dimension.WHOLE, MONDAY, MONDAY) == [Cell(MONDAY, Dimension.WHOLE)]
        assert await weeks.obstacles("council", MONDAY, MONDAY) == [MET]
        assert await weeks.obstacles("elsewhere", MONDAY, MONDAY) == []


async def test_weeks_are_found_by_index(sqlite_database):
    await settle(sqlite_database)
    async with statements(sqlite_database) as executed, sqlite_database.transaction() as store:
        weeks = store.organisation_weeks
        await weeks.asked("council", MONDAY, MONDAY)
        await weeks.said("council", MONDAY, MONDAY)
        await weeks.first_period("council")
        for dimension in Dimension:
            await weeks.cells("council", dimension, MONDAY, MONDAY)
        await weeks.obstacles("council", MONDAY, MONDAY)
        await weeks.kept("council")
    assert executed
    for statement, parameters in executed:
        for step in await plan(sqlite_database, statement, parameters):
            assert not step.startswith("SCAN"), (statement, step)


async def test_as_many_queries_for_a_week_of_many_as_of_few(sqlite_database):
    await settle(sqlite_database)
    today = monday_of(MONDAY) + timedelta(weeks=2)
    async with statements(sqlite_database) as executed, sqlite_database.transaction() as store:
        assert await keep_weeks(store, "council", today, at_least=1) == 0
    few = len(executed)
    people = [person(f"Eve{number} Moss", team_id="repairs") for number in range(40)]
    async with sqlite_database.transaction() as store:
        await store.people.save(people)
        later = MONDAY + timedelta(weeks=2)
        await store.checkins.add(check_in(each.id, later, state=CheckInState.ANSWERED) for each in people)
    async with statements(sqlite_database) as executed, sqlite_database.transaction() as store:
        await keep_weeks(store, "council", today + timedelta(weeks=2), at_least=1)
    assert len(executed) <= few
    async with sqlite_database.reading() as store:
        assert date(later.year, later.month, later.day) in await store.organisation_weeks.kept("council")
