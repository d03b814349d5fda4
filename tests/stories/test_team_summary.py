"""The team's summary: what it leads with, of which stretch of time, to whom, and what is asked back about it."""

from dataclasses import replace

import pytest

from core.chat.card import ChoiceInput
from core.model.objective_change import ObjectiveChange
from core.model.person import ChannelAddress, Platform, Team
from core.schedule.cadence import next_summary_at
from tests.stories.council import TENANT

CHANNEL = ChannelAddress(Platform.WEB, "demo", "channel:repairs")
NAMES = ("Amira Hassan", "Ben Lloyd", "Callum Reid", "Dara Okafor", "Eve Wood")
IT = ("Waiting for IT access to the new CRM", "Still no IT access", "No access to the CRM, waiting for IT")


@pytest.fixture
async def marcus(council):
    found = await council.hire("Marcus Bell")
    team = Team("repairs", TENANT.id, "Housing repairs", lead_id=found.person.id, channel=CHANNEL)
    await council.form_team(team)
    async with council.database.transaction() as store:
        await store.summaries.schedule(team.id, next_summary_at(team, council.clock.now()))
    return found


@pytest.fixture
async def team(council, marcus):
    people = [await council.hire(name, manager=marcus, team_id="repairs") for name in NAMES]
    for person in people:
        await council.sets_objective(person, f"Answer {person.person.first_name}’s cases")
    await council.goes_to("Fri 15:00")
    await council.goes_to("Mon 10:00")
    return people


async def answers(person, value="12", status="On track", factors="", confidence="4"):
    await person.taps("Answer in a form")
    label, option = next(
        (part.label, option.label)
        for part in person.form.parts
        if isinstance(part, ChoiceInput)
        for option in part.options
        if part.key.startswith("confidence") and option.value == confidence
    )
    factors_label = "What helped, or got in the way?"
    await person.fills({"Where is it now?": value, "Status": status, factors_label: factors, label: option})
    assert not person.errors


async def three_wait_for_it(team):
    for person, words in zip(team, IT, strict=False):
        await answers(person, status="At risk", factors=words)


async def test_a_summary_leads_with_what_three_people_wait_for_and_says_what_to_do(marcus, team):
    await three_wait_for_it(team)
    text = await marcus.says("team summary")
    assert "3 people met the same obstacle (IT and systems): “" in text
    assert "Another team can remove it: ask them for a date" in text
    assert text.index("Worth your attention") < text.index("who were due have checked in")
    reasons = await marcus.says("why")
    for words in IT:
        assert words in reasons


async def test_what_a_summary_leads_with_is_not_said_again_below(council, marcus, team):
    await three_wait_for_it(team)
    await answers(team[3], status="At risk", factors="My van was stolen")
    text = await marcus.says("team summary")
    assert text.count("(IT and systems)") == 1
    assert "What else is in the way" in text
    assert text.index("What else is in the way") < text.index("My van was stolen")


async def test_what_to_do_about_several_obstacles_is_said_once(council, marcus, team):
    await three_wait_for_it(team)
    for person in team[3:]:
        await answers(person, status="At risk", factors="Waiting for legal to sign the lease")
    text = await marcus.says("team summary")
    assert text.count("Another team can remove") == 1
    assert "Another team can remove these: ask for dates, and tell those who wait." in text


async def test_why_quotes_an_obstacle_once_though_it_holds_up_what_is_off_track(council, marcus, team):
    for person, words in zip(team, (IT[0], IT[0], "", "", ""), strict=True):
        await answers(person, status="Off track", factors=words)
    text = await marcus.says("why")
    assert "5 objectives are off track" in text and "2 people met the same obstacle" in text
    assert text.count(IT[0]) == 1


async def test_objectives_that_are_off_track_beside_an_obstacle_told_are_called_others(council, marcus, team):
    for person, status in zip(team[:3], ("Off track", "At risk", "At risk"), strict=True):
        await answers(person, status=status, factors=IT[0])
    await answers(team[3], status="Off track")
    text = await marcus.says("team summary")
    assert "“Answer Dara’s cases” is off track as well" in text
    assert "objectives are off track" not in text
    for person in team[4:]:
        await answers(person, status="Off track")
    assert "2 other objectives are off track: " in await marcus.says("team summary")


async def test_a_figure_that_came_back_to_where_it_was_is_not_said_to_have_stood_still(council, marcus, team):
    for value in ("12", "10", "12"):
        await answers(team[0], value=value, status="At risk")
        await council.goes_to("Mon 10:00")
    await answers(team[0], value="12", status="At risk")
    text = await marcus.says("team summary")
    assert "no nearer than 3 weeks ago" in text
    assert "12 days for" not in text


async def test_of_a_long_stretch_the_newest_notes_are_shown_and_the_others_counted(council, marcus, team):
    label = "Anything else?"
    for week in ("first", "second"):
        for person in team[:4]:
            await person.taps("Answer in a form")
            assert label in {getattr(part, "label", "") for part in person.form.parts}
            await person.fills(
                {"Where is it now?": "12", "Status": "On track", label: f"A note of the {week} week"}
            )
        await council.goes_to("Mon 10:00")
    text = await marcus.says("team summary quarter")
    assert text.count("A note of the second week") == 4 and text.count("A note of the first week") == 1
    assert "3 earlier notes are in the summaries of their own weeks." in text


