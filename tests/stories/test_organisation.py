"""HR and directors see what in the organisation is worth attention, by service and priority, never of a few."""

from datetime import date

import pytest

from core.chat.card import Chart, Table
from core.model.person import Access, Employment, Language, Team
from core.model.timer import TimerKind
from core.ports import Part
from core.records.tables import TABLES, Reach, whose_rows
from core.records.tables import page as page_of
from tests.stories.council import TENANT
from tests.stories.organisation import GREEN, MONDAY, lived

STEADY = (5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 4)
FALLING = (*STEADY[:12], 1, 1)


@pytest.fixture
async def nia(council, ros):
    """Someone in HR, who reports to the chief executive as everyone does."""
    return await council.hire("Nia Rees", access=Access.HR, manager_id="ros")


@pytest.fixture
async def ros(council):
    """The chief executive, who works in no team."""
    return await council.hire("Ros Carter")


@pytest.fixture
async def services(council, ros):
    """Two services: in one of them something has just gone wrong."""
    await lived(council, "Homes", ros.person, FALLING, factors="Waiting for boiler parts from the supplier")
    await lived(
        council, "Waste", ros.person, STEADY, aim=None, factors="No boiler parts, supplier waiting", size=8
    )


def tables(message):
    return [each for each in message.card.parts if isinstance(each, Table)]


async def test_what_is_worth_attention_comes_first_with_figures_and_what_to_do(council, services, nia):
    said = await nia.says("hr organisation")
    assert nia.last.card.title == "Vale Council: October to December 2026"
    assert said.index("Worth your attention") < said.index("All together") < said.index("Services")
    assert "9 people met the same obstacle in one week (Suppliers and contractors: boiler, parts, supplier" in said
    assert "in 2 services; 9 of them call it outside their control." in said
    assert "Raise it with the supplier or partner once for all" in said
    assert "Homes. Objectives on track: 17% (week of 9 Nov), below its usual range of" in said
    assert "8 of 14 objectives serve no priority (57%)." in said
    assert "Greener together" in said and "nothing serves it" in said
    (chart,) = [each for each in nia.last.card.parts if isinstance(each, Chart)]
    assert chart.alt


@pytest.mark.parametrize(
    ("before", "sure", "told"),
    [
        (8, False, "It may be a change for the worse. The range rests on 8 figures so far"),
        (12, True, "A real change for the worse, not chance."),
    ],
)
async def test_a_change_is_called_real_only_once_twelve_figures_make_the_range_firm(
    council, ros, nia, before, sure, told
):
    await lived(council, "Homes", ros.person, (*STEADY[:before], 0))
    said = await nia.says("hr organisation")
    assert told in said and "below its usual range" in said
    assert ("not chance" in said) is sure
    assert ("perhaps worse than usual" in said) is not sure
    (chart,) = [each for each in nia.last.card.parts if isinstance(each, Chart)]
    labels = [label for _, label in chart.control.mark_labels]
    assert labels[-1] == ("real change, worse" if sure else "perhaps worse")
    assert "provisional" not in said  # it was said with the verdict, and is not said again


async def test_advice_that_fits_two_services_is_given_once(council, ros, nia):
    for name in ("Homes", "Waste"):
        await lived(council, name, ros.person, FALLING)
    said = await nia.says("hr organisation")
    first, second = said.index("Homes. Objectives on track"), said.index("Waste. Objectives on track")
    assert said.count("one look at the work is worth more than a reminder") == 1
    assert first < second < said.index("Ask what changed in each at that time")


async def test_services_stand_by_name_and_nobody_is_named(council, services, nia):
    said = await nia.says("hr organisation quarter")
    assert [row[0] for row in tables(nia.last)[0].rows] == ["Homes", "Waste"]
    assert "Homes lead" not in said and "Ada" not in said and "Waiting for" not in said
    assert "Warm homes" in said and "nothing serves it" in said


async def test_a_director_sees_it_too_and_nobody_else(council, services, ros, amira):
    assert "Worth your attention" in await ros.says("hr organisation")
    assert "That is for HR" in await amira.says("hr organisation")
    await amira.sends_action("organisation.show", "|quarter|2026-10-01")
    assert "That is for HR" in amira.last.text
    assert "That is for HR" in await ros.says("hr compliance")


async def test_of_two_at_the_top_each_sees_what_is_below_them(council, services, nia, lead, amira):
    await lived(council, "Parks", lead.person, STEADY)
    said = await lead.says("hr organisation")
    assert "Parks" in said and "Homes" not in said and "Waste" not in said
    assert "Groups are shown to those who see the whole organisation" in said
    everything = await nia.says("hr organisation")
    assert "Parks" in everything and "Homes" in everything


