"""The exact behaviours that every feature keeps, each under its number and name."""

from datetime import UTC, date, datetime

import pytest

from core.model.checkin import CheckInState, Schedule
from core.model.person import Nation
from core.schedule.planning import slot_for
from tests.stories.council import TENANT

PART_TIME = frozenset({2, 3, 4})


async def test_story_1_own_time(council):
    belfast = await council.hire(
        "Niamh O’Neill",
        working_days=PART_TIME,
        timezone="Europe/Belfast",
        nation=Nation.NORTHERN_IRELAND,
    )
    await council.goes_to("Tue 09:59")
    assert belfast.inbox == []
    await council.goes_to("Tue 10:00")
    assert "Check-in" in belfast.last.text
    assert "(Belfast)" in belfast.last.text


async def test_story_1_a_holiday_in_one_nation_only(council):
    midweek = Schedule(
        "midweek", TENANT.id, rrule="FREQ=WEEKLY;BYDAY=WE", anchor=date(2024, 1, 3), closes_after_days=2
    )
    cardiff = await council.hire("Carys Evans", nation=Nation.WALES)
    belfast = await council.hire(
        "Niamh O’Neill", working_days=PART_TIME, timezone="Europe/Belfast", nation=Nation.NORTHERN_IRELAND
    )
    the_twelfth = date(2028, 7, 12)
    for person, day in ((cardiff.person, 12), (belfast.person, 13)):
        slot = slot_for(midweek, person, the_twelfth)
        assert slot.opens_at.astimezone(person.zone) == datetime(2028, 7, day, 10, tzinfo=person.zone)


async def test_story_1_a_week_of_weekends_is_ordinary(council):
    warden = await council.hire("Sam Okafor", working_days=frozenset({6, 7}))
    await council.goes_to("Sat 10:00")
    assert "Check-in" in warden.last.text
    assert "Mon 23 Nov, 00:00" in warden.last.text


