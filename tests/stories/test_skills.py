"""Skills: HR says what a job needs, people how they stand, and the line manager sees the team and confirms."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.model.absence import Absence
from core.model.person import Access, Language
from core.model.skills import Level, PersonSkill, RoleSkill, SkillChoices
from core.model.training import Course, TrainingCompletion
from core.services.ask_skills import ask_each_quarter
from tests.stories.council import LONDON, TENANT, titles_of

EXCEL = Course("excel", TENANT.id, "Excel for everyone", valid_months=12, skills=("Excel",))
OFFICER = "Housing Officer"


@pytest.fixture
async def nia(council):
    """Someone in HR."""
    return await council.hire("Nia Rees", access=Access.HR)


@pytest.fixture
async def amira(council, lead):
    return await council.hire("Amira Hassan", manager=lead, role=OFFICER)


@pytest.fixture
async def ben(council, lead):
    return await council.hire("Ben Lloyd", manager=lead, role=OFFICER)


@pytest.fixture
async def wanted(council, amira, ben):
    """What the job of the two wants."""
    skills = [
        RoleSkill(TENANT.id, OFFICER.casefold(), name.casefold(), OFFICER, name, level)
        for name, level in (("Excel", Level.CONFIDENT), ("Safeguarding", Level.TEACHING))
    ]
    async with council.database.transaction() as store:
        await store.training.save_courses([EXCEL])
        await store.skills.save_roles(skills)
    return skills


async def kept(council, resident):
    async with council.database.reading() as store:
        found = await store.skills.of_people([resident.person.id])
    return {each.skill: (each.said, each.confirmed) for each in found}


async def of_roles(council):
    async with council.database.reading() as store:
        found = await store.skills.of_roles(TENANT.id)
    return [(each.role, each.skill, int(each.level)) for each in found]


# --- HR ---------------------------------------------------------------------------------------------------------


async def test_hr_says_in_one_line_what_a_job_needs(council, nia, amira):
    assert "No job title asks for a skill yet." in await nia.says("hr skills")
    said = await nia.says("hr skills housing officer: Excel 2, Safeguarding 3, Welsh")
    assert "Saved: Excel (confident), Safeguarding (can teach it), Welsh (confident)." in said
    assert await of_roles(council) == [
        (OFFICER, "Excel", 2),
        (OFFICER, "Safeguarding", 3),
        (OFFICER, "Welsh", 2),
    ]
    assert f"{OFFICER}: Excel (confident), Safeguarding (can teach it), Welsh (confident)" in await nia.says(
        "hr skills"
    )
    await nia.says("hr skills remove Housing Officer: Welsh")
    assert "No longer asked for the job Housing Officer: Welsh." in nia.last.text
    await nia.taps("Remove Excel")
    assert await of_roles(council) == [(OFFICER, "Safeguarding", 3)]


async def test_a_near_miss_is_offered_and_does_not_become_a_second_skill(council, nia, wanted):
    said = await nia.says("hr skills Housing Officer: Excell 3, Report writing")
    assert "“Excell” is nearly “Excel”." in said and "Saved: Report writing" in said
    assert (OFFICER, "Excel", 2) in await of_roles(council)
    await nia.taps("Use “Excel”")
    assert (OFFICER, "Excel", 3) in await of_roles(council)
    assert "excell" not in {skill.casefold() for _, skill, _ in await of_roles(council)}
    await nia.says("hr skills Housing Officer: Excell")
    await nia.taps("“Excell” is another skill")
    assert (OFFICER, "Excell", 2) in await of_roles(council)


async def test_a_job_title_that_nobody_has_is_asked_about_and_nothing_typed_is_lost(council, nia, amira):
    said = await nia.says("hr skills Housng Oficer: Excel 3")
    assert "Nobody here has the job title “Housng Oficer”, so nothing was saved yet." in said
    assert await of_roles(council) == []
    await nia.taps(f"For “{OFFICER}”")
    assert await of_roles(council) == [(OFFICER, "Excel", 3)]
    await nia.says("hr skills Town Crier: Shouting 3")
    await nia.taps("“Town Crier” is right")
    assert ("Town Crier", "Shouting", 3) in await of_roles(council)


async def test_a_level_that_there_is_not_is_named(council, nia, amira):
    said = await nia.says("hr skills Housing Officer: Excel 5")
    assert "“Excel 5”: a level is 1 (learning), 2 (confident) or 3 (can teach it)." in said
    assert await of_roles(council) == []


async def test_hr_works_in_welsh(council, amira):
    eleri = await council.hire("Eleri Wyn", access=Access.HR, language=Language.CY)
    assert "Cadwyd: Excel (lefel: yn dysgu)" in await eleri.says("hr sgiliau Housing Officer: Excel 1")


async def test_hr_is_told_counts_of_five_or_more_and_never_who(council, nia, lead, wanted):
    assert "too few people to count" in await nia.says("hr skills Housing Officer")
    for number in range(4):
        await council.hire(f"Person{number} Jones", manager=lead, role=OFFICER)
    assert "Lack it: 6 of 6" in await nia.says("hr skills Housing Officer")
    async with council.database.transaction() as store:
        await store.skills.save_people(
            [
                PersonSkill(each, "excel", TENANT.id, "Excel", Level.CONFIDENT, date(2026, 11, 20))
                for each in ("amira", "ben")
            ]
        )
    said = await nia.says("hr skills Housing Officer")
    assert "Skill: Excel; Level wanted: confident; Lack it: fewer than 5 of 6" in said
    assert "Amira" not in said


async def test_only_hr_keeps_what_jobs_need(council, amira, wanted):
    before = await of_roles(council)
    refusal = await amira.says("hr skills Housing Officer: Flying 3")
    for name, value in (
        ("role_skill.add", f"{OFFICER}|3|Flying"),
        ("role_skill.for", f"{OFFICER}|Flying 3"),
        ("role_skill.remove", f"{OFFICER}|Excel"),
        ("role_skill.show", OFFICER),
        ("hr.skills", ""),
    ):
        await amira.sends_action(name, value)
        assert amira.last.text == refusal
    assert await of_roles(council) == before


# --- one's own --------------------------------------------------------------------------------------------------


async def test_someone_sees_what_is_missing_with_a_course_and_says_how_they_stand(council, amira, wanted):
    said = await amira.says("training skills")
    assert "Safeguarding, for your job. Wanted: can teach it. Now: nothing said yet." in said
    assert "Courses that give it: Excel for everyone" in said
    assert said.index("Safeguarding, for") < said.index("Excel, for")
    await amira.taps("I can teach it")
    assert "Noted: Safeguarding, can teach it." in amira.last.text
    assert await kept(council, amira) == {"Safeguarding": (Level.TEACHING, None)}
    await amira.taps("I can do this")
    assert "Nothing is missing" in amira.last.text
    assert "Skill: Excel; You say: confident" in amira.last.text
    assert "HR only ever sees counts of five people or more." in amira.last.text


async def test_a_course_that_counts_gives_its_skill_until_it_runs_out(council, amira, wanted):
    on = date(2026, 1, 10)
    async with council.database.transaction() as store:
        done = TrainingCompletion("c", TENANT.id, "amira", EXCEL.id, on, EXCEL.expires_on(on))
        await store.training.save_completions([done])
    said = await amira.says("my skills")
    assert "Excel, for" not in said and "Training that counts: Excel for everyone" in said
    council.clock.move_to(datetime(2027, 1, 12, 10, tzinfo=UTC))
    assert "Excel, for your job" in await amira.says("my skills")


async def test_a_skill_of_ones_own_is_added_changed_and_taken_off(council, amira, wanted):
    assert "Noted: Sign language, can teach it." in await amira.says("my skills add Sign language 3")
    await amira.says("training skills add sign LANGUAGE 1")
    assert await kept(council, amira) == {"Sign language": (Level.LEARNING, None)}
    said = await amira.says("my skills add Excell 2")
    assert "“Excell” is nearly “Excel”." in said
    await amira.taps("Use “Excel”")
    assert await kept(council, amira) == {
        "Excel": (Level.CONFIDENT, None),
        "Sign language": (Level.LEARNING, None),
    }
    assert "Sign language is taken off your list." in await amira.says("my skills remove sign language")
    assert "“flying” is not on your list" in await amira.says("my skills remove flying")
    assert list(await kept(council, amira)) == ["Excel"]


async def test_it_is_said_in_welsh(council, lead, wanted):
    carys = await council.hire("Carys Evans", manager=lead, role=OFFICER, language=Language.CY)
    assert "Excel, ar gyfer eich swydd. Angen: yn hyderus." in await carys.says("fy sgiliau")
    assert "Nodwyd: Cymraeg, yn gallu ei addysgu." in await carys.says("fy sgiliau ychwanegu Cymraeg 3")
    await carys.taps("Rwy’n gallu gwneud hyn")
    assert "Nodwyd: Safeguarding, yn hyderus." in carys.last.text


async def test_words_about_skills_are_no_command(council, amira):
    assert "My skills" not in await amira.says("my skills have come on a lot this year")
    assert "Noted" not in await amira.says("training skills for carers on Tuesday")


async def test_colleagues_are_named_only_where_they_chose_it(council, amira, ben, wanted):
    await ben.says("my skills add Safeguarding 3")
    assert "Can teach it" not in await amira.says("my skills")
    await ben.taps("Show my name to colleagues who want to learn")
    assert "Can teach it: Ben Lloyd" in await amira.says("my skills")
    await ben.taps("Stop showing my name")
    assert "Can teach it" not in await amira.says("my skills")


async def test_a_tap_that_comes_twice_changes_nothing_more(council, amira, wanted):
    await amira.says("my skills")
    await amira.sends_action("skill.say", "2|Excel")
    await amira.sends_action("skill.say", "2|Excel")
    assert await kept(council, amira) == {"Excel": (Level.CONFIDENT, None)}


@pytest.mark.parametrize("value", ["", "9|Excel", "2|", "2|a|b", f"2|{'x' * 61}", "Excel"])
async def test_an_edited_value_keeps_nothing(council, amira, value):
    await amira.sends_action("skill.say", value)
    assert await kept(council, amira) == {}


# --- objectives -------------------------------------------------------------------------------------------------


async def test_an_objective_says_which_skills_it_needs_from_its_page(council, amira, lead):
    await council.sets_objective(amira, "Answer complaints faster")
    await amira.says("objectives 1")
    await amira.taps("Skills it needs")
    await amira.fills({"Skills": "Plain English 3, Excel"})
    assert "Skills it needs: Plain English (can teach it), Excel (confident)" in amira.last.text or (
        "Skills it needs: Excel (confident), Plain English (can teach it)" in amira.last.text
    )
    said = await amira.says("my skills")
    assert "Plain English, for “Answer complaints faster”. Wanted: can teach it." in said
    assert "✗ not yet, aim: confident" in await lead.says("team skills")
    await amira.says("objectives 1")
    await amira.taps("Skills it needs")
    await amira.fills({"Skills": "none"})
    assert "No skills are asked for" in await amira.says("my skills")


async def test_a_level_that_is_none_is_said_in_the_form_and_kept_there(council, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    await amira.says("objectives 1")
    await amira.taps("Skills it needs")
    await amira.fills({"Skills": "Excel 9"})
    assert "“Excel 9”: a level is 1" in next(iter(amira.errors.values()))
    assert amira.form is not None


async def test_nobody_else_says_what_an_objective_needs(council, amira, ben):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await ben.sends_action("objective.skills", objective.id)
    refusal = ben.last.text
    await ben.sends_action("objective.skills", "no-such")
    assert ben.last.text == refusal and ben.form is None


# --- the team ---------------------------------------------------------------------------------------------------


async def test_the_line_manager_sees_gaps_first_and_confirms_in_one_tap(council, lead, amira, ben, wanted):
    await ben.says("my skills add Excel 2, Safeguarding 1")
    said = await lead.says("team skills")
    assert "3 gaps in your team" in said
    assert "Name: Amira Hassan; Safeguarding: ✗ not yet, aim: can teach it; Excel: ✗ not yet" in said
    assert "Name: Ben Lloyd; Safeguarding: △ learning, aim: can teach it; Excel: ✓ confident" in said
    assert said.index("Amira Hassan;") < said.index("Ben Lloyd;")
    assert "Excel: only Ben holds this so far." in said
    await lead.taps("Confirm Ben: Excel")
    assert "Confirmed: Ben Lloyd, Excel, confident." in lead.last.text
    await lead.sends_action("skill.confirm", "ben|2|Safeguarding")
    assert await kept(council, ben) == {
        "Excel": (Level.CONFIDENT, Level.CONFIDENT),
        "Safeguarding": (Level.LEARNING, Level.CONFIDENT),
    }
    said = await ben.says("my skills")
    assert "Skill: Safeguarding; You say: learning; Line manager confirmed: confident" in said


async def test_one_report_is_shown_by_name_or_by_button(council, lead, amira, ben, wanted):
    await amira.says("my skills add Excel 1")
    by_name = await lead.says("team skills Amira")
    assert "Skills of Amira Hassan" in by_name and "Amira Hassan says of Excel: learning." in by_name
    await lead.says("team skills")
    await lead.taps("Amira’s skills")
    assert lead.last.text == by_name
    assert "Sgiliau yn eich tîm" not in await lead.says("tîm sgiliau")


async def test_nobody_else_reads_or_confirms_and_refusals_say_the_same(council, lead, amira, ben, nia, wanted):
    await amira.says("my skills add Excel 3")
    for forger in (ben, nia, amira):
        await forger.sends_action("skills.report", "nobody")
        refusal = forger.last.text
        await forger.sends_action("skill.confirm", "amira|3|Excel")
        assert forger.last.text == refusal
        if forger is not amira:
            await forger.sends_action("skills.report", "amira")
            assert forger.last.text == refusal
    assert await kept(council, amira) == {"Excel": (Level.TEACHING, None)}
    assert await lead.says("team skills Nia") == await lead.says("team skills Nobody")


async def test_a_new_line_manager_reads_and_the_old_one_no_more(council, lead, amira, wanted):
    await amira.says("my skills add Excel 2")
    await lead.sends_action("skill.confirm", "amira|2|Excel")
    owen = await council.hire("Owen Pugh")
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, manager_id=owen.person.id)])
    await lead.sends_action("skill.confirm", "amira|3|Excel")
    assert await kept(council, amira) == {"Excel": (Level.CONFIDENT, Level.CONFIDENT)}
    assert "✓ confident" in await owen.says("team skills")
    await lead.sends_action("skills.report", "amira")
    assert "Excel" not in lead.last.text


async def test_someone_who_manages_nobody_has_no_team(council, amira):
    assert "skills" not in (await amira.says("team skills")).casefold()


async def test_many_skills_are_shown_in_groups(council, lead, amira):
    letters = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"]
    async with council.database.transaction() as store:
        await store.skills.save_roles(
            [
                RoleSkill(TENANT.id, OFFICER.casefold(), each.casefold(), OFFICER, each, Level.CONFIDENT)
                for each in letters
            ]
        )
    said = await lead.says("team skills")
    assert "Skills 1 to 4 of 6" in said and "Skills 5 to 6 of 6" in said
    assert all(f"{each}: ✗ not yet" in said for each in letters)


# --- once a quarter ---------------------------------------------------------------------------------------------


def asked(resident):
    return [each for each in resident.inbox if "How do you stand with these?" in titles_of(each.card)]


async def moves_to(council, year, month, day):
    await council.time_passes_until(datetime(year, month, day, 12, tzinfo=LONDON))


async def test_people_are_asked_once_a_quarter_until_they_say(council, amira, ben, wanted):
    async with council.database.transaction() as store:
        await ask_each_quarter(store, TENANT.id, council.clock.now())
        await ask_each_quarter(store, TENANT.id, council.clock.now())
        away = Absence("l", TENANT.id, ben.person.id, date(2027, 2, 8), date(2027, 2, 10))
        await store.absences.add(away)
    await moves_to(council, 2027, 2, 8)
    assert asked(amira) == []
    await moves_to(council, 2027, 2, 9)
    assert len(asked(amira)) == 1 and asked(ben) == []
    await moves_to(council, 2027, 2, 11)
    assert len(asked(ben)) == 1
    await amira.taps("I can do this", asked(amira)[0])
    await ben.taps("Don’t ask me again")
    await moves_to(council, 2027, 5, 10)
    assert (len(asked(amira)), len(asked(ben))) == (1, 1)
    await moves_to(council, 2027, 5, 12)
    assert (len(asked(amira)), len(asked(ben))) == (2, 1)
    assert "Excel" in asked(amira)[1].text


async def test_nobody_is_asked_of_whom_something_is_known_or_nothing_is_wanted(council, lead, amira, ben, wanted):
    async with council.database.transaction() as store:
        await ask_each_quarter(store, TENANT.id, council.clock.now())
        await store.skills.save_choices([SkillChoices("ben", TENANT.id, is_quiet=True)])
        await store.skills.save_people(
            [
                PersonSkill("amira", each.skill_key, TENANT.id, each.skill, confirmed=Level.LEARNING)
                for each in wanted
            ]
        )
    await moves_to(council, 2027, 2, 20)
    assert asked(amira) == asked(ben) == asked(lead) == []
