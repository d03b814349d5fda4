"""Questions that HR and line managers add to check-ins, from what they type to what is asked and read."""

from datetime import timedelta

import pytest

from core.chat.card import ChoiceInput, TextInput
from core.model.checkin import CheckInState
from core.model.person import Access
from tests.storage.test_query_plans import statements
from tests.stories.council import Council, Resident

SAFE = "How safe did you feel?"
PRIORITIES = "What are your priorities this week?"


@pytest.fixture
async def hr(council: Council) -> Resident:
    """Someone of HR."""
    return await council.hire("Olwen Rees", access=Access.HR)


def labels(person: Resident) -> list[str]:
    """The labels of the open form's inputs."""
    assert person.form is not None
    return [part.label for part in person.form.parts if isinstance(part, TextInput | ChoiceInput)]


async def test_a_manager_adds_a_question_in_one_sentence_and_the_team_is_asked_it(council, lead, amira):
    answer = await lead.says("team questions add How safe did you feel? scale every 2 weeks")
    assert "Question added" in answer
    assert "every 2 weeks" in answer
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert SAFE in amira.last.text
    assert "Read by you and your line manager." in amira.last.text
    await amira.taps("4 – mostly")
    assert "Anything else" in amira.last.text
    await amira.says("skip")
    assert "4 – mostly" in amira.inbox[0].text
    assert SAFE in amira.inbox[0].text
    # Asked every other week.
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "Anything else" in amira.last.text
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert SAFE in amira.last.text


async def test_the_form_asks_them_too_and_what_is_said_is_read_by_the_manager_beside_what_was_asked(
    council, lead, amira
):
    await lead.says("team questions add What would you like to learn?")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert "What would you like to learn?" in labels(amira)
    await amira.fills({"What would you like to learn?": "Reading contracts"})
    assert "Reading contracts" in amira.inbox[0].text
    await lead.says("team questions change 1 What will you learn?")
    report = await lead.says("team Amira")
    assert "What would you like to learn?" in report
    assert "Reading contracts" in report
    assert "What will you learn?" not in report


async def test_a_change_leaves_the_check_in_under_way_as_it_is(council, lead, amira):
    await council.goes_to("Mon 10:00")
    await lead.says(f"team questions add {SAFE} scale")
    await amira.taps("Answer here in chat")
    assert "Anything else" in amira.last.text
    await council.goes_to("Mon 10:00")
    await lead.says("team questions remove 1")
    await amira.taps("Answer here in chat")
    assert SAFE in amira.last.text
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "Anything else" in amira.last.text


async def test_a_follow_up_is_asked_after_the_answer_that_calls_for_it_only(council, lead, amira):
    await lead.says("team questions add Did you have what you needed? yes/no")
    assert "If No: What was missing?" in await lead.says("team questions follow-up 1 if no: What was missing?")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("no")
    assert "What was missing?" in amira.last.text
    await amira.says("back", "yes")
    assert "Anything else" in amira.last.text
    # A change goes back to the question that was open; what the change opened is asked before the end.
    await amira.says("change 1", "no", "skip")
    assert "What was missing?" in amira.last.text
    await amira.says("A van")
    assert "A van" in amira.inbox[0].text


async def test_in_a_form_the_follow_up_appears_once_it_applies(council, lead, amira):
    await lead.says("team questions add Did you have what you needed? yes/no")
    await lead.says("team questions follow-up 1 if no: What was missing?")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert "What was missing?" not in labels(amira)
    await amira.fills({"Did you have what you needed?": "No"}, draft=True)
    assert "What was missing?" in labels(amira)
    await amira.fills({"Did you have what you needed?": "No", "What was missing?": "A van"})
    assert "A van" in amira.inbox[0].text


async def test_answers_are_kept_one_by_one_changed_afterwards_and_both_versions_stay(council, lead, amira):
    await lead.says(f"team questions add {SAFE} scale")
    await lead.says("team questions add What would help?")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("2")
    checkin = await council.check_in_of(amira)
    assert checkin.state is CheckInState.PARTLY
    assert "2 – a little" in await lead.says("team Amira")
    await amira.says("A second torch", "skip")
    await amira.taps("Change my answers")
    await amira.fills({SAFE: "5 – very much"})
    assert "5 – very much" in await lead.says("team Amira")
    async with council.database.reading() as store:
        logged = await store.checkins.answers_of(checkin.id)
    assert [each.text for each in logged if each.step.startswith("answer@")] == ["2", "5"]


async def test_absence_words_and_commands_in_an_answer_are_an_answer(council, lead, amira):
    await lead.says("team questions add What got in the way?")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("Sam was away until Wednesday")
    assert "Anything else" in amira.last.text


