"""The weekly check-in, from prompt to what was said."""

from core.model.checkin import CheckInState


async def test_the_prompt_comes_at_ten_on_monday_with_the_objectives(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 09:59")
    assert amira.inbox == []
    await council.goes_to("Mon 10:00")
    assert "Answer complaints faster" in amira.last.text
    assert "was 15 days" in amira.last.text
    assert "Fri 27 Nov, 17:00 (London)" in amira.last.text


async def test_typed_answers_are_kept_one_by_one_and_the_prompt_becomes_what_was_said(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    prompt = amira.last
    assert "Where is it now?" in await amira.taps("Answer here in chat")
    assert "How does it stand?" in await amira.says("12 days")
    assert "How sure are you" in await amira.taps("At risk")
    assert "got in the way" in await amira.says("3")
    assert "outside your control" in await amira.says("Two vacancies since October")
    assert "Anything else" in await amira.says("yes")
    assert "Who may read" in await amira.says("Proud of the new letters")
    assert "Thank you, Amira" in await amira.taps("Share with my team")
    assert prompt.edited
    assert "Now 12 days" in prompt.text
    assert "Two vacancies since October" in prompt.text
    checkin = await council.check_in_of(amira)
    assert checkin.state is CheckInState.ANSWERED
    assert checkin.note == "Proud of the new letters"


async def test_the_same_check_in_is_answered_in_one_form(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    prompt = amira.last
    await amira.taps("Answer in a form")
    await amira.fills(
        {
            "Where is it now?": "about 12 days",
            "Status": "On track",
            "Confidence": "4 – fairly sure",
            "What helped, or got in the way?": "The new template helped",
            "Anything else?": "",
        }
    )
    assert amira.errors == {}
    assert amira.form is None
    assert prompt.edited
    assert "4 – fairly sure" in prompt.text
    assert "The new template helped" in prompt.text
    assert (await council.check_in_of(amira)).state is CheckInState.ANSWERED


async def test_a_form_begun_in_chat_is_finished_in_the_form_with_nothing_asked_twice(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("12 days")
    await amira.taps("Open as a form")
    values = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert values["Where is it now?"] == "12 days"
    await amira.fills({"Status": "On track"})
    assert "Now 12 days" in amira.inbox[0].text


async def test_a_half_filled_form_is_carried_on_in_chat(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Where is it now?": "12 days", "Status": "At risk"}, draft=True)
    assert "How sure are you" in await amira.says("chat")


async def test_a_figure_that_cannot_be_read_keeps_the_form_and_everything_in_it(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Where is it now?": "banana", "Status": "On track", "Anything else?": "A long story"})
    assert "couldn’t read a figure" in next(iter(amira.errors.values()))
    shown = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert shown["Where is it now?"] == "banana"
    assert shown["Anything else?"] == "A long story"
    await amira.fills({"Where is it now?": "12"})
    assert (await council.check_in_of(amira)).note == "A long story"


async def test_a_figure_that_cannot_be_read_in_chat_is_asked_again_and_the_rest_is_kept(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "couldn’t read a figure" in await amira.says("banana")
    assert "How does it stand?" in await amira.says("62%")


async def test_going_back_skipping_and_keeping(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("12 days")
    again = await amira.says("back")
    assert "Where is it now?" in again
    assert "12 days" in again
    assert "How does it stand?" in await amira.says("keep")
    assert "How sure" in await amira.says("skip")
    assert "nothing to go back" not in await amira.says("back")


async def test_help_within_a_check_in_says_what_can_be_said_and_loses_nothing(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "change 2" in await amira.says("help")
    assert "How does it stand?" in await amira.says("12 days")


async def test_stopping_keeps_what_was_said_and_carries_on_there(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("12 days")
    assert "one answer is saved" in await amira.says("stop")
    assert "How does it stand?" in await amira.taps("Carry on here")


async def test_nothing_typed_is_cut_or_taken_for_markup(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    story = "<!channel> <b>&amp; متأخر 🎉 *bold* " * 150
    await amira.says(story, "my line manager only")
    assert (await council.check_in_of(amira)).note == story.strip()


async def test_someone_without_objectives_is_still_asked_how_it_goes(council):
    amira = await council.hire("Amira Hassan")
    await council.goes_to("Mon 10:00")
    assert "no objectives yet" in amira.last.text
    assert "Anything else" in await amira.taps("Answer here in chat")


async def test_a_command_in_the_middle_is_answered_and_the_question_stays_open(council):
    manager = await council.hire("Megan Price")
    amira = await council.hire("Amira Hassan", manager=manager)
    await council.sets_objective(manager, "Fill the vacancies")
    await council.goes_to("Mon 10:00")
    await manager.taps("Answer here in chat")
    assert "My team this week" in await manager.says("team")
    assert "How does it stand?" in await manager.says("50%")
    assert amira.last.text.startswith("Check-in for the week")


async def test_a_second_tap_on_a_sent_form_makes_no_second_record(council):
    amira = await council.hire("Amira Hassan")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    form = amira.form
    await amira.fills({"Where is it now?": "12", "Status": "On track"})
    amira.form = form
    await amira.fills({"Where is it now?": "12", "Status": "On track"})
    assert len(await council.check_ins_of(amira)) == 1
    async with council.database.reading() as store:
        answers = await store.checkins.answers_of((await council.check_in_of(amira)).id)
    assert [answer.text for answer in answers if answer.step.startswith("progress")] == ["12"]


async def test_someone_else_cannot_answer_it_with_an_edited_payload(council):
    amira = await council.hire("Amira Hassan")
    mallory = await council.hire("Mallory Quick")
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    theirs = await council.check_in_of(amira)
    for name in ("flow.form", "flow.chat", "flow.later", "flow.skip"):
        await mallory.sends_action(name, f"check_in|{theirs.id}")
        assert "complaints" not in mallory.last.text
    assert mallory.form is None
    assert await council.check_in_of(amira) == theirs
