"""HR keeps courses, records for many people, and looks at what has to be verified."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.model.person import Access, Language, Team
from core.model.training import CompletionState, Course
from tests.stories.council import TENANT

FIRE = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12)
AID = Course("aid", TENANT.id, "First aid at work", valid_months=36, verified=True)


@pytest.fixture(autouse=True)
async def courses(council):
    await council.form_team(Team("homes", TENANT.id, "Homes"))
    async with council.database.transaction() as store:
        await store.training.save_courses([FIRE, AID])


@pytest.fixture
async def nia(council):
    """Someone in HR."""
    return await council.hire("Nia Rees", access=Access.HR)


async def kept(council, title):
    async with council.database.reading() as store:
        course = next(each for each in await store.training.courses(TENANT.id) if each.title == title)
        rules = await store.training.requirements(TENANT.id)
    return course, sorted(
        (each.group, each.value, each.within_days) for each in rules if each.course_id == course.id
    )


async def completions(council, *residents):
    async with council.database.reading() as store:
        found = await store.training.completions_of([each.person.id for each in residents])
    return sorted((each.person_id, each.course_id, each.completed_on, each.state) for each in found)


# --- courses --------------------------------------------------------------------------------------------------


async def test_a_course_is_added_in_a_form_and_those_it_asks_are_reminded(council, amira, nia):
    await nia.commands("hr courses add Data protection")
    await nia.fills(
        {
            "Title in Welsh": "Diogelu data",
            "Kind": "Mandatory",
            "Counts for": "2 years",
            "Who must do it": "everyone, homes, agency",
            "Within": "14",
            "HR verifies": "No",
            "Link": "https://learn.example/data",
            "Skills": "Data protection, Records",
        }
    )
    assert "Saved." in nia.last.text and "counts for 24 months" in nia.last.text
    course, rules = await kept(council, "Data protection")
    assert course.mandatory and course.valid_months == 24 and course.title_cy == "Diogelu data"
    assert course.skills == ("Data protection", "Records") and not course.verified
    assert rules == [("employment", "agency", 14), ("everyone", "", 14), ("team", "homes", 14)]
    await council.goes_to("Mon 10:00")
    assert any("Data protection: to be done by 4 December 2026" in text for text in amira.texts)


async def test_a_course_is_added_a_question_at_a_time(council, nia):
    assert "Is it mandatory" in await nia.says("hr courses add Manual handling", "skip")
    await nia.says("mandatory", "for good")
    assert "“Hoems”" in await nia.says("Hoems")
    assert "Did you mean “Homes”?" in nia.last.text
    await nia.says("Homes", "30 days", "skip", "no", "skip", "skip")
    course, rules = await kept(council, "Manual handling")
    assert course.mandatory and course.valid_months is None
    assert rules == [("team", "homes", 30)]


async def test_a_change_keeps_the_day_that_was_counted_and_what_was_not_touched(council, nia):
    await nia.commands("hr courses change fire safety")
    await nia.fills({"Who must do it": "everyone"})
    await council.goes_to("Wed 10:00")
    await nia.commands("hr courses change fire safety")
    await nia.fills({"Link": "https://learn.example"})
    course, _ = await kept(council, "Fire safety")
    assert course == replace(FIRE, link="https://learn.example")
    async with council.database.reading() as store:
        (rule,) = await store.training.requirements(TENANT.id)
    assert rule.made_on == date(2026, 11, 20)


async def test_a_retired_course_is_asked_of_nobody_and_what_was_completed_stays(council, amira, nia):
    await nia.commands("hr courses change fire safety")
    await nia.fills({"Who must do it": "everyone"})
    await amira.says("did fire safety yesterday")
    await amira.taps("Record it")
    assert "no longer offered" in await nia.says("hr courses retire fire safety")
    await council.time_passes_until(council.clock.now() + timedelta(days=400))
    assert not any("Fire safety: " in text for text in amira.texts)
    assert "Fire safety" in await amira.says("training")
    assert "offered again" in await nia.taps("Offer it again")


async def test_two_courses_are_never_called_the_same(council, nia):
    await nia.commands("hr courses add fire safety")
    await nia.fills({"Kind": "Mandatory"})
    assert "There is a course called “fire safety” already" in str(nia.errors)


async def test_only_hr_keeps_courses_and_whatever_is_sent_the_answer_is_the_same(council, amira, nia):
    for said in ("hr courses", "hr courses retire fire safety", "hr verify", "hr completed fire safety: Nia Rees"):
        assert "That is for HR" in await amira.says(said)
    for name, value in (
        ("course.retire", "fire"),
        ("course.change", "fire"),
        ("course.show", "no-such"),
        ("training.accept", "no-such"),
        ("training.send_back", "no-such"),
        ("training.waiting", ""),
    ):
        await amira.sends_action(name, value)
        assert "That is for HR" in amira.last.text
    assert (await kept(council, "Fire safety"))[0] == FIRE
    await nia.sends_action("course.retire", "no-such")
    assert (await kept(council, "Fire safety"))[0] == FIRE


async def test_courses_in_welsh(council, nia):
    async with council.database.transaction() as store:
        await store.people.save([replace(nia.person, language=Language.CY)])
    assert "Cyrsiau" in await nia.says("adnoddau dynol cyrsiau")
    await nia.commands("hr cyrsiau ychwanegu Codi a chario")
    await nia.fills({"Math": "Gorfodol", "Yn cyfrif am": "3 blynedd", "Pwy sy’n gorfod ei wneud": "pawb"})
    course, rules = await kept(council, "Codi a chario")
    assert course.valid_months == 36 and rules == [("everyone", "", 30)]


# --- verification ---------------------------------------------------------------------------------------------


async def test_hr_accepts_what_it_has_to_verify_and_the_person_is_told(council, amira, nia):
    await amira.says("did first aid at work on Tuesday, certificate 4521")
    assert "HR looks at this course’s certificates" in amira.last.text
    assert "It counts once HR has looked at it" in await amira.taps("Record it")
    assert "First aid at work: recorded, and waiting for HR" in await amira.says("training")
    shown = await nia.says("hr verify")
    assert "Amira Hassan" in shown and "certificate 4521" in shown
    assert "Nothing waits for you." in await nia.taps("Accept")
    assert "it counts. It counts" not in amira.last.text
    assert "HR has looked at First aid at work, done on 17 November 2026: it counts." in amira.last.text
    assert (await completions(council, amira))[0][3] is CompletionState.RECORDED
    await nia.taps("Accept", nia.inbox[-2])
    assert len(await completions(council, amira)) == 1


async def test_hr_sends_it_back_with_a_word_and_it_can_be_recorded_again(council, amira, nia):
    await amira.says("did first aid at work on Tuesday")
    await amira.taps("Record it")
    await nia.says("hr verify")
    await nia.taps("Send back")
    await nia.fills({"What is missing": "Please send the certificate's number."})
    assert "Please send the certificate's number." in amira.last.text
    assert (await completions(council, amira))[0][3] is CompletionState.SENT_BACK
    await amira.says("did first aid at work on Tuesday, certificate 4521")
    await amira.taps("Record it")
    assert (await completions(council, amira))[0][3] is CompletionState.PENDING


async def test_another_employers_certificate_counts_once_hr_has_looked_at_it(council, lead, nia):
    iwan = await council.hire("Iwan Pugh", manager=lead, start_on=date(2026, 9, 1))
    said = await iwan.says("did fire safety on 3 August 2026, certificate of Powys council")
    assert "That is before your first day here, 1 September 2026." in said
    await iwan.taps("Record it")
    shown = await nia.says("hr verify")
    assert "Before their first day here, 1 September 2026." in shown
    assert "certificate of Powys council" in shown
    await nia.taps("Accept")
    assert (await completions(council, iwan)) == [("iwan", "fire", date(2026, 8, 3), CompletionState.RECORDED)]


async def test_nobody_verifies_their_own(council, nia):
    await nia.says("did first aid at work on Tuesday")
    await nia.taps("Record it")
    await nia.says("hr verify")
    assert "somebody else in HR" in await nia.taps("Accept")
    assert "somebody else in HR" in await nia.taps("Send back")
    assert (await completions(council, nia))[0][3] is CompletionState.PENDING


# --- many at once ---------------------------------------------------------------------------------------------


async def test_hr_pastes_a_list_and_each_line_that_names_nobody_is_named(council, amira, lead, nia):
    await council.hire("Dylan Khan")
    twin = await council.hire("Ben Lloyd")
    async with council.database.transaction() as store:
        await store.people.save([replace(twin.person, id="ben2", email="ben.lloyd@vale.example")])
    said = await nia.says(
        "hr completed fire safety 12 Nov:\nAmira Hassan\nmegan@vale.example\n"
        "Dyaln Khan\nBen Lloyd\nzzz@vale.example"
    )
    assert "Fire safety, done on 12 November 2026." in said
    assert "Recorded for 2 people" in said
    assert "did you mean Dylan Khan?" in said
    assert "several people: ben@vale.example, ben.lloyd@vale.example" in said
    assert "zzz@vale.example" in said
    day = date(2026, 11, 12)
    assert await completions(council, amira, lead) == [
        ("amira", "fire", day, CompletionState.RECORDED),
        ("megan", "fire", day, CompletionState.RECORDED),
    ]
    assert "Recorded before: Amira Hassan." in await nia.says("hr completed fire safety 12 Nov: Amira Hassan")


async def test_a_list_that_cannot_be_kept_says_why(council, amira, nia):
    assert "after a colon" in await nia.says("hr completed fire safety")
    assert "is still to come" in await nia.says("hr completed fire safety 24 November 2026: Amira Hassan")
    assert "no course called “zymurgy”" in await nia.says("hr completed zymurgy 12 Nov: Amira Hassan")
    assert "somebody else in HR records it" in await nia.says("hr completed fire safety 12 Nov: Nia Rees")
    assert await completions(council, amira, nia) == []
