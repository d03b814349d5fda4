"""A form open on two devices, and drafts that come late: what was said last stands, and nothing else is undone."""

import pytest

PROGRESS, NOTE = "Where is it now?", "Anything else?"
ALL = {PROGRESS: "12", "Status": "On track", "Confidence": "4 – fairly sure", NOTE: ""}


@pytest.fixture
async def amira(council):
    hired = await council.hire("Amira Hassan")
    await council.sets_objective(hired, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await hired.taps("Answer in a form")
    return hired


async def prompt_of(person):
    return next(each for each in person.inbox if each.edited).text


async def test_a_form_left_open_elsewhere_does_not_undo_what_was_sent_in_meanwhile(council, amira):
    await amira.fills(ALL, draft=True, form="phone", at="1.1")
    await amira.taps("Answer in a form")
    at_the_desk = amira.form
    await amira.fills(ALL | {PROGRESS: "9"}, form="phone")
    assert "Now 9 days" in await prompt_of(amira)
    amira.form = at_the_desk
    await amira.fills({NOTE: "Proud of the team"}, form="desk")
    said = await prompt_of(amira)
    assert "Now 9 days" in said
    assert "Proud of the team" in said


async def test_what_was_changed_in_the_form_sent_in_last_stands(council, amira):
    await amira.fills(ALL, draft=True, form="phone", at="1.1")
    await amira.taps("Answer in a form")
    at_the_desk = amira.form
    await amira.fills(ALL | {PROGRESS: "9"}, form="phone")
    amira.form = at_the_desk
    await amira.fills({PROGRESS: "8"}, form="desk")
    assert "Now 8 days" in await prompt_of(amira)


async def test_a_draft_that_comes_after_a_newer_one_changes_nothing(council, amira):
    shown = amira.form
    for progress, at in (("1", "1700000000.100000"), ("11", "1700000000.300000"), ("1111", "1700000000.200000")):
        amira.form = shown
        await amira.fills({PROGRESS: progress}, draft=True, form="phone", at=at)
    await amira.taps("Answer in a form")
    assert PROGRESS in str(amira.form)
    assert "'11'" in str(amira.form)


async def test_a_draft_that_comes_after_its_form_changes_nothing(council, amira):
    shown = amira.form
    await amira.fills(ALL | {PROGRESS: "9"}, form="phone")
    amira.form = shown
    await amira.fills(ALL | {PROGRESS: "90"}, draft=True, form="phone", at="1700000000.200000")
    assert "Now 9 days" in await prompt_of(amira)