async def test_answering_ahead_asks_what_next_week_asks(council, lead, amira):
    await lead.says(f"team questions add {SAFE} scale")
    await amira.says("checkin next week")
    await amira.taps("Answer in a form")
    assert SAFE in labels(amira)


# --- shaping them ---------------------------------------------------------------------------------------------


async def test_hr_s_questions_come_first_and_a_team_s_on_top(council, hr, lead, amira):
    await lead.says("team questions add What did the rota need?")
    await hr.says("hr questions add from bank learning-time")
    listed = await lead.says("team questions")
    assert "From HR, for everyone" in listed
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert labels(amira)[:2] == ["Did you have time to learn or train?", "What did the rota need?"]


async def test_a_sixth_question_in_a_week_is_refused_kindly_with_what_was_typed(lead, amira):
    for number in range(5):
        assert "Question added" in await lead.says(f"team questions add Question number {number} of mine?")
    refused = await lead.says("team questions add And one more?")
    assert "one too many" in refused
    assert "about a minute" in refused
    assert "And one more?" in refused
    assert "Question changed" in await lead.says("team questions 5 every 2 weeks")
    # In the weeks between there is room, and in the others there is not.
    assert "one too many" in await lead.says("team questions add And one more? every 2 weeks")


async def test_hr_hears_how_many_teams_have_more_than_a_week_holds_now(council, hr, lead, amira):
    for number in range(5):
        await lead.says(f"team questions add Question number {number} of mine?")
    assert "One team asks questions of its own" in await hr.says("hr questions add Do you feel heard? yes/no")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert "Do you feel heard?" in labels(amira)
    assert len(labels(amira)) == 5 + 2


async def test_they_are_moved_changed_and_every_change_can_be_undone(lead, amira):
    await lead.says("team questions add First one?", "team questions add Second one?")
    await lead.says("team questions move 2 to 1")
    assert (listed := await lead.says("team questions")).index("Second") < listed.index("First")
    await lead.says("team questions remove 1")
    assert "Second one?" not in await lead.says("team questions")
    await lead.taps("Undo")
    assert "as they were before" in lead.last.text
    assert (await lead.says("team questions")).index("Second") < lead.last.text.index("First")


async def test_a_change_since_is_not_undone_by_an_older_button(lead, amira):
    await lead.says("team questions add First one?")
    first = lead.last
    await lead.says("team questions add Second one?")
    assert "Nothing to take back" in await lead.taps("Undo", first)
    assert "First one?" in await lead.says("team questions")


async def test_a_question_is_written_in_a_form_with_a_choice_and_its_follow_up(council, lead, amira):
    await lead.says("team questions")
    await lead.taps("Write a question")
    await lead.fills({"Question": "How was the rota?", "Answered": "Choice"}, draft=True)
    await lead.fills(
        {
            "Question": "How was the rota?",
            "Answered": "Choice",
            "Answers to choose from": "Fair\nUnfair",
            "How often": "Every 2 weeks",
            "Who reads the answers": "The team too",
            "Follow-up question": "What was unfair?",
        },
        draft=True,
    )
    await lead.fills({"Asked if the answer is": "unfair", "In Welsh": "Sut oedd y rota?"})
    assert lead.errors == {}
    assert "If Unfair: What was unfair?" in lead.last.text
    assert "The team too" in lead.last.text
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "it is part of the team summary" in amira.last.text
    await amira.taps("Unfair")
    assert "What was unfair?" in amira.last.text
    assert "Read by you and your line manager." in amira.last.text


async def test_a_choice_without_enough_to_choose_from_is_asked_about_and_nothing_is_lost(lead, amira):
    await lead.says("team questions add How was the rota? choice")
    assert "What can people choose from?" in lead.last.text
    assert "at least two" in await lead.says("Fair")
    await lead.says("Fair, Unfair", "skip", "skip")
    assert "Question added" in lead.last.text
    assert "Fair / Unfair" in lead.last.text


async def test_the_preview_shows_the_words_people_get_and_what_comes_later(lead, amira):
    await lead.says(f"team questions add {SAFE} scale", "team questions add from bank proud")
    preview = await lead.says("team questions preview")
    assert "Mon 23 Nov" in preview
    assert "○ 1 – not at all" in preview.replace("\u00a0", " ")
    assert "it is part of the team summary" in preview


async def test_they_can_be_tried_on_oneself_and_nothing_is_kept(council, lead, amira):
    await lead.says("team questions add Did you have what you needed? yes/no")
    await lead.taps("All questions")
    await lead.taps("Try it on me")
    assert labels(lead) == ["Did you have what you needed?"]
    await lead.fills({"Did you have what you needed?": "Yes"})
    assert "Nothing of what you answered was kept" in lead.last.text


