"""The same app over a socket that Milepost opens itself."""

import pytest

from bot.adapters.slack.inbound import SlackInbound
from bot.adapters.slack.socket_mode import socket_mode
from core.chat.card import Card, Form, TextInput
from core.chat.effect import FormErrors, OpenForm, Reply
from tests.adapters.slack.conftest import Desk
from tests.slack_api import SlackWorkspace
from tests.slack_failures import ServerError
from tests.slack_people import SlackUser

FORM = Form("check_in", "c-1", "Check-in", (TextInput("progress", "Progress"),), "Send", "Cancel")


@pytest.fixture
async def connected(slack: SlackWorkspace, inbound: SlackInbound):
    """Milepost is connected by a socket alone."""
    socket = socket_mode(inbound.app, slack.app_token, slack.api_url)
    await socket.start()
    await slack.until(lambda: slack.has_socket)
    slack.connect("http://127.0.0.1:9/nowhere", inbound.settle)
    yield socket
    await socket.stop()


async def test_messages_commands_and_forms_come_over_the_socket(
    slack: SlackWorkspace, amira: SlackUser, desk: Desk, connected
):
    desk.answer("text", Reply(Card("Hello")))
    desk.answer("command", OpenForm(FORM))
    desk.answer("form", FormErrors({"progress": "A number, please"}, FORM))

    await amira.says("hello")
    await amira.command("/checkin")
    await amira.submits({"Progress": "banana"})

    assert [event.kind for event in desk.events] == ["text", "command", "form"]
    assert slack.inbox(amira)[0].reads == "Hello"
    assert slack.modal(amira).errors == {"progress": "A number, please"}


async def test_stopping_closes_the_socket(slack: SlackWorkspace, connected):
    await connected.stop()
    await slack.until(lambda: not slack.has_socket)


async def test_stopping_before_the_connection_stands_is_in_order(slack: SlackWorkspace, inbound: SlackInbound):
    slack.fail("apps.connections.open", ServerError())
    socket = socket_mode(inbound.app, slack.app_token, slack.api_url)
    await socket.start()
    await slack.until(lambda: slack.called("apps.connections.open"))
    await socket.stop()

    assert not slack.has_socket


@pytest.mark.parametrize("lost", ["refresh_socket", "drop_socket"])
async def test_a_connection_that_is_refreshed_or_lost_is_opened_again_and_nothing_is_doubled(
    slack: SlackWorkspace, amira: SlackUser, desk: Desk, connected, lost: str
):
    before = await amira.says("before")

    await getattr(slack, lost)()
    await slack.until(lambda: slack.sockets_opened >= 2 and slack.has_socket, within_s=30)
    await amira.says("after")
    # What Slack had no acknowledgement of comes once more over the new connection.
    await amira.again(before)

    assert [event.text for event in desk.worked_on] == ["before", "after"]
