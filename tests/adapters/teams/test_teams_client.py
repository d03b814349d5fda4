"""Messages and the directory, by way of the Bot Connector service: what arrives, and what failures mean."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.adapters.teams.address import Place
from bot.adapters.teams.client import TeamsClient, TeamsDirectory, TeamsMessenger
from bot.adapters.teams.registration import Registration
from bot.adapters.teams.sdk.wire import KEEP_TOKEN_S, Token
from bot.adapters.teams.services import is_microsofts, is_on_this_machine
from core.chat.card import Card, Chart, Paragraph, Series
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Platform
from core.ports import CannotTell, Profile, RecipientGone, Refused, SendFailed, Throttled, Unreachable
from tests.teams_api import Failure, TeamsTenant
from tests.teams_people import TeamsUser

CARD = Card("Check-in", (Paragraph("secret words"),))
CHART = Chart("c" * 20, "Completion", ("Mon",), (Series("Team", (80.0,)),), "Eight of ten have checked in.")


@pytest.fixture
def bo(teams: TeamsTenant) -> TeamsUser:
    """A member of the tenant."""
    return teams.add("Bo Jones")


def address(user: TeamsUser) -> str:
    return str(Place(user.tenant.service_url, user.tenant.bot, user.chat, user.id))


def origin(user: TeamsUser) -> Origin:
    where = address(user)
    return Origin(Platform.TEAMS, user.tenant.id, user.aad, "1", where, address=where)


# --- messages -------------------------------------------------------------------------------------------------


async def test_a_card_arrives_and_can_be_changed_in_place(teams: TeamsTenant, bo, messenger: TeamsMessenger):
    posted = await messenger.send(teams.id, address(bo), CARD, "d-1")
    (message,) = teams.inbox(bo)
    assert posted == Posted(Platform.TEAMS, teams.id, address(bo), message.id)
    assert message.activity["summary"] == "Check-in\nsecret words"
    assert message.activity["recipient"]["id"] == bo.id

    await messenger.update(posted, Card("Answered"))
    assert (message.reads, message.edited) == ("Answered", 1)


async def test_someone_met_in_a_channel_is_written_to_in_a_conversation_opened_for_it(
    teams: TeamsTenant, bo, messenger: TeamsMessenger
):
    posted = await messenger.send(teams.id, str(Place(teams.service_url, teams.bot, user=bo.id)), CARD, "d-1")
    await messenger.update(posted, Card("Answered"))

    assert [message.reads for message in teams.inbox(bo)] == ["Answered"]


async def test_a_summary_is_a_new_thread_of_its_channel(teams: TeamsTenant, messenger: TeamsMessenger):
    channel = teams.channel("planning")
    await messenger.send(teams.id, str(Place(teams.service_url, teams.bot, channel)), CARD, "d-1")

    assert [message.conversation for message in teams.messages(channel)] == [channel]


async def test_a_message_that_no_longer_exists_need_not_be_changed(teams: TeamsTenant, bo, messenger):
    posted = await messenger.send(teams.id, address(bo), CARD, "d-1")
    teams.delete(teams.inbox(bo)[0])

    await messenger.update(posted, Card("Answered"))


async def test_a_chart_is_shown_by_its_address(teams: TeamsTenant, bo):
    client = TeamsClient(None, lambda chart: f"https://milepost.example/pictures/{chart.id}.png")
    messenger = TeamsMessenger(client)
    posted = await messenger.send(teams.id, address(bo), Card("Team", (CHART,)), "d-1")
    await messenger.attach(posted, CHART, b"png")
    await client.close()

    assert messenger.shows_pictures_inline
    image = teams.inbox(bo)[0].card["body"][1]["fallback"]
    assert (image["url"], image["altText"]) == (
        f"https://milepost.example/pictures/{'c' * 20}.png",
        "Eight of ten have checked in.",
    )


async def test_whether_a_message_arrived_cannot_be_told(teams: TeamsTenant, bo, messenger: TeamsMessenger):
    with pytest.raises(CannotTell):
        await messenger.find(teams.id, address(bo), "d-1", datetime.now(UTC))


@pytest.mark.parametrize("address", ["", "U123", "[]", '{"service": "x"}', '{"nonsense": 1}', "null"])
async def test_an_address_of_another_platform_is_refused(teams: TeamsTenant, messenger: TeamsMessenger, address):
    with pytest.raises(Refused):
        await messenger.send(teams.id, address, CARD, "d-1")


# --- failures -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failure", "kind", "reason"),
    [
        (Failure(429, "Throttled", "17"), Throttled, "asked to wait 17 s"),
        (Failure(429), Throttled, "asked to wait 5 s"),
        (Failure(500), Unreachable, "http_500"),
        (Failure(502, "ServiceError"), Unreachable, "ServiceError"),
        (Failure(412, "PreconditionFailed"), Unreachable, "PreconditionFailed"),
        (Failure(401), Unreachable, "http_401"),
        (Failure(403, "BotNotInConversationRoster"), RecipientGone, "BotNotInConversationRoster"),
        (Failure(403, "ConversationBlockedByUser"), RecipientGone, "ConversationBlockedByUser"),
        (Failure(403, "MessageWritesBlocked"), RecipientGone, "MessageWritesBlocked"),
        (Failure(403, "BotDisabledByUser"), RecipientGone, "BotDisabledByUser"),
        (Failure(403, "ForbiddenOperationException"), RecipientGone, "ForbiddenOperationException"),
        (Failure(404, "ConversationNotFound"), RecipientGone, "ConversationNotFound"),
        (Failure(403, "BotDisabledByAdmin"), Refused, "BotDisabledByAdmin"),
        (Failure(404, "ActivityNotFoundInConversation"), Refused, "ActivityNotFoundInConversation"),
        (Failure(400, "BadSyntax"), Refused, "BadSyntax"),
        (Failure(413, "secret words " * 9), Refused, "http_413"),
        (Failure(302), Refused, "http_302"),
        (Failure(0), Unreachable, "ServerDisconnectedError"),
    ],
)
async def test_what_a_failure_means(teams: TeamsTenant, bo, messenger, failure: Failure, kind, reason: str):
    teams.fail("post", failure)
    with pytest.raises(SendFailed) as raised:
        await messenger.send(teams.id, address(bo), CARD, "d-1")

    assert isinstance(raised.value, kind)
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    ("failure", "may_have_arrived"),
    [
        (Failure(500), False),
        (Failure(502), False),
        (Failure(412), False),
        (Failure(401), False),
        (Failure(0), True),
    ],
)
async def test_only_a_lost_answer_leaves_open_whether_it_arrived(
    teams: TeamsTenant, bo, messenger, failure: Failure, may_have_arrived: bool
):
    teams.fail("post", failure)
    with pytest.raises(Unreachable) as raised:
        await messenger.send(teams.id, address(bo), CARD, "d-1")

    assert raised.value.may_have_arrived is may_have_arrived


async def test_nothing_arrived_where_the_conversation_could_not_be_opened(
    teams: TeamsTenant, bo, messenger: TeamsMessenger
):
    teams.fail("open", Failure(0))
    with pytest.raises(Unreachable) as raised:
        await messenger.send(teams.id, str(Place(teams.service_url, teams.bot, user=bo.id)), CARD, "d-1")

    assert not raised.value.may_have_arrived
    assert teams.inbox(bo) == []


async def test_a_failure_never_quotes_what_was_sent(teams: TeamsTenant, bo, messenger: TeamsMessenger):
    teams.fail("post", Failure(400, "BadSyntax"))
    with pytest.raises(Refused) as raised:
        await messenger.send(teams.id, address(bo), CARD, "d-1")

    assert "SECRET" not in f"{raised.value!r} {raised.value.__cause__!r}".upper()


async def test_a_service_that_does_not_answer_is_out_of_reach(teams: TeamsTenant, bo, messenger: TeamsMessenger):
    nowhere = str(Place("http://127.0.0.1:9/", teams.bot, bo.chat, bo.id))
    with pytest.raises(Unreachable) as raised:
        await messenger.send(teams.id, nowhere, CARD, "d-1")

    assert not raised.value.may_have_arrived


@pytest.mark.parametrize(
    "service",
    [
        "no address",
        "https://evil.example/",
        "https://smba.trafficmanager.net.evil.example/uk/",
        "https://smba.trafficmanager.net@evil.example/uk/",
        "http://smba.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net:8443/uk/",
        "http://127.0.0.1:9/",
    ],
)
async def test_nothing_is_posted_and_no_token_shown_to_a_foreign_host(teams: TeamsTenant, bo, service: str):
    credentials = Credentials("first")
    client = TeamsClient(Registration(teams.app_id, "secret", teams.id), credentials=credentials)
    with pytest.raises(Refused) as refused:
        await TeamsMessenger(client).send(teams.id, str(Place(service, teams.bot, bo.chat)), CARD, "d-1")
    await client.close()

    assert refused.value.reason == "foreign_service"
    assert credentials.tokens == ["first"]


@pytest.mark.parametrize(
    "service",
    [
        "https://smba.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net/amer/",
        "https://SMBA.trafficmanager.net:443/teams",
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://smba.infra.gov.teams.microsoft.us/teams",
        "https://smba.infra.dod.teams.microsoft.us/teams",
    ],
)
def test_microsofts_own_services_are_spoken_with(service: str):
    assert is_microsofts(service)


# --- the bot's token ------------------------------------------------------------------------------------------


class Credentials:
    """Grants tokens in turn, or says what Microsoft refuses."""

    app: object = "what was granted before"

    def __init__(self, *tokens: str) -> None:
        self.tokens = list(tokens)

    def get_access_token(self) -> str:
        """The next token."""
        if not self.tokens:
            raise PermissionError("AADSTS7000215: Invalid client secret provided")
        return self.tokens.pop(0)


def signing(teams: TeamsTenant, credentials: Credentials) -> TeamsClient:
    """A registered bot's client, at a tenant on this machine."""
    registration = Registration(teams.app_id, "secret", teams.id)
    return TeamsClient(registration, credentials=credentials, is_service=is_on_this_machine)