async def test_someone_who_manages_nobody_and_is_not_hr_can_change_nothing(council, lead, amira):
    await lead.says("team questions add First one?")
    assert "isn’t yours to change" in await amira.says("team questions add Mine?")
    for name in ("questions.show", "questions.bank", "questions.preview"):
        await amira.sends_action(name, "hr")
        assert "isn’t yours to change" in amira.last.text
    for value in ("hr|support", "team|support", "megan|support"):
        await amira.sends_action("questions.add_bank", value)
        assert "isn’t yours to change" in amira.last.text
    await amira.sends_action("questions.undo", "team|1")
    assert "First one?" in await lead.says("team questions")
    await amira.sends_action("questions.window", "2")
    assert "isn’t yours to change" in amira.last.text


async def test_welsh_words_shape_them_and_ask_them(council, lead, amira):
    await lead.says("settings language cymraeg")
    answer = await lead.says("tîm cwestiynau ychwanegu Pa mor ddiogel oeddech chi? graddfa bob 2 wythnos")
    assert "bob 2 wythnos" in answer
    await lead.says("tîm cwestiynau dilyniant 1 os ar y mwyaf 2: Beth ddigwyddodd?")
    assert "Os ar y mwyaf 2: Beth ddigwyddodd?" in lead.last.text
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "Pa mor ddiogel" in amira.last.text


async def test_a_ready_question_is_asked_in_each_reader_s_language(council, lead, amira):
    await lead.says("team questions add from bank workload")
    await amira.says("settings language cymraeg")
    await council.goes_to("Mon 10:00")
    await amira.taps("Ateb yma mewn sgwrs")
    assert "Sut oedd eich llwyth gwaith?" in amira.last.text
    await amira.taps("Gormod")
    assert "Beth allai stopio" in amira.last.text
    assert "4" not in await lead.says("team Amira")
    assert "Too much" in lead.last.text


# --- priorities -----------------------------------------------------------------------------------------------


async def test_this_week_s_priorities_are_asked_about_next_week_and_carried_forward(council, lead, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    await council.sets_objective(amira, "Service every boiler")
    await lead.says("team questions add from bank priorities")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({PRIORITIES: "New complaints letters\n- Train Sam\nBook the hall\nFourth"})
    assert "3 are the most" in " ".join(amira.errors.values())
    await amira.fills({"Status": "On track", PRIORITIES: "New complaints letters\n- Train Sam"})
    async with council.database.reading() as store:
        first, second = await store.week_priorities.open_of(amira.person.id)
    assert (first.text, first.objective_id) == ("New complaints letters", "amira-answer-compl")
    assert (second.text, second.objective_id) == ("Train Sam", None)
    assert "Train Sam" in await lead.says("team Amira")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    values = {"New complaints letters / How did it go?": "Done", "Train Sam / How did it go?": "Carry on"}
    await amira.fills({"Status": "On track", **values, PRIORITIES: "One\nTwo\nThree"})
    assert "You carry one on" in " ".join(amira.errors.values())
    await amira.fills({PRIORITIES: "One"})
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    headings = [part.text for part in amira.form.parts if part.kind == "heading"]
    assert "Train Sam" in headings
    assert "One" in headings
    assert "New complaints letters" not in headings


async def test_in_chat_carry_on_is_an_answer_about_a_priority(council, lead, amira):
    await lead.says("team questions add from bank priorities")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("Train Sam", "skip")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "How did it go?" in amira.last.text
    await amira.says("carry on")
    assert "What are your priorities this week?" in amira.last.text
    await amira.says("back", "drop it")
    async with council.database.reading() as store:
        assert await store.week_priorities.open_of(amira.person.id) == []


async def test_a_line_taken_out_afterwards_is_asked_about_no_more(council, lead, amira):
    await lead.says("team questions add from bank priorities")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("Train Sam\nBook the hall", "skip")
    await amira.taps("Change my answers")
    await amira.fills({PRIORITIES: "Train Sam"})
    async with council.database.reading() as store:
        assert [each.text for each in await store.week_priorities.open_of(amira.person.id)] == ["Train Sam"]


async def test_next_week_begins_when_the_present_check_in_has_opened(council, lead, amira):
    await council.time_passes_until(council.clock.now() + timedelta(days=2, hours=20))
    await lead.says(f"team questions add {SAFE} scale every 4 weeks")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert SAFE in amira.last.text


@pytest.mark.parametrize("people", [2, 6])
async def test_planning_and_the_team_cost_as_many_queries_for_many_as_for_few(council, lead, people):
    for number in range(people):
        await council.hire(f"P{number} Jones", manager=lead)
    async with statements(council.database) as planned:
        await council.goes_to("Mon 10:00")
    # One question for the versions of everyone who is due, whoever has questions and whoever has none.
    assert sum("question_sets" in statement for statement, _ in planned) <= 2
    async with statements(council.database) as shown:
        await lead.says("team")
    assert not any("question" in statement for statement, _ in shown)
