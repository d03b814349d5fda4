"""Reminders of training: when they come, what they say, and when they stop."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.model.absence import Absence
from core.model.requirements import Group, Requirement
from core.model.training import CompletionState, Course, TrainingCompletion
from core.services.plan_training import plan_everyone_soon, plan_training
from tests.stories.council import TENANT, titles_of

FIRE = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12, link="https://learn.example/fire")
DATA = Course("data", TENANT.id, "Data protection", mandatory=True, title_cy="Diogelu data")
AID = Course("aid", TENANT.id, "First aid at work", valid_months=36)


@pytest.fixture(autouse=True)
async def courses(council):
    async with council.database.transaction() as store:
        await store.training.save_courses([FIRE, DATA, AID])


async def completes(council, resident, course, on, until=None, state=CompletionState.RECORDED):
    async with council.database.transaction() as store:
        done = TrainingCompletion(
            f"{resident.person.id}-{course.id}-{on}",
            TENANT.id,
            resident.person.id,
            course.id,
            on,
            until,
            state=state,
        )
        await store.training.save_completions([done])
        await plan_training(store, [resident.person], council.clock.now())


async def asks(council, course, within_days=30, group=Group.EVERYONE, value="", made_on=date(2026, 11, 20)):
    async with council.database.transaction() as store:
        rule = Requirement(f"{course.id}-rule", TENANT.id, course.id, group, value, within_days, made_on)
        await store.training.set_requirements(course.id, [rule])
        await plan_everyone_soon(store, TENANT.id, council.clock.now())


def reminders(resident, title="Your training"):
    return [each for each in resident.inbox if title in titles_of(each.card)]


async def passes(council, resident, until, title="Your training"):
    """Time goes by; the local days and times at which reminders came."""
    known = len(reminders(resident, title))
    await council.time_passes_until(until)
    return [each.at.astimezone(resident.person.zone) for each in reminders(resident, title)[known:]]


def on(year, month, day):
    return datetime(year, month, day, tzinfo=UTC)


async def test_what_runs_out_is_spoken_of_at_60_30_7_and_0_days_and_weekly_after(council, amira):
    await completes(council, amira, FIRE, date(2026, 2, 1), date(2027, 2, 1))
    came = await passes(council, amira, on(2027, 2, 18))
    # 60 days before is 3 December; 30 is a Saturday, so that Monday it is; and so on.
    assert [each.date() for each in came] == [
        date(2026, 12, 3),
        date(2027, 1, 4),
        date(2027, 1, 25),
        date(2027, 2, 1),
        date(2027, 2, 8),
        date(2027, 2, 15),
    ]
    # On Mondays it goes along with the check-in.
    assert {(each.weekday() == 0, each.hour) for each in came} == {(False, 9), (True, 10)}
    first, *_, last = reminders(amira)
    assert "Fire safety: runs out on 1 February 2027 · mandatory" in first.text
    assert "https://learn.example/fire" in first.text
    assert "Fire safety: ran out on 1 February 2027" in last.text


async def test_everything_that_is_due_comes_in_one_message(council, amira):
    await completes(council, amira, FIRE, date(2026, 2, 1), date(2027, 2, 1))
    await asks(council, DATA)
    await passes(council, amira, on(2026, 12, 4))
    (first, second) = reminders(amira)
    assert "Data protection: to be done by 20 December 2026" in first.text
    assert "Fire safety" in second.text and "Data protection" not in second.text
    await asks(council, AID, within_days=60)
    await asks(council, DATA, within_days=60)
    await passes(council, amira, on(2026, 12, 8))
    assert "2 courses need your time" in reminders(amira)[-1].text
    assert len(reminders(amira)) == 3


async def test_a_reminder_stops_at_once_when_it_is_recorded(council, amira):
    await completes(council, amira, FIRE, date(2026, 2, 1), date(2027, 2, 1))
    await passes(council, amira, on(2026, 12, 4))
    await amira.taps("I’ve done Fire safety")
    assert "Fire safety, done on 4 December 2026." in amira.last.text
    await amira.taps("Record it")
    assert await passes(council, amira, on(2027, 3, 1)) == []


async def test_nothing_comes_while_hr_looks_at_it(council, amira):
    await completes(council, amira, FIRE, date(2026, 2, 1), date(2027, 2, 1))
    await completes(council, amira, FIRE, date(2026, 11, 20), state=CompletionState.PENDING)
    assert await passes(council, amira, on(2027, 3, 1)) == []


async def test_leave_holds_a_reminder_back_and_there_is_one_afterwards(council, amira):
    await completes(council, amira, FIRE, date(2026, 2, 1), date(2027, 2, 1))
    async with council.database.transaction() as store:
        leave = Absence("l", TENANT.id, amira.person.id, date(2026, 12, 1), date(2027, 1, 29))
        await store.absences.add(leave)
    assert [each.date() for each in await passes(council, amira, on(2027, 2, 2))] == [date(2027, 2, 1)]


async def test_coming_back_early_brings_the_reminder_that_waited(council, amira):
    async with council.database.transaction() as store:
        leave = Absence("l", TENANT.id, amira.person.id, date(2026, 11, 20), date(2027, 6, 1))
        await store.absences.add(leave)
    await completes(council, amira, FIRE, date(2026, 2, 1), date(2026, 12, 1))
    assert await passes(council, amira, on(2026, 12, 9)) == []
    await amira.says("here")
    assert [each.date() for each in await passes(council, amira, on(2026, 12, 11))] == [date(2026, 12, 9)]


async def test_a_newcomers_induction_is_counted_from_the_first_day_and_never_spoken_of_before(council, lead):
    await asks(council, DATA, within_days=14, made_on=date(2026, 1, 1))
    nia = await council.hire("Nia Rees", manager=lead, start_on=date(2026, 12, 7))
    async with council.database.transaction() as store:
        await plan_training(store, [nia.person], council.clock.now())
    came = await passes(council, nia, on(2026, 12, 22))
    assert [each.date() for each in came] == [date(2026, 12, 7), date(2026, 12, 14), date(2026, 12, 21)]
    assert "Data protection: to be done by 21 December 2026" in reminders(nia)[0].text


async def test_nobody_hears_of_it_after_the_last_day_here(council, lead):
    await asks(council, DATA, within_days=14, made_on=date(2026, 1, 1))
    iwan = await council.hire("Iwan Pugh", manager=lead, end_on=date(2026, 11, 30))
    async with council.database.transaction() as store:
        await plan_training(store, [iwan.person], council.clock.now())
    came = await passes(council, iwan, on(2027, 1, 10))
    assert came and max(each.date() for each in came) <= date(2026, 11, 30)


async def test_the_line_manager_hears_once_a_week_of_what_is_overdue_in_one_message(council, amira, lead):
    ben = await council.hire("Ben Lloyd", manager=lead)
    for each in (amira, ben):
        await completes(council, each, FIRE, date(2025, 12, 1), date(2026, 12, 1))
    title = "Training overdue in your team"
    came = await passes(council, lead, on(2026, 12, 9), title)
    assert [each.date() for each in came] == [date(2026, 12, 8)]
    (told,) = reminders(lead, title)
    assert "Amira Hassan" in told.text and "Ben Lloyd" in told.text
    assert "ran out on 1 December 2026" in told.text
    await completes(council, amira, FIRE, date(2026, 12, 9), date(2027, 12, 9))
    await passes(council, lead, on(2026, 12, 16), title)
    assert len(reminders(lead, title)) == 2
    assert "Amira" not in reminders(lead, title)[-1].text
    assert reminders(amira, title) == []


async def test_only_whoever_a_rule_names_is_asked(council, amira, lead):
    ben = await council.hire("Ben Lloyd", manager=lead, role="Housing officer")
    await asks(council, DATA, group=Group.ROLE, value="housing officer")
    await passes(council, ben, on(2026, 11, 25))
    assert len(reminders(ben)) == 1
    assert reminders(amira) == []
    assert "Data protection: to be done by" in await ben.says("training")
    assert "Data protection" not in await amira.says("training")


async def test_what_is_lacking_is_in_the_home_and_on_ones_own_page(council, amira, lead):
    await asks(council, DATA)
    assert "Data protection: to be done by 20 December 2026 · mandatory" in await amira.says("training")
    assert "Data protection: to be done by 20 December 2026" in await amira.opens_home()
    assert "Data protection: to be done by" in await lead.says_to("training @Amira", amira)


async def test_a_reminder_in_welsh_names_the_course_in_welsh(council, amira):
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, language="cy")])
    await asks(council, DATA)
    await passes(council, amira, on(2026, 11, 25))
    (told,) = reminders(amira, "Eich hyfforddiant")
    assert "Diogelu data: i’w wneud erbyn 20 Rhagfyr 2026" in told.text
