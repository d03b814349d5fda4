"""Feedback without names: read only in reports of five people or more, released on Mondays."""

import pytest

LETTERS = "bcdefghij"


@pytest.fixture
async def colleagues(council, lead):
    return [await council.hire(f"{letter.upper()}an Person", manager=lead) for letter in LETTERS]


def unnamed(text):
    return {"What they did and its effect": text, "Who will read it": "Them, without my name"}


async def tell(giver, text):
    await giver.commands("feedback Amira Hassan")
    await giver.fills(unnamed(text))


def reports(resident):
    return [text for text in resident.texts if "in no order" in text]


async def test_how_it_is_read_is_said_before_it_is_sent(amira, colleagues):
    await colleagues[0].commands("feedback Amira Hassan")
    await colleagues[0].fills(unnamed("Calm."), draft=True)
    shown = " ".join(getattr(part, "text", "") for part in colleagues[0].form.parts)
    assert (
        "Without your name: Amira Hassan reads it only in a report, among the answers of 5 people or more" in shown
    )
    assert "How you write can still give you away." in shown


async def test_four_are_never_shown_and_five_come_on_monday_in_one_report(council, amira, colleagues):
    for giver in colleagues[:4]:
        await tell(giver, f"From {giver.person.id}.")
    await council.goes_to("Mon 12:00")
    assert reports(amira) == []
    await tell(colleagues[4], "From the fifth.")
    assert reports(amira) == []
    await council.goes_to("Mon 09:59")
    assert reports(amira) == []
    await council.goes_to("Mon 10:30")
    (report,) = reports(amira)
    for giver in colleagues[:4]:
        assert f"From {giver.person.id}." in report
        assert giver.person.name not in report
    assert "From the fifth." in report


async def test_what_comes_later_waits_for_five_new_people(council, amira, colleagues):
    for giver in colleagues[:5]:
        await tell(giver, "First.")
    await council.goes_to("Mon 12:00")
    for giver in colleagues[:4]:
        await tell(giver, "Second.")
        await tell(giver, "Third.")
    await council.goes_to("Mon 12:00")
    assert len(reports(amira)) == 1
    await amira.says("feedback")
    await amira.taps("Feedback without names")
    assert "Second." not in amira.last.text
    await tell(colleagues[8], "Fourth.")
    await council.goes_to("Mon 12:00")
    assert "Second." in reports(amira)[-1]
    assert "First." not in reports(amira)[-1]


async def test_it_is_changed_and_taken_back_until_the_report_and_never_after(council, amira, colleagues):
    for giver in colleagues[:5]:
        await tell(giver, f"From {giver.person.id}.")
    first, second = colleagues[:2]
    await first.taps("Change it")
    await first.fills({"What they did and its effect": "Said better."})
    await second.taps("Take it back")
    assert "never learns that it was there" in second.inbox[0].text
    await council.goes_to("Mon 12:00")
    assert reports(amira) == []
    await tell(second, "Back again.")
    await council.goes_to("Mon 12:00")
    (report,) = reports(amira)
    assert "Said better." in report
    assert f"From {first.person.id}." not in report
    await first.taps("Take it back")
    assert "In a report nothing says whose it is, so it stays." in first.last.text
    await amira.says("feedback")
    await amira.taps("Feedback without names")
    assert "Said better." in amira.last.text


async def test_nothing_stored_leads_from_a_report_to_who_gave_what(council, amira, colleagues):
    for giver in colleagues[:5]:
        await tell(giver, f"Thoughts number {giver.person.id}")
    await council.goes_to("Mon 12:00")
    async with council.database.reading() as store:
        assert await store.unnamed_feedback.waiting_for([amira.person.id]) == []
        for giver in colleagues[:5]:
            assert await store.conversations.current(giver.person.id) is None
    for giver in colleagues[:5]:
        assert not any("Thoughts number" in text for text in giver.texts)


async def test_whoever_asked_learns_nothing_of_one_answer_without_a_name(council, amira, colleagues):
    names = " ".join(f"@{each.person.first_name}" for each in colleagues[:6])
    await amira.says_to(f"feedback ask {names} about the move", *colleagues[:6])
    for number, giver in enumerate(colleagues[:5], start=1):
        heard = len(amira.inbox)
        await giver.taps("Answer in a form")
        await giver.fills(unnamed("Well planned."))
        assert len(amira.inbox) == heard
        said = await amira.says("feedback")
        assert ("5 people or more answered without their names" in said) == (number >= 5)
        assert not any(each.person.name in said for each in colleagues)


async def test_nobody_else_changes_or_takes_back_what_waits(amira, colleagues):
    await tell(colleagues[0], "Calm.")
    waits = next(action for action in colleagues[0].last.actions if action.label == "Take it back")
    await amira.sends_action("feedback.change", waits.value)
    assert amira.form is None
    await amira.sends_action("feedback.withdraw", waits.value)
    refused = amira.last.text
    await amira.sends_action("feedback.withdraw", "no-such-id")
    assert amira.last.text == refused
    await colleagues[0].taps("Change it")
    assert colleagues[0].form is not None
