"""Pulse: one question to everyone, answered with one tap and without a name."""

from datetime import date

import pytest

from core.model.absence import Absence
from core.model.person import Access, Language
from tests.stories.council import TENANT


@pytest.fixture
async def hr(council):
    return await council.hire("Hana Reed", access=Access.HR)


@pytest.fixture
async def reports(council, lead):
    return [await council.hire(f"{letter.upper()}an Person", manager=lead) for letter in "bcdefg"]


def asked(resident):
    return [message for message in resident.inbox if "One quick question" in message.text]


def scores(message):
    return [action.label for action in message.actions]


async def answers(resident, label):
    await resident.taps(label, asked(resident)[-1])


async def test_it_is_off_until_hr_turns_it_on_and_asks_once_in_working_time(council, hr, reports):
    await council.goes_to("Wed 12:00")
    assert not asked(reports[0])
    said = await hr.says("hr pulse on monthly")
    assert "first Tuesday of the month" in said
    assert "The first goes out on Tue 1 Dec, 10:00 (London)." in said
    await council.goes_to("Tue 09:59")
    assert not asked(reports[0])
    await council.goes_to("Tue 10:30")
    (question,) = asked(reports[0])
    assert "I know what is expected of me at work." in question.text
    assert scores(question) == ["1 · Not at all", "2", "3", "4", "5 · Very much"]
    await council.goes_to("Mon 12:00")
    assert len(asked(reports[0])) == 1


async def test_part_timers_are_asked_on_their_day_and_nobody_who_is_off_for_all_of_it(council, hr, lead):
    thursdays = await council.hire("Tom Thursday", manager=lead, working_days=frozenset({4}))
    away = await council.hire("Ava Away", manager=lead)
    async with council.database.transaction() as store:
        await store.absences.add(Absence("a", TENANT.id, "ava", date(2026, 11, 23), date(2026, 12, 4)))
    await hr.says("hr pulse on weekly")
    await council.goes_to("Wed 12:00")
    assert not asked(thursdays)
    await council.goes_to("Thu 12:00")
    assert len(asked(thursdays)) == 1
    await council.goes_to("Mon 12:00")
    assert not asked(away)


async def test_an_answer_is_one_tap_counted_once_and_says_nothing_of_itself(council, hr, reports):
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    one = reports[0]
    question = asked(one)[-1]
    four = next(action for action in question.actions if action.label == "4")
    await answers(one, "4")
    assert "Thank you, it is counted." in question.text
    assert not question.actions
    await one.sends_action(four.name, four.value)
    assert "You have answered this one." in one.last.text
    async with council.database.reading() as store:
        (newest,) = await store.pulse.rounds(TENANT.id, 5)
        (tally,) = await store.pulse.tallies([newest.id])
    assert (tally.group_id, tally.score, tally.count) == ("megan", 4, 1)


async def test_averages_are_shown_once_closed_to_the_manager_and_hr_from_five_people_on(
    council, hr, lead, reports
):
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    for one in reports[:4]:
        await answers(one, "4")
    await answers(reports[4], "1 · Not at all")
    for reader, words in ((lead, "team pulse"), (hr, "hr pulse")):
        assert "No question has closed yet." in await reader.says(words)
    await council.goes_to("Mon 12:00")
    for reader, words in ((lead, "team pulse"), (hr, "hr pulse")):
        said = await reader.says(words)
        assert "I know what is expected of me at work." in said
        assert "3.4" in said
        assert "November 2026" in said
        assert "24" not in said


async def test_four_answers_are_shown_to_nobody_and_kept_nowhere(council, hr, lead, reports):
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    for one in reports[:4]:
        await answers(one, "2")
    await council.goes_to("Mon 12:00")
    for reader, words in ((lead, "team pulse"), (hr, "hr pulse")):
        assert "Too few answers" in await reader.says(words)
    async with council.database.reading() as store:
        assert await store.pulse.tallies([each.id for each in await store.pulse.rounds(TENANT.id, 5)]) == []


