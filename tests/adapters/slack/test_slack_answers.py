"""How effects are performed: where an answer appears, who sees it, and how forms open, change and close."""

from dataclasses import replace

import pytest

from bot.adapters.slack.inbound import SlackInbound
from core.chat.card import Action, Actions, Card, ChoiceInput, Form, Option, Paragraph, TextInput
from core.chat.effect import FormErrors, OpenForm, PublishHome, RefreshForm, Reply
from tests.adapters.slack.conftest import Desk
from tests.slack_api import RESPONSE_URL, SlackWorkspace
from tests.slack_failures import Dropped, RateLimited, Refusal, ServerError
from tests.slack_people import SlackUser

HELLO = Card("Hello", (Paragraph("How is it going?"),))
TAPPED = Card("Check-in", (Actions((Action("checkin.open_form", "Fill in", "c-1"),)),))
FORM = Form(
    "check_in",
    "c-1",
    "Check-in",
    (
        TextInput("progress", "Progress", required=True),
        ChoiceInput("status", "Status", (Option("on_track", "On track"), Option("at_risk", "At risk"))),
    ),
    "Send",
    "Cancel",
)
NEXT_PAGE = replace(FORM, title="Page two", parts=(TextInput("note", "Note"),))
OTHER_FORM = replace(FORM, name="add_objective", title="Objective")


@pytest.fixture
async def form_open(amira: SlackUser, desk: Desk) -> None:
    """Amira has the check-in's form open."""
    desk.answer("command", OpenForm(FORM))
    await amira.command("/checkin")


# --- replies --------------------------------------------------------------------------------------------------


async def test_a_direct_message_is_answered_in_the_conversation(slack: SlackWorkspace, amira, desk: Desk):
    desk.answer("text", Reply(HELLO))
    await amira.says("hello")

    (answer,) = slack.inbox(amira)
    assert (answer.channel, answer.only_for, answer.reads) == (amira.dm, None, "Hello\nHow is it going?")


async def test_a_command_in_a_channel_is_answered_for_nobody_else_to_see(slack, amira, desk: Desk):
    desk.answer("command", Reply(HELLO))
    channel = slack.channel("planning")
    await amira.command("/team", channel=channel)

    assert slack.messages(channel) == []
    assert [(each.channel, each.only_for) for each in slack.inbox(amira)] == [(channel, amira.id)]


async def test_a_mention_in_a_channel_is_answered_for_nobody_else_to_see_and_in_its_thread(slack, amira, desk):
    desk.answer("text", Reply(HELLO))
    channel = slack.channel("planning")
    await amira.mentions_bot(channel, "team", thread_ts="1.1")

    (answer,) = slack.inbox(amira)
    assert (answer.channel, answer.only_for, answer.thread) == (channel, amira.id, "1.1")


async def test_a_button_on_a_shared_card_is_answered_for_nobody_else_to_see(slack, amira, desk, messenger):
    desk.answer("action", Reply(HELLO))
    channel = slack.channel("planning")
    await messenger.send(slack.team, channel, TAPPED, "d-1")
    await amira.taps(slack.messages(channel)[0], "Fill in")

    assert [message.reads for message in slack.messages(channel)] == ["Check-in\n[Fill in]"]
    assert slack.inbox(amira)[-1].only_for == amira.id


async def test_a_button_in_the_direct_conversation_is_answered_by_a_message_that_stays(
    slack, amira, desk, messenger
):
    desk.answer("action", Reply(HELLO))
    await messenger.send(slack.team, amira.id, TAPPED, "d-1")
    await amira.taps(slack.inbox(amira)[0], "Fill in")

    assert [each.only_for for each in slack.inbox(amira)] == [None, None]


async def test_a_button_on_the_home_tab_is_answered_by_direct_message(slack, amira, desk):
    desk.answer("home", PublishHome(TAPPED))
    desk.answer("action", Reply(HELLO))
    await amira.opens_home()
    await amira.taps(slack.home(amira), "Fill in")

    assert [each.channel for each in slack.inbox(amira)] == [amira.dm]


@pytest.mark.parametrize("failure", [Refusal("not_in_channel"), Refusal("channel_not_found")])
async def test_an_answer_that_cannot_be_given_in_a_channel_comes_as_a_direct_message(slack, amira, desk, failure):
    desk.answer("text", Reply(HELLO))
    slack.fail("chat.postEphemeral", failure)
    await amira.mentions_bot(slack.channel("planning"), "team")

    assert [each.channel for each in slack.inbox(amira)] == [amira.dm]


async def test_more_answers_than_the_address_takes_come_as_direct_messages(slack, amira, desk):
    desk.answer("command", *[Reply(HELLO)] * 6)
    channel = slack.channel("planning")
    await amira.command("/team", channel=channel)

    assert [each.channel for each in slack.inbox(amira)] == [channel] * 5 + [amira.dm]


