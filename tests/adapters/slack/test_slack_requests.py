"""Requests from Slack: who may send them, and in which order they are stored, acknowledged and worked on."""

import asyncio
import json
import logging
import time
from urllib.parse import urlencode

import pytest
from structlog.testing import capture_logs

from bot.adapters.slack.inbound import MOST_BODY_BYTES, SlackInbound
from core.chat.card import Card
from core.chat.effect import PublishHome, Reply
from tests.adapters.slack.conftest import Desk
from tests.slack_api import SlackWorkspace
from tests.slack_failures import ServerError
from tests.slack_people import SlackUser, send_signed

HELLO = Reply(Card("Hello"))


async def test_a_signed_request_is_taken_in(amira: SlackUser, desk: Desk):
    delivered = await amira.says("hello")

    assert delivered.status == 200
    assert [event.text for event in desk.events] == ["hello"]


async def test_an_unsigned_request_is_refused_and_nothing_happens(slack: SlackWorkspace, amira, desk: Desk):
    body = (await amira.says("hello")).sent
    desk.events.clear()

    delivered = await send_signed(slack.events_url, "another secret", body)

    assert delivered.status == 401
    assert desk.events == []


@pytest.mark.parametrize("age_s", [301, -301])
async def test_a_request_signed_long_ago_or_ahead_is_refused(slack: SlackWorkspace, amira, desk: Desk, age_s):
    body = (await amira.says("hello")).sent
    desk.events.clear()

    delivered = await send_signed(slack.events_url, slack.signing_secret, body, at=time.time() - age_s)

    assert delivered.status == 401
    assert desk.events == []


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": "9" * 5_000},
    ],
)
async def test_signature_headers_that_make_no_sense_are_refused(slack: SlackWorkspace, inbound, desk, headers):
    delivered = await send_signed(slack.events_url, slack.signing_secret, b"ssl_check=1", headers)

    assert delivered.status == 401
    assert desk.events == []


@pytest.mark.parametrize(
    "body",
    [
        b'{"type": "event_callback", "event": ',
        b"[" * 100_000,
        b"[1, 2]",
        b'{"type": "event_callback", "event": {"type": "app_mention", "channel": "C", "user": "U", "text": "x"}}',
        b'{"type": "event_callback", "event": {"type": "app_home_opened", "user": 5, "tab": "home"}}',
        urlencode({"payload": "{not json"}).encode(),
        urlencode({"payload": json.dumps({"type": "block_actions", "actions": [{"action_id": "x"}]})}).encode(),
        urlencode(
            {"payload": json.dumps({"type": "view_submission", "view": {"callback_id": "milepost_form"}})}
        ).encode(),
        urlencode({"command": "/team"}).encode(),
    ],
)
async def test_a_malformed_request_is_answered_with_400(slack: SlackWorkspace, inbound, desk: Desk, body: bytes):
    delivered = await send_signed(slack.events_url, slack.signing_secret, body)

    assert delivered.status == 400
    assert desk.events == []


async def test_a_malformed_request_without_a_signature_is_not_even_read(slack: SlackWorkspace, inbound):
    assert (await send_signed(slack.events_url, "another secret", b"{")).status == 401


async def test_a_body_over_the_limit_is_refused(slack: SlackWorkspace, inbound, desk: Desk):
    delivered = await send_signed(slack.events_url, slack.signing_secret, b"x" * (MOST_BODY_BYTES + 1))

    assert delivered.status == 413
    assert desk.events == []


async def test_a_kind_of_event_we_never_asked_for_is_acknowledged(amira: SlackUser, desk: Desk):
    assert (await amira.tells({"type": "emoji_changed", "event_ts": "1.1"})).status == 200
    assert desk.events == []


async def test_slack_checks_the_address_by_a_challenge(slack: SlackWorkspace, inbound):
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB", "token": "unused"}).encode()

    delivered = await send_signed(slack.events_url, slack.signing_secret, body)

    assert delivered.status == 200
    assert "3eZbrw1aB" in delivered.body


@pytest.mark.parametrize("kind", ["event", "command", "action"])
async def test_the_acknowledgement_does_not_wait_for_the_work(
    slack: SlackWorkspace, inbound: SlackInbound, amira: SlackUser, desk: Desk, kind: str
):
    desk.answer("command", HELLO)
    desk.work.clear()
    slack.connect(slack.events_url)
    channel = slack.channel("planning")

    match kind:
        case "event":
            delivered = await amira.says("hello")
        case "command":
            delivered = await amira.command("/milepost", "help", channel=channel)
        case _:
            button = {"type": "button", "action_id": "x|0", "text": {"type": "plain_text", "text": "Go"}}
            card = slack._state.post(amira.dm, slack.bot_user, "x", [{"type": "actions", "elements": [button]}])
            delivered = await amira.taps(card, "Go")

    assert delivered.status == 200
    assert len(desk.events) == 1
    assert desk.worked_on == []
    desk.work.set()
    await inbound.settle()
    assert desk.worked_on == desk.events


