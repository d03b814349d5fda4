"""Signed requests whose parts are of another kind than Slack's: 400, whether Bolt or we trip over them."""

import json
from urllib.parse import urlencode

import pytest

from tests.adapters.slack.conftest import Desk
from tests.slack_api import SlackWorkspace
from tests.slack_people import send_signed

SAID = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "text": "hello", "ts": "1.1"}
TEAM = {"team_id": "T1", "event_id": "Ev1"}


def event(said: object, **more: object) -> bytes:
    return json.dumps(TEAM | {"type": "event_callback", "event": said} | more).encode()


def tapped(**changed: object) -> bytes:
    action = {"type": "button", "action_id": "help.show|0", "value": ""}
    payload = {
        "type": "block_actions",
        "user": {"id": "U1"},
        "team": {"id": "T1"},
        "trigger_id": "1.1",
        "actions": [action],
    }
    return urlencode({"payload": json.dumps(payload | changed)}).encode()


@pytest.mark.parametrize(
    "body",
    [
        event("hello"),
        event(SAID | {"type": {"x": 1}}),
        event(SAID | {"text": "\ud800"}),
        event(SAID | {"thread_ts": {"x": 1}}),
        tapped(actions=["x"]),
        tapped(actions=[{"type": "button", "action_id": "help.show|0", "value": {"x": 1}}]),
        tapped(view="x"),
        tapped(message="x"),
    ],
)
async def test_they_are_answered_with_400_and_nothing_is_taken_in(
    slack: SlackWorkspace, inbound, desk: Desk, body: bytes
):
    assert (await send_signed(slack.events_url, slack.signing_secret, body)).status == 400
    assert desk.events == []


async def test_what_no_database_holds_is_left_out_of_what_was_said(slack: SlackWorkspace, inbound, desk: Desk):
    body = event(SAID | {"text": "12\x00 days, not \\u0000"})
    assert (await send_signed(slack.events_url, slack.signing_secret, body)).status == 200
    assert [each.text for each in desk.events] == ["12 days, not \\u0000"]
