"""Every kind of activity that Teams sends, in the shape its documentation shows, through the real way in.

Each file names the page that shows the shape and what the core hears of it, null where it is let pass. Ids are
made up; the bot and the service's address are the test's, since no other service is spoken with.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from core.chat.event import EVENT_JSON
from tests.desk import Desk
from tests.teams_api import TeamsTenant

FILES = sorted((Path(__file__).parents[2] / "payloads" / "teams").glob("*.json"))
TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47"


def recorded(file: Path) -> dict[str, Any]:
    text = file.read_text(encoding="utf-8").replace("28:f5d48856-5b42-41a0-8c3a-c5f944b679b0", TeamsTenant.bot)
    payload: dict[str, Any] = json.loads(text)
    return payload


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
async def test_what_teams_sends_is_heard_as_documented(teams: TeamsTenant, inbound, desk: Desk, file: Path):
    payload = recorded(file)
    activity = payload["activity"] | {"serviceUrl": teams.service_url}
    delivered = await teams.deliver(activity)

    assert delivered.status == 200
    assert [event.kind for event in desk.worked_on] == ([payload["heard_as"]] if payload["heard_as"] else [])
    for event in desk.worked_on:
        assert event.origin.workspace == TENANT
        assert event.origin.user == activity["from"]["aadObjectId"]
        # It can wait in the inbox.
        assert EVENT_JSON.validate_json(EVENT_JSON.dump_json(event)) == event
    if activity["type"] == "invoke":
        assert delivered.json, "Teams waits for an answer"
    # A second time nothing more happens.
    await teams.deliver(activity)
    assert len(desk.worked_on) <= 1


def test_every_shape_names_the_page_that_shows_it():
    assert FILES
    for file in FILES:
        assert recorded(file)["page"].startswith("https://learn.microsoft.com/microsoftteams/platform/")


def test_every_kind_of_event_from_teams_has_a_shape():
    kinds = {recorded(file)["heard_as"] for file in FILES}
    assert kinds == {
        *("text", "action", "form", "member", "gone", "channels_lost"),
        *("message_chosen", "options", "cards", None),
    }
