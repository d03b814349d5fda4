"""A team's lead and HR see how a team compares: with its past, with other teams, and with outside figures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.chat.card import Chart
from core.model.benchmark import Benchmark, TeamMeasure
from core.model.checkin import CheckIn, CheckInState, ProgressUpdate
from core.model.objective import Progress, Status
from core.model.period import read_period
from core.model.person import Access, Language, Person, Team
from core.model.service_feedback import Scale, ServiceFeedback
from tests.stories.council import TENANT

MONDAY = date(2026, 11, 16)
"""The present week; the council stands on its Friday."""

WEEKS = 20
NAMES = ("Ada", "Ben", "Cai", "Dee", "Eve", "Fay")
STEADY = (5, 6, 5, 5, 6, 5, 4, 5, 6, 5, 5, 6, 5, 4, 5, 6, 5, 5, 6, 5)
"""How many of six answer, week by week."""

FALLING = (*STEADY[:12], 4, 4, 4, 3, 3, 2, 2, 1)
MISSED, ANSWERED = CheckInState.MISSED, CheckInState.ANSWERED


@pytest.fixture
async def nia(council):
    """Someone in HR."""
    return await council.hire("Nia Rees", access=Access.HR)


async def team_of(council, name, manager_id, answers, size=6, first=MONDAY - timedelta(weeks=WEEKS)):
    """A team whose people answered so many check-ins each week, led by `manager_id`."""
    team = Team(f"team-{name}", TENANT.id, name, manager_id)
    slugs = [f"{each.lower()}-{name.lower()}" for each in NAMES[:size]]
    people = [
        Person(
            slug,
            TENANT.id,
            f"{slug}@vale.example",
            slug.title(),
            team.id,
            manager_id,
            working_days=frozenset({1, 2, 3}) if at < 2 else frozenset({1, 2, 3, 4, 5}),
        )
        for at, slug in enumerate(slugs)
    ]
    checkins = []
    for week, count in enumerate(answers):
        period = first + timedelta(weeks=week)
        opens_at = datetime(period.year, period.month, period.day, 10, tzinfo=UTC)
        for at, slug in enumerate(slugs):
            state = ANSWERED if at < count else MISSED
            closes_at = opens_at + timedelta(days=4)
            checkins.append(
                CheckIn(f"{slug}-{period}", TENANT.id, slug, "weekly", period, state, opens_at, closes_at)
            )
    async with council.database.transaction() as store:
        await store.people.save_teams([team])
        await store.people.save(people)
        await store.checkins.add(checkins)
    return team


async def keep(council, *benchmarks):
    async with council.database.transaction() as store:
        await store.benchmarks.save(benchmarks)


def figure(value, measure=TeamMeasure.PARTICIPATION, period="2026/27", scope="Councils in Wales", **changes):
    found = Benchmark(
        TENANT.id, measure, scope.casefold(), read_period(period), scope, value, measure.scale, "Data Cymru, June"
    )
    return replace(found, **changes)


def charts(message):
    return [each for each in message.card.parts if isinstance(each, Chart)]


async def test_a_fall_is_told_first_with_what_to_do_and_drawn(council, lead):
    await team_of(council, "Homes", lead.person.id, FALLING)
    said = await lead.says("team benchmarks")
    assert lead.last.card.title == "Benchmarks: Homes"
    assert said.index("below") < said.index("All measures")
    assert "Participation: 17% (week of 9 Nov), below its usual range of" in said
    assert "A real change for the worse, not chance." in said
    assert "Ask the team what changed around" in said
    (chart,) = charts(lead.last)
    assert chart.alt.startswith("Participation: 17%") and chart.control is not None
    assert len(chart.labels) == WEEKS
    assert "2 of 6 work part-time" in said
    assert "One answer more or less moves participation by 17 percentage points" in said


async def test_ups_and_downs_are_told_as_such_and_the_present_week_counts_not_yet(council, lead):
    await team_of(council, "Homes", lead.person.id, (*STEADY, 0))
    said = await lead.says("team benchmark participation")
    assert "Participation: 83% (week of 9 Nov), as usual. Its usual range is" in said
    assert "No single figure here needs explaining." in said


@pytest.mark.parametrize("words", ["team benchmark particpation", "team benchmarks for participation"])
async def test_a_measure_is_asked_for_as_people_write_it(council, lead, words):
    await team_of(council, "Homes", lead.person.id, STEADY)
    await lead.says(words)
    assert lead.last.card.title == "Participation: Homes"


async def test_an_unknown_measure_says_which_there_are(council, lead):
    await team_of(council, "Homes", lead.person.id, STEADY)
    said = await lead.says("team benchmark morale")
    assert "“morale” is no measure that teams are compared by" in said
    assert "Participation: 83%" in await lead.taps("Participation")


async def test_the_other_teams_are_a_quarter_of_five_or_more_and_never_named(council, lead):
    await team_of(council, "Homes", lead.person.id, STEADY)
    for number in range(3):
        await team_of(council, f"Other{number}", None, (2,) * WEEKS)
    assert "not compared: fewer than five teams" in await lead.says("team benchmark participation")
    await team_of(council, "Tiny", None, (3,) * WEEKS, size=3)
    assert "not compared: fewer than five teams" in await lead.says("team benchmark participation")
    await team_of(council, "Other3", None, (2,) * WEEKS)
    said = await lead.says("team benchmark participation")
    assert "Other teams here: in the best quarter of 5 teams" in said
    for name in ("Other0", "Tiny", "33%"):
        assert name not in said


async def test_outside_figures_stand_beside_with_source_period_and_what_is_missing(council, lead):
    await team_of(council, "Homes", lead.person.id, STEADY)
    await keep(council, figure(70), figure(90, period="2025", scope="England"), figure(80, scope="target"))
    said = await lead.says("team benchmark participation")
    assert "Participation: 70% in 2026/27, Councils in Wales. This team: 87% (same period), 17 percentage" in said
    assert "Source: Data Cymru, June · Nothing of this team is known for April 2026 and May 2026." in said
    assert "Participation: 90% in 2025, England. This team: 86% (last 12 weeks), 4 percentage points below" in said
    assert "the target of 80% is met at times and missed at times, by chance alone" in said
    assert "Your target: 80% (2026/27). Source: Data Cymru, June" in said


async def test_figures_of_few_answers_are_for_the_line_manager_only(council, lead, nia):
    await team_of(council, "Homes", lead.person.id, STEADY)
    owners = [f"{each.lower()}-homes" for each in NAMES[:4]]
    objectives = []
    for owner in owners:
        resident = replace_person(lead, owner)
        objectives.append(await council.sets_objective(resident, "Answer letters"))
    updates = [
        ProgressUpdate(
            f"{owner}-{MONDAY - timedelta(weeks=week)}",
            objective.id,
            Progress(percent=40, status=Status.ON_TRACK, confidence=4),
        )
        for week in range(1, 9)
        for owner, objective in zip(owners, objectives, strict=True)
    ]
    async with council.database.transaction() as store:
        await store.checkins.set_progress(updates)
    said = await lead.says("team benchmark progress")
    assert "Progress to targets: 40%, the same as on 12 Oct (week of 9 Nov). It is meant to rise" in said
    assert charts(lead.last)[0].control is None
    assert "Confidence: 4 out of 5" in await lead.says("team benchmark confidence")
    assert "not compared: it rests on fewer than five people" in lead.last.text
    said = await nia.says("hr benchmarks Homes confidence")
    assert "Confidence: no figure yet." in said
    assert "Figures of fewer than five people’s answers are left out here" in said
    assert "Participation: 83%" in await nia.says("hr benchmarks Homs")


def replace_person(resident, person_id):
    return replace(resident, person=replace(resident.person, id=person_id))


async def test_hr_chooses_a_team_and_sees_every_figure_that_is_known(council, lead, nia):
    await team_of(council, "Homes", lead.person.id, STEADY)
    assert "None yet. Send a CSV or Excel file here" in await nia.says("hr benchmarks")
    await keep(council, figure(70, period="2026 Q1"))
    said = await nia.says("hr benchmark xylophones")
    assert "I know no team “xylophones”." in said
    assert "Participation: 70%, Councils in Wales, quarter 1 of 2026. Source: Data Cymru, June" in said
    assert "Participation: 83%" in await nia.taps("Homes")
    assert "Benchmarks: Homes" in (await nia.says("team benchmarks Homes") and nia.last.card.title)


async def test_nobody_else_sees_a_team_nor_by_a_button_made_up(council, lead, ben, nia):
    team = await team_of(council, "Homes", lead.person.id, STEADY)
    assert "You are not down as the lead of a team" in await ben.says("team benchmarks")
    assert "That is for HR" in (await ben.says("hr benchmarks Homes") and ben.last.card.title)
    await ben.sends_action("benchmarks.show", f"{team.id}|participation")
    assert "83%" not in ben.last.text and not charts(ben.last)


async def test_no_data_one_person_and_a_week_without_answers(council, lead):
    await team_of(council, "Homes", lead.person.id, (), size=1)
    said = await lead.says("team benchmarks")
    assert "Participation: no figure yet. The first one comes once a check-in that was asked is over." in said
    assert "One person is in this team: what is shown is that person’s, and no team’s." in said
    assert not charts(lead.last)
    await team_of(council, "Homes", lead.person.id, (1, 0, 1), size=1, first=MONDAY - timedelta(weeks=3))
    said = await lead.says("team benchmarks")
    assert "Participation: 100% (week of 9 Nov). Six figures are needed to tell change from chance" in said
    (chart,) = charts(lead.last)
    assert chart.control is None


async def test_satisfaction_is_cut_where_its_scale_was_changed(council, lead):
    team = await team_of(council, "Homes", lead.person.id, STEADY)

    def heard(month, score, scale):
        key = f"{month}-{score}"
        return ServiceFeedback(key, TENANT.id, "Survey", key, month, score, scale, "", team.id)

    months = [date(2026, month, 5) for month in range(1, 11)]
    said = [heard(month, 7, Scale.ZERO_TO_TEN) for month in months[:3]]
    said += [heard(month, 4, Scale.ONE_TO_FIVE) for month in months[3:]]
    async with council.database.transaction() as store:
        await store.service_feedback.save(said)
    await keep(council, figure(82, TeamMeasure.SATISFACTION))
    told = await lead.says("team benchmark satisfaction")
    assert "Service users’ satisfaction: 4 out of 5 (October 2026), the same each time." in told
    assert "The scale was changed: only figures since 1 April 2026 are counted." in told
    assert "On another scale than this team’s figures, so not compared." in told


async def test_it_is_said_in_welsh(council, lead):
    await team_of(council, "Homes", lead.person.id, FALLING)
    async with council.database.transaction() as store:
        await store.people.save([replace(lead.person, language=Language.CY)])
    said = await lead.says("tîm meincnodau cyfranogiad")
    assert "Cyfranogiad: 17% (wythnos 9 Tach), islaw ei ystod arferol o" in said
    assert "Newid gwirioneddol er gwaeth, nid siawns." in said


async def test_as_many_queries_for_any_number_of_teams(council, lead):
    from tests.storage.test_query_plans import statements

    await team_of(council, "Homes", lead.person.id, STEADY)
    async with statements(council.database) as few:
        await lead.says("team benchmarks")
    for number in range(6):
        await team_of(council, f"Other{number}", None, (2,) * WEEKS)
    async with statements(council.database) as many:
        await lead.says("team benchmarks")
    assert len(many) == len(few)
