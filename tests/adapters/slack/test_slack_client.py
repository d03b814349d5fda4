"""Messages out, and what the dispatcher is told when they do not go out; the workspace's directory."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.slack.client import SlackClient, SlackDirectory, SlackMessenger
from core.chat.card import Card, Chart, Paragraph, Series
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform
from core.ports import CannotTell, Directory, Messenger, Profile, Refused, SendFailed, Throttled, Unreachable
from tests.slack_api import SlackWorkspace
from tests.slack_failures import Dropped, Hang, RateLimited, Refusal, ServerError
from tests.slack_people import SlackUser

CARD = Card("Check-in", (Paragraph("How is it going?"),))
CHANGED = Card("Thank you", (Paragraph("All saved."),))
CHART = Chart("c-1", "Completion", ("Mon",), (Series("Team", (80.0,)),), "Eight of ten have checked in.")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def bob(slack: SlackWorkspace) -> SlackUser:
    """A member who has never heard of Milepost."""
    return slack.add("Bob Ellis")


def test_the_ports_are_met(messenger: SlackMessenger, directory: SlackDirectory):
    ports: tuple[Messenger, Directory] = (messenger, directory)

    assert (ports[0].platform, ports[0].shows_pictures_inline) == (Platform.SLACK, False)


async def test_a_card_sent_to_a_person_appears_in_the_direct_conversation(slack, bob, messenger):
    posted = await messenger.send(slack.team, bob.id, CARD, "d-1")

    (message,) = slack.inbox(bob)
    assert message.reads == "Check-in\nHow is it going?"
    assert message.text == "Check-in\nHow is it going?"
    assert posted == Posted(Platform.SLACK, slack.team, bob.dm, message.ts)


async def test_a_card_is_changed_in_place(slack, bob, messenger):
    posted = await messenger.send(slack.team, bob.id, CARD, "d-1")
    await messenger.update(posted, CHANGED)

    assert [message.reads for message in slack.inbox(bob)] == ["Thank you\nAll saved."]
    assert (await messenger.find(slack.team, bob.id, "d-1", LONG_AGO)) == posted


async def test_changing_a_message_that_was_deleted_is_no_error(slack, bob, messenger):
    posted = await messenger.send(slack.team, bob.id, CARD, "d-1")
    slack.delete(slack.inbox(bob)[0])

    await messenger.update(posted, CHANGED)

    assert slack.inbox(bob) == []


async def test_changing_a_message_may_be_refused(slack, bob, messenger):
    posted = await messenger.send(slack.team, bob.id, CARD, "d-1")
    slack.fail("chat.update", Refusal("edit_window_closed"))

    with pytest.raises(Refused, match="edit_window_closed"):
        await messenger.update(posted, CHANGED)


async def test_a_chart_hangs_below_its_message_with_words_for_who_cannot_see_it(slack, messenger):
    channel = slack.channel("planning")
    posted = await messenger.send(slack.team, channel, CARD, "d-1")
    await messenger.attach(posted, CHART, b"\x89PNG picture")

    message, answer = slack.messages(channel)
    (picture,) = answer.files
    assert answer.thread == message.ts
    assert (picture.alt, picture.title) == ("Eight of ten have checked in.", "Completion")
    assert picture.content == b"\x89PNG picture"


async def test_a_picture_that_does_not_arrive_whole_is_tried_again_later(slack, bob, messenger):
    posted = await messenger.send(slack.team, bob.id, CARD, "d-1")
    slack.fail("files.completeUploadExternal", ServerError())

    with pytest.raises(Unreachable):
        await messenger.attach(posted, CHART, b"\x89PNG picture")


# --- finding a message whose fate is unknown ------------------------------------------------------------------


async def test_a_message_whose_answer_was_lost_is_found_again(slack, bob, messenger):
    slack.fail("chat.postMessage", Dropped(after=True))
    with pytest.raises(Unreachable) as raised:
        await messenger.send(slack.team, bob.id, CARD, "d-1")

    assert raised.value.may_have_arrived
    found = await messenger.find(slack.team, bob.id, "d-1", datetime.now(UTC))

    (message,) = slack.inbox(bob)
    assert found == Posted(Platform.SLACK, slack.team, bob.dm, message.ts)


async def test_a_message_that_never_arrived_is_not_found(slack, bob, messenger):
    slack.fail("chat.postMessage", Dropped(after=False))
    with pytest.raises(Unreachable):
        await messenger.send(slack.team, bob.id, CARD, "d-1")

    assert await messenger.find(slack.team, bob.id, "d-1", LONG_AGO) is None


async def test_only_the_message_with_the_same_delivery_is_found(slack, bob, messenger):
    channel = slack.channel("planning")
    first = await messenger.send(slack.team, channel, CARD, "d-1")
    for number in range(2, 250):
        slack._state.post(channel, slack.bot_user, f"message {number}")

    assert await messenger.find(slack.team, channel, "d-1", LONG_AGO) == first
    assert await messenger.find(slack.team, channel, "d-2", LONG_AGO) is None


async def test_messages_from_before_are_not_looked_at(slack, bob, messenger):
    await messenger.send(slack.team, bob.id, CARD, "d-1")

    assert await messenger.find(slack.team, bob.id, "d-1", datetime.now(UTC) + timedelta(hours=1)) is None


@pytest.mark.parametrize("method", ["conversations.open", "conversations.history"])
async def test_where_slack_shows_no_history_nobody_can_tell(slack, bob, messenger, method):
    slack.fail(method, Refusal("missing_scope"))

    with pytest.raises(CannotTell):
        await messenger.find(slack.team, bob.id, "d-1", LONG_AGO)


async def test_a_history_without_end_is_given_up(slack, messenger):
    channel = slack.channel("planning")
    for number in range(1_001):
        slack._state.post(channel, slack.bot_user, f"message {number}")

    with pytest.raises(CannotTell):
        await messenger.find(slack.team, channel, "d-1", LONG_AGO)


# --- failures -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failure", "raised", "reason"),
    [
        (ServerError(500), Unreachable, "http_500"),
        (ServerError(503), Unreachable, "http_503"),
        (Refusal("internal_error"), Unreachable, "internal_error"),
        (Hang(), Unreachable, "TimeoutError"),
        (Dropped(after=True), Unreachable, "ServerDisconnectedError"),
        (Refusal("channel_not_found"), Refused, "channel_not_found"),
        (Refusal("is_archived"), Refused, "is_archived"),
        (Refusal("invalid_auth"), Refused, "invalid_auth"),
        (ServerError(404), Refused, "http_404"),
    ],
)
async def test_failures_say_whether_to_try_again(slack, bob, client, failure, raised, reason):
    quick = SlackClient(slack.token, slack.api_url, timeout_s=0.2)
    slack.fail("chat.postMessage", failure)

    with pytest.raises(SendFailed) as failed:
        await SlackMessenger(quick).send(slack.team, bob.id, CARD, "d-1")

    await quick.close()
    assert (type(failed.value), failed.value.reason) == (raised, reason)
    assert len(slack.called("chat.postMessage")) == 1


async def test_a_request_to_wait_says_for_how_long(slack, bob, messenger):
    slack.fail("chat.postMessage", RateLimited(17), Refusal("ratelimited"))

    with pytest.raises(Throttled) as told:
        await messenger.send(slack.team, bob.id, CARD, "d-1")
    with pytest.raises(Throttled) as untold:
        await messenger.send(slack.team, bob.id, CARD, "d-1")

    assert (told.value.retry_after_s, untold.value.retry_after_s) == (17, 30)


async def test_a_person_whose_account_is_closed_is_refused(slack, bob, messenger):
    slack.close_account(bob)

    with pytest.raises(Refused, match="user_disabled"):
        await messenger.send(slack.team, bob.id, CARD, "d-1")


async def test_nobody_at_the_address_is_a_passing_failure():
    client = SlackClient("xoxb-test", "http://127.0.0.1:9/api/")

    with pytest.raises(Unreachable):
        await client.call("auth.test")
    await client.close()


async def test_a_wrong_token_is_refused(slack, bob):
    client = SlackClient("xoxb-of-somebody-else", slack.api_url)

    with pytest.raises(Refused, match="invalid_auth"):
        await SlackMessenger(client).send(slack.team, bob.id, CARD, "d-1")
    await client.close()


async def test_a_client_that_was_closed_opens_anew(slack, bob, client, messenger):
    await messenger.send(slack.team, bob.id, CARD, "d-1")
    await client.close()
    await messenger.send(slack.team, bob.id, CARD, "d-2")

    assert len(slack.inbox(bob)) == 2


# --- the directory --------------------------------------------------------------------------------------------


def origin(slack: SlackWorkspace, user: str) -> Origin:
    return Origin(Platform.SLACK, slack.team, user, "e-1", "D1")


async def test_the_directory_knows_a_members_email_and_name(slack, bob, directory):
    profile = await directory.profile(origin(slack, bob.id))

    assert profile == Profile(bob.id, "bob.ellis@council.example", "Bob Ellis", bob.id, "Europe/London")


async def test_the_directory_does_not_tell_of_strangers_and_closed_accounts(slack, bob, directory):
    slack.close_account(bob)

    assert await directory.profile(origin(slack, bob.id)) is None
    assert await directory.profile(origin(slack, "U0NOBODY")) is None


async def test_nobody_is_taken_for_a_stranger_because_slack_is_away(slack, bob, directory):
    slack.fail("users.info", ServerError())

    with pytest.raises(Unreachable):
        await directory.profile(origin(slack, bob.id))


async def test_an_account_is_found_by_work_email(slack, bob, directory):
    found = await directory.find("bob.ellis@council.example", ())

    assert found == Account(Platform.SLACK, slack.team, bob.id, "", bob.id)


async def test_no_account_is_found_for_an_unknown_email_or_while_slack_is_away(slack, bob, directory):
    slack.fail("users.lookupByEmail", ServerError())

    assert await directory.find("bob.ellis@council.example", ()) is None
    assert await directory.find("nobody@council.example", ()) is None
