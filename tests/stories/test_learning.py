"""What happens when a target is missed: one offer, and a short conversation that nobody else reads."""

from datetime import date

import pytest

from core.model.missed_target import MissKind
from core.model.objective import ObjectiveState
from core.model.person import ChannelAddress, Language, Platform, Team
from core.schedule.cadence import next_summary_at
from tests.stories.council import TENANT
from tests.stories.misses import (
    INSPECTIONS,
    OFFER,
    actions_of,
    answers,
    has_missed,
    looks_into_it,
    misses_of,
    offers,
)

# --- noticing -------------------------------------------------------------------------------------------------


async def test_off_track_at_two_check_ins_running_is_noticed_at_the_second_and_once(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    assert offers(amira) == 0
    for _ in range(3):
        await council.goes_to("Mon 10:00")
        await answers(council, amira, "Off track")
    assert offers(amira) == 1
    (miss,) = await misses_of(council, objective)
    assert (miss.kind, miss.noticed_for) == (MissKind.OFF_TRACK_TWICE, date(2026, 11, 30))


async def test_a_new_run_of_off_track_check_ins_is_noticed_anew(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    for status in ("Off track", "Off track", "On track", "Off track", "At risk", "Off track", "Off track"):
        await council.goes_to("Wed 10:00")
        await answers(council, amira, status)
    assert [miss.noticed_for for miss in await misses_of(council, objective)] == [
        date(2026, 11, 30),
        date(2027, 1, 4),
    ]
    assert offers(amira) == 2


async def test_a_week_that_was_missed_does_not_end_a_run(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    await council.goes_to("Mon 10:00")
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    assert len(await misses_of(council, objective)) == 1


async def test_a_run_does_not_last_over_a_long_absence(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    await amira.says("away until 1 March 2027")
    for _ in range(14):
        await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    assert await misses_of(council, objective) == []


async def test_changed_late_and_repeated_answers_double_nothing(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    first = amira.last
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    assert len(await misses_of(council, objective)) == 1
    for status in ("On track", "Off track"):
        await amira.taps("Change my answers")
        await amira.fills({"Status": status})
    await amira.taps("Answer in a form", first)
    await amira.fills({"Status": "Off track"})
    assert len(await misses_of(council, objective)) == 1
    assert offers(amira) == 1


async def test_a_late_answer_that_makes_two_running_is_noticed(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    first = amira.last
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    await amira.taps("Answer in a form", first)
    await amira.fills({"Status": "Off track"})
    assert [miss.noticed_for for miss in await misses_of(council, objective)] == [date(2026, 11, 30)]
    assert offers(amira) == 1


async def test_an_answer_ahead_counts_as_the_next_one(council, amira):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "Off track")
    await amira.says("checkin next week")
    await answers(council, amira, "Off track")
    assert [miss.noticed_for for miss in await misses_of(council, objective)] == [date(2026, 11, 30)]
    await council.goes_to("Wed 10:00")
    await council.goes_to("Wed 10:00")
    assert offers(amira) == 1


async def test_a_date_that_passed_is_offered_in_the_next_prompt_and_never_again(council, amira):
    objective = await has_missed(council, amira)
    assert len(amira.inbox) == 1
    assert "The date for “Inspect every home” passed on 20 November 2026, below its target." in amira.last.text
    assert OFFER in amira.last.text
    await council.goes_to("Mon 10:00")
    assert OFFER not in amira.last.text
    assert [miss.kind for miss in await misses_of(council, objective)] == [MissKind.BELOW_TARGET]


async def test_the_offer_of_a_prompt_is_kept_when_the_prompt_becomes_what_was_said(council, amira):
    await has_missed(council, amira)
    prompt = amira.last
    await answers(council, amira, "At risk", "31 homes")
    assert OFFER not in prompt.text
    assert OFFER in amira.last.text
    assert "in your control" not in amira.last.text


async def test_what_has_missed_its_date_is_not_offered_again_for_being_off_track(council, amira):
    objective = await has_missed(council, amira)
    for _ in range(3):
        await answers(council, amira, "Off track")
        await council.goes_to("Mon 10:00")
    assert [miss.kind for miss in await misses_of(council, objective)] == [MissKind.BELOW_TARGET]


async def test_an_objective_that_reached_its_target_is_not_missed(council, amira):
    objective = await council.sets_objective(amira, "Inspect every home", **INSPECTIONS, due_on=date(2026, 11, 25))
    await council.goes_to("Mon 10:00")
    await answers(council, amira, "On track", "40 homes")
    await council.goes_to("Mon 10:00")
    assert OFFER not in amira.last.text
    assert await misses_of(council, objective) == []


@pytest.mark.parametrize("state", [ObjectiveState.PAUSED, ObjectiveState.CLOSED, ObjectiveState.PROPOSED])
async def test_nobody_is_judged_on_an_objective_that_is_not_active(council, amira, state):
    objective = await has_missed(council, amira, state=state)
    assert OFFER not in amira.last.text
    await answers(council, amira, "")
    assert offers(amira) == 0
    assert await misses_of(council, objective) == []
    assert "Nothing to look into" in await amira.says("learn")


async def test_a_shared_objective_is_talked_about_with_the_one_who_answers_for_it(council, lead, amira):
    ben = await council.hire("Ben Wood", manager=lead)
    objective = await council.sets_objective(amira, "Inspect every home", **INSPECTIONS, due_on=date(2026, 11, 20))
    async with council.database.transaction() as store:
        await store.objectives.share(objective.id, [ben.person.id])
    await council.goes_to("Mon 10:00")
    assert (offers(amira), offers(ben)) == (1, 0)
    await looks_into_it(amira)
    shown = await ben.says("objectives")
    assert "not reached in time · outside your control" in shown
    assert "supplier" not in shown
    assert "supplier" not in await lead.says("team Ben Wood")


async def test_many_dates_on_one_day_make_one_message(council, amira):
    for number in range(5):
        await council.sets_objective(amira, f"{number} inspections", **INSPECTIONS, due_on=date(2026, 11, 20))
    await council.goes_to("Mon 10:00")
    assert len(amira.inbox) == 1
    assert amira.last.text.count("passed on 20 November") == 3
    assert "2 more objectives" in amira.last.text


# --- the conversation -----------------------------------------------------------------------------------------


async def test_story_11_missed_target(council, lead, amira):
    await has_missed(council, amira)
    await amira.taps("Answer here in chat")
    for said in ("did 31 of 40", "at risk", "skip", "skip", "skip", "skip"):
        thanks = await amira.says(said)
    assert "Thank you, Amira" in thanks
    assert OFFER in thanks
    question = await amira.taps("Look into it here")
    assert "no wrong answers" in question
    for said, next_question in (
        ("The access keys came three weeks late", "outside your control"),
        ("yes", "What or whom did it depend on?"),
        ("supplier", "prevent it next time"),
        ("Order keys with the tenancy", "What help do you need?"),
        ("skip", "one thing to do about it"),
        ("Agree a delivery date", "Who will do it?"),
        ("me", "By when?"),
        ("4 December", "Thank you, Amira"),
    ):
        assert "Read by you and your line manager" in question
        question = await amira.says(said)
        assert next_question in question
    assert "Agree a delivery date" in question
    assert "Megan Price sees this too" in question
    assert "looked into a missed target" in lead.last.text
    assert "Now 31 homes" in lead.last.text
    assert "outside their control: supplier" in lead.last.text
    shown = await amira.says("objectives")
    assert "Now 31 homes · was 0 homes · target 40 homes by 20 November 2026" in shown
    assert "not reached in time · outside your control: supplier" in shown
    await council.goes_to("Mon 10:00")
    assert "outside your control: supplier" in amira.last.text
    await amira.taps("Answer in a form")
    assert "Agree a delivery date" in [getattr(part, "text", "") for part in amira.form.parts]


async def test_each_answer_is_kept_when_it_is_given(council, amira):
    objective = await has_missed(council, amira)
    await amira.taps("Look into it here")
    await amira.says("Keys came late", "no")
    (miss,) = await misses_of(council, objective)
    assert (miss.happened, miss.outside_control, miss.answered_at) == ("Keys came late", False, None)
    assert "prevent it" in await amira.says("chat")
    assert "outside your control" in await amira.says("back")


async def test_every_question_can_be_skipped_and_nothing_is_sent_to_anyone(council, lead, amira):
    objective = await has_missed(council, amira)
    await amira.taps("Look into it here")
    before = len(lead.inbox)
    await amira.says("skip", "skip", "skip", "skip", "skip")
    assert "Nothing was written down, and that is fine" in amira.last.text
    assert len(lead.inbox) == before
    (miss,) = await misses_of(council, objective)
    assert miss.answered_at is not None
    assert await actions_of(council, amira) == []
    assert "Nothing to look into" in await amira.says("learn")


async def test_later_brings_it_back_in_working_time(council, amira):
    await has_missed(council, amira)
    await amira.taps("Look into it here")
    await amira.says("Keys came late")
    assert "I’ll bring it back on Tue 24 Nov, 09:00 (London)" in await amira.says("snooze 12h")
    await council.goes_to("Tue 09:00")
    assert "Shall we look at what got in the way?" in amira.last.text
    assert "outside your control" in await amira.taps("Look into it here")


async def test_it_can_be_begun_by_its_word(council, amira):
    await has_missed(council, amira)
    assert "What happened?" in await amira.says("learn")
    await amira.commands("learn")
    assert amira.form is not None


async def test_an_action_needs_a_date_and_nothing_typed_is_lost(council, amira):
    await has_missed(council, amira)
    await amira.taps("Look into it in a form")
    await amira.fills({"What happened?": "Keys", "What is one thing to do about it?": "Chase them"})
    assert "say by when" in next(iter(amira.errors.values()))
    shown = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert shown["What is one thing to do about it?"] == "Chase them"
    await amira.fills({"By when?": "2026-11-20"})
    assert "already passed" in next(iter(amira.errors.values()))
    await amira.fills({"By when?": "2026-11-30"})
    assert amira.errors == {}
    (action,) = await actions_of(council, amira)
    assert (action.owner_id, action.due_on) == ("amira", date(2026, 11, 30))


async def test_a_form_sent_twice_agrees_once_and_a_change_corrects_both_cards(council, lead, amira):
    await has_missed(council, amira)
    await amira.taps("Look into it in a form")
    form = amira.form
    amira.form = form
    said = {"What is one thing to do about it?": "Chase the supplier", "By when?": "2026-12-04"}
    await amira.fills(said)
    seen = (len(amira.inbox), len(lead.inbox))
    amira.form = form
    await amira.fills(said)
    assert (len(amira.inbox), len(lead.inbox)) == seen
    news = lead.last
    await amira.taps("Change what I said")
    await amira.fills({"What is one thing to do about it?": "Change the supplier"})
    assert (len(amira.inbox), len(lead.inbox)) == seen
    assert news.edited
    assert "Change the supplier" in news.text
    assert [action.text for action in await actions_of(council, amira)] == ["Change the supplier"]


async def test_without_a_line_manager_the_action_is_ones_own(council, lead):
    await has_missed(council, lead)
    await lead.taps("Look into it in a form")
    assert "Who will do it?" not in [getattr(part, "label", "") for part in lead.form.parts]
    await lead.fills({"What is one thing to do about it?": "Hire", "By when?": "2026-12-04"})
    (action,) = await actions_of(council, lead)
    assert action.owner_id == lead.person.id


async def test_a_draft_is_nobody_elses(council, lead, amira):
    objective = await has_missed(council, amira)
    await amira.taps("Look into it in a form")
    await amira.fills({"What happened?": "Keys came late"}, draft=True)
    (miss,) = await misses_of(council, objective)
    assert miss.happened == ""
    assert "Keys came late" not in await lead.says("team Amira Hassan")


# --- who sees it ----------------------------------------------------------------------------------------------


async def test_the_manager_sees_what_was_said_and_a_colleague_does_not(council, lead, amira):
    ben = await council.hire("Ben Wood", manager=lead)
    await has_missed(council, amira)
    await looks_into_it(amira)
    report = await lead.says("team Amira Hassan")
    for said in (
        "not reached in time · outside their control: supplier",
        "The access keys came three weeks late",
        "Order keys with the tenancy",
        "Agree a delivery date with the supplier · by 4 December 2026",
    ):
        assert said in report
    assert "1 action open" in await lead.says("team")
    for asked in ("team Amira Hassan", "actions", "objectives", "team"):
        await ben.says(asked)
    assert not any("supplier" in text or "keys" in text for text in ben.texts)


async def test_forged_ids_are_refused_and_change_nothing(council, lead, amira):
    mallory = await council.hire("Mallory Quick", manager=lead)
    objective = await has_missed(council, amira)
    await looks_into_it(amira)
    (miss,) = await misses_of(council, objective)
    before = (await misses_of(council, objective), await actions_of(council, amira))
    (action,) = before[1]
    for resident in (mallory, lead):
        for name in ("flow.form", "flow.chat", "flow.later", "flow.skip", "flow.back"):
            await resident.sends_action(name, f"learn|{miss.id}")
            assert "no longer here" in resident.last.text
    for name in ("actions.done", "actions.drop", "actions.open"):
        await mallory.sends_action(name, action.id)
        assert "no longer here" in mallory.last.text
        await mallory.sends_action(name, "no-such-action")
        assert "no longer here" in mallory.last.text
    assert (await misses_of(council, objective), await actions_of(council, amira)) == before


async def test_the_channel_reads_figures_and_outside_control_and_no_ones_words(council, lead):
    channel = ChannelAddress(Platform.WEB, "demo", "channel")
    team = Team("repairs", TENANT.id, "Repairs", lead_id=lead.person.id, channel=channel)
    await council.form_team(team)
    async with council.database.transaction() as store:
        await store.summaries.schedule(team.id, next_summary_at(team, council.clock.now()))
    amira = await council.hire("Amira Hassan", manager=lead, team_id=team.id)
    await council.hire("Ben Lloyd", manager=lead, team_id=team.id)
    await council.goes_to("Sat 12:00")
    await has_missed(council, amira)
    await answers(council, amira, "At risk", "31 homes")
    await looks_into_it(amira)
    await council.goes_to("Fri 15:00")
    (posted,) = council.channel
    assert "target 40 homes by 20 November 2026 · not reached in time · outside control" in posted.text
    assert "One agreed action is open" in posted.text
    assert "supplier" not in posted.text
    assert "not reached in time · outside their control: supplier" in lead.last.text


async def test_the_whole_of_it_in_welsh(council, lead):
    gwen = await council.hire("Gwen Morgan", manager=lead, language=Language.CY)
    await has_missed(council, gwen)
    assert "Beth oedd yn y ffordd?" in gwen.last.text
    await gwen.taps("Edrych arno yma")
    await gwen.says("Daeth yr allweddi’n hwyr", "ie", "cyflenwr", "neidio", "neidio", "Cytuno ar ddyddiad", "fi")
    assert "Cytunwyd" in await gwen.says("4 Rhagfyr")
    assert "heb ei gyrraedd mewn pryd · y tu hwnt i’ch rheolaeth: cyflenwr" in await gwen.says("amcanion")
    assert "outside their control: cyflenwr" in lead.last.text
    assert "erbyn 4 Rhagfyr 2026" in await gwen.says("camau")
    await council.goes_to("Mon 10:00")
    await gwen.taps("Ateb yma mewn sgwrs")
    await gwen.says("neidio", "mewn perygl", "neidio", "neidio")
    assert "A yw wedi’i wneud?" in await gwen.says("neidio")
    await gwen.says("ddim eto", "Bron â gorffen")
    (action,) = await actions_of(council, gwen)
    assert action.note == "Bron â gorffen"
    assert "Wedi’i nodi" in await _lists_and_taps(gwen)
    assert "Dim i edrych arno" in await gwen.says("dysgu")


async def _lists_and_taps(gwen) -> str:
    await gwen.says("stopio", "camau")
    return await gwen.taps("Wedi’i wneud")
