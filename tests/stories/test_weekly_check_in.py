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
