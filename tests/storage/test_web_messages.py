"""The web chat's messages."""

from datetime import timedelta

import pytest

from core.chat.card import Card
from storage.web_messages import WebMessage, WebMessages
from tests.storage.council import GREETING, NOW


@pytest.fixture
def messages(database):
    return WebMessages(database)


async def test_a_message_comes_back_as_posted(messages):
    first = await messages.add("amira", "amira", "checkin", None, None, NOW)
    second = await messages.add("amira", "", "", GREETING, "d1", NOW)
    assert await messages.get(first) == WebMessage(first, "amira", "amira", "checkin", None, NOW, False)
    assert await messages.find("d1") == WebMessage(second, "amira", "", "", GREETING, NOW, False)
    assert await messages.get(999) is None
    assert await messages.find("d2") is None


async def test_a_delivery_is_posted_once(messages):
    first = await messages.add("amira", "", "", GREETING, "d1", NOW)
    assert await messages.add("amira", "", "", GREETING, "d1", NOW + timedelta(minutes=1)) == first
    assert len(await messages.latest(["amira"], 10)) == 1


async def test_messages_are_read_in_order_from_where_one_left_off(messages):
    ids = [
        await messages.add(where, "", str(number), None, None, NOW)
        for number, where in enumerate(["amira", "ben", "team", "amira"])
    ]
    assert [each.id for each in await messages.since(["amira", "team"], 0, 10)] == [ids[0], ids[2], ids[3]]
    assert [each.id for each in await messages.since(["amira", "team"], ids[0], 1)] == [ids[2]]
    assert [each.id for each in await messages.latest(["amira", "team"], 2)] == [ids[2], ids[3]]


async def test_an_edited_message_is_marked_and_found_as_touched(messages):
    old = await messages.add("amira", "", "", GREETING, "d1", NOW)
    await messages.add("amira", "", "", GREETING, "d2", NOW)
    changed = Card("Thank you")
    await messages.update(old, changed, NOW + timedelta(minutes=1))
    await messages.update(999, changed, NOW + timedelta(minutes=1))
    touched = await messages.touched_since(["amira"], NOW)
    assert touched == [WebMessage(old, "amira", "", "", changed, NOW, True)]
    assert await messages.touched_since(["ben"], NOW) == []
