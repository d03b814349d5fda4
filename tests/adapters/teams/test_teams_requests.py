"""Who may send activities, and what becomes of those that are not as they should be."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.teams.client import TeamsClient
from bot.adapters.teams.inbound import MOST_BODY_BYTES, TeamsInbound, register
from bot.adapters.teams.registration import Registration
from bot.adapters.teams.services import is_on_this_machine
from core.chat.card import Card
from core.chat.effect import Reply
from tests.desk import Desk
from tests.teams_api import ISSUER, SIGNING_KEY, TeamsTenant
from tests.teams_people import TeamsUser


class Credentials:
    """Grants the bot a token, as Microsoft does."""

    asked = 0
    app: object = None

    def get_access_token(self) -> str:
        """A token."""
        self.asked += 1
        return f"token-{self.asked}"


@pytest.fixture
async def signed(teams: TeamsTenant, desk: Desk) -> AsyncIterator[TeamsInbound]:
    """The adapter of a registered bot: everything must be signed, in both directions."""
    teams.token, teams.signs = "token-1", True
    client = TeamsClient(
        Registration(teams.app_id, "secret", teams.id),
        timeout_s=1,
        credentials=Credentials(),
        is_service=is_on_this_machine,
    )
    serving = TeamsInbound(client=client, reception=desk, keys_url=teams.keys_url)
    app = web.Application()
    register(app, serving)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    teams.connect(f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages", serving.settle)
    yield serving
    await runner.cleanup()
    await client.close()


@pytest.fixture
def bo(teams: TeamsTenant, signed: TeamsInbound) -> TeamsUser:
    """A member of the tenant of a registered bot."""
    return teams.add("Bo Jones")


def refusal(capsys) -> str:
    """Why the only request was turned away, as the log has it; what was in it is nowhere."""
    logged = capsys.readouterr()
    said = logged.out + logged.err
    assert "secret words" not in said and "Amira" not in said
    (line,) = [line for line in said.splitlines() if "teams.turned_away" in line]
    return re.sub(r"\x1b\[[0-9;]*m", "", line).partition("reason=")[2].split()[0]


def body_of(user: TeamsUser) -> bytes:
    return json.dumps(user.tenant.around(user, None) | {"type": "message", "text": "secret words"}).encode()


# --- signatures -----------------------------------------------------------------------------------------------


async def test_a_signed_activity_is_heard_and_answered_with_the_bots_token(teams: TeamsTenant, bo, desk: Desk):
    desk.answer("text", Reply(Card("Hello")))
    delivered = await bo.says("hello")
    await bo.says("and again")

    assert delivered.status == 200
    assert [event.text for event in desk.worked_on] == ["hello", "and again"]
    # One token serves them all.
    assert [message.reads for message in teams.inbox(bo)] == ["Hello", "Hello"]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("", "no_token"),
        ("Bearer", "no_bearer_token"),
        ("Bearer ", "no_bearer_token"),
        ("Bearer x", "no_bearer_token"),
        ("Bearer a.b.c", "no_valid_token"),
        ("Basic dXNlcjpwYXNz", "no_bearer_token"),
        ("Bearer a b", "no_bearer_token"),
        ("nonsense", "no_bearer_token"),
    ],
)
async def test_an_activity_without_a_token_is_refused(teams: TeamsTenant, bo, desk: Desk, capsys, header, reason):
    status, _ = await teams.send(body_of(bo), {"Authorization": header} if header else {})

    assert (status, desk.events) == (401, [])
    assert refusal(capsys) == reason


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"aud": "another-bot"}, "another_audience"),
        ({"iss": "https://evil.example"}, "another_issuer"),
        # What the Emulator and other bots show is none of Teams'.
        ({"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"}, "another_issuer"),
        ({"serviceurl": "https://evil.example/"}, "service_is_not_the_tokens"),
        ({"serviceurl": None}, "service_is_not_the_tokens"),
        ({"exp": datetime(2020, 1, 1, tzinfo=UTC)}, "expired"),
        ({"nbf": datetime.now(UTC) + timedelta(hours=1)}, "not_valid_yet"),
    ],
)
async def test_a_token_for_something_else_is_refused(teams: TeamsTenant, bo, desk: Desk, capsys, claims, reason):
    status, _ = await teams.send(body_of(bo), {"Authorization": teams.signed(**claims)})

    assert (status, desk.events) == (401, [])
    assert refusal(capsys) == reason


@pytest.mark.parametrize("claim", ["exp", "aud", "iss"])
async def test_a_token_that_leaves_out_what_it_must_say_is_refused(teams: TeamsTenant, bo, desk: Desk, claim: str):
    said = jwt.decode(teams.signed().removeprefix("Bearer "), options={"verify_signature": False})
    del said[claim]
    token = jwt.encode(said, SIGNING_KEY, "RS256", headers={"kid": "key-1"})
    status, _ = await teams.send(body_of(bo), {"Authorization": f"Bearer {token}"})

    assert (status, desk.events) == (401, [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"channelData": {"tenant": {"id": "another"}}}, "another_tenant"),
        (
            {
                "channelData": {},
                "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": "another"},
            },
            "another_tenant",
        ),
        ({"channelData": {}, "conversation": {"id": "a:1", "conversationType": "personal"}}, "another_tenant"),
        ({"channelId": "webchat"}, "another_channel"),
    ],
)
async def test_a_signed_activity_of_another_tenant_or_channel_is_refused(bo, desk: Desk, capsys, change, reason):
    delivered = await bo.says("secret words", **change)

    assert (delivered.status, desk.events) == (403, [])
    assert refusal(capsys) == reason


@pytest.mark.parametrize("service", ["https://evil.example/", "https://smba.trafficmanager.net.evil.example/"])
async def test_a_service_at_a_foreign_host_is_refused_even_when_a_token_names_it(
    teams: TeamsTenant, bo, desk: Desk, capsys, service: str
):
    activity = json.loads(body_of(bo)) | {"serviceUrl": service}
    header = teams.signed(serviceurl=service)
    status, _ = await teams.send(json.dumps(activity).encode(), {"Authorization": header})

    assert (status, desk.events) == (403, [])
    assert refusal(capsys) == "foreign_service"


async def test_without_authentication_only_this_machine_is_spoken_with(
    teams: TeamsTenant, amira, desk: Desk, capsys
):
    delivered = await amira.says("secret words", serviceUrl="https://smba.trafficmanager.net/uk/")

    assert (delivered.status, desk.events) == (403, [])
    assert refusal(capsys) == "foreign_service"


@pytest.mark.parametrize(("algorithm", "kid"), [("HS256", "key-1"), ("HS256", "key-2"), ("none", "key-1")])
async def test_a_forged_signature_is_refused(teams: TeamsTenant, bo, desk: Desk, algorithm: str, kid: str):
    claims = {"iss": ISSUER, "aud": teams.app_id, "serviceurl": teams.service_url}
    forged = jwt.encode(claims, None if algorithm == "none" else "k" * 32, algorithm, headers={"kid": kid})
    status, _ = await teams.send(body_of(bo), {"Authorization": f"Bearer {forged}"})

    assert (status, desk.events) == (401, [])


async def test_while_the_keys_cannot_be_had_teams_is_asked_to_send_it_again(teams: TeamsTenant, desk: Desk, bo):
    unreachable = TeamsInbound(
        client=TeamsClient(Registration(teams.app_id, "secret", teams.id), is_service=is_on_this_machine),
        reception=desk,
        keys_url="http://127.0.0.1:9/keys",
    )
    app = web.Application()
    register(app, unreachable)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    teams.connect(f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages")

    assert (await bo.says("hello")).status == 503
    assert desk.events == []
    await runner.cleanup()


# --- shapes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b'{"type": "message"}',
        b'{"type": "message", "conversation": {}, "recipient": {}, "from": {}}',
        b'{"type": "message", "conversation": [], "recipient": 1, "from": "x"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
async def test_what_is_no_activity_is_refused(teams: TeamsTenant, amira, desk: Desk, body: bytes):
    status, _ = await teams.send(body, {})

    assert (status, desk.events) == (400, [])


@pytest.mark.parametrize(
    "change",
    [
        {"serviceUrl": ""},
        {"from": {"id": ""}},
        {"recipient": {"name": "Milepost"}},
        {"id": None},
        {"value": {"milepost": "text"}},
        {"value": {"milepost": {}}},
        {"value": {"milepost": {"kind": "action"}}},
        {"value": {"milepost": {"kind": "form", "name": "check_in", "subject": "c-1", "keys": 5}}},
        {"value": {"milepost": {"kind": "form", "name": [], "subject": "c-1", "keys": []}}},
        {"entities": [{"type": "mention"}]},
    ],
)
async def test_an_activity_of_the_wrong_shape_is_refused(amira, desk: Desk, change):
    delivered = await amira.says("hello", **change)

    assert (delivered.status, desk.events) == (400, [])


async def test_an_activity_too_large_is_refused(teams: TeamsTenant, amira, desk: Desk):
    status, _ = await teams.send(b'"' + b"x" * MOST_BODY_BYTES + b'"', {})

    assert (status, desk.events) == (413, [])


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["text", "value", "entities", "conversation", "channelData", "from", "recipient", "membersAdded", "replyToId"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=st.dictionaries(FIELDS, JSON, max_size=3), kind=st.sampled_from(["message", "conversationUpdate"]))
async def test_whatever_is_sent_is_taken_or_refused_and_never_a_fault(amira, desk: Desk, changes, kind):
    delivered = await amira.sends({"type": kind, **changes})

    assert delivered.status in (200, 400)


# --- order ----------------------------------------------------------------------------------------------------


async def test_an_activity_is_stored_before_it_is_acknowledged(amira, desk: Desk):
    desk.store.clear()
    sending = asyncio.create_task(amira.says("31 of 40"))
    await desk.storing.wait()
    assert not sending.done()
    desk.store.set()

    assert (await sending).status == 200


async def test_an_activity_is_acknowledged_before_it_is_worked_on(teams: TeamsTenant, amira, desk: Desk, inbound):
    desk.work.clear()
    teams.connect(teams.messages_url)

    assert (await amira.says("31 of 40")).status == 200
    assert desk.worked_on == []
    desk.work.set()
    await inbound.settle()
    assert len(desk.worked_on) == 1


async def test_nothing_that_people_wrote_is_logged(teams: TeamsTenant, amira, desk: Desk, capsys, caplog):
    await teams.send(body_of(amira).replace(b'"serviceUrl"', b'"noServiceUrl"'), {})
    desk.unavailable = True
    await amira.says("secret words")

    logged = capsys.readouterr()
    assert "secret words" not in logged.out + logged.err + caplog.text
    assert "malformed" in logged.out
