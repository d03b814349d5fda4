"""HR sees how much training is held, and where it is lowest; a line manager sees that of the own team."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.chat.card import Chart
from core.model.absence import Absence
from core.model.person import Access, Language, Team
from core.model.requirements import Group, Requirement
from core.model.training import CompletionState, Course, TrainingCompletion
from core.ports import Part
from core.records.tables import TABLES, Reach, whose_rows
from core.records.tables import page as page_of
from tests.stories.council import TENANT

TODAY = date(2026, 11, 20)
FIRE = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12, title_cy="Diogelwch tân")
DATA = Course("data", TENANT.id, "Data protection", valid_months=24)
MADE = date(2025, 10, 1)


@pytest.fixture
async def nia(council):
    """Someone in HR."""
    return await council.hire("Nia Rees", access=Access.HR, role="HR Adviser")


@pytest.fixture(autouse=True)
async def housing(council, lead):
    """Three repairs officers whom Megan manages: one up to date, one expired, one who never did it."""
    await council.form_team(Team("homes", TENANT.id, "Housing repairs"))
    facts = {"team_id": "homes", "role": "Repairs Officer", "manager": lead}
    people = [await council.hire(name, **facts) for name in ("Cai Rees", "Dee Khan", "Eve Lloyd")]
    async with council.database.transaction() as store:
        await store.training.save_courses([FIRE, DATA])
        for course in (FIRE, DATA):
            rule = Requirement(f"r-{course.id}", TENANT.id, course.id, Group.TEAM, "homes", 30, MADE)
            await store.training.set_requirements(course.id, [rule])
        days = {("cai", "fire"): date(2026, 1, 10), ("dee", "fire"): date(2025, 11, 5)}
        days |= {(each, "data"): date(2026, 3, 1) for each in ("cai", "dee", "eve")}
        await store.training.save_completions(
            TrainingCompletion(
                f"{who}-{what}", TENANT.id, who, what, on, {"fire": FIRE, "data": DATA}[what].expires_on(on)
            )
            for (who, what), on in days.items()
        )
    return people


async def test_hr_sees_the_figure_its_trend_and_where_it_is_lowest(council, nia):
    said = await nia.says("hr compliance")
    assert "67% of the training that is asked for is held: 4 of 6. Down from 83% (5 of 6) on 31 Oct." in said
    assert "Overdue: 2" in said and "Not held: 2" in said and "Runs out in 60 days: 1" in said
    assert "33% (1 of 3)" in said and "100% (3 of 3)" in said
    assert said.index("Fire safety") < said.index("Data protection")
    assert "Housing repairs (3 people)" in said and "Repairs Officer (3 people)" in said
    (chart,) = [each for each in nia.last.card.parts if isinstance(each, Chart)]
    assert len(chart.labels) == 12
    assert chart.alt == ("Share of the training asked for that was held, everyone: 17% on 31 Dec, 67% on 20 Nov.")


async def test_those_who_lack_a_course_are_written_to_in_one_tap(council, nia):
    await nia.says("hr compliance fire safety")
    await nia.taps("Write to those who lack it")
    assert nia.form.title == "Write to people"
    assert "everyone who lacks Fire safety" in str(nia.form)


async def test_a_course_a_team_or_a_job_title_is_looked_at_alone_misspelt_too(council, nia):
    assert "Training compliance: Fire safety" in await nia.says("hr compliance fire safty")
    assert "33% of the training that is asked for is held: 1 of 3." in nia.last.text
    assert "Training compliance: Housing repairs" in await nia.says("hr compliance team Housing")
    assert "By team" not in nia.last.text and "By course" in nia.last.text
    assert "Training compliance: Repairs Officer" in await nia.says("hr compliance repairs officer")
    unknown = await nia.says("hr compliance xylophones")
    assert "I know no course, team or job title “xylophones”." in unknown


async def test_the_overdue_list_says_who_what_since_when_and_the_line_manager(council, nia, lead):
    await nia.says("hr compliance")
    said = await nia.taps("Overdue list")
    assert "2 are overdue, the longest first." in said
    assert said.index("Eve Lloyd") < said.index("Dee Khan")
    assert "31 October 2025" in said and "5 November 2026" in said and lead.person.name in said
    assert "Nothing is overdue." in await nia.says("hr compliance overdue data protection")


async def test_who_is_away_for_long_is_counted_apart_and_is_not_on_the_list(council, nia):
    away = Absence("a", TENANT.id, "eve", TODAY - timedelta(days=10), TODAY + timedelta(days=40))
    async with council.database.transaction() as store:
        await store.absences.add(away)
    said = await nia.says("hr compliance")
    assert "held: 3 of 4" in said and "1 away for long, not counted." in said
    assert "Eve Lloyd" not in await nia.says("hr compliance overdue")


async def test_what_waits_for_hr_is_not_held_and_not_overdue(council, nia):
    waits = TrainingCompletion("w", TENANT.id, "eve", "fire", TODAY, state=CompletionState.PENDING)
    async with council.database.transaction() as store:
        await store.training.save_completions([waits])
    said = await nia.says("hr compliance")
    assert "Waits for HR: 1" in said and "Overdue: 1" in said and "4 of 6" in said


async def test_where_nothing_is_asked_there_is_no_percentage(council, nia):
    async with council.database.transaction() as store:
        for course in ("fire", "data"):
            await store.training.set_requirements(course, [])
        await store.training.save_courses([replace(FIRE, retired=True)])
    said = await nia.says("hr compliance")
    assert "No course is asked of anyone here." in said and "%" not in said


async def test_only_hr_sees_it_and_whatever_is_sent_the_answer_is_the_same(council, amira, lead, nia):
    for someone in (amira, lead):
        for said in ("hr compliance", "hr compliance fire safety", "hr compliance overdue", "hr compliance zzz"):
            assert "That is for HR" in await someone.says(said)
        for name, value in (
            ("compliance.show", "team:homes"),
            ("compliance.overdue", ""),
            ("compliance.show", "?"),
        ):
            await someone.sends_action(name, value)
            assert "That is for HR" in someone.last.text
        await someone.sends_action("export.get", "compliance|csv")
        assert "That is for HR" in someone.last.text


async def test_a_line_manager_sees_the_own_team_alone(council, lead, amira, nia):
    stranger = await council.hire("Gwen Pugh", team_id="homes")
    said = await lead.says("team training")
    assert "Dee Khan" in said and "Fire safety: ran out on 5 November 2026" in said
    assert "Eve Lloyd" in said and "Fire safety: was to be done by 31 October 2025" in said
    assert stranger.person.name not in said
    assert "Cai Rees" in said and "runs out on 10 January 2027" in said
    assert "Nobody reports to you here." in await amira.says("team training")


async def test_in_welsh(council, nia, lead):
    for each in (nia, lead):
        async with council.database.transaction() as store:
            await store.people.save([replace(each.person, language=Language.CY)])
    assert "Cydymffurfiaeth hyfforddiant: Diogelwch tân" in await nia.says("hr cydymffurfiaeth diogelwch tan")
    assert "Mae 33% o’r hyfforddiant" in nia.last.text
    assert "Hyfforddiant yn eich tîm" in await lead.says("tîm hyfforddiant")


async def rows_of(council, asker, name):
    async with council.database.reading() as store:
        whose = await whose_rows(store, asker, TABLES[name], Reach.ORGANISATION)
        return await page_of(store, TABLES[name], whose, Part(1_000), council.clock.now()) if whose else None


async def test_the_tables_leave_as_files(council, nia):
    rows = await rows_of(council, nia.person, "compliance")
    assert {row.email: row.days_overdue for row in rows if row.days_overdue is not None} == {
        "dee@vale.example": 15,
        "eve@vale.example": 385,
    }
    first = next(row for row in await rows_of(council, nia.person, "compliance-summary") if row.name == "")
    assert (first.required, first.held, first.percent, first.overdue) == (6, 4, 66.7, 2)
    trend = [row for row in await rows_of(council, nia.person, "compliance-trend") if row.name == ""]
    assert (len(trend), trend[-1].percent) == (12, 66.7)