async def test_a_token_is_renewed_before_it_ends():
    now = 1_000.0
    token = Token(Credentials("first", "second"), lambda: now)
    assert [await token.get(), await token.get()] == ["first", "first"]
    now += KEEP_TOKEN_S - 1
    assert await token.get() == "first"
    now += 1
    assert await token.get() == "second"


async def test_a_token_that_is_refused_is_renewed_once_and_the_message_arrives(teams: TeamsTenant, bo):
    teams.token = "second"
    credentials = Credentials("first", "second", "third")
    client = signing(teams, credentials)
    await TeamsMessenger(client).send(teams.id, address(bo), CARD, "d-1")
    assert (len(teams.inbox(bo)), credentials.tokens, credentials.app) == (1, ["third"], None)

    teams.token = "none that is granted"
    with pytest.raises(Unreachable) as refused:
        await TeamsMessenger(client).send(teams.id, address(bo), CARD, "d-2")
    await client.close()
    assert (refused.value.reason, credentials.tokens) == ("Unauthorized", [])


async def test_one_token_serves_many_messages_at_once(teams: TeamsTenant, bo):
    teams.token = "first"
    client = signing(teams, Credentials("first"))
    messenger = TeamsMessenger(client)
    await asyncio.gather(*[messenger.send(teams.id, address(bo), CARD, f"d-{n}") for n in range(20)])
    await client.close()

    assert len(teams.inbox(bo)) == 20


