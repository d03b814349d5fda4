"""What people do in Teams, as the core hears it."""

from dataclasses import replace

import pytest

from bot.adapters.teams.address import Place
from core.chat.card import Action, Actions, Card, ChoiceInput, Form, Option, TextInput
from core.chat.effect import OpenForm, Reply
from core.chat.event import (
    ActionChosen,
    ChannelsLost,
    FormSubmitted,
    MemberGone,
    MemberSeen,
    Mention,
    Origin,
    TextReceived,
)
from core.model.person import Platform
from tests.desk import Desk
from tests.teams_api import TeamsTenant
from tests.teams_people import TeamsUser

FORM = Form(
    "check_in",
    "c-1",
    "Check-in",
    (
        TextInput("progress@1", "Progress", value="31"),
        TextInput("note", "Note", multiline=True),
        ChoiceInput("status", "Status", (Option("on_track", "On track"), Option("at_risk", "At risk"))),
    ),
    "Send",
    "Close",
)
CARD = Card("Check-in", (Actions((Action("checkin.open_form", "Fill in", "c-1"), Action("later", "Later"))),))


def personal(teams: TeamsTenant, user: TeamsUser) -> str:
    return str(Place(teams.service_url, teams.bot, user.chat, user.id))


# --- texts ----------------------------------------------------------------------------------------------------


async def test_what_is_typed_in_the_personal_conversation_is_heard(teams: TeamsTenant, amira, desk: Desk):
    delivered = await amira.says("did 31 of 40")

    assert delivered.status == 200
    (event,) = desk.worked_on
    address = personal(teams, amira)
    assert event == TextReceived(
        Origin(
            platform=Platform.TEAMS,
            workspace=teams.id,
            user=amira.aad,
            event_id=event.origin.event_id,
            conversation=address,
            private=True,
            message=None,
            address=address,
        ),
        "did 31 of 40",
    )
    assert event.origin.event_id.startswith(f"{delivered.activity['id']}@")


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        ("R&amp;D &lt;b&gt; 5 &gt; 4", "R&D <b> 5 > 4"),
        ("team&nbsp;overdue\n", "team overdue"),
        ("  <at>Milepost</at> help ", "Milepost help"),
        ("cynnydd: 40 % 🎉", "cynnydd: 40 % 🎉"),
        ("first\nsecond", "first\nsecond"),
    ],
)
async def test_a_text_is_heard_as_it_was_typed(amira, desk: Desk, sent: str, heard: str):
    await amira.says(sent)

    assert [event.text for event in desk.worked_on] == [heard]


async def test_a_message_with_neither_words_nor_files_is_let_pass(amira, desk: Desk):
    delivered = await amira.says("", attachments=[{"contentType": "text/html", "content": "<p></p>"}])

    assert (delivered.status, desk.events) == (200, [])


async def test_in_a_channel_only_what_is_said_to_milepost_is_heard(teams: TeamsTenant, amira, desk: Desk):
    channel = teams.channel("planning")
    await amira.sends({"type": "message", "text": "lunch?"}, channel)
    await amira.mentions_bot(channel, "team overdue")

    (event,) = desk.worked_on
    assert event.text == "team overdue"
    origin = event.origin
    assert (origin.private, origin.user) == (False, amira.aad)
    assert Place.read(origin.conversation) == Place(
        teams.service_url, teams.bot, channel, team="19:team@thread.tacv2"
    )
    assert Place.read(origin.address or "") == Place(teams.service_url, teams.bot, user=amira.id)


async def test_people_who_are_mentioned_are_named_by_the_id_of_their_account(teams: TeamsTenant, amira, desk):
    bo = teams.add("Bo Jones")
    await amira.mentions_bot(teams.channel("planning"), "team", bo)

    (event,) = desk.worked_on
    assert event.text == "team @Bo Jones"
    assert event.mentions == (Mention(bo.aad, "@Bo Jones"),)


async def test_someone_mentioned_whom_teams_does_not_tell_of_keeps_the_id_of_the_mention(teams, amira, desk):
    stranger = TeamsUser(teams, "29:gone", "aad-gone", "Cy Gone", "")
    await amira.mentions_bot(teams.channel("planning"), "team", stranger)

    assert desk.worked_on[0].mentions == (Mention("29:gone", "@Cy Gone"),)


async def test_a_mention_alone_is_heard_as_well(teams: TeamsTenant, amira, desk: Desk):
    await amira.mentions_bot(teams.channel("planning"), "")

    assert [event.text for event in desk.worked_on] == [""]


async def test_an_account_without_a_directory_id_goes_by_the_id_teams_gives(teams: TeamsTenant, amira, desk):
    await amira.says("help", **{"from": {"id": "29:guest", "name": "Guest"}})

    assert desk.worked_on[0].origin.user == "29:guest"


@pytest.mark.parametrize(
    ("conversation", "channel_data", "workspace"),
    [
        ({"tenantId": "t-1"}, {}, "t-1"),
        ({}, {"tenant": {"id": "t-2"}}, "t-2"),
        ({}, None, "playground"),
    ],
)
async def test_the_workspace_is_the_tenant(amira, desk: Desk, conversation, channel_data, workspace):
    place = {"id": amira.chat, "conversationType": "personal"}
    await amira.says("help", conversation=place | conversation, channelData=channel_data)

    assert desk.worked_on[0].origin.workspace == workspace


# --- repeats --------------------------------------------------------------------------------------------------


async def test_an_activity_delivered_twice_is_worked_on_once(amira, desk: Desk):
    delivered = await amira.says("31 of 40")
    again = await amira.again(delivered)

    assert (again.status, len(desk.worked_on)) == (200, 1)


