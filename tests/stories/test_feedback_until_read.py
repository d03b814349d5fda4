"""Feedback in parts, changed or taken back until it is read, and asked for by a date."""

from datetime import date

import pytest

from core.model.absence import Absence, AbsenceKind
from tests.stories.council import TENANT

ALONE = {"What they did and its effect": "You rang every tenant first.", "Who will read it": "Only them"}
BOTH = ALONE | {"Who will read it": "Them and their line manager"}


@pytest.fixture
async def ben(council, lead):
    return await council.hire("Ben Lloyd", manager=lead)


async def given(amira, answers):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(answers)


async def test_feedback_is_asked_for_in_parts_where_it_is_not_said_in_one_piece(amira, ben):
    await amira.says_to("feedback @Ben", ben)
    await amira.says("skip")
    assert "Is it about one of these?" in amira.last.text
    await amira.taps("Working together")
    await amira.says("skip")
    assert "What was the situation?" in amira.last.text
    assert "What did they do?" in await amira.says("skip")
    assert "What did they do?" in await amira.says("skip")
    await amira.says("Rang the tenants", "Nobody was cross", "skip", "only them")
    await ben.taps("Read it")
    for said in ("Competency: Working together", "Rang the tenants", "Effect", "Nobody was cross"):
        assert said in ben.last.text
    assert "Suggestion" not in ben.last.text


async def test_a_form_with_nothing_said_says_so_and_keeps_the_rest(amira, ben):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills({"About": "Keys", "Who will read it": "Only them"})
    assert list(amira.errors.values()) == [
        "Please say it in your own words here, or at least what they did below."
    ]
    await amira.fills({"What they did": "Rang first"})
    assert "About: Keys" in amira.last.text


async def test_a_message_brings_only_its_title_until_it_is_opened(amira, ben, lead):
    await given(amira, BOTH)
    assert "You can change it or take it back until someone taps “Read it”." in amira.last.text
    for reader in (ben, lead):
        assert "You rang every tenant" not in reader.last.text
        assert "You rang every tenant" not in await reader.says("feedback")
    await lead.taps("Read it")
    assert "You rang every tenant" in lead.inbox[0].text
    assert "It has been read, so it stays as it is." in amira.last.text


async def test_what_is_opened_from_the_list_is_shown_there_and_in_its_own_message(amira, ben):
    await given(amira, ALONE)
    assert "Not read yet: Amira Hassan" in await ben.says("feedback")
    assert "You rang every tenant" in await ben.taps("Read it")
    assert "You rang every tenant" in ben.inbox[0].text
    await ben.taps("Thank")
    assert "You thanked Amira." in ben.inbox[0].text
    assert "You rang every tenant" in await ben.says("feedback")


async def test_feedback_is_changed_in_place_until_it_is_read(amira, ben, lead):
    await given(amira, BOTH)
    await amira.taps("Change it")
    assert amira.form is not None
    await amira.fills({"What they did and its effect": "You rang most tenants.", "Who will read it": "Only them"})
    assert "You rang most tenants." in amira.inbox[0].text
    assert "Feedback taken back" in lead.last.text
    assert len(ben.inbox) == len(lead.inbox) == 1
    await ben.taps("Read it")
    assert "You rang most tenants." in ben.last.text
    assert "You rang every tenant" not in ben.last.text


async def test_what_was_read_stays_and_what_was_typed_meanwhile_is_not_lost(amira, ben):
    await given(amira, ALONE)
    await amira.taps("Change it")
    await ben.taps("Read it")
    form = amira.form
    await amira.fills({"What they did and its effect": "Something else."})
    assert "has been read, so it stays as it is" in amira.last.text
    assert form is not None
    assert "You rang every tenant" in ben.last.text


