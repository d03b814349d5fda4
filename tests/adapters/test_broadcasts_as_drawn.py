"""A broadcast as Slack and Teams draw it: the preview and the message differ in what the button does alone."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.adapters.slack import render as slack
from bot.adapters.teams import render as teams
from core.cards import broadcasts as cards
from core.chat.card import Card
from core.flows.broadcast import LONGEST
from core.model.audience import Audience
from core.model.broadcast import Broadcast, BroadcastState, Response, WhenAway
from core.model.person import Person

PERSON = Person("owen", "vale", "owen@vale.example", "Owen Hughes")
AUTHOR = Person("priya", "vale", "priya@vale.example", "Priya Shah")
BROADCAST = Broadcast(
    id="b1",
    tenant_id="vale",
    author_id="priya",
    audience=Audience(),
    text_en="Hello {first name}, <!channel> & all: please book.",
    text_cy="",
    response=Response.BOOKED,
    when_away=WhenAway.ON_RETURN,
    at_any_hour=False,
    send_at=None,
    due_on=None,
    state=BroadcastState.DRAFT,
    created_at=datetime(2026, 11, 24, tzinfo=UTC),
)


def _card(broadcast: Broadcast, *, is_preview: bool = False) -> Card:
    values = cards.values_for(broadcast, PERSON, "", "")
    return cards.message(broadcast, PERSON, AUTHOR, values, is_preview=is_preview)


def _drawn(card: Card) -> tuple[dict[str, Any], dict[str, Any]]:
    return slack.message(card), teams.card(card)


@pytest.mark.parametrize("platform", [0, 1], ids=["slack", "teams"])
def test_the_preview_is_drawn_like_the_message_but_for_what_its_button_does(platform: int):
    message = json.dumps(_drawn(_card(BROADCAST))[platform])
    preview = json.dumps(_drawn(_card(BROADCAST, is_preview=True))[platform])
    assert "broadcast.act" in message
    assert preview.replace("broadcast.preview", "broadcast.act") == message


def test_what_hr_writes_is_never_markup_on_slack():
    drawn = slack.message(_card(BROADCAST))
    kinds = [block["text"]["type"] for block in drawn["blocks"] if "<!channel>" in str(block.get("text"))]
    assert kinds == ["plain_text"]
    assert "<!channel>" not in drawn["text"]


@pytest.mark.parametrize("platform", [0, 1], ids=["slack", "teams"])
def test_the_longest_text_is_drawn_whole(platform: int):
    text = "Please book your fire safety training. " * (LONGEST // 39) + "The end."
    drawn = json.dumps(_drawn(_card(replace(BROADCAST, text_en=text[-LONGEST:])))[platform])
    assert "The end." in drawn