async def test_a_team_too_small_for_a_report_counts_in_the_organisation_among_other_small_ones(
    council, hr, lead, reports
):
    other = await council.hire("Olwen Other")
    small = [await council.hire(f"{letter.upper()}yn Small", manager=other) for letter in "klm"]
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    for one in reports[:5]:
        await answers(one, "5 · Very much")
    for one in (*small, hr):
        await answers(one, "1 · Not at all")
    await council.goes_to("Mon 12:00")
    said = await hr.says("hr pulse")
    assert "5" in said
    assert "Too few answers" in await other.says("team pulse")
    # Four beside the five of the team would be cut out by the difference of the two reports.
    async with council.database.reading() as store:
        tallies = await store.pulse.tallies([each.id for each in await store.pulse.rounds(TENANT.id, 5)])
    assert [(tally.group_id, tally.score, tally.count) for tally in tallies] == [("megan", 5, 5)]


async def test_who_has_answered_is_forgotten_when_the_question_closes(council, hr, reports):
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    late = asked(reports[0])[-1]
    two = next(action for action in late.actions if action.label == "2")
    await answers(reports[1], "3")
    await council.goes_to("Mon 12:00")
    async with council.database.transaction() as store:
        (newest,) = await store.pulse.rounds(TENANT.id, 5)
        assert await store.pulse.mark_answered(newest.id, reports[1].person.id)
    await reports[0].sends_action(two.name, two.value)
    (over,) = asked(reports[0])
    assert "This question takes no more answers." in over.text
    assert scores(over) == []


async def test_hr_turns_it_off_and_the_open_question_ends_as_it_was_promised(council, hr, reports):
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    assert "Pulse questions are off." in await hr.says("hr pulse off")
    await answers(reports[0], "3")
    for _ in range(2):
        await council.goes_to("Wed 12:00")
    assert len(asked(reports[0])) == 1


async def test_questions_take_turns(council, hr, reports):
    await hr.says("hr pulse on weekly")
    for _ in range(2):
        await council.goes_to("Tue 12:00")
    first, second = asked(reports[0])
    assert "what is expected of me" in first.text
    assert "in the time I have" in second.text


async def test_only_hr_turns_it_on_or_reads_the_organisations(council, lead, reports):
    refused = await lead.says("hr pulse")
    assert await lead.says("hr pulse on weekly") == refused
    for name, value in (("pulse.set", "weekly"), ("hr.pulse", "")):
        await lead.sends_action(name, value)
        assert lead.last.text == refused
    assert "Nobody reports to you here" in await reports[0].says("team pulse")
    await council.goes_to("Wed 12:00")
    assert not asked(lead)


async def test_a_forged_answer_counts_nothing(council, hr, reports):
    await hr.says("hr pulse on weekly")
    await council.goes_to("Tue 12:00")
    question = next(action for action in asked(reports[0])[-1].actions if action.label == "4")
    round_id = question.value.partition("|")[0]
    for value in (f"{round_id}|9", f"{round_id}|", "no-such-round|3", f"{round_id}|4|5", ""):
        await reports[0].sends_action("pulse.answer", value)
        assert "This question takes no more answers." in reports[0].last.text
    async with council.database.reading() as store:
        assert await store.pulse.tallies([round_id]) == []


async def test_pulse_in_welsh(council, lead):
    hr = await council.hire("Hefin Rees", access=Access.HR, language=Language.CY)
    assert "dydd Mawrth cyntaf y mis" in await hr.says("hr curiad ymlaen misol")
    await council.goes_to("Tue 12:00")
    await council.goes_to("Tue 12:00")
    assert "Rwy’n gwybod beth a ddisgwylir gennyf yn y gwaith." in hr.inbox[-1].text
    await hr.taps("5 · Yn fawr iawn")
    assert "Diolch, mae wedi’i gyfrif." in hr.inbox[-1].text
