"""How effects are performed: where an answer appears, who reads it, and what becomes of a form."""

from dataclasses import replace

import pytest

from core.chat.card import Action, Actions, Card, Form, Paragraph, TextInput
from core.chat.effect import FormErrors, OpenForm, PublishHome, Reply
from tests.desk import Desk
from tests.teams_api import Failure, TeamsTenant
from tests.teams_people import TeamsMessage, TeamsUser

HELLO = Card("Hello", (Paragraph("How is it going?"),))
TAPPED = Card("Check-in", (Actions((Action("checkin.open_form", "Fill in", "c-1"),)),))
FORM = Form(
    "check_in", "c-1", "Check-in", (TextInput("progress", "Progress"), TextInput("n", "Note")), "Send", "Close"
)
WRONG = replace(FORM, parts=(TextInput("progress", "Progress", value="banana", error="A number, please"),))
NEXT_PAGE = replace(FORM, title="Page two", parts=(TextInput("note", "Note"),))


@pytest.fixture
async def form(teams: TeamsTenant, amira: TeamsUser, desk: Desk) -> TeamsMessage:
    """The check-in's form, as Amira sees it."""
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    return teams.inbox(amira)[0]


# --- in the personal conversation -----------------------------------------------------------------------------


async def test_a_text_is_answered_in_the_conversation(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", Reply(HELLO))
    await amira.says("hello")

    assert [message.reads for message in teams.inbox(amira)] == ["Hello\nHow is it going?"]


async def test_several_answers_come_in_their_order(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", Reply(HELLO), PublishHome(Card("Home")), OpenForm(FORM))
    await amira.says("hello")

    assert [message.reads.split("\n")[0] for message in teams.inbox(amira)] == ["Hello", "Home", "Check-in"]


async def test_a_form_opened_by_a_button_is_a_message_of_its_own(teams: TeamsTenant, amira, desk, messenger):
    desk.answer("text", Reply(TAPPED))
    desk.answer("action", OpenForm(FORM))
    await amira.says("check-in")
    await amira.taps(teams.inbox(amira)[0], "Fill in")

    card, form = teams.inbox(amira)
    assert card.edited == 0
    assert form.labels == ["Progress", "Note"]


async def test_an_answer_that_fails_keeps_no_other_back_and_is_not_repeated(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", Reply(HELLO), Reply(Card("Second")))
    teams.fail("post", Failure(500))
    await amira.says("hello")

    assert [message.reads for message in teams.inbox(amira)] == ["Second"]
    assert teams.called("post") == 2


# --- in a channel ---------------------------------------------------------------------------------------------


async def test_what_is_asked_in_a_channel_is_answered_in_private(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", Reply(HELLO))
    channel = teams.channel("planning")
    delivered = await amira.mentions_bot(channel, "team")

    assert [message.reads for message in teams.inbox(amira)] == ["Hello\nHow is it going?"]
    (public,) = teams.messages(channel)
    assert public.reads == "I’ve answered in our own chat, where only you read."
    assert public.conversation == delivered.activity["conversation"]["id"]


async def test_a_button_on_a_shared_card_is_answered_in_private_and_without_noise(teams, amira, desk, messenger):
    desk.answer("text", Reply(HELLO))
    desk.answer("action", OpenForm(FORM))
    channel = teams.channel("planning")
    await amira.mentions_bot(channel, "team set channel")
    place = desk.worked_on[0].origin.conversation
    await messenger.send(teams.id, place, TAPPED, "d-1")
    before = len(teams.messages(channel))
    await amira.taps(teams.messages(channel)[-1], "Fill in")

    assert teams.inbox(amira)[-1].labels == ["Progress", "Note"]
    assert len(teams.messages(channel)) == before


async def test_someone_who_cannot_be_written_to_is_asked_to_open_a_chat(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", Reply(HELLO))
    teams.blocked.add(amira.id)
    channel = teams.channel("planning")
    await amira.mentions_bot(channel, "team", locale="cy-GB")

    assert [message.reads for message in teams.messages(channel)] == [
        "Rwy’n ateb hynny’n breifat: agorwch sgwrs â mi a’i ddweud yno, os gwelwch yn dda."
    ]
    assert teams.inbox(amira) == []


# --- forms ----------------------------------------------------------------------------------------------------


async def test_a_form_that_is_in_order_gives_way_to_thanks(teams: TeamsTenant, amira, form, desk: Desk):
    await amira.taps(form, "Send", {"Progress": "62"})

    assert form.reads == "Sent\nThank you, that is saved."
    assert len(teams.inbox(amira)) == 1


async def test_thanks_are_in_the_forms_language(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(replace(FORM, language="cy")))
    await amira.says("ffurflen")
    (form,) = teams.inbox(amira)
    await amira.taps(form, "Send", {"Progress": "62"})

    assert form.reads == "Anfonwyd\nDiolch, mae hynny wedi’i gadw."


async def test_errors_are_shown_in_the_form_with_what_was_typed(teams: TeamsTenant, amira, form, desk: Desk):
    desk.answer("form", FormErrors({"progress": "A number, please"}, WRONG))
    await amira.taps(form, "Send", {"Progress": "banana"})

    assert "⚠️ A number, please\nProgress" in form.reads
    assert form.values() == {"progress": "banana"}
    assert len(teams.inbox(amira)) == 1


async def test_a_form_corrected_after_an_error_is_taken(teams: TeamsTenant, amira, form, desk: Desk):
    desk.answer("form", FormErrors({"progress": "A number, please"}, WRONG))
    await amira.taps(form, "Send", {"Progress": "banana"})
    desk.answer("form")
    await amira.taps(form, "Send", {"Progress": "62"})

    assert desk.worked_on[-1].values == {"progress": "62"}
    assert form.reads.startswith("Sent")


async def test_a_form_with_a_further_page_turns_it(teams: TeamsTenant, amira, form, desk: Desk):
    desk.answer("form", OpenForm(NEXT_PAGE), Reply(HELLO))
    await amira.taps(form, "Send", {"Progress": "62"})

    assert form.reads.startswith("Page two")
    assert [message.reads.split("\n")[0] for message in teams.inbox(amira)] == ["Page two", "Hello"]


async def test_what_is_said_instead_of_taking_a_form_takes_its_place(teams: TeamsTenant, amira, form, desk: Desk):
    desk.answer("form", Reply(Card("This check-in is gone")))
    await amira.taps(form, "Send", {"Progress": "62"})

    assert [message.reads for message in teams.inbox(amira)] == ["This check-in is gone"]


async def test_an_answer_to_a_form_that_was_deleted_meanwhile_comes_as_a_message(
    teams: TeamsTenant, amira, form, desk: Desk
):
    desk.answer("form", FormErrors({"progress": "A number, please"}, WRONG))
    teams.delete(form)
    await amira.taps(form, "Send", {"Progress": "banana"})

    (shown,) = teams.inbox(amira)
    assert shown.values() == {"progress": "banana"}


async def test_a_form_delivered_twice_is_worked_on_once(teams: TeamsTenant, amira, form, desk: Desk):
    delivered = await amira.taps(form, "Send", {"Progress": "62"})
    await amira.again(delivered)

    assert len([event for event in desk.worked_on if event.kind == "form"]) == 1
    assert form.edited == 1


# --- while the store is away ----------------------------------------------------------------------------------


async def test_while_the_store_is_away_people_are_told_so(teams: TeamsTenant, amira, desk: Desk):
    desk.unavailable = True
    delivered = await amira.says("31 of 40")

    assert delivered.status == 200
    (message,) = teams.inbox(amira)
    assert message.reads.startswith("Please try again in a few minutes\nI cannot reach my records just now.")


async def test_they_are_told_in_their_clients_language(teams: TeamsTenant, amira, desk: Desk):
    desk.unavailable = True
    await amira.says("31 o 40", locale="cy-GB")

    assert teams.inbox(amira)[0].reads.startswith("Rhowch gynnig arall arni ymhen ychydig funudau")


async def test_while_the_store_is_away_a_form_stays_as_it_is(teams: TeamsTenant, amira, form, desk: Desk):
    desk.unavailable = True
    await amira.taps(form, "Send", {"Progress": "62"})

    assert form.edited == 0
    assert teams.inbox(amira)[-1].reads.startswith("Please try again")


async def test_someone_who_merely_became_reachable_is_not_bothered(teams: TeamsTenant, amira, desk: Desk):
    desk.unavailable = True
    await amira.installs()

    assert teams.inbox(amira) == []
