"""Feedback: given, asked for, read by whom the giver says, and talked over."""

from dataclasses import replace

import pytest

from core.model.feedback import Visibility
from core.model.person import Language


@pytest.fixture
async def ben(council, lead):
    return await council.hire("Ben Lloyd", manager=lead)


async def received_by(council, resident):
    async with council.database.reading() as store:
        return await store.feedback.received(resident.person.id, 10)


ALONE = {"What they did and its effect": "You rang every tenant first.", "Who will read it": "Only them"}
BOTH = ALONE | {"Who will read it": "Them and their line manager"}


async def test_feedback_for_one_person_reaches_that_person_alone(council, amira, ben, lead):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(ALONE)
    assert "Only Ben Lloyd reads it." in amira.last.text
    assert "Feedback from Amira Hassan" in ben.last.text
    assert "Only you read this." in ben.last.text
    assert lead.inbox == []


async def test_feedback_for_the_line_manager_too_says_so_before_and_after(council, amira, ben, lead):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(BOTH, draft=True)
    assert "Ben Lloyd and their line manager, Megan Price, read it." in [
        getattr(part, "text", "") for part in amira.form.parts
    ]
    await amira.fills(BOTH)
    assert "Ben Lloyd and their line manager, Megan Price, read it." in amira.last.text
    assert "You and your line manager, Megan Price, read this." in ben.last.text
    assert "Feedback for Ben Lloyd from Amira Hassan" in lead.last.text


async def test_feedback_that_was_closed_unsent_goes_on_until_it_is_sent(council, amira, ben):
    def filled_in():
        return {part.label: part.value for part in amira.form.parts if getattr(part, "value", "")}

    await amira.commands("feedback")
    await amira.fills({"To whom": "Ben Lloyd"} | ALONE, draft=True)
    await amira.commands("feedback")
    assert filled_in()["What they did and its effect"] == "You rang every tenant first."
    await amira.fills({"To whom": "Ben Lloyd"} | ALONE)
    await amira.commands("feedback")
    assert filled_in() == {}


async def test_feedback_for_someone_named_is_begun_anew(council, amira, ben, lead):
    await amira.commands("feedback")
    await amira.fills({"To whom": "Ben Lloyd"} | ALONE, draft=True)
    await amira.commands("feedback Megan Price")
    assert "Megan Price" in amira.form.title
    assert not any(getattr(part, "value", "") for part in amira.form.parts)


async def test_feedback_is_given_a_question_at_a_time(council, amira, ben):
    asked = await amira.says_to("feedback @Ben for ringing every tenant first", ben)
    assert "What is it about?" in asked
    assert "Who will read it?" in await amira.says("the heating works")
    assert "Megan Price" in amira.last.text
    await amira.says("Only them")
    await ben.taps("Read it")
    assert "About: the heating works" in ben.last.text
    assert "ringing every tenant first" in ben.last.text


async def test_feedback_names_the_objective_its_giver_knows_of_and_no_other(council, amira, ben, lead):
    objective = await council.sets_objective(ben, "Ring tenants first")
    await lead.commands("feedback Ben Lloyd")
    await lead.fills(ALONE | {"About": "ring tenants first"})
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(ALONE | {"About": "ring tenants first"})
    assert {each.giver_id: each.objective_id for each in await received_by(council, ben)} == {
        "megan": objective.id,
        "amira": None,
    }


async def test_the_receiver_thanks_once_and_the_giver_hears(council, amira, ben):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(ALONE)
    message = ben.last
    await ben.taps("Read it")
    await ben.taps("Thank")
    assert "Ben Lloyd thanks you for your feedback." in amira.last.text
    assert "You thanked Amira." in message.text
    count = len(amira.inbox)
    (feedback,) = await received_by(council, ben)
    await ben.sends_action("feedback.thank", feedback.id)
    assert len(amira.inbox) == count