async def test_an_event_is_stored_before_it_is_acknowledged(amira: SlackUser, desk: Desk):
    desk.store.clear()
    answer = asyncio.create_task(amira.says("hello"))
    await desk.storing.wait()

    assert not answer.done()
    desk.store.set()
    assert (await answer).status == 200


async def test_an_event_that_slack_sends_again_is_worked_on_once(amira: SlackUser, slack, desk: Desk):
    desk.answer("text", HELLO)
    first = await amira.says("hello")
    with capture_logs() as logs:
        second = await amira.again(first)

    assert (first.status, second.status) == (200, 200)
    assert len(desk.worked_on) == 1
    assert len(slack.inbox(amira)) == 1
    (retried,) = [line for line in logs if line["event"] == "slack.retried"]
    assert (retried["attempt"], retried["reason"]) == ("1", "http_timeout")


async def test_a_command_delivered_twice_is_worked_on_once(amira: SlackUser, desk: Desk):
    await amira.again(await amira.command("/team"))

    assert len(desk.worked_on) == 1


async def test_while_the_store_is_away_the_person_is_told_once_that_nothing_saved_is_lost(
    amira: SlackUser, slack, desk: Desk
):
    desk.unavailable = True

    delivered = await amira.says("my answer")

    assert delivered.status == 200
    (told,) = slack.inbox(amira)
    assert "Nothing that was saved is lost" in told.reads
    assert "in a few minutes" in told.reads


async def test_while_the_store_is_away_a_command_is_answered_in_private(amira: SlackUser, slack, desk: Desk):
    desk.unavailable = True
    channel = slack.channel("planning")

    await amira.command("/team", channel=channel)

    assert slack.messages(channel) == []
    assert "try again" in slack.inbox(amira)[0].reads


async def test_while_the_store_is_away_the_home_tab_says_so_and_nobody_is_written_to(
    amira: SlackUser, slack, desk: Desk
):
    desk.unavailable = True

    await amira.opens_home()
    await amira.joins()

    assert "try again" in slack.home(amira).reads
    assert slack.inbox(amira) == []


async def test_an_effect_that_fails_keeps_no_other_back(amira: SlackUser, slack, desk: Desk):
    desk.answer("text", PublishHome(Card("Home")), HELLO)
    slack.fail("views.publish", ServerError())

    await amira.says("hello")

    assert [message.reads for message in slack.inbox(amira)] == ["Hello"]


async def test_what_people_type_never_reaches_the_logs(amira: SlackUser, slack, desk: Desk, caplog):
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        await amira.says("my secret answer")
        await amira.command("/checkin", "my secret answer")
        body = (await amira.says("my secret answer")).sent
        await send_signed(slack.events_url, "another secret", body)
        await amira.tells({"type": "emoji_changed", "text": "my secret answer"})
        await amira._interacts({"type": "shortcut", "callback_id": "my secret answer"})

    assert "secret answer" not in str(logs) + caplog.text
    assert slack.token not in str(logs) + caplog.text


async def _sent(amira: SlackUser, slack: SlackWorkspace, kind: str) -> bytes:
    match kind:
        case "event":
            return (await amira.says("hello")).sent
        case "command":
            return (await amira.command("/checkin", "hello")).sent
        case _:
            button = {"type": "button", "action_id": "x|0", "text": {"type": "plain_text", "text": "Go"}}
            card = slack._state.post(amira.dm, slack.bot_user, "x", [{"type": "actions", "elements": [button]}])
            return (await amira.taps(card, "Go")).sent


@pytest.mark.parametrize("kind", ["event", "command", "action"])
async def test_a_request_replayed_with_its_own_signature_does_nothing(
    slack, amira, inbound, desk: Desk, kind: str
):
    body = await _sent(amira, slack, kind)
    at = time.time() - 60
    with capture_logs() as logs:
        for _ in range(2):
            replayed = await send_signed(slack.events_url, slack.signing_secret, body, at=at)
            assert (replayed.status, replayed.body) == (200, "")
        await inbound.settle()

    assert len(desk.worked_on) == 1
    assert [each["event"] for each in logs].count("slack.repeat_ignored") == 2
    assert "hello" not in str(logs)


async def test_a_request_replayed_after_five_minutes_is_refused_and_logged_without_content(
    slack: SlackWorkspace, amira: SlackUser, desk: Desk
):
    body = (await amira.says("my secret answer")).sent
    with capture_logs() as logs:
        refused = await send_signed(slack.events_url, slack.signing_secret, body, at=time.time() - 301)

    assert refused.status == 401
    assert len(desk.worked_on) == 1
    assert [each["event"] for each in logs] == ["slack.unsigned_request"]
    assert "secret answer" not in str(logs)