@pytest.mark.parametrize("failure", [ServerError(), RateLimited(), Dropped(after=True)])
async def test_an_answer_whose_fate_is_unknown_is_not_given_twice(slack, amira, desk, failure):
    desk.answer("command", Reply(HELLO))
    slack.fail(RESPONSE_URL, failure)
    await amira.command("/team")

    assert len(slack.called(RESPONSE_URL)) == 1
    assert slack.called("chat.postMessage") == []


async def test_the_home_tab_is_published(slack, amira, desk):
    desk.answer("home", PublishHome(HELLO))
    await amira.opens_home()

    assert slack.home(amira).reads == "Hello\nHow is it going?"


# --- forms open -----------------------------------------------------------------------------------------------


async def test_a_command_opens_a_form(slack, amira, form_open):
    assert slack.modal(amira).title == "Check-in"
    assert slack.modal(amira).labels == ["Progress", "Status"]


async def test_a_form_that_comes_too_late_is_explained(slack, amira, desk, inbound: SlackInbound):
    desk.answer("command", OpenForm(FORM))
    desk.work.clear()
    slack.connect(slack.events_url)
    await amira.command("/checkin")
    slack.expire_triggers()
    desk.work.set()
    await inbound.settle()

    assert "did not open" in slack.inbox(amira)[0].reads


async def test_a_form_asked_for_by_typing_says_where_to_tap(slack, amira, desk):
    desk.answer("text", OpenForm(replace(FORM, language="cy")))
    await amira.says("form")

    assert "Mae ffurflenni’n agor o fotwm" in slack.inbox(amira)[0].reads


async def test_a_button_in_a_form_changes_the_form_in_place_and_keeps_what_was_typed(slack, amira, desk):
    more = replace(FORM, parts=(*FORM.parts, Actions((Action("more", "More"),))))
    desk.answer("command", OpenForm(more))
    desk.answer("action", OpenForm(replace(more, title="More")))
    await amira.command("/checkin")
    await amira.fills({"Progress": "62"})
    await amira.taps(slack.modal(amira), "More")

    (shown,) = slack.open_modals(amira)
    assert (shown.title, shown.value("Progress")) == ("More", "62")


async def test_a_button_in_a_form_lays_another_form_on_top(slack, amira, desk):
    more = replace(FORM, parts=(*FORM.parts, Actions((Action("more", "More"),))))
    desk.answer("command", OpenForm(more))
    desk.answer("action", OpenForm(OTHER_FORM))
    await amira.command("/checkin")
    await amira.taps(slack.modal(amira), "More")

    assert [shown.title for shown in slack.open_modals(amira)] == ["Check-in", "Objective"]


# --- forms are sent in ----------------------------------------------------------------------------------------


async def test_a_form_that_is_in_order_closes(slack, amira, desk, form_open):
    await amira.submits({"Progress": "62", "Status": "On track"})

    assert slack.open_modals(amira) == []
    assert desk.events[-1].values == {"progress": "62", "status": "on_track"}


async def test_errors_are_shown_at_their_inputs_and_the_form_stays_open(slack, amira, desk, form_open):
    desk.answer("form", FormErrors({"progress": "A number, please"}, FORM))
    await amira.submits({"Progress": "banana"})

    assert slack.modal(amira).errors == {"progress": "A number, please"}
    assert slack.modal(amira).value("Progress") == "banana"


async def test_an_error_of_an_input_that_is_not_shown_goes_to_the_first(slack, amira, desk, form_open):
    desk.answer("form", FormErrors({"elsewhere": "Something is missing", "status": "Choose one"}, FORM))
    await amira.submits()

    assert slack.modal(amira).errors == {"progress": "Something is missing", "status": "Choose one"}


async def test_a_form_corrected_after_an_error_is_taken(slack, amira, desk, form_open):
    desk.answer("form", FormErrors({"progress": "A number, please"}, FORM))
    await amira.submits({"Progress": "banana"})
    desk.answer("form")
    await amira.submits({"Progress": "62"})

    assert slack.open_modals(amira) == []
    assert desk.worked_on[-1].values["progress"] == "62"


async def test_the_same_mistake_sent_in_again_is_pointed_out_again(slack, amira, desk, form_open):
    desk.answer("form", FormErrors({"progress": "A number, please"}, FORM))
    await amira.submits({"Progress": "banana"})
    slack.modal(amira).errors.clear()
    await amira.submits({"Progress": "banana"})

    assert slack.modal(amira).errors == {"progress": "A number, please"}


async def test_a_form_with_a_further_page_turns_it(slack, amira, desk, form_open):
    desk.answer("form", OpenForm(NEXT_PAGE))
    await amira.submits({"Progress": "62"})

    (shown,) = slack.open_modals(amira)
    assert (shown.title, shown.labels) == ("Page two", ["Note"])


async def test_what_is_said_instead_of_taking_a_form_is_shown_in_it(slack, amira, desk, form_open):
    desk.answer("form", Reply(Card("This check-in is gone", (Paragraph("Ask your manager."),))))
    await amira.submits({"Progress": "62"})

    assert slack.modal(amira).errors == {"progress": "This check-in is gone\nAsk your manager."}
    assert slack.inbox(amira) == []