async def test_the_channel_reads_how_many_and_neither_names_nor_words(council, marcus, team):
    await three_wait_for_it(team)
    await answers(team[3], status="At risk", factors="My van was stolen")
    await council.goes_to("Fri 15:00")
    posted = council.channel[-1].text
    assert "3 people met the same obstacle (IT and systems)" in posted
    assert posted.count("IT and systems") == 1
    assert "One more obstacle, which concerns single people, is with the line manager." in posted
    for person in team:
        assert person.person.name not in posted
    for words in (*IT, "van was stolen"):
        assert words not in posted
    assert "Confidence" not in posted


async def test_nothing_that_stands_out_is_said_to_be_nothing(marcus, team):
    for person in team:
        await answers(person)
    assert "Nothing stands out." in await marcus.says("team summary")


async def test_nobody_having_answered_is_no_verdict(marcus, team):
    assert "Nobody has answered yet, so there is nothing to judge by." in await marcus.says("team summary")


async def test_a_stretch_in_which_nobody_was_asked_says_so(marcus, team):
    text = await marcus.says("team summary last quarter")
    assert "Nobody was due to check in during that quarter" in text
    assert "Why?" not in [action.label for action in marcus.last.actions]


async def test_a_team_of_one_has_no_figures_in_its_channel(council, marcus):
    amira = await council.hire("Amira Hassan", manager=marcus, team_id="repairs")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Fri 15:00")
    await council.goes_to("Mon 10:00")
    await answers(amira, status="Off track", factors="Waiting for IT access")
    await council.goes_to("Fri 15:00")
    posted = council.channel[-1].text
    assert "Only one person is in this team" in posted
    for private in ("Off track", "Answer complaints faster", "IT", "have checked in"):
        assert private not in posted


async def test_a_figure_has_its_trend_against_the_target(council, marcus, team):
    amira = team[0]
    await answers(amira, value="14")
    await council.goes_to("Mon 10:00")
    await answers(amira, value="11")
    assert "14 → 11 days in 1 week, towards the target" in await marcus.says("team summary")
    await council.goes_to("Mon 10:00")
    await answers(amira, value="14.5")
    text = await marcus.says("team summary")
    assert "14 → 14.5 days in 2 weeks, away from the target" in text
    assert "is moving away from its target, though nobody calls it off track" in text


async def test_help_that_someone_asks_for_is_among_the_first_things(marcus, team):
    await answers(team[0], status="At risk", factors="The form is new to me, I need help with the new form")
    text = await marcus.says("team summary")
    assert "One person asked for help: “need help with the new form”" in text.replace("I need", "need")
    assert "Answer each of them" in text


async def test_a_month_counts_every_week_of_it(council, marcus, team):
    for person in team:
        await answers(person)
    await council.goes_to("Mon 10:00")
    await answers(team[0])
    text = await marcus.says("team summary month")
    assert "Housing repairs: November 2026" in text
    assert "of 10 check-ins that were due were answered." in text
    text = await marcus.says("team summary November")
    assert "Housing repairs: November 2026" in text
    assert "couldn’t read which stretch of time" in await marcus.says("team summary banana")


async def test_a_summary_goes_to_the_channel_when_the_lead_asks(council, marcus, team):
    for person in team:
        await answers(person)
    before = len(council.channel)
    assert "on its way to the team’s channel" in await marcus.says("team summary to channel")
    assert len(council.channel) == before + 1
    assert "Housing repairs: week of" in council.channel[-1].text


async def test_who_gets_it_and_what_the_channel_shows_is_the_teams_setting(council, marcus, team):
    assert "It goes to you only." in await marcus.says("team set summary to me")
    for person in team:
        await answers(person)
    await council.goes_to("Fri 15:00")
    assert not any("Mon 23 Nov" in each.text for each in council.channel)
    assert "Housing repairs: week of Mon 23 Nov" in marcus.last.text
    assert "It goes to the channel and to you." in await marcus.says("team set summary to both")
    assert "wins" not in await marcus.says("team set summary hide objectives and wins")
    await council.goes_to("Mon 10:00")
    for person in team:
        await answers(person)
    await council.goes_to("Fri 15:00")
    posted = council.channel[-1].text
    assert "Mon 30 Nov" in posted and "have checked in" in posted
    assert "cases" not in posted
    assert "everything" in await marcus.says("team set summary show all")
    assert "don’t know the part “bananas”" in await marcus.says("team set summary hide bananas")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("tîm gosod crynodeb dydd Gwener 15:00", "Daw crynodeb nesaf y tîm ar Gwen 27 Tach, 15:00 (London)."),
        ("tîm gosod crynodeb misol", "Daw’r crynodeb bob mis"),
        ("tîm gosod crynodeb wythnosol", "Daw’r crynodeb bob wythnos"),
        ("tîm gosod crynodeb i fi", "Mae’n mynd atoch chi yn unig."),
        ("tîm gosod crynodeb i’r sianel", "Mae’n mynd i’r sianel yn unig"),
        ("tîm gosod crynodeb i’r ddau", "Mae’n mynd i’r sianel ac atoch chi."),
        ("tîm gosod crynodeb cuddio amcanion", "Mae’r sianel yn dangos: "),
        ("tîm gosod crynodeb dangos amcanion", "Mae’r sianel yn dangos popeth"),
        (
            "tîm gosod crynodeb cuddio pysgod",
            "cyfranogiad, amcanion, rhwystrau, hyfforddiant, adborth, llwyddiannau",
        ),
    ],
)
async def test_the_summary_is_set_in_welsh_by_the_words_that_the_welsh_texts_name(
    council, marcus, team, typed, told
):
    await marcus.says("settings language cymraeg")
    assert told in await marcus.says(typed)