async def test_a_secret_that_microsoft_refuses_is_something_to_try_again(teams: TeamsTenant, bo):
    client = signing(teams, Credentials())
    with pytest.raises(Unreachable) as raised:
        await TeamsMessenger(client).send(teams.id, address(bo), CARD, "d-1")
    await client.close()

    assert raised.value.reason == "no_token (PermissionError)"


def test_a_registration_never_shows_its_secret():
    assert "hush" not in repr(Registration("app", "hush", "tenant"))


# --- the directory --------------------------------------------------------------------------------------------


async def test_who_is_behind_an_event(bo, directory: TeamsDirectory):
    assert await directory.profile(origin(bo)) == Profile(bo.aad, bo.email, "Bo Jones", address=address(bo))


async def test_someone_whom_teams_does_not_know_has_no_profile(bo, directory: TeamsDirectory):
    assert await directory.profile(origin(replace(bo, id="29:gone"))) is None


async def test_someone_without_an_email_address_has_no_profile(teams: TeamsTenant, directory: TeamsDirectory):
    guest = teams.add("Guest", "guest#EXT#")

    assert await directory.profile(origin(guest)) is None


@pytest.mark.parametrize(("failure", "kind"), [(Failure(503), Unreachable), (Failure(429), Throttled)])
async def test_nobody_is_a_stranger_because_teams_is_out_of_reach(teams, bo, directory, failure, kind):
    teams.fail("member", failure)
    with pytest.raises(kind):
        await directory.profile(origin(bo))


async def test_nobody_can_be_looked_up_by_email(bo, directory: TeamsDirectory):
    assert await directory.find(bo.email, ()) is None


# --- suggestions ----------------------------------------------------------------------------------------------


async def test_words_to_type_next_are_suggested_in_private_and_no_more_than_teams_shows(teams, bo, messenger):
    asked = Card("Where is it now?", suggestions=("later", "stop", "help", "back"))
    await messenger.send(teams.id, address(bo), asked, "d-1")
    await messenger.send(teams.id, str(Place(teams.service_url, teams.bot, teams.channel("x"))), asked, "d-2")
    (private,), (shared,) = teams.inbox(bo), teams.messages(teams.channel("x"))

    assert private.activity["suggestedActions"] == {
        "to": [bo.id],
        "actions": [{"type": "imBack", "title": word, "value": word} for word in ("later", "stop", "help")],
    }
    assert "suggestedActions" not in shared.activity