async def test_what_is_said_beside_a_further_page_comes_as_a_message(slack, amira, desk, form_open):
    desk.answer("form", Reply(HELLO), OpenForm(NEXT_PAGE))
    await amira.submits({"Progress": "62"})

    assert slack.modal(amira).title == "Page two"
    assert len(slack.inbox(amira)) == 1


async def test_the_home_tab_follows_a_form_that_was_sent_in(slack, amira, desk, form_open):
    desk.answer("form", PublishHome(HELLO))
    await amira.submits({"Progress": "62"})

    assert slack.open_modals(amira) == []
    assert slack.home(amira).reads == "Hello\nHow is it going?"


async def test_while_the_store_is_away_a_form_stays_open_with_all_that_was_typed(slack, amira, desk, form_open):
    desk.unavailable = True
    await amira.submits({"Progress": "62"})

    (error,) = slack.modal(amira).errors.values()
    assert "What you typed is still here" in error
    assert slack.modal(amira).value("Progress") == "62"


async def test_a_form_whose_answer_takes_too_long_stays_open_in_the_forms_language(
    slack, amira, desk, inbound: SlackInbound
):
    desk.answer("command", OpenForm(replace(FORM, language="cy")))
    await amira.command("/checkin")
    desk.work.clear()
    slack.connect(slack.events_url)
    await amira.submits({"Progress": "62"})

    (error,) = slack.modal(amira).errors.values()
    assert "Mae’r hyn a deipioch yn dal yma" in error
    desk.work.set()
    await inbound.settle()
    assert desk.worked_on[-1].values["progress"] == "62"


async def test_a_form_delivered_twice_is_worked_on_once(amira, desk, form_open):
    delivered = await amira.submits({"Progress": "62"})
    again = await amira.again(delivered)

    assert again.status == 200
    assert len([event for event in desk.worked_on if event.kind == "form"]) == 1


# --- drafts ---------------------------------------------------------------------------------------------------

DRAFTED = replace(FORM, saves_drafts=True)


@pytest.fixture
async def draft_open(amira: SlackUser, desk: Desk) -> None:
    """Amira has a form open that saves drafts."""
    desk.answer("command", OpenForm(DRAFTED))
    await amira.command("/checkin")


async def test_a_draft_never_disturbs_the_person_who_types(slack, amira, desk, draft_open):
    desk.answer("form", FormErrors({"progress": "A number, please"}, DRAFTED), Reply(HELLO))
    before = slack.modal(amira).hash
    await amira.fills({"Progress": "ban"})

    assert desk.worked_on[-1].draft
    assert (slack.modal(amira).hash, slack.modal(amira).errors, slack.inbox(amira)) == (before, {}, [])


async def test_drafts_that_come_faster_than_they_are_kept_end_with_the_newest(
    slack, amira, desk, inbound: SlackInbound, draft_open
):
    desk.work.clear()
    slack.connect(slack.events_url)
    for typed in ("A", "Al", "All", "All good"):
        await amira.fills({"Progress": typed})
    desk.work.set()
    await inbound.settle()

    drafts = [event.values["progress"] for event in desk.worked_on if event.kind == "form"]
    assert drafts == ["A", "All good"]


async def test_a_form_sent_in_is_worked_on_after_its_drafts(slack, amira, desk, inbound, draft_open):
    desk.work.clear()
    slack.connect(slack.events_url)
    await amira.fills({"Progress": "6"})
    await amira.fills({"Progress": "62"})
    await amira.submits()
    desk.work.set()
    await inbound.settle()

    forms = [(event.values["progress"], event.draft) for event in desk.worked_on if event.kind == "form"]
    assert forms == [("6", True), ("62", False)]


async def test_a_draft_that_cannot_be_kept_is_made_good_by_the_next_change(slack, amira, desk, draft_open):
    desk.unavailable = True
    await amira.fills({"Progress": "6"})
    desk.unavailable = False
    await amira.fills({"Progress": "62"})

    assert slack.inbox(amira) == []
    assert desk.worked_on[-1].values["progress"] == "62"


async def test_a_form_changes_around_what_is_being_typed(slack, amira, desk, draft_open):
    grown = replace(DRAFTED, parts=(*DRAFTED.parts, TextInput("target", "Target")))
    desk.answer("form", RefreshForm(grown))
    await amira.fills({"Progress": "6"})

    modal = slack.modal(amira)
    assert "Target" in modal.reads
    await amira.fills({"Target": "9"})
    await amira.submits()
    sent = desk.worked_on[-1]
    assert (sent.draft, sent.values["progress"], sent.values["target"]) == (False, "6", "9")


async def test_a_form_that_was_closed_meanwhile_is_not_refreshed_and_nobody_is_bothered(
    slack, amira, desk, draft_open
):
    slack.fail("views.update", Refusal("not_found"))
    desk.answer("form", RefreshForm(DRAFTED))
    await amira.fills({"Progress": "6"})

    assert slack.inbox(amira) == []