async def test_story_2_edit_on_the_way(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("12 days")
    third = await amira.taps("On track")
    assert "How sure are you" in third
    first = await amira.says("change 1")
    assert "Where is it now?" in first
    assert "12 days" in first
    assert "How sure are you" in await amira.says("11 days")


async def test_story_3_edit_afterwards(council):
    lead = await council.hire("Megan Price")
    amira, team = await _team_of_one(council, lead)
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await _answer(amira, "12 days", "On track")
    await council.goes_to("Fri 15:00")
    posted = lead.last
    assert team.name in posted.text
    assert "Now 12 days" in posted.text
    await amira.taps("Change my answers")
    shown = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert shown["Where is it now?"] == "12 days"
    await amira.fills({"Where is it now?": "10 days"})
    assert posted.edited
    assert "Edited" in posted.text
    assert "Now 10 days" in posted.text
    async with council.database.reading() as store:
        answers = await store.checkins.answers_of((await council.check_in_of(amira)).id)
    assert [each.text for each in answers if each.step.startswith("progress")] == ["12 days", "10 days"]


async def test_story_4_part_filled_kept(council):
    lead = await council.hire("Megan Price")
    amira, _team = await _team_of_one(council, lead)
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("12 days")
    await amira.taps("On track")
    await council.goes_to("Tue 10:00")
    assert "2 of 5 answers are saved. Shall we carry on?" in amira.last.text
    reminders = len(amira.inbox)
    await council.goes_to("Fri 15:00")
    assert len(amira.inbox) == reminders
    assert "answered in part" in lead.last.text
    await council.goes_to("Sat 09:00")
    assert (await council.check_in_of(amira)).state is CheckInState.PARTLY_CLOSED


async def test_story_5_snooze(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Tue 09:00")
    assert "Wed 25 Nov, 10:00 (London)" in await amira.says("snooze tomorrow 10")
    before = len(amira.inbox)
    await council.goes_to("Wed 09:59")
    assert len(amira.inbox) == before
    await council.goes_to("Wed 10:00")
    assert len(amira.inbox) == before + 1


@pytest.mark.parametrize("beyond", ["snooze Saturday 10:00", "snooze next Monday", "snooze 12h"])
async def test_story_5_beyond_the_window_the_nearest_allowed_time_is_offered(council, beyond):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Thu 09:00")
    offer = await amira.says(beyond)
    assert "nearest time that works" in offer
    accept = next(action for action in amira.last.actions if action.name == "checkin.snooze_to")
    assert "I’ll bring it back" in await amira.taps(accept.label)


async def test_story_6_one_reminder(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Mon 10:00")
    prompt = amira.last
    await council.goes_to("Thu 15:00")
    assert amira.inbox == [prompt]
    await council.goes_to("Thu 15:15")
    assert "gentle reminder" in amira.last.text
    await council.goes_to("Sun 12:00")
    assert len(amira.inbox) == 2
    assert (await council.check_in_of(amira)).state is CheckInState.MISSED
    assert "closed on Fri 27 Nov, 17:00 (London)" in prompt.text
    await amira.taps("Answer here in chat", prompt)
    await amira.says("Better late", "my line manager only")
    checkin = await council.check_in_of(amira)
    assert checkin.late
    assert "marked late" in prompt.text


async def test_story_7_away_in_words(council):
    lead = await council.hire("Megan Price")
    amira = await council.hire("Amira Hassan", manager=lead)
    await council.goes_to("Mon 09:00")
    said = await amira.says("off until Thursday, my mother is ill")
    assert "from Mon 23 Nov to Wed 25 Nov" in said
    before = len(amira.inbox)
    await council.goes_to("Wed 12:00")
    assert len(amira.inbox) == before
    status = await lead.says("team")
    assert "away until Wed 25 Nov" in status
    assert "mother" not in status
    await council.goes_to("Thu 10:00")
    assert len(amira.inbox) == before + 1


async def test_story_7_one_combined_prompt_on_return_and_no_backlog(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Tue 09:00")
    await amira.says("ooo for 2 weeks")
    before = len(amira.inbox)
    await council.goes_to("Mon 12:00")
    await council.goes_to("Mon 12:00")
    await council.goes_to("Tue 10:00")
    assert len(amira.inbox) == before + 1
    assert (await council.check_ins_of(amira))[1].state is CheckInState.AWAY


async def test_story_7_stop_until_monday_stands_beside_stop(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Tue 09:00")
    assert "nothing until Mon 30 Nov" in await amira.says("stop until Monday")
    before = len(amira.inbox)
    await council.goes_to("Sun 12:00")
    assert len(amira.inbox) == before
    await council.goes_to("Mon 10:00")
    assert len(amira.inbox) == before + 1


async def test_story_8_ahead(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Tue 09:00")
    assert "Answering ahead" in await amira.says("answer next week's now")
    await amira.taps("Answer here in chat")
    await amira.says("All quiet", "my line manager only")
    assert any("ahead of time" in text for text in amira.texts)
    before = len(amira.inbox)
    await council.goes_to("Sun 12:00")
    before = len(amira.inbox)
    await council.goes_to("Thu 12:00")
    assert len(amira.inbox) == before
    await amira.taps("Change my answers")
    assert amira.form is not None


async def test_story_10_team_status(council):
    lead = await council.hire("Megan Price")
    names = ["Amira Hassan", "Ben Wood", "Carys Evans", "Dev Patel"]
    amira, ben, carys, dev = [await council.hire(name, manager=lead) for name in names]
    await council.goes_to("Mon 09:00")
    await carys.says("away for 5 days")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("Fine", "my line manager only")
    await council.sets_objective(ben, "Answer complaints faster")
    await ben.taps("Answer here in chat")
    await ben.says("12 days")
    await council.goes_to("Tue 11:00")
    status = await lead.says("team")
    for line in (
        "Amira Hassan; Check-in: answered",
        "Ben Wood; Check-in: partly answered",
        "Dev Patel; Check-in: overdue",
    ):
        assert line in status
    assert "Carys Evans; Check-in: away until Fri 27 Nov" in status
    assert "1 of 3 who are due" in status
    await council.goes_to("Sat 09:00")
    assert "Carys Evans; Check-in: away" in await lead.says("team")
    assert "Dev Patel; Check-in: not answered" in lead.last.text
    refused = await dev.says("team")
    assert "Nobody reports to you" in refused
    assert "the HR team" in refused


async def test_story_16_who_reads_it(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    question = await amira.taps("Answer here in chat")
    answers = iter(["12 days", "At risk", "3", "Waiting for parts", "Yes", "All quiet", "my line manager only"])
    for answer in answers:
        assert any(
            told in question
            for told in ("Read by you and your line manager", "You choose next who reads it", "manager only")
        )
        question = await amira.says(answer)
    assert "Thank you" in question


async def test_story_18_welsh_offered(council):
    gwen = await council.hire("Gwen Morgan")
    await gwen.appears()
    await gwen.appears()
    assert len(gwen.inbox) == 1
    await gwen.taps("Cymraeg")
    await council.goes_to("Mon 10:00")
    assert "Sut mae eich amcanion" in gwen.last.text
    assert any(action.label == "English" for action in gwen.last.actions)


async def test_story_20_stranger(council):
    amira = await council.hire("Amira Hassan")
    stranger = await council.hire("Not There")
    stranger.person = type(stranger.person)("x", TENANT.id, "unknown@elsewhere.example", "Unknown")
    for said in ("team", "checkin", "12 days"):
        answer = await stranger.says(said)
        assert "can’t find your work email" in answer
        assert "the HR team" in answer
        assert "Amira" not in answer
    assert amira.inbox == []


async def test_times_shown_always_carry_the_readers_zone(council):
    lead = await council.hire("Megan Price", timezone="America/New_York")
    amira = await council.hire("Amira Hassan", manager=lead)
    await council.time_passes_until(datetime(2026, 11, 26, 16, 0, tzinfo=UTC))
    assert amira.texts
    assert "reminded Thu 26 Nov, 10:15 (New York)" in await lead.says("team overdue")


async def _answer(person, value: str, status: str) -> None:
    await person.taps("Answer in a form")
    await person.fills({"Where is it now?": value, "Status": status})


async def _team_of_one(council, lead):
    from core.model.person import Team
    from core.schedule.cadence import next_summary_at

    team = Team("repairs", TENANT.id, "Repairs", lead_id=lead.person.id)
    await council.form_team(team)
    async with council.database.transaction() as store:
        await store.summaries.schedule(team.id, next_summary_at(team, council.clock.now()))
    amira = await council.hire("Amira Hassan", manager=lead, team_id=team.id)
    return amira, team
