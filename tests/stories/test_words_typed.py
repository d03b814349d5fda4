"""Typed words do what their writer meant, and nothing else: found by living a week as its people."""

from datetime import date

import pytest

from core.model.person import Access, Language


async def _asked(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    return amira


async def _away_on(council, resident):
    today = council.clock.now().date()
    async with council.database.reading() as store:
        return (await store.absences.of([resident.person.id], today, today)).get(resident.person.id, [])


@pytest.mark.parametrize("text", ["where do I find my payslip?", "here is my report", "there is a problem"])
async def test_a_sentence_that_begins_like_here_ends_no_absence(council, text):
    amira = await _asked(council)
    await amira.says("away until Thursday")
    await amira.says(text)
    assert await _away_on(council, amira) != []


async def test_here_ends_an_absence(council):
    amira = await _asked(council)
    await amira.says("away until Thursday")
    assert "no longer marked as away" in await amira.says("here")
    assert await _away_on(council, amira) == []


async def test_here_says_so_when_nobody_was_away(council):
    amira = await _asked(council)
    answer = await amira.says("here")
    assert "weren’t marked as away" in answer
    assert "no longer" not in answer


@pytest.mark.parametrize("word", ["?", "help me", "cymorth"])
async def test_a_cry_for_help_is_no_answer(council, word):
    amira = await _asked(council)
    await amira.taps("Answer here in chat")
    await amira.says("12 days", "on track", "4")
    assert "While answering you can say" in await amira.says(word)
    assert "What helped, or got in the way?" in await amira.says("chat")


async def test_changing_the_question_that_is_being_asked_asks_it_once(council):
    amira = await _asked(council)
    await amira.taps("Answer here in chat")
    assert "question 1 of" in await amira.says("change 1")
    assert "question 2 of" in await amira.says("12 days")


async def test_team_said_of_a_note_is_who_may_read_it(council):
    amira = await _asked(council)
    await amira.taps("Answer here in chat")
    await amira.says("12 days", "on track", "4", "skip", "A good week")
    assert "Thank you" in await amira.says("team")
    assert "Share with my team" in amira.inbox[0].text


@pytest.mark.parametrize("word", ["checkin", "team", "objectives"])
async def test_a_command_at_a_question_is_still_a_command(council, word):
    amira = await _asked(council)
    await amira.taps("Answer here in chat")
    assert "question 1 of" not in await amira.says(word)
    assert "question 2 of" in await amira.says("12 days")


@pytest.mark.parametrize(("typed", "seen"), [("chekin", "How are your"), ("objectivs", "My objectives")])
async def test_a_misspelt_command_at_a_question_is_no_figure(council, typed, seen):
    amira = await _asked(council)
    await amira.taps("Answer here in chat")
    answer = await amira.says(typed)
    assert "couldn’t read a figure" not in answer
    assert seen in answer or "answers are saved" in answer


async def test_a_pause_is_confirmed_as_one(council):
    amira = await _asked(council)
    answer = await amira.says("stop until Monday")
    assert "Enjoy the time away" not in answer
    assert "I’ll send you nothing until Mon 30 Nov" in answer


async def test_a_day_of_another_year_is_repeated_with_its_year(council):
    amira = await _asked(council)
    assert "to Mon 24 Dec 2035" in await amira.says("away until 25 Dec 2035")
    await amira.says("here")
    assert "Thu 26 Nov." in await amira.says("away until Thursday")


async def test_looking_at_next_week_leaves_this_weeks_check_in_the_one_that_is_put_off(council):
    amira = await _asked(council)
    await amira.says("checkin next week")
    await amira.says("checkin")
    assert "week of Mon 23 Nov" in await amira.says("snooze tomorrow 10")


async def test_chat_goes_on_with_the_check_in_looked_at_last(council):
    amira = await _asked(council)
    await amira.says("checkin next week", "chat", "11 days", "on track", "4", "skip", "skip")
    this_week, next_week = sorted(await council.check_ins_of(amira), key=lambda each: each.period)
    assert next_week.ahead
    assert next_week.state == "answered"
    assert this_week.state == "open"


async def test_the_reminder_makes_its_check_in_the_one_that_is_put_off(council):
    amira = await _asked(council)
    await amira.says("checkin next week")
    await council.goes_to("Fri 12:00")
    assert "a gentle reminder" in amira.last.text
    assert "week of Mon 23 Nov" in await amira.says("later")


async def test_next_weeks_check_in_looked_at_and_not_answered_is_asked_for_in_its_week(council):
    amira = await _asked(council)
    await amira.says("checkin next week")
    await council.goes_to("Sun 12:00")
    await council.goes_to("Mon 10:00")
    assert "How are your objectives going this week?" in amira.last.text
    assert "No prompt will be sent" not in amira.last.text


async def test_answers_can_be_changed_until_the_period_closes_and_no_longer(council):
    amira = await _asked(council)
    await amira.taps("Answer in a form")
    await amira.fills({"Where is it now?": "12 days", "Status": "On track"})
    await amira.taps("Change my answers")
    assert amira.form is not None
    await amira.fills({"Where is it now?": "11 days"}, draft=True)
    await council.goes_to("Sat 10:00")
    amira.form = None
    assert "closed on Fri 27 Nov, 17:00 (London)" in await amira.taps("Change my answers")
    assert amira.form is None
    assert "Now 12 days" in amira.inbox[0].text
    assert not (await council.check_in_of(amira)).late


async def test_leave_planned_for_later_is_kept_when_someone_is_here_today(council):
    amira = await _asked(council)
    await amira.says("away from 3 to 5 December", "away until Wednesday", "here")
    async with council.database.reading() as store:
        later = await store.absences.of([amira.person.id], date(2026, 12, 3), date(2026, 12, 3))
    assert later[amira.person.id][0].ends_on == date(2026, 12, 5)


async def test_someone_away_hears_from_milepost_on_the_next_working_day(council):
    amira = await _asked(council)
    assert "back in touch from Mon 7 Dec" in await amira.says("away from 3 to 5 December")


async def test_yn_ol_brings_a_welsh_speaker_back_and_at_a_question_goes_back(council):
    carys = await council.hire("Carys Evans", language=Language.CY)
    await council.sets_objective(carys, "Ateb galwadau yn Gymraeg")
    await council.goes_to("Mon 10:00")
    await carys.says("i ffwrdd tan ddydd Iau")
    assert "Croeso’n ôl" in await carys.says("yn ôl")
    assert await _away_on(council, carys) == []
    await carys.says("sgwrs", "12")
    assert "cwestiwn 1 o" in await carys.says("yn ôl")


@pytest.mark.parametrize(("typed", "seen"), [("hr courses", "Courses"), ("team overdue", "Still to answer")])
async def test_a_command_of_two_words_is_no_text_to_send_to_people(council, typed, seen):
    ines = await council.hire("Ines Hughes", access=Access.HR)
    await council.hire("Ben Lloyd", manager=ines)
    await ines.says("hr broadcast everyone")
    assert "What should it say" in ines.last.text
    assert seen.casefold() in (await ines.says(typed)).casefold()
    assert "question 3" not in ines.last.text
    assert "And in Welsh?" in await ines.says("team overdue reports are due on Friday")
