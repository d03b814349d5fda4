"""What people do in Slack, as the events that the core is told of."""

from dataclasses import replace

import pytest

from core.chat.card import Action, Actions, Card, Form, TextInput
from core.chat.effect import OpenForm, PublishHome, Reply
from core.chat.event import (
    ActionChosen,
    CommandInvoked,
    FormSubmitted,
    HomeOpened,
    MemberSeen,
    Mention,
    Origin,
    TextReceived,
)
from core.model.person import Platform
from tests.adapters.slack.conftest import Desk
from tests.slack_api import SlackWorkspace
from tests.slack_people import SlackUser

TAPPED = Card("Check-in", (Actions((Action("checkin.open_form", "Fill in", "c-1"),)),))
FORM = Form("check_in", "c-1", "Check-in", (TextInput("note", "Note"),), "Send", "Cancel", saves_drafts=True)


def origin(slack: SlackWorkspace, user: SlackUser, event_id: str, conversation: str, **rest) -> Origin:
    return Origin(Platform.SLACK, slack.team, user.id, event_id, conversation, **({"address": user.id} | rest))


async def test_a_direct_message_is_a_text_in_a_private_conversation(slack, amira: SlackUser, desk: Desk):
    delivered = await amira.says("team overdue")

    said = origin(slack, amira, delivered.envelope["event_id"], amira.dm)
    assert desk.events == [TextReceived(said, "team overdue")]


async def test_what_was_typed_arrives_as_it_was_typed(amira: SlackUser, desk: Desk):
    typed = "R&D <b>“done”</b> &amp; <!channel> 🎉\nشكرا\n> quoted"
    await amira.says(typed)

    assert desk.events[0].text == typed


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("see <https://bbc.co.uk/news>", "see https://bbc.co.uk/news"),
        ("see <http://bbc.co.uk|bbc.co.uk>", "see bbc.co.uk"),
        ("see <https://bbc.co.uk|the news>", "see the news (https://bbc.co.uk)"),
        ("ask <mailto:hr@council.example|hr@council.example>", "ask hr@council.example"),
        ("in <#C123|planning> and <#C124>", "in #planning and #C124"),
        ("<!here> <!subteam^S1|@managers> <!date^1392734382^{date}|18 Feb>", "@here @managers 18 Feb"),
    ],
)
async def test_markup_that_slack_adds_is_read_as_the_person_sees_it(slack, amira, desk: Desk, sent, read):
    await amira.tells(
        {"type": "message", "channel_type": "im", "channel": amira.dm, "user": amira.id, "text": sent, "ts": "1.1"}
    )

    assert desk.events[0].text == read


async def test_people_are_recognised_in_what_is_typed(slack, amira: SlackUser, desk: Desk):
    bob = slack.add("Bob Ellis")

    await amira.command("/team", f"{bob.mention} please")
    await amira.says(f"team {bob.mention}")

    command, text = desk.events
    assert (command.text, command.mentions) == ("team @bob please", (Mention(bob.id, "@bob"),))
    assert (text.text, text.mentions) == (f"team @{bob.id}", (Mention(bob.id, f"@{bob.id}"),))


@pytest.mark.parametrize(
    ("command", "text", "meant"),
    [
        ("/milepost", "team overdue", "team overdue"),
        ("/milepost", " Objectives ", "Objectives"),
        ("/milepost", "", "help"),
        ("/team", "overdue", "team overdue"),
        ("/checkin", "", "checkin"),
        ("/objectives", "add", "objectives add"),
        ("/kudos", "thank you", "kudos thank you"),
    ],
)
async def test_a_slash_command_starts_with_its_word(slack, amira, desk: Desk, command, text, meant):
    channel = slack.channel("planning")
    delivered = await amira.command(command, text, channel=channel)

    invoked = replace(origin(slack, amira, delivered.form["trigger_id"], channel), shared=True)
    assert desk.events == [CommandInvoked(invoked, meant)]


async def test_a_mention_in_a_channel_is_a_text_that_others_read(slack, amira: SlackUser, desk: Desk):
    channel = slack.channel("planning")
    delivered = await amira.mentions_bot(channel, "team")

    said = origin(slack, amira, delivered.envelope["event_id"], channel, private=False)
    assert desk.events == [TextReceived(said, "team")]


@pytest.mark.parametrize(
    "extra",
    [
        {"bot_id": "B0OTHER"},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "bot_message"},
        {"edited": {"user": "U1", "ts": "1.1"}},
        {"channel_type": "channel"},
        {"user": None},
    ],
)
async def test_bots_edits_and_messages_without_words_are_passed_over(amira: SlackUser, desk: Desk, extra):
    delivered = await amira.says("hello", **extra)

    assert delivered.status == 200
    assert desk.events == []


