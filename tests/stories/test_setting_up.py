"""Setting an organisation up in chat: people, the day, the channels, and a try on oneself."""

from dataclasses import replace

import pytest

from core.chat.card import ChoiceInput, TextInput
from core.model.person import Access, ChannelAddress, Platform, Team
from tests.stories.council import TENANT, Council, Resident

LIST = """email,name,team,manager_email
rhian@vale.example,Rhian Evans,Streets,
owen@vale.example,Owen Hughes,Streets,rhian@vale.example
"""


@pytest.fixture
async def admin(council: Council) -> Resident:
    """Whoever installed Milepost, alone so far."""
    return await council.hire("Nia Morgan", access=Access.ADMIN)


async def test_the_installer_gets_one_introduction_and_one_checklist(admin: Resident):
    await admin.appears()
    await admin.appears()
    assert len(admin.inbox) == 2
    assert "Nia" in admin.texts[0]
    assert "Set Milepost up for" in admin.texts[1]
    assert "So far I know one person: you." in admin.texts[1]
    assert "on Monday at 10:00" in admin.texts[1]


async def test_staff_who_appear_are_introduced_and_never_asked_to_set_anything_up(amira: Resident):
    await amira.appears()
    assert len(amira.inbox) == 1
    assert "Set Milepost up" not in amira.last.text


async def test_a_pasted_list_brings_people_in_and_ticks_the_step(council: Council, admin: Resident):
    await admin.appears()
    checklist = admin.inbox[1]
    await admin.taps("Paste a list")
    await admin.fills({"Your list": LIST})
    assert "Your people are in" in admin.last.text
    assert checklist.edited
    assert "I know 3 people." in checklist.text
    assert "✅ 1." in checklist.text
    assert "⬜ 4." in checklist.text
    assert "Still without a channel: Streets" in checklist.text
    async with council.database.reading() as store:
        owen = await store.people.by_email(TENANT.id, "owen@vale.example")
        assert owen is not None
        assert (await store.checkins.enrolments_of([owen.id]))[0].next_due_at is not None


async def test_a_list_from_a_spreadsheet_may_be_pasted_with_tabs(admin: Resident):
    await admin.says("hr setup")
    await admin.taps("Paste a list")
    await admin.fills({"Your list": LIST.replace(",", "\t")})
    assert "Your people are in" in admin.last.text


async def test_bad_rows_are_named_nothing_is_kept_and_the_list_is_still_there_to_mend(council, admin: Resident):
    await admin.says("hr setup")
    await admin.taps("Paste a list")
    wrong = LIST.replace("owen@vale.example", "owen-at-vale")
    await admin.fills({"Your list": wrong})
    assert "Nothing was brought in yet" in admin.last.text
    assert "line 3" in admin.last.text
    assert "owen-at-vale" in admin.last.text
    async with council.database.reading() as store:
        assert len(await store.people.all(TENANT.id)) == 1
    await admin.taps("Open as a form")
    (field,) = [part for part in admin.form.parts if isinstance(part, TextInput)]
    assert field.value.strip() == wrong.strip()
    await admin.fills({"Your list": LIST})
    assert "Your people are in" in admin.last.text


async def test_text_that_is_no_list_is_refused_kindly(admin: Resident):
    await admin.says("hr setup")
    await admin.taps("Paste a list")
    await admin.fills({"Your list": "Rhian and Owen, please"})
    assert "Nothing was brought in yet" in admin.last.text


async def test_everyone_is_asked_on_the_day_and_at_the_time_chosen(council: Council, admin: Resident, amira):
    await admin.says("hr setup")
    checklist = admin.last
    await admin.taps("Change the day or time")
    await admin.fills({"Day": "Tuesday", "Time": "half past banana"})
    assert "I didn’t catch the time" in " ".join(admin.errors.values())
    assert next(part for part in admin.form.parts if isinstance(part, ChoiceInput)).value == "2"
    await admin.fills({"Time": "2pm"})
    assert "on Tuesday at 14:00" in admin.last.text
    assert "on Tuesday at 14:00" in checklist.text
    await council.goes_to("Mon 10:01")
    assert not amira.inbox
    await council.goes_to("Tue 14:00")
    assert len(amira.inbox) == 1


async def test_nobody_is_asked_twice_in_a_week_because_the_day_was_changed(council: Council, admin, amira):
    await council.goes_to("Mon 10:00")
    asked = len(amira.inbox)
    await admin.says("hr setup")
    await admin.taps("Change the day or time")
    await admin.fills({"Day": "Wednesday", "Time": "9:30"})
    await council.goes_to("Wed 12:00")
    assert len(amira.inbox) == asked
    assert len(await council.check_ins_of(amira)) == 1


async def test_it_can_be_tried_on_oneself_first(admin: Resident):
    await admin.says("hr setup")
    checklist = admin.last
    await admin.taps("Send me a check-in")
    assert "Check-in" in admin.last.text
    assert "✅ 4." in checklist.text


async def test_a_team_with_its_channel_is_ticked(council: Council, admin: Resident):
    team = Team("streets", TENANT.id, "Streets")
    await council.form_team(team)
    await admin.says("hr setup")
    assert "⬜ 3." in admin.last.text
    assert "Still without a channel: Streets" in admin.last.text
    await council.form_team(replace(team, channel=ChannelAddress(Platform.WEB, "demo", "streets")))
    await admin.says("hr setup")
    assert "✅ 3." in admin.last.text
    assert "Every team has its channel" in admin.last.text


@pytest.mark.parametrize("action", ["set_up.show", "set_up.people", "set_up.schedule", "set_up.try"])
async def test_nobody_else_can_set_anything_up_whatever_they_send(council: Council, amira: Resident, action: str):
    before = len(amira.inbox)
    await amira.sends_action(action, "")
    assert amira.form is None
    (answer,) = amira.texts[before:]
    assert "HR and administrators" in answer or "no longer" in answer
    assert "people" not in answer


async def test_the_checklist_is_in_welsh_for_who_speaks_it(admin: Resident):
    await admin.says("settings language cymraeg")
    await admin.says("hr gosod")
    assert "Gosod Milepost ar gyfer" in admin.last.text