async def test_a_monthly_summary_comes_on_the_first_friday_about_the_month_before(council, marcus, team):
    assert "on the first Friday of the month at 15:00" in await marcus.says("team set summary monthly")
    for person in team:
        await answers(person)
    await council.goes_to("Fri 16:00")
    assert not any("Mon 23 Nov" in each.text for each in council.channel)
    await council.goes_to("Fri 15:00")
    assert "Housing repairs: November 2026" in council.channel[-1].text
    assert "5 of 10 check-ins that were due were answered." in council.channel[-1].text
    posted = len(council.channel)
    await council.goes_to("Fri 16:00")
    assert len(council.channel) == posted


async def test_why_brings_the_answers_to_those_who_may_read_them(council, marcus, team):
    await three_wait_for_it(team)
    await council.goes_to("Fri 15:00")
    reasons = await marcus.says("why?")
    for words in IT:
        assert words in reasons
    assert "nobody is ranked" in reasons
    own = await team[0].says("why")
    assert IT[0] in own
    assert "2 answers behind this are for their writers and their line managers." in own
    assert IT[1] not in own and IT[2] not in own


async def test_who_is_for_the_line_manager_only(council, marcus, team):
    await three_wait_for_it(team)
    await council.goes_to("Fri 15:00")
    named = await marcus.taps("Who?")
    assert "Amira Hassan, Ben Lloyd" in named and "Not heard from: Dara Okafor and Eve Wood" in named
    refused = await team[1].says("who")
    assert "for the team’s line manager only" in refused and "Amira" not in refused
    stranger = await council.hire("Sam Cole")
    before = len(stranger.inbox)
    await stranger.sends_action("summary.why", "week|2026-11-23|repairs|")
    assert "can’t show that" in stranger.last.text and len(stranger.inbox) == before + 1
    await team[1].sends_action("summary.who", "week|2026-11-23||marcus")
    assert "can’t show that" in team[1].last.text


async def test_a_summary_is_compared_with_the_week_and_the_quarter_before(council, marcus, team):
    for person in team:
        await answers(person, status="Off track")
    await council.goes_to("Mon 10:00")
    await answers(team[0])
    await marcus.says("team summary")
    text = await marcus.says("compare with last week")
    assert "20%" in text and "100%" in text and "−80" in text
    assert "Objectives off track" in text
    assert "nothing to compare with" in await marcus.says("compare with last quarter")
    assert "Compare with what?" in await marcus.says("compare with bananas")
    assert "nothing to compare with" in await marcus.says("cymharu â'r chwarter diwethaf")


async def test_a_comparison_says_what_is_true_of_each_of_its_figures(council, marcus, team):
    await three_wait_for_it(team)
    await council.goes_to("Mon 10:00")
    for person in team[:3]:
        await answers(person, status="At risk", factors="The supplier let us down again", value="11")
    await marcus.says("team summary")
    text = await marcus.says("compare with last week")
    assert "Figure: Different obstacles; 30 Nov: 1; 23 Nov: 1; Change: 0" in text
    assert "Mentions outside people’s control" in text
    months = await marcus.says("compare with last month")
    assert "nothing to compare with" in months


async def test_a_summary_is_corrected_in_place_with_what_it_leads_with(council, marcus, team):
    await three_wait_for_it(team[:2])
    await council.goes_to("Fri 15:00")
    assert "2 people met the same obstacle" in council.channel[-1].text
    await answers(team[2], status="At risk", factors=IT[2])
    posted = council.channel[-1]
    assert posted.edited and "3 people met the same obstacle" in posted.text
    assert "Edited" in posted.text


async def test_a_change_of_unit_is_no_trend(council, marcus, team):
    amira = team[0]
    await answers(amira, value="14")
    await council.goes_to("Mon 10:00")
    async with council.database.transaction() as store:
        objective = (await store.objectives.active_for([amira.person.id]))[amira.person.id][0]
        hours = replace(objective, unit="hours", baseline=360.0, target=190.0)
        await store.objectives.save([hours], council.clock.now())
        change = ObjectiveChange(objective.id, "unit", "days", "hours", council.clock.now(), marcus.person.id)
        await store.objectives.log_changes([change])
    await answers(amira, value="250")
    assert "→" not in await marcus.says("team summary")