async def test_a_service_and_a_priority_are_looked_at_alone_by_tap_and_by_name(council, services, nia):
    await nia.says("hr organisation")
    said = await nia.taps("Homes")
    assert nia.last.card.title == "Homes: October to December 2026"
    assert "Objectives on track: 17%" in said and "below" in said
    assert "Vale Council" in (await nia.taps("Everything") and nia.last.card.title)
    assert "Homes" in (await nia.says("hr organisation homes november") and nia.last.card.title)
    await nia.says("hr overview warm hmes last month")
    assert nia.last.card.title == "Warm homes: October 2026"
    assert "on track in October 2026" in nia.last.text and "Homes" in nia.last.text
    assert "Nothing" not in await nia.says("hr organisation Warm homes")
    assert "No active objective serves it" in await nia.says("hr organisation greener together")


async def test_teams_of_few_are_never_shown_apart(council, ros, services, nia):
    await lived(council, "Tiny", ros.person, STEADY, size=3)
    said = await nia.says("hr organisation")
    assert "Tiny" not in said
    assert "One service has too few people to be shown apart" in said


async def test_a_week_once_counted_does_not_change(council, services, nia):
    before = await nia.says("hr organisation")
    async with council.database.transaction() as store:
        (checkin,) = await store.checkins.of_periods(["ada-homes"], date(2026, 11, 9), date(2026, 11, 9))
        updates = await store.checkins.progress_of([checkin.id])
        await store.checkins.set_progress(
            [type(updates[0])(checkin.id, updates[0].objective_id, updates[0].progress.__class__())]
        )
    assert await nia.says("hr organisation") == before


async def test_the_next_week_is_counted_by_itself(council, services, nia):
    await nia.says("hr organisation")
    async with council.database.transaction() as store:
        assert not await store.timers.take_due(TimerKind.ORGANISATION_WEEK, council.clock.now(), 5)
        before = set(await store.organisation_weeks.kept(TENANT.id))
    await council.goes_to("Mon 06:00")
    async with council.database.reading() as store:
        assert set(await store.organisation_weeks.kept(TENANT.id)) == before | {MONDAY}


async def test_what_is_asked_too_early_or_unclearly_is_answered_with_what_helps(council, nia, ros):
    assert "Nothing is known yet" in await nia.says("hr organisation")
    await lived(council, "Homes", ros.person, STEADY)
    said = await nia.says("hr organisation last year")
    assert "Nothing is known of April 2025 to March 2026." in said
    assert "Figures begin with the week of 10 August 2026" in said
    said = await nia.says("hr organisation year")
    assert "Figures begin with the week of 10 August 2026: nothing is known of the days before." in said
    assert "All teams work in one service here" in said
    said = await nia.says("hr organisation xylophones")
    assert "I know no service, priority or time called “xylophones”" in said
    assert "Homes" in (await nia.taps("Homes") and nia.last.card.title)


async def test_too_few_answers_are_no_figure(council, ros, nia):
    await lived(council, "Tiny", ros.person, STEADY, size=3)
    said = await nia.says("hr organisation")
    assert "Participation: 100%" in said
    assert "Objectives on track:" not in said and "Tiny" not in said


async def test_groups_of_people_are_told_only_where_nobody_can_be_found_out(council, ros, nia):
    await lived(council, "Homes", ros.person, STEADY, size=12)
    await lived(council, "Waste", ros.person, STEADY, size=12, employment=Employment.FIXED_TERM)
    await lived(council, "Parks", ros.person, STEADY, size=12, working_days=frozenset({1, 2}))
    said = await nia.says("hr organisation")
    assert "kind of contract: fixed term" in said and "hours: part-time" in said
    assert "Not told: nation, language and length of service." in said
    assert "nothing about protected characteristics" in said


async def test_it_speaks_welsh(council, services):
    cy = await council.hire("Carys Evans", access=Access.HR, language=Language.CY)
    said = await cy.says("hr sefydliad chwarter")
    assert "Gwerth eich sylw" in said and "Gwasanaethau" in said and "organisation-" not in said


async def test_it_leaves_as_a_table(council, services, nia):
    await nia.says("hr organisation")
    table = TABLES["organisation"]
    async with council.database.reading() as store:
        whose = await whose_rows(store, nia.person, table, Reach.ORGANISATION)
        rows = await page_of(store, table, whose, Part(1_000), council.clock.now())
    last = {row.service: row for row in rows if row.week == date(2026, 11, 9)}
    assert last["Homes"].on_track == pytest.approx(100 / 6, abs=0.1)
    assert last["Waste"].people == 8 and last[""].people == 14


async def test_the_team_that_is_above_all_is_no_single_service(council, ros, nia):
    await council.form_team(Team("top", TENANT.id, "Leadership", "ros"))
    async with council.database.transaction() as store:
        await store.people.save([type(ros.person)("ros", TENANT.id, ros.person.email, "Ros Carter", "top")])
    await lived(council, "Homes", ros.person, STEADY, aim=GREEN)
    await lived(council, "Waste", ros.person, STEADY)
    await nia.says("hr organisation")
    assert [row[0] for row in tables(nia.last)[0].rows] == ["Homes", "Waste"]