async def test_feedback_taken_back_is_read_by_nobody(council, amira, ben, lead):
    await given(amira, BOTH)
    read = next(action for action in ben.last.actions if action.label == "Read it")
    await amira.taps("Take it back")
    for reader in (ben, lead):
        assert "Amira Hassan took this back before it was read." in reader.last.text
        await reader.sends_action(read.name, read.value)
        assert "You rang every tenant" not in reader.last.text
    assert "Nothing of it was kept." in amira.last.text
    async with council.database.reading() as store:
        kept = await store.feedback.by_id(read.value)
    assert "You rang" not in str(kept)


async def test_nobody_but_the_giver_changes_or_takes_it_back(amira, ben, lead):
    await given(amira, BOTH)
    read = next(action for action in ben.last.actions if action.label == "Read it")
    for name in ("feedback.change", "feedback.withdraw"):
        await lead.sends_action(name, read.value)
        refused = lead.last.text
        await lead.sends_action(name, "no-such-id")
        assert lead.last.text == refused
    assert lead.form is None
    await ben.taps("Read it")
    assert "You rang every tenant" in ben.last.text


# --- asked for by a date ---------------------------------------------------------------------------------------


async def test_whoever_is_asked_by_a_date_is_reminded_once_the_day_before(council, amira, ben):
    said = await amira.says_to("feedback ask @Ben about the tenants’ evening by Thursday", ben)
    assert "Hoped for by Thu 26 Nov." in said
    assert "By Thu 26 Nov" in ben.last.text
    assert "the tenants’ evening" in ben.last.text
    assert "evening by" not in ben.last.text
    await council.goes_to("Wed 11:00")
    reminders = [text for text in ben.texts if "still hopes for your feedback" in text]
    assert len(reminders) == 1
    await council.goes_to("Fri 12:00")
    assert len([text for text in ben.texts if "still hopes for your feedback" in text]) == 1


@pytest.mark.parametrize("how", ["Answer in a form", "Not now"])
async def test_nobody_is_reminded_who_answered_or_said_not_now(council, amira, ben, how):
    await amira.says_to("feedback ask @Ben about the tenants’ evening by Thursday", ben)
    heard = len(amira.inbox)
    await ben.taps(how)
    if how == "Not now":
        assert "You won’t be reminded" in ben.last.text
        assert len(amira.inbox) == heard
        assert "Amira Hassan asks" not in await ben.says("feedback")
    else:
        await ben.fills(ALONE)
    await council.goes_to("Fri 12:00")
    assert not any("still hopes" in text for text in ben.texts)


async def test_nobody_is_reminded_while_off_and_someone_back_in_time_is(council, amira, ben, lead):
    async with council.database.transaction() as store:
        for person, last in ((ben, date(2026, 11, 27)), (lead, date(2026, 11, 25))):
            away = Absence(
                f"a-{person.person.id}", TENANT.id, person.person.id, date(2026, 11, 23), last, AbsenceKind.AWAY
            )
            await store.absences.add(away)
    await amira.says_to("feedback ask @Ben @Megan about it by Thursday", ben, lead)
    await council.goes_to("Wed 17:00")
    assert not any("still hopes" in text for each in (ben, lead) for text in each.texts)
    await council.goes_to("Fri 12:00")
    assert not any("still hopes" in text for text in ben.texts)
    assert sum("still hopes" in text for text in lead.texts) == 1


async def test_a_date_that_has_passed_asks_nobody(amira, ben):
    said = await amira.says_to("feedback ask @Ben about it by 3 March 2025", ben)
    assert "3 March 2025 has passed. Nobody was asked yet" in said
    assert ben.inbox == []


async def test_words_after_by_that_are_no_date_are_part_of_the_question(amira, ben):
    await amira.says_to("feedback ask @Ben about the walk by the river", ben)
    assert "the walk by the river" in ben.last.text


async def test_whoever_asked_sees_who_answered_under_their_name(amira, ben, lead):
    await amira.says_to("feedback ask @Ben @Megan about the tenants’ evening by Thursday", ben, lead)
    assert "Nobody has answered under their name yet." in await amira.says("feedback")
    await ben.taps("Answer in a form")
    await ben.fills(ALONE)
    said = await amira.says("feedback")
    assert "Ben Lloyd answered." in said
    assert "Megan" not in said