async def test_a_name_without_a_word_is_passed_over(slack, amira: SlackUser, desk: Desk):
    await amira.mentions_bot(slack.channel("planning"), " ")
    await amira.says("", subtype="file_share")

    assert desk.events == []


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
async def test_words_beside_a_file_or_from_a_thread_count(amira: SlackUser, desk: Desk, subtype):
    await amira.says("hello", subtype=subtype)

    assert desk.events[0].text == "hello"


async def test_a_button_says_what_it_does_and_on_which_card(slack, amira: SlackUser, desk: Desk, messenger):
    posted = await messenger.send(slack.team, amira.id, TAPPED, "d-1")
    delivered = await amira.taps(slack.inbox(amira)[0], "Fill in")

    tapped = origin(
        slack, amira, delivered.payload["trigger_id"], amira.dm, message=f"{amira.dm}:{posted.message}"
    )
    assert desk.events == [ActionChosen(tapped, "checkin.open_form", "c-1")]


async def test_a_button_in_a_channel_is_not_private(slack, amira: SlackUser, desk: Desk, messenger):
    channel = slack.channel("planning")
    await messenger.send(slack.team, channel, TAPPED, "d-1")
    await amira.taps(slack.messages(channel)[0], "Fill in")

    assert not desk.events[0].origin.private


async def test_a_button_on_a_card_for_one_person_is_private_and_names_no_card(slack, amira, desk: Desk):
    desk.answer("command", Reply(TAPPED))
    await amira.command("/team", channel=slack.channel("planning"))
    await amira.taps(slack.inbox(amira)[0], "Fill in")

    acted = desk.events[-1].origin
    assert (acted.private, acted.message) == (True, None)


async def test_a_button_on_the_home_tab_has_no_conversation_but_the_person(slack, amira, desk: Desk):
    desk.answer("home", PublishHome(TAPPED))
    await amira.opens_home()
    await amira.taps(slack.home(amira), "Fill in")

    acted = desk.events[-1]
    assert (acted.name, acted.value) == ("checkin.open_form", "c-1")
    assert (acted.origin.conversation, acted.origin.private, acted.origin.message) == (amira.id, True, None)


async def test_a_form_comes_back_with_its_name_subject_and_values(slack, amira, desk: Desk):
    desk.answer("command", OpenForm(FORM))
    await amira.command("/checkin")
    delivered = await amira.submits({"note": "All well & <good>"})

    sent_in = origin(slack, amira, delivered.payload["trigger_id"], amira.id)
    view = delivered.payload["view"]["id"]
    assert desk.events[-1] == FormSubmitted(sent_in, "check_in", "c-1", {"note": "All well & <good>"}, form=view)


async def test_an_empty_input_comes_back_as_an_empty_text(amira, desk: Desk):
    desk.answer("command", OpenForm(FORM))
    await amira.command("/checkin")
    await amira.submits()

    assert desk.events[-1].values == {"note": ""}


async def test_each_change_of_a_form_that_saves_drafts_comes_with_its_whole_state(slack, amira, desk: Desk):
    desk.answer("command", OpenForm(FORM))
    await amira.command("/checkin")
    await amira.fills({"Note": "Al"})
    await amira.fills({"Note": "All"})

    drafts = desk.events[1:]
    assert [(each.values, each.draft) for each in drafts] == [({"note": "Al"}, True), ({"note": "All"}, True)]
    assert drafts[0].origin.event_id != drafts[1].origin.event_id


async def test_opening_the_home_tab(slack, amira: SlackUser, desk: Desk):
    delivered = await amira.opens_home()

    assert desk.events == [HomeOpened(origin(slack, amira, delivered.envelope["event_id"], amira.dm))]


async def test_opening_the_conversation_or_joining_the_workspace_makes_someone_reachable(slack, amira, desk: Desk):
    opened = await amira.opens_messages()
    joined = await amira.joins()

    assert desk.events == [
        MemberSeen(origin(slack, amira, opened.envelope["event_id"], amira.dm)),
        MemberSeen(origin(slack, amira, joined.envelope["event_id"], amira.id)),
    ]


async def test_a_bot_that_joins_is_nobody(amira: SlackUser, desk: Desk):
    await amira.tells({"type": "team_join", "user": {"id": "U0BOT", "is_bot": True}, "event_ts": "1.1"})

    assert desk.events == []
