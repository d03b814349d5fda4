"""What a line manager's `team` reads: as many statements for any number of reports, the same by either way in."""

import asyncio
import sqlite3
from datetime import date, timedelta
from unittest.mock import Mock

import pytest

from core.chat.event import CommandInvoked, Origin
from core.dispatch import Core
from core.model.absence import Absence
from core.model.action import AgreedAction
from core.model.checkin import ProgressUpdate
from core.model.missed_target import MissedTarget, MissKind
from core.model.objective import Milestone, Progress, Status
from core.model.person import Account, Platform
from core.ports import StoreUnavailable
from storage.prepared import _remembering
from tests.clock import MovableClock
from tests.storage.council import MONDAY, NOW, TENANT, check_in, objective, person, settle_in
from tests.storage.test_query_plans import statements

COMMAND = CommandInvoked(Origin(Platform.SLACK, "T1", "U-megan", "E1", "D1", private=True), "team")
OFF_TRACK = Progress(4.0, 40.0, Status.OFF_TRACK, 2, "No plumber", outside_control=True, reported_at=NOW)


async def a_team_of(size, database):
    """Megan's reports, each with everything that a status speaks of."""
    staff = [person(f"P{number}", manager_id="megan") for number in range(size)]
    await settle_in(database, person("Megan Pugh"), *staff)
    async with database.transaction() as store:
        await store.people.link(Account(Platform.SLACK, "T1", "U-megan", "megan"))
        for each in staff:
            who = each.id
            checkin = check_in(who)
            own = objective(who, "voids", due_on=MONDAY, milestones=(Milestone("Survey", date(2026, 12, 1)),))
            await store.objectives.save([own], NOW)
            await store.objectives.set_latest({own.id: OFF_TRACK})
            await store.objectives.share(own.id, [staff[0].id])
            await store.checkins.add([checkin])
            await store.checkins.set_progress([ProgressUpdate(checkin.id, own.id, OFF_TRACK)])
            miss = MissedTarget(f"m-{who}", TENANT.id, who, own.id, MissKind.BELOW_TARGET, MONDAY, NOW)
            await store.missed_targets.notice([miss])
            await store.actions.save(
                [AgreedAction(f"a-{who}", TENANT.id, who, "megan", "Ask", MONDAY, NOW, own.id)]
            )
            await store.absences.add(Absence(f"l-{who}", TENANT.id, who, MONDAY, MONDAY))


@pytest.mark.parametrize("size", [3, 30])
async def test_a_status_takes_as_many_statements_for_thirty_reports_as_for_three(database, size):
    await a_team_of(size, database)
    async with statements(database) as executed, database.transaction() as store:
        outcome = await Core(MovableClock(NOW + timedelta(hours=3))).handle(COMMAND, store)
    # Ten for the reports, one each for who asks, which team they lead and whom they stand in for, and what the
    # audit log takes to note that they looked.
    assert len(executed) == 16
    table = next(part for part in outcome.immediate[0].card.parts if hasattr(part, "rows"))
    assert len(table.rows) == size


async def test_a_reader_answers_as_a_transaction_does(database):
    await a_team_of(3, database)
    core = Core(MovableClock(NOW + timedelta(hours=3)))
    async with database.transaction() as store:
        told = await core.handle(COMMAND, store)
    async with database.reading() as store:
        assert await core.handle(COMMAND, store) == told


async def test_what_a_transaction_commits_is_in_the_next_status(database):
    await a_team_of(3, database)
    async with database.reading() as store:
        before = await store.people.reports_of("megan")
    async with database.transaction() as store:
        await store.people.save([person("Owen Rees", manager_id="megan")])
    async with database.reading() as store:
        after = await store.people.reports_of("megan")
    assert [each.name for each in after if each not in before] == ["Owen Rees"]


async def test_readers_side_by_side_each_get_an_answer(database):
    await a_team_of(3, database)

    async def read():
        async with database.reading() as store:
            await asyncio.sleep(0)
            return len(await store.people.reports_of("megan"))

    assert await asyncio.gather(*[read() for _ in range(40)]) == [3] * 40


@pytest.mark.parametrize(
    ("code", "raised"),
    [(sqlite3.SQLITE_IOERR, StoreUnavailable), (sqlite3.SQLITE_ERROR, sqlite3.OperationalError)],
)
async def test_a_failing_disk_is_told_from_a_mistake_of_ours(sqlite_database, monkeypatch, code, raised):
    await settle_in(sqlite_database)
    error = sqlite3.OperationalError("what the database says")
    error.sqlite_errorcode = code
    broken = Mock(execute=Mock(side_effect=error))
    monkeypatch.setattr("storage.prepared.reads_directly", lambda _: broken)
    with pytest.raises(raised):
        async with sqlite_database.reading() as store:
            await store.people.reports_of("megan")
    monkeypatch.undo()
    async with sqlite_database.reading() as store:
        assert await store.people.reports_of("megan") == []


def test_a_value_that_could_be_changed_is_shared_by_nobody():
    with pytest.raises(TypeError):
        _remembering(lambda kept: [kept])("a")
