"""Broadcasts that ask for training: however it is recorded counts, and nobody is asked twice."""

from dataclasses import replace
from datetime import date

import pytest

from core.model.training import CompletionState, TrainingCompletion
from core.services.import_training import import_training
from core.services.plan_training import plan_everyone_soon
from tests.stories.council import TENANT, titles_of
from tests.stories.test_broadcasts import FIRE, asks_of_housing, carys, goes, got, hr, is_on_leave, owen, writes

__all__ = ["carys", "hr", "owen"]

RECORD = {"Button for them": "“Record the training”"}


async def _asked(council, hr, people="2 people"):
    """HR asks who lacks Fire safety to record it; the message that shows how far it has got."""
    await writes(hr, **RECORD)
    await hr.taps(f"Send to {people}")
    progress = hr.last
    await goes(council)
    return progress


async def test_what_hr_records_in_bulk_is_acted_on_by_each_of_them(council, hr, owen, carys):
    progress = await _asked(council, hr)
    messages = owen.last, carys.last
    await hr.says("hr completed fire safety 19 Nov:\nOwen Hughes\nCarys Evans")
    assert "Recorded. Thank you." in messages[0].text
    assert "Diolch" in messages[1].text
    await goes(council, 60)
    assert "Acted: 2" in progress.text


async def test_what_a_file_says_is_acted_on_once_however_often_it_is_imported(council, hr, owen, carys):
    progress = await _asked(council, hr)
    message = owen.last
    row = {"course": "Fire safety", "email": owen.person.email, "completed_on": "2026-11-19"}
    for _ in range(2):
        async with council.database.transaction() as store:
            await import_training(store, TENANT.id, [(2, row)], council.clock.now())
        await council.deliver()
    assert "Recorded. Thank you." in message.text
    await goes(council, 60)
    assert "Acted: 1" in progress.text


async def test_what_hr_accepts_is_acted_on_where_it_was_recorded_before_the_broadcast(council, hr, owen):
    done = TrainingCompletion(
        "waits", TENANT.id, owen.person.id, FIRE.id, date(2026, 11, 18), state=CompletionState.PENDING
    )
    async with council.database.transaction() as store:
        await store.training.save_courses([replace(FIRE, verified=True)])
        await store.training.save_completions([done])
    await _asked(council, hr, "one person")
    message = owen.last
    await hr.says("hr verify")
    await hr.taps("Accept")
    assert "Recorded. Thank you." in message.text


async def test_what_waits_for_working_time_does_not_go_to_who_did_it_meanwhile(council, hr, owen, carys):
    await council.goes_to("Fri 21:00")
    await writes(hr, When="working time", **RECORD)
    await hr.taps("Send to 2 people")
    progress = hr.last
    await goes(council)
    await owen.says("did fire safety today")
    await owen.taps("Record it")
    await council.goes_to("Mon 09:05")
    assert got(owen) == [] and len(got(carys)) == 1
    await council.goes_to("Mon 13:00")
    assert "no longer" in progress.text and "1 of 2 reached" in progress.text


async def test_what_waits_for_a_return_does_not_go_to_whose_training_hr_recorded(council, hr, owen):
    await is_on_leave(council, owen)
    await writes(hr, **RECORD)
    await hr.taps("Send to one person")
    await goes(council)
    await hr.says("hr completed fire safety 13 Nov: Owen Hughes")
    await council.goes_to("Thu 12:00")
    assert got(owen) == []


async def test_who_is_in_the_audience_for_another_reason_still_gets_it(council, hr, owen):
    await council.goes_to("Fri 21:00")
    await writes(hr, "everyone at Depot or who lacks fire safety", When="working time")
    await hr.taps("Send to 2 people")
    await goes(council)
    await hr.says("hr completed fire safety 13 Nov: Owen Hughes")
    await council.goes_to("Mon 09:05")
    assert len(got(owen)) == 1


def _reminders(resident):
    return [each for each in resident.inbox if "Your training" in titles_of(each.card)]


@pytest.fixture
async def overdue(council, owen):
    """From Monday morning on Owen hears of Fire safety each week."""
    await asks_of_housing(council, date(2026, 10, 24))
    async with council.database.transaction() as store:
        await plan_everyone_soon(store, TENANT.id, council.clock.now())
    return owen


async def test_who_gets_a_broadcast_about_a_course_is_not_reminded_of_it_that_day(council, hr, overdue):
    await writes(hr, When="Monday 9:00")
    await hr.taps(next(each.label for each in hr.last.actions if each.label.startswith("Schedule")))
    await council.goes_to("Mon 17:00")
    assert len(got(overdue)) == 1 and _reminders(overdue) == []
    await council.goes_to("Tue 12:00")
    assert len(_reminders(overdue)) == 1


async def test_a_broadcast_about_something_else_leaves_the_reminder_alone(council, hr, overdue):
    await writes(hr, "everyone in Housing", When="Monday 9:00", **{"Text in English": "Hello"})
    await hr.taps(next(each.label for each in hr.last.actions if each.label.startswith("Schedule")))
    await council.goes_to("Mon 17:00")
    assert len(got(overdue)) == 1 and len(_reminders(overdue)) == 1


async def test_a_broadcast_that_was_cancelled_leaves_the_reminder_alone(council, hr, overdue):
    await writes(hr, When="Monday 11:00")
    await hr.taps(next(each.label for each in hr.last.actions if each.label.startswith("Schedule")))
    await hr.taps("Cancel it")
    await council.goes_to("Mon 17:00")
    assert got(overdue) == [] and len(_reminders(overdue)) == 1
