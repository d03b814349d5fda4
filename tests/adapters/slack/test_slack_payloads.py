"""Slack's payloads in the shapes its documentation shows, each through the whole of what takes requests in."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.adapters.slack.inbound import SlackInbound
from bot.adapters.slack.manifest import EVENTS
from core.model.shared_file import SharedFile
from tests.adapters.slack.conftest import Desk
from tests.slack_api import SlackWorkspace
from tests.slack_people import send_signed

PAYLOADS = sorted((Path(__file__).parents[2] / "payloads" / "slack").glob("*.json"))
_OF_THE_ORIGIN = ("workspace", "user", "event_id", "private", "shared", "message")


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def _body(recorded: dict[str, Any]) -> bytes:
    payload = recorded["payload"]
    match recorded["sent_as"]:
        case "events":
            return json.dumps(payload).encode()
        case "command":
            return urlencode(payload).encode()
        case _:
            return urlencode({"payload": json.dumps(payload)}).encode()


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
async def test_a_payload_as_documented_is_heard(
    slack: SlackWorkspace, inbound: SlackInbound, desk: Desk, path: Path
):
    removed: list[str] = []

    async def forget(workspace: str, reason: str, at: datetime) -> None:
        removed.append(workspace)

    inbound._removed = forget
    recorded = _read(path)

    delivered = await send_signed(slack.events_url, slack.signing_secret, _body(recorded))
    await inbound.settle()

    assert delivered.status == 200
    assert recorded["documented_at"].startswith("https://docs.slack.dev/")
    heard = dict(recorded["heard"] or {})
    assert heard.pop("answered", "") in delivered.body
    assert removed == ([heard.pop("removed")] if "removed" in heard else [])
    if not heard:
        assert desk.worked_on == []
        return
    (event,) = desk.worked_on
    files = tuple(SharedFile(**each) for each in heard.pop("files", ()))
    assert getattr(event, "files", ()) == files
    for name, expected in heard.items():
        assert getattr(event.origin if name in _OF_THE_ORIGIN else event, name) == expected, name


def test_every_event_that_is_asked_for_has_a_payload():
    recorded = [_read(path)["payload"].get("event", {}) for path in PAYLOADS]
    told = {f"message.{each['channel_type']}" if "channel_type" in each else each.get("type") for each in recorded}
    assert set(EVENTS) <= told
