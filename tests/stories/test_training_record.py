"""Training completions as people tell of them."""

from dataclasses import replace
from datetime import date

import pytest

from core.model.person import Language
from core.model.training import Course, TrainingCompletion
from tests.stories.council import TENANT

FIRE = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12)
AID = Course("aid", TENANT.id, "First aid at work", valid_months=36)
SPREADSHEETS = Course("sheets", TENANT.id, "Spreadsheets")


@pytest.fixture(autouse=True)
async def courses(council):
    async with council.database.transaction() as store:
        await store.training.save_courses([FIRE, AID, SPREADSHEETS])


async def completed(council, resident, *done: TrainingCompletion):
    async with council.database.transaction() as store:
        await store.training.save_completions(done)
        return await store.training.completions_of([resident.person.id])


def done(resident, course, on, until=None):
    return TrainingCompletion(f"{course.id}-{on}", TENANT.id, resident.person.id, course.id, on, until)


async def test_what_was_said_is_kept_only_once_it_is_confirmed(council, amira):
    asked = await amira.says("did fire safety on Tuesday, certificate 4521")
    assert "Fire safety, done on 17 November 2026." in asked
    assert "It counts until 17 November 2027." in asked
    assert await completed(council, amira) == []
    await amira.taps("Record it")
    (kept,) = await completed(council, amira)
    assert (kept.course_id, kept.completed_on, kept.expires_on, kept.evidence) == (
        "fire",
        date(2026, 11, 17),
        date(2027, 11, 17),
        "certificate 4521",
    )
    assert "was recorded before" in await amira.taps("Record it")
    assert len(await completed(council, amira)) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I've completed my fire safety training", date(2026, 11, 20)),
        ("did fire safety yesterday", date(2026, 11, 19)),
        ("did fire safety today", date(2026, 11, 20)),
        ("did fire saftey", date(2026, 11, 20)),
        ("passed the Fire Safety course last Friday", date(2026, 11, 13)),
        ("completed fire safty on 3 March", date(2026, 3, 3)),
        ("training fire safety on 12/11/2026", date(2026, 11, 12)),
        ("dwi wedi gwneud fire safety ddoe", date(2026, 11, 19)),
    ],
)
async def test_days_that_have_been_are_read_as_people_say_them(council, amira, text, day):
    await amira.says(text)
    await amira.taps("Record it")
    assert [(each.course_id, each.completed_on) for each in await completed(council, amira)] == [("fire", day)]


async def test_a_day_to_come_is_refused_kindly(council, lead):
    nia = await council.hire("Nia Rees", manager=lead, start_on=date(2026, 9, 1))
    assert "24 November 2026 is still to come." in await nia.says("did fire safety on 24 November 2026")
    assert "is still to come" in await nia.says("did fire safety next Tuesday")
    await nia.sends_action("training.record", "fire|2027-08-03|")
    await nia.sends_action("training.record", "fire|soon|")
    await nia.sends_action("training.record", "no-such-course|2026-11-03|")
    assert await completed(council, nia) == []


async def test_a_course_nobody_knows_is_asked_about_with_the_nearest(council, amira):
    said = await amira.says("training first ait on Tuesday")
    if "Which course?" in said:
        await amira.taps("First aid at work")
    assert "First aid at work, done on 17 November 2026." in amira.last.text
    said = await amira.says("did the zymurgy course on Tuesday")
    assert "I know no course called “zymurgy”" in said
    assert await completed(council, amira) == []
    await amira.says("did fire safety on Tuesday")
    await amira.taps("Another course")
    await amira.taps("Spreadsheets")
    await amira.taps("Record it")
    assert [each.course_id for each in await completed(council, amira)] == ["sheets"]


async def test_doing_something_else_is_no_training(council, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    async with council.database.transaction() as store:
        await store.training.save_courses([Course("writing", TENANT.id, "Report writing")])
    for said in ("did 5 of 10 inspections on Tuesday", "finished the report on Monday", "did it"):
        await amira.says(said)
        assert "Shall I record this?" not in amira.last.text
    await amira.says("did 5 of 10 inspections on Tuesday")
    assert "Shall I record this?" not in amira.last.text


async def test_what_is_due_comes_first_and_of_that_what_is_mandatory(council, amira):
    await completed(
        council,
        amira,
        done(amira, AID, date(2023, 12, 1), date(2026, 12, 1)),
        done(amira, FIRE, date(2025, 1, 10), date(2026, 1, 10)),
        done(amira, FIRE, date(2024, 1, 10), date(2025, 1, 10)),
        done(amira, SPREADSHEETS, date(2025, 5, 5)),
    )
    shown = await amira.says("training")
    assert shown.index("Fire safety: ran out on 10 January 2026 · mandatory") < shown.index(
        "First aid at work: runs out on 1 December 2026"
    )
    assert "for good" in shown
    await amira.says("did fire safety yesterday")
    await amira.taps("Record it")
    assert "Fire safety: ran out" not in await amira.says("training")


async def test_training_is_read_by_the_person_and_the_line_manager(council, amira, lead):
    ben = await council.hire("Ben Lloyd", manager=lead)
    await completed(council, amira, done(amira, FIRE, date(2025, 1, 10), date(2026, 1, 10)))
    assert "Training of Amira Hassan" in await lead.says_to("training @Amira", amira)
    assert "Fire safety" in lead.last.text
    assert "Fire safety" not in await ben.says_to("training @Amira", amira)


async def test_training_in_welsh(council, amira):
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, language=Language.CY)])
    assert "Does dim hyfforddiant" in await amira.says("hyfforddiant")
    assert "A ddylwn i gofnodi hyn?" in await amira.says("hyfforddiant fire safety ddydd Mawrth")
    await amira.taps("Ei gofnodi")
    assert "17 Tachwedd 2027" in await amira.says("hyfforddiant")
