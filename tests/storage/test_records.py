"""Tables that leave, on both databases: every row once, page by page, each organisation's its own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.model.action import AgreedAction
from core.model.checkin import CheckInState, ProgressUpdate
from core.model.feedback import Feedback, Telling, Visibility
from core.model.missed_target import MissedTarget, MissKind
from core.model.objective import Progress, Status
from core.model.person import Person, Team, Tenant
from core.model.recognition import Recognition, Sharing
from core.model.service_feedback import Scale, ServiceFeedback
from core.model.training import Course, TrainingCompletion
from core.ports import Part, Whose
from core.records.tables import TABLES, key_of, page
from storage.records import STORED
from tests.storage.council import MONDAY, NOW, check_in, objective, person, settle_in

NAMES = ("Amira Hassan", "Ben Wood", "Cai Rees", "Dee Khan", "Eve Lloyd", "Flo Pugh")
ALL = Whose("council")


def progress(percent, status=Status.ON_TRACK):
    return Progress(percent, percent, status, 4, "the weather", True, NOW)


@pytest.fixture
async def council(database):
    """Six people, five of them in Repairs, with something of everything; and another organisation."""
    people = [
        person(name, team_id="repairs" if name != "Flo Pugh" else "small", manager_id="zoe") for name in NAMES
    ]
    teams = [Team("repairs", "council", "Repairs"), Team("small", "council", "Small")]
    await settle_in(database, person("Zoe Bell"), *people, teams=teams)
    async with database.transaction() as store:
        await store.people.save_teams([replace(teams[0], lead_id="zoe")])
        states = [*[CheckInState.ANSWERED] * 4, CheckInState.MISSED, CheckInState.MISSED]
        checkins = [
            check_in(each.id, state=state, answered_at=NOW if state is CheckInState.ANSWERED else None)
            for each, state in zip(people, states, strict=True)
        ]
        await store.checkins.add(checkins)
        owned = [objective(each.id, "voids", latest=progress(50)) for each in people]
        await store.objectives.save(owned, NOW)
        await store.checkins.set_progress(
            [ProgressUpdate(c.id, o.id, progress(50)) for c, o in zip(checkins, owned, strict=True)]
        )
        await store.training.save_courses([Course("fire", "council", "Fire safety")])
        await store.training.save_completions(
            [TrainingCompletion(f"t-{each.id}", "council", each.id, "fire", MONDAY) for each in people]
        )
        for n, each in enumerate(people):
            giver = people[n - 1].id
            await store.recognitions.save(
                Recognition(f"r-{each.id}", "council", giver, each.id, "Thank you", "", Sharing.KEPT, NOW)
            )
            for read_at in (None, NOW):
                await store.feedback.save(
                    Feedback(
                        *(f"f-{each.id}-{read_at}", "council", giver, each.id, Visibility.PERSON, NOW),
                        read_at=read_at,
                        said=Telling(text="Well done"),
                    )
                )
        await store.service_feedback.save(
            [
                ServiceFeedback("s1", "council", "Survey", "1", MONDAY, 4, Scale.ONE_TO_FIVE, "Warm", "repairs"),
                ServiceFeedback(
                    *("s2", "council", "Survey", "2", MONDAY, 2, Scale.ONE_TO_FIVE, "Cold"),
                    objective_id="amira-voids",
                ),
            ]
        )
        await store.actions.save(
            [AgreedAction("a1", "council", "amira", "zoe", "Order parts", MONDAY, NOW - timedelta(days=3))]
        )
        await store.missed_targets.notice(
            [MissedTarget("m1", "council", "amira", "amira-voids", MissKind.BELOW_TARGET, MONDAY, NOW)]
        )
        # The other organisation.
        await store.tenants.add(Tenant("other", "Other Council"))
        await store.people.save([Person("gwen", "other", "gwen@other.example", "Gwen")])
        await store.training.save_courses([Course("fire-2", "other", "Fire safety")])
    return database


async def rows(database, name, whose=ALL, **part):
    async with database.reading() as store:
        return await page(store, TABLES[name], whose, Part(**({"limit": 1_000} | part)), NOW)


@pytest.mark.parametrize("name", TABLES)
async def test_pages_of_any_size_make_up_the_whole_table(council, name):
    whole = await rows(council, name)
    keys = [key_of(TABLES[name], row) for row in whole]
    assert len(set(keys)) == len(keys)
    for size in (1, 2, 5):
        found, after = [], None
        while part := await rows(council, name, limit=size, after=after):
            found += part
            after = key_of(TABLES[name], part[-1])
        assert found == whole


@pytest.mark.parametrize("name", STORED)
async def test_another_organisation_has_none_of_it(council, name):
    mine, theirs = await rows(council, name), await rows(council, name, Whose("other"))
    assert [row.email for row in theirs if hasattr(row, "email")] == (
        ["gwen@other.example"] if name == "people" else []
    )
    assert not {key_of(TABLES[name], row) for row in mine} & {key_of(TABLES[name], row) for row in theirs}
    assert len(theirs) == (1 if name in ("people", "courses") else 0)


@pytest.mark.parametrize("name", [name for name in STORED if TABLES[name].permission is not None])
async def test_of_one_person_there_is_what_is_theirs(council, name):
    found = await rows(council, name, Whose("council", ("amira",), ()))
    assert found and all(
        getattr(row, "email", "amira@abermoor.example") == "amira@abermoor.example" for row in found
    )
    assert await rows(council, name, Whose("council", (), ())) == []


async def test_counts_name_no_team_of_fewer_than_five(council):
    (week,) = await rows(council, "check-ins-by-team")
    assert (week.team, week.period, week.people, week.answered, week.missed) == ("Repairs", MONDAY, 5, 4, 1)
    (standing,) = await rows(council, "objectives-by-team")
    assert (standing.people, standing.objectives, standing.on_track) == (5, 5, 5)
    for name in ("recognition-by-team", "feedback-by-team"):
        (month,) = await rows(council, name)
        assert (month.team, month.month) == ("Repairs", date(2026, 11, 1))


async def test_feedback_that_its_reader_has_not_opened_stays_where_it_is(council):
    assert {row.id for row in await rows(council, "feedback")} == {
        f"f-{name.split()[0].lower()}-{NOW}" for name in NAMES
    }


async def test_service_users_words_go_to_those_alone_who_may_read_them(council):
    scores = await rows(council, "service-feedback")
    assert [(row.id, row.team) for row in scores] == [("s1", "Repairs"), ("s2", "")]
    assert not hasattr(scores[0], "text")
    of_lead = await rows(council, "service-comments", Whose("council", (), ("repairs",)))
    assert [(row.about, row.text) for row in of_lead] == [("Repairs", "Warm")]
    of_owner = await rows(council, "service-comments", Whose("council", ("amira",), ()))
    assert [(row.about, row.text) for row in of_owner] == [("voids", "Cold")]


async def test_rows_are_found_by_when_they_changed(council):
    updatable = [name for name, table in TABLES.items() if table.updated]
    for name in updatable:
        whole = await rows(council, name)
        changed = TABLES[name].updated
        for since in (NOW - timedelta(days=30), NOW, NOW + timedelta(days=30)):
            expected = [row for row in whole if getattr(row, changed) >= since]
            assert await rows(council, name, updated_since=since) == expected
        assert len(whole) > 0


async def test_an_answer_an_action_that_is_done_and_a_closed_window_are_changes(council):
    async with council.transaction() as store:
        action = (await store.actions.by_ids(["a1"]))["a1"]
        await store.actions.save([replace(action, closed_at=NOW)])
    assert [row.id for row in await rows(council, "actions", updated_since=NOW)] == ["a1"]
    missed = [row for row in await rows(council, "check-ins") if row.state is CheckInState.MISSED]
    assert {row.updated_at for row in missed} == {row.closes_at for row in missed}


async def test_what_is_added_between_two_pages_moves_nothing(council):
    first = await rows(council, "people", limit=3)
    async with council.transaction() as store:
        await store.people.save([person("Aa Early"), person("Zz Late")])
    rest = await rows(council, "people", after=key_of(TABLES["people"], first[-1]))
    assert [row.id for row in first] == ["amira", "ben", "cai"]
    assert [row.id for row in rest] == ["dee", "eve", "flo", "zoe", "zz"]
