"""What Teams asks and waits for: looked-up choices, the message extension, dialogs and buttons in cards."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

import bot.adapters.teams.inbound as inbound_module
from core.chat.card import Card, ChoiceInput, Form, Option, Paragraph, TextInput
from core.chat.effect import FormErrors, Found, Offer, OfferCards, OpenForm, Reply
from core.chat.event import CardsAsked, FormSubmitted, MessageChosen, OptionsAsked
from tests.desk import Desk
from tests.teams_api import TeamsTenant
from tests.teams_checks import check_card, words

FORM = Form(
    "recognise",
    "m-1",
    "Recognise this",
    (
        TextInput("note", "What for?", value="Fixed the phones"),
        ChoiceInput(
            "objective", "Objective", (Option("o-1|Phones", "Phones"),), value="o-1|Phones", source="objectives"
        ),
    ),
    "Send",
    "Close",
)
MESSAGE: dict[str, Any] = {
    "id": "1611060744833",
    "linkToMessage": "https://teams.microsoft.com/l/message/19:x@thread.skype/1611060744833",
    "body": {
        "contentType": "html",
        "content": (
            '<div><div><at id="0">Bo</at> fixed the phones &amp; the <b>lift</b></div>\n<div>Thanks</div></div>'
        ),
    },
    "from": {"user": {"userIdentityType": "aadUser", "id": "aad-0002", "displayName": "Bo Jones"}},
}


# --- looked-up choices ----------------------------------------------------------------------------------------


async def test_what_is_typed_in_a_choice_is_looked_up(amira, desk: Desk):
    desk.answer("options", Offer(tuple(Option(f"{number}|x", f"Person {number}") for number in range(20))))
    value = {"queryText": "pers", "queryOptions": {"skip": 0, "top": 15}, "dataset": "people"}
    body = await amira.invokes("application/search", value)

    (event,) = desk.worked_on
    assert event == OptionsAsked(event.origin, "people", "pers")
    assert body["type"] == "application/vnd.microsoft.search.searchResponse"
    assert body["value"]["results"][0] == {"title": "Person 0", "value": "0|x"}
    assert len(body["value"]["results"]) == 15


async def test_a_choice_that_is_looked_up_shows_what_is_chosen(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    (choice,) = [each for each in shown.card["body"] if each["type"] == "Input.ChoiceSet"]

    assert choice["choices.data"] == {"type": "Data.Query", "dataset": "objectives"}
    assert choice["choices"] == [{"title": "Phones", "value": "o-1|Phones"}]
    assert choice["value"] == "o-1|Phones"


# --- the message extension ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "typed"),
    [([{"name": "words", "value": "phone"}], "phone"), ([{"name": "initialRun", "value": "true"}], ""), ([], "")],
)
async def test_objectives_are_searched_for_a_message(amira, desk: Desk, parameters, typed: str):
    desk.answer("cards", OfferCards((Found(Card("Answer <b>faster</b>", (Paragraph("8 days"),)), "Bo & Cy"),)))
    body = await amira.invokes(
        "composeExtension/query", {"commandId": "searchObjectives", "parameters": parameters}
    )

    assert desk.worked_on == [CardsAsked(desk.worked_on[0].origin, typed)]
    (attachment,) = body["composeExtension"]["attachments"]
    assert (body["composeExtension"]["type"], attachment["contentType"]) == (
        "result",
        "application/vnd.microsoft.card.adaptive",
    )
    check_card(attachment["content"])
    assert words(attachment["content"]) == "Answer <b>faster</b>\n8 days"
    assert attachment["preview"]["content"]["text"] == "Bo &amp; Cy"


async def test_a_search_that_finds_nothing_says_so(amira, desk: Desk):
    desk.answer("cards", OfferCards(()))
    body = await amira.invokes("composeExtension/query", {"commandId": "searchObjectives"})

    assert body["composeExtension"]["type"] == "message"
    assert "Nothing of yours fits" in body["composeExtension"]["text"]


@pytest.mark.parametrize(("command", "name"), [("recogniseMessage", "recognise"), ("addEvidence", "evidence")])
async def test_a_chosen_message_opens_a_form_in_a_dialog(teams: TeamsTenant, amira, desk: Desk, command, name):
    desk.answer("message_chosen", OpenForm(FORM))
    value = {"commandId": command, "commandContext": "message", "messagePayload": MESSAGE}
    body = await amira.invokes("composeExtension/fetchTask", value, teams.channel("planning"))

    (event,) = desk.worked_on
    assert event == MessageChosen(
        event.origin, name, "aad-0002", "Bo fixed the phones & the lift\nThanks", MESSAGE["linkToMessage"]
    )
    # It may be a chat of other people's, so it tells nothing of where the person can be written to.
    assert (event.origin.private, event.origin.address) == (True, None)
    assert body["task"]["type"] == "continue"
    shown = body["task"]["value"]["card"]["content"]
    check_card(shown)
    (buttons,) = [each for each in shown["body"] if each["type"] == "ActionSet"]
    assert [action["type"] for action in buttons["actions"]] == ["Action.Submit"]


@pytest.mark.parametrize("invoke", ["composeExtension/submitAction", "task/submit"])
async def test_a_dialog_that_is_sent_in_is_a_form(amira, desk: Desk, invoke: str):
    data = {"milepost": {"kind": "form", "name": "recognise", "subject": "m-1", "keys": ["note", "objective"]}}
    desk.answer("form", FormErrors({"note": "Say what for."}, replace(FORM, title="Nearly")))
    value = {"commandId": "recogniseMessage", "data": data | {"note": "Phones"}}
    body = await amira.invokes(invoke, value)
    assert body["task"]["value"]["title"] == "Nearly"

    desk.answer("form", Reply(Card("Thank you")))
    body = await amira.invokes(invoke, value)
    assert words(body["task"]["value"]["card"]["content"]) == "Thank you"

    desk.answer("form")
    body = await amira.invokes(invoke, value)
    assert body == {"task": {"type": "message", "value": "Thank you, that is saved."}}
    event = desk.worked_on[-1]
    assert isinstance(event, FormSubmitted)
    assert event.values == {"note": "Phones", "objective": ""}


async def test_a_message_that_nothing_comes_of_is_told_as_such(amira, desk: Desk):
    body = await amira.invokes(
        "composeExtension/fetchTask", {"commandId": "addEvidence", "messagePayload": MESSAGE}
    )

    assert body["task"] == {"type": "message", "value": "There is nothing I can do with this message."}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("composeExtension/query", {"commandId": "another"}),
        ("composeExtension/fetchTask", {"commandId": "another", "messagePayload": MESSAGE}),
        ("composeExtension/queryLink", {"url": "https://x.example"}),
        ("signin/verifyState", {}),
    ],
)
async def test_what_is_not_offered_is_answered_as_such(amira, desk: Desk, name: str, value):
    delivered = await amira.sends({"type": "invoke", "name": name, "value": value})

    assert (delivered.status, desk.events) == (501, [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("adaptiveCard/action", {}),
        ("adaptiveCard/action", {"action": {"data": {"milepost": 5}}}),
        ("application/search", {}),
        ("composeExtension/fetchTask", {"commandId": "addEvidence"}),
        ("composeExtension/submitAction", {"data": {}}),
        ("task/submit", None),
    ],
)
async def test_an_invoke_of_the_wrong_shape_is_refused(amira, desk: Desk, name: str, value):
    delivered = await amira.sends({"type": "invoke", "name": name, "value": value})

    assert (delivered.status, desk.events) == (400, [])


# --- buttons in cards -----------------------------------------------------------------------------------------


async def test_a_form_that_is_sent_in_is_replaced_in_place_by_the_answer(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    desk.answer("form", Reply(Card("Thank you")))
    delivered = await amira.taps(shown, "Send", {"What for?": "All of it"})

    assert delivered.json["type"] == "application/vnd.microsoft.card.adaptive"
    check_card(delivered.json["value"])
    assert words(delivered.json["value"]) == shown.reads == "Thank you"
    assert len(teams.inbox(amira)) == 1


async def test_a_form_on_a_client_that_knows_no_execute_is_sent_in_all_the_same(teams, amira, desk: Desk):
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    desk.answer("form", Reply(Card("Thank you")))
    delivered = await amira.taps(shown, "Send", old=True)

    assert delivered.activity["type"] == "message"
    assert shown.reads == "Thank you"


async def test_a_form_that_is_closed_is_replaced_in_place_as_well(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(replace(FORM, language="cy")))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    delivered = await amira.taps(shown, "Close")

    assert words(delivered.json["value"]) == shown.reads
    assert "Wedi cau" in shown.reads


async def test_a_button_sent_twice_is_worked_on_once(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    delivered = await amira.taps(shown, "Send")
    again = await amira.again(delivered)

    assert again.json["type"] == "application/vnd.microsoft.activity.message"
    assert [event.kind for event in desk.worked_on] == ["text", "form"]


async def test_what_takes_longer_than_teams_waits_is_answered_in_time_and_shown_later(
    teams: TeamsTenant, amira, desk: Desk, inbound, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(inbound_module, "ANSWER_WITHIN_S", 0.05)
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    desk.answer("form", Reply(Card("Thank you")))
    desk.work.clear()
    teams.connect(teams.messages_url)
    delivered = await amira.taps(shown, "Send")
    assert "still working" in delivered.json["value"]

    desk.work.set()
    async with asyncio.timeout(5):
        await inbound.settle()
    assert shown.reads == "Thank you"


async def test_what_comes_late_is_never_posted_where_others_may_read_it(
    teams: TeamsTenant, amira, desk: Desk, inbound, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(inbound_module, "ANSWER_WITHIN_S", 0.05)
    desk.answer("message_chosen", Reply(Card("Something private")))
    desk.work.clear()
    teams.connect(teams.messages_url)
    value = {"commandId": "recogniseMessage", "messagePayload": MESSAGE}
    body = await amira.invokes("composeExtension/fetchTask", value)
    assert "still working" in body["task"]["value"]

    desk.work.set()
    await inbound.settle()
    assert teams.called("post") == 0