async def test_two_people_who_write_at_the_same_moment_are_both_heard(teams: TeamsTenant, amira, desk: Desk):
    bo = teams.add("Bo Jones")
    await amira.says("from Amira", id="1700000000000")
    await bo.says("from Bo", id="1700000000000")

    assert [event.text for event in desk.worked_on] == ["from Amira", "from Bo"]


# --- buttons and forms ----------------------------------------------------------------------------------------


async def test_a_button_tells_its_name_value_and_message(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", Reply(CARD))
    await amira.says("check-in")
    (message,) = teams.inbox(amira)
    await amira.taps(message, "Fill in")
    await amira.taps(message, "Later")

    first, second = desk.worked_on[1:]
    assert first == ActionChosen(
        replace(first.origin, message=message.id, private=True), "checkin.open_form", "c-1"
    )
    assert (second.name, second.value) == ("later", "")


async def test_a_form_brings_every_value_also_those_that_teams_leaves_out(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(FORM))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    await amira.taps(shown, "Send", {"Status": "at_risk"})

    event = desk.worked_on[-1]
    assert isinstance(event, FormSubmitted)
    assert (event.name, event.subject, event.draft) == ("check_in", "c-1", False)
    assert event.values == {"progress@1": "31", "note": "", "status": "at_risk"}


async def test_a_form_that_is_closed_is_told_to_nobody(teams: TeamsTenant, amira, desk: Desk):
    desk.answer("text", OpenForm(replace(FORM, language="cy")))
    await amira.says("form")
    (shown,) = teams.inbox(amira)
    await amira.taps(shown, "Close")

    assert [event.kind for event in desk.events] == ["text"]
    assert shown.reads.startswith("Wedi cau\nNi anfonwyd dim.")


# --- people ---------------------------------------------------------------------------------------------------


async def test_someone_who_installs_the_app_is_seen_however_often_they_do(teams: TeamsTenant, amira, desk: Desk):
    await amira.installs()
    first = len(desk.worked_on)
    await amira.removes()
    await amira.installs()

    seen = [event for event in desk.worked_on if isinstance(event, MemberSeen)]
    assert len(seen) == first * 2
    assert {(event.origin.user, event.origin.address) for event in seen} == {(amira.aad, personal(teams, amira))}


async def test_someone_who_removes_the_app_is_gone(teams: TeamsTenant, amira, desk: Desk):
    await amira.removes()

    assert {type(event) for event in desk.worked_on} == {MemberGone}
    assert {event.origin.user for event in desk.worked_on} == {amira.aad}


async def test_a_team_that_removes_milepost_loses_its_channels(teams: TeamsTenant, amira, desk: Desk):
    channel = teams.channel("planning")
    place = Place(teams.service_url, teams.bot, channel, team="19:team@thread.tacv2")
    elsewhere = Place(teams.service_url, teams.bot, channel, team="19:other@thread.tacv2")
    await amira.sends({"type": "installationUpdate", "action": "remove"}, channel)
    await amira.sends({"type": "conversationUpdate", "membersRemoved": [{"id": teams.bot}]}, channel)

    assert [type(event) for event in desk.worked_on] == [ChannelsLost, ChannelsLost]
    for event in desk.worked_on:
        assert event.within in str(place)
        assert event.within not in str(elsewhere)


async def test_a_channel_that_is_deleted_is_lost_alone(teams: TeamsTenant, amira, desk: Desk):
    gone, kept = teams.channel("planning"), teams.channel("parks")
    deleted = {"eventType": "channelDeleted", "channel": {"id": gone}, "team": {"id": "19:team@thread.tacv2"}}
    await amira.sends({"type": "conversationUpdate", "channelData": deleted | {"tenant": {"id": teams.id}}}, kept)

    (event,) = desk.worked_on
    assert event.within in str(Place(teams.service_url, teams.bot, gone, team="19:team@thread.tacv2"))
    assert event.within not in str(Place(teams.service_url, teams.bot, kept, team="19:team@thread.tacv2"))


async def test_a_colleague_who_leaves_a_team_is_nobody_lost(teams: TeamsTenant, amira, desk: Desk):
    left = {"type": "conversationUpdate", "membersRemoved": [{"id": "29:someone"}]}
    await amira.sends(left, teams.channel("planning"))

    assert desk.events == []


async def test_a_client_that_names_the_person_as_added_is_understood(amira, desk: Desk):
    members = [{"id": amira.tenant.bot}, {"id": amira.id}]
    await amira.sends({"type": "conversationUpdate", "membersAdded": members, "from": {"id": amira.tenant.bot}})

    assert [event.origin.user for event in desk.worked_on] == [amira.id]


@pytest.mark.parametrize(
    "activity",
    [
        {"type": "installationUpdate", "action": "somethingNew"},
        {"type": "conversationUpdate", "channelData": {"eventType": "topicUpdated"}},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "messageUpdate", "text": "edited"},
        {"type": "typing"},
        {"type": "event", "name": "application/vnd.microsoft.readReceipt"},
        {"type": "somethingNew"},
    ],
)
async def test_what_milepost_has_no_use_for_is_acknowledged_and_let_pass(amira, desk: Desk, activity):
    delivered = await amira.sends(activity)

    assert (delivered.status, desk.events) == (200, [])


async def test_a_team_that_installs_the_app_is_not_greeted_one_by_one(teams: TeamsTenant, amira, desk: Desk):
    added = {"type": "conversationUpdate", "membersAdded": [{"id": teams.bot}, {"id": amira.id}]}
    await amira.sends(added, teams.channel("planning"))

    assert desk.events == []


async def test_an_invocation_of_what_milepost_does_not_offer_is_answered_as_such(amira, desk: Desk):
    delivered = await amira.sends({"type": "invoke", "name": "signin/verifyState", "value": {}})

    assert (delivered.status, desk.events) == (501, [])