async def test_a_question_about_feedback_goes_to_the_giver_and_the_answer_comes_back(council, amira, ben, lead):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(BOTH)
    read_by_lead = len(lead.inbox)
    await ben.taps("Read it")
    await ben.taps("Ask more")
    await ben.fills({"What you would like to say": "Which call helped most?"})
    assert "Ben Lloyd has a question about your feedback" in amira.last.text
    assert "Which call helped most?" in amira.last.text
    await amira.taps("Answer")
    await amira.fills({"What you would like to say": "The one before the lift work."})
    assert "Amira Hassan answers you" in ben.last.text
    assert "The one before the lift work." in ben.last.text
    assert len(lead.inbox) == read_by_lead


async def test_nobody_else_thanks_asks_or_reads(council, amira, ben, lead):
    await amira.commands("feedback Ben Lloyd")
    await amira.fills(BOTH)
    (feedback,) = await received_by(council, ben)
    for name in ("feedback.thank", "feedback.ask"):
        await lead.sends_action(name, feedback.id)
        refused = lead.last.text
        await lead.sends_action(name, "no-such-id")
        assert lead.last.text == refused
    assert lead.form is None
    assert "You rang every tenant first." not in await lead.says("feedback")


async def test_nobody_gives_feedback_to_themselves(amira):
    await amira.commands("feedback Amira Hassan")
    assert "Feedback comes from a colleague." in amira.last.text


async def test_several_are_asked_at_once_and_each_answers_with_one_tap(council, amira, ben, lead):
    said = await amira.says_to("feedback ask @Ben @Megan about the tenants’ evening", ben, lead)
    assert "I’ve asked Ben Lloyd, Megan Price." in said
    for someone in (ben, lead):
        assert "Amira Hassan asks for your feedback" in someone.last.text
        assert "the tenants’ evening" in someone.last.text
    await ben.taps("Answer in a form")
    await ben.fills(ALONE)
    assert "Feedback from Ben Lloyd" in amira.last.text
    await amira.taps("Read it")
    assert "About: the tenants’ evening" in amira.last.text
    assert "Amira Hassan asks" not in await ben.says("feedback")
    assert "Amira Hassan asks" in await lead.says("feedback")
    await ben.taps("Answer in a form", ben.inbox[0])
    assert "Already sent" in ben.last.text


async def test_a_request_is_answered_only_by_whom_it_was_made_to(council, amira, ben, lead):
    await amira.says_to("feedback ask @Ben about the tenants’ evening", ben)
    action = next(each for each in ben.last.actions if each.label == "Answer in a form")
    await lead.sends_action(action.name, action.value)
    assert lead.form is None
    assert "tenants’ evening" not in lead.last.text


async def test_names_that_are_unclear_too_many_or_ones_own_ask_nobody(council, amira, ben, lead):
    assert "I couldn’t tell who this is: Zebedee Q" in await amira.says(
        "feedback ask Ben Lloyd and Zebedee Q about it"
    )
    assert "You are among those you named" in await amira.says("feedback ask Ben Lloyd, Amira Hassan about it")
    names = [f"P{letter} Person" for letter in "abcdefghij"]
    for name in names:
        await council.hire(name.replace(" ", f"{name[1]} "), manager=lead)
    people = [council.residents[f"p{letter}{letter}"] for letter in "abcdefghij"]
    said = await amira.says_to("feedback ask everyone about it", *people)
    assert "at most 8 at once" in said
    assert "Name up to eight colleagues" in await amira.says("feedback ask")
    assert ben.inbox == []


async def test_an_update_that_begins_with_the_word_stays_an_update(council, amira):
    await council.sets_objective(
        amira, "Better feedback from tenants", measure="Tenants content", unit="%", baseline=60.0, target=90.0
    )
    assert "82%" in await amira.says("feedback from tenants is up to 82%")


async def test_feedback_in_welsh(council, amira, ben):
    async with council.database.transaction() as store:
        await store.people.save([replace(each.person, language=Language.CY) for each in (amira, ben)])
    await amira.says_to("adborth @Ben am ffonio pob tenant", ben)
    await amira.says("neidio", "neidio")
    await amira.says("Nhw yn unig")
    await ben.taps("Ei ddarllen")
    assert "Adborth gan Amira Hassan" in ben.last.text
    (feedback,) = await received_by(council, ben)
    assert feedback.visibility is Visibility.PERSON
