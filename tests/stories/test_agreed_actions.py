"""Actions agreed on after a missed target are asked about until they are closed."""

from dataclasses import replace

from core.model.action import ActionState
from tests.stories.misses import actions_of, has_missed, looks_into_it


async def test_an_action_is_asked_about_at_each_check_in_until_it_is_closed(council, amira):
    await has_missed(council, amira)
    await looks_into_it(amira)
    await amira.taps("Answer in a form")
    assert "Is it done?" not in [getattr(part, "label", "") for part in amira.form.parts]
    await amira.fills({"Status": "At risk"})
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert "Is it done?" in [getattr(part, "label", "") for part in amira.form.parts]
    await amira.fills(
        {
            "Status": "At risk",
            "Agree a delivery date with the supplier / Is it done?": "Still on it",
            "Agree a delivery date with the supplier / Anything to add?": "Meeting on Thursday",
        }
    )
    (action,) = await actions_of(council, amira)
    assert (action.state, action.note) == (ActionState.OPEN, "Meeting on Thursday")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    for said in ("skip", "at risk", "skip", "skip"):
        await amira.says(said)
    question = await amira.says("skip")
    assert "Is it done?" in question
    assert "overdue, was due 4 December 2026" in question
    assert "Meeting on Thursday" in question
    assert "Anything to add" in await amira.says("finished, they signed")
    await amira.says("Starts in January", "skip")
    assert await actions_of(council, amira) == []
    assert any("Agree a delivery date with the supplier: done" in text for text in amira.texts)
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert "Is it done?" not in [getattr(part, "label", "") for part in amira.form.parts]


async def test_done_said_by_mistake_is_taken_back_in_the_same_check_in(council, amira):
    await has_missed(council, amira)
    await looks_into_it(amira)
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Status": "At risk", "Is it done?": "Done"})
    assert await actions_of(council, amira) == []
    await amira.taps("Change my answers")
    await amira.fills({"Is it done?": "Still on it"})
    assert len(await actions_of(council, amira)) == 1


async def test_the_line_manager_is_asked_about_what_they_took_on_and_the_person_hears(council, lead, amira):
    await has_missed(council, amira)
    await looks_into_it(amira, **{"Who will do it?": "My line manager"})
    assert "I’ll ask you about it" in lead.last.text
    assert "Megan Price is doing it" in await amira.says("actions")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    assert "Is it done?" not in [getattr(part, "label", "") for part in amira.form.parts]
    await lead.taps("Answer in a form")
    await lead.fills({"Is it done?": "Done", "Anything to add?": "They deliver on the 10th"})
    assert await actions_of(council, amira) == []
    assert "Megan Price has an answer for you" in amira.last.text
    assert "They deliver on the 10th" in amira.last.text


async def test_the_next_line_manager_takes_over_what_the_last_one_took_on(council, lead, amira):
    await has_missed(council, amira)
    await looks_into_it(amira, **{"Who will do it?": "My line manager"})
    nia = await council.hire("Nia Rees")
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, manager_id=nia.person.id)])
    assert "Agree a delivery date" in await nia.says("actions")
    assert "No action is open" in await lead.says("actions")


async def test_actions_are_listed_and_closed_with_one_tap_and_taken_back(council, amira):
    await has_missed(council, amira)
    await looks_into_it(amira)
    listed = await amira.says("actions")
    assert "Agree a delivery date with the supplier" in listed
    assert "by 4 December 2026 · about “Inspect every home”" in listed
    assert "Agree a delivery date" in await amira.opens_home()
    await council.goes_to("Sat 12:00")
    await council.goes_to("Sat 12:00")
    assert "overdue, was due 4 December 2026" in await amira.says("actions")
    assert "marked as done" in await amira.taps("Done")
    assert "No action is open" in await amira.says("actions")
    assert "open again" in await amira.taps("That’s not right, undo")
    assert "Agree a delivery date" in await amira.says("actions")
    assert "marked as no longer needed" in await amira.taps("No longer needed")
    assert "Agreed actions" not in await amira.opens_home()


async def test_an_action_taken_back_in_the_conversation_is_dropped(council, amira):
    await has_missed(council, amira)
    await looks_into_it(amira)
    await amira.taps("Change what I said")
    await amira.fills({"What is one thing to do about it?": "", "By when?": ""})
    assert await actions_of(council, amira) == []
