"""A Microsoft 365 tenant on this machine: the Bot Connector service, which checks cards as Teams does, and people.

    async with TeamsTenant() as teams:
        amira = teams.add("Amira Khan")
        teams.connect(messages_url, inbound.settle)
        await amira.says("team")
        assert "Nobody" in teams.inbox(amira)[-1].reads

Assertions are best made on what people see: `inbox` and `messages`. `refused` holds everything that Teams would
not have shown; the fixture `teams` lets no test end with one.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, Self

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.teams_checks import Invalid, check_card
from tests.teams_people import Delivered, TeamsMessage, TeamsUser

_THREAD = ";messageid="
SIGNING_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ISSUER = "https://api.botframework.com"


@dataclass(frozen=True, slots=True)
class Failure:
    """How a call fails: with a status, or by a connection that drops (0); `done` after it was carried out.

    One that is `slow` begins to answer, if it has a status, and never comes to an end.
    """

    status: int
    code: str = ""
    retry_after: str = ""
    done: bool = False
    slow: bool = False


class TeamsTenant:
    """One tenant with Milepost installed."""

    id = "0d7c1c1e-7e2a-4a8b-8a4e-2f6b1d3c5e70"
    app_id = "5f1c7a52-0000-4000-8000-6d696c65706f"
    bot = f"28:{app_id}"

    def __init__(self) -> None:
        self.base = ""
        self.messages_url = ""
        self.settle: Callable[[], Awaitable[None]] | None = None
        self.token = ""
        """What the bot must show when it calls; nothing while it is empty."""
        self.signs = False
        """Whether activities go out signed."""
        self.calls: list[tuple[str, str]] = []
        self.refused: list[str] = []
        self.files: dict[str, bytes] = {}
        """What is handed out at `/files/<name>` to whoever has the address."""
        self.blocked: set[str] = set()
        """People with whom no conversation can be opened."""
        self.mishap: Callable[[str], Failure | None] = lambda _call: None
        """Asked at each call of a kind whether it fails, and how; for failures that are not told one by one."""
        self.refuses: dict[str, Failure] = {}
        """Conversations in which nothing can be posted any more."""
        self._users: dict[str, TeamsUser] = {}
        self._messages: dict[str, TeamsMessage] = {}
        self._failures: dict[str, deque[Failure]] = defaultdict(deque)
        self._numbers = count(1_700_000_000_000)
        self._stopping = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=20 * 1024 * 1024)
        app.router.add_post("/v3/conversations", self._api("open", self._open))
        app.router.add_post("/v3/conversations/{conversation}/activities", self._api("post", self._post))
        app.router.add_put("/v3/conversations/{conversation}/activities/{id}", self._api("change", self._change))
        app.router.add_get("/v3/conversations/{conversation}/members/{user}", self._api("member", self._member))
        app.router.add_get("/files/{name}", self._file)
        app.router.add_get("/keys", self._key_address)
        app.router.add_get("/jwks", self._keys)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stopping.set()
        if self._runner is not None:
            await self._runner.cleanup()

    # --- the tenant --------------------------------------------------------------------------------------------

    @property
    def keys_url(self) -> str:
        """Where the keys are published that activities are signed with."""
        return f"{self.base}/keys"

    @property
    def service_url(self) -> str:
        """The Bot Connector's address, as activities name it."""
        return f"{self.base}/"

    def connect(self, messages_url: str, settle: Callable[[], Awaitable[None]] | None = None) -> None:
        """Send what people do to `messages_url`; `settle` waits until the bot has nothing more to do."""
        self.messages_url, self.settle = messages_url, settle

    def add(self, name: str, email: str = "") -> TeamsUser:
        """A member of the tenant; the email follows from the name unless it is given."""
        number = len(self._users) + 1
        address = email or f"{name.lower().replace(' ', '.')}@council.example"
        user = TeamsUser(self, f"29:1person-{number}", f"aad-{number:04}", name, address)
        self._users[user.id] = user
        return user

    def channel(self, name: str) -> str:
        """A channel of a team that Milepost is installed in; returns its id."""
        return f"19:{name}@thread.tacv2"

    def inbox(self, user: TeamsUser) -> list[TeamsMessage]:
        """What Milepost has said to this person alone."""
        return self.messages(user.chat)

    def messages(self, conversation: str) -> list[TeamsMessage]:
        """What Milepost has said in a conversation, its threads included, as it stands now."""
        return [
            each for each in self._messages.values() if each.conversation.partition(_THREAD)[0] == conversation
        ]

    def fail(self, call: str, *failures: Failure) -> None:
        """Let the next calls of a kind (open, post, change, member) fail, one after the other."""
        self._failures[call].extend(failures)

    def delete(self, message: TeamsMessage) -> None:
        """Delete a message."""
        del self._messages[message.id]

    def called(self, call: str) -> int:
        """How often a kind of call was made."""
        return sum(1 for kind, _ in self.calls if kind == call)

    # --- for the people who use it -----------------------------------------------------------------------------

    def around(self, user: TeamsUser, channel: str | None) -> dict[str, Any]:
        """What Teams puts around everything that someone does."""
        message = str(next(self._numbers))
        tenant = {"tenant": {"id": self.id}}
        common = {
            "id": message,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "timestamp": "2026-11-23T10:00:00.000Z",
            "from": user.account,
            "recipient": {"id": self.bot, "name": "Milepost"},
            "locale": "en-GB",
        }
        if channel is None:
            conversation = {"conversationType": "personal", "tenantId": self.id, "id": user.chat}
            return common | {"conversation": conversation, "channelData": tenant}
        conversation = {
            "isGroup": True,
            "conversationType": "channel",
            "tenantId": self.id,
            "id": f"{channel}{_THREAD}{message}",
        }
        places = {"channel": {"id": channel}, "team": {"id": "19:team@thread.tacv2"}}
        return common | {"conversation": conversation, "channelData": tenant | places}

    def signed(self, **claims: Any) -> str:
        """The value of the header that goes with an activity; `claims` change what it says."""
        now = datetime.now(UTC)
        said = {
            "iss": ISSUER,
            "aud": self.app_id,
            "serviceurl": self.service_url,
            "nbf": now - timedelta(minutes=1),
            "exp": now + timedelta(hours=1),
        }
        said = {key: value for key, value in (said | claims).items() if value is not None}
        token = jwt.encode(said, SIGNING_KEY, "RS256", headers={"kid": "key-1"})
        return f"Bearer {token}"

    async def deliver(self, activity: dict[str, Any]) -> Delivered:
        """Bring an activity to the bot."""
        headers = {"Authorization": self.signed()} if self.signs else {}
        status, body = await self.send(json.dumps(activity).encode(), headers)
        if self.settle is not None:
            await self.settle()
        return Delivered(status, body, activity)

    async def send(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Bring any request to the bot; status and body of its answer."""
        headers = {"Content-Type": "application/json; charset=utf-8", **headers}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.messages_url, data=body, headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    # --- the Bot Connector service -----------------------------------------------------------------------------

    def _api(
        self, call: str, handler: Callable[[web.Request], Awaitable[web.Response]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            self.calls.append((call, request.match_info.get("conversation", "")))
            if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
                return _refusal(401, "Unauthorized")
            failure = self._failures[call].popleft() if self._failures[call] else None
            failure = failure or self.refuses.get(request.match_info.get("conversation", "")) or self.mishap(call)
            if failure is None or failure.done:
                answer = await handler(request)
            if failure is None:
                return answer
            if failure.slow:
                return await self._never_ended(request, failure)
            if failure.status == 0:
                assert request.transport is not None
                request.transport.close()
                return web.Response()
            headers = {"Retry-After": failure.retry_after} if failure.retry_after else {}
            return _refusal(failure.status, failure.code, headers)

        return handle

    async def _never_ended(self, request: web.Request, failure: Failure) -> web.StreamResponse:
        begun = web.StreamResponse(status=failure.status or 200, headers={"Content-Type": "application/json"})
        if failure.status:
            await begun.prepare(request)
            await begun.write(b'{"id": "17')
        await self._stopping.wait()
        return begun

    async def _open(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if asked["bot"]["id"] != self.bot or asked["channelData"]["tenant"]["id"] != self.id:
            return _refusal(400, "BadArgument")
        user = self._users.get(asked["members"][0]["id"])
        if user is None or user.id in self.blocked:
            return _refusal(403, "MessageWritesBlocked")
        return web.json_response({"id": user.chat}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        activity = await self._checked(request)
        if activity is None:
            return _refusal(400, "BadSyntax")
        message = str(next(self._numbers))
        self._messages[message] = TeamsMessage(message, request.match_info["conversation"], activity)
        return web.json_response({"id": message}, status=201)

    async def _change(self, request: web.Request) -> web.Response:
        activity = await self._checked(request)
        message = self._messages.get(request.match_info["id"])
        if activity is None:
            return _refusal(400, "BadSyntax")
        if message is None or message.conversation != request.match_info["conversation"]:
            return _refusal(404, "ActivityNotFoundInConversation")
        message.activity = activity
        message.edited += 1
        return web.json_response({"id": message.id})

    async def _member(self, request: web.Request) -> web.Response:
        # Teams knows people by their directory's id as well; the Agents Playground does not.
        user = self._users.get(request.match_info["user"])
        if user is None:
            return _refusal(404, "MemberNotFoundInConversation")
        known = {"tenantId": self.id, "objectId": user.aad, "email": user.email, "userPrincipalName": user.email}
        return web.json_response(user.account | known)

    async def _checked(self, request: web.Request) -> dict[str, Any] | None:
        activity = await request.json()
        try:
            _check_message(activity, self.bot)
        except Invalid as invalid:
            self.refused.append(str(invalid))
            return None
        return activity

    async def _file(self, request: web.Request) -> web.Response:
        self.calls.append(("file", ""))
        content = self.files.get(request.match_info["name"])
        return web.Response(status=403) if content is None else web.Response(body=content)

    async def _key_address(self, _: web.Request) -> web.Response:
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.base}/jwks"})

    async def _keys(self, _: web.Request) -> web.Response:
        key = json.loads(RSAAlgorithm.to_jwk(SIGNING_KEY.public_key()))
        return web.json_response({"keys": [key | {"kid": "key-1", "endorsements": ["msteams"]}]})


def _check_message(activity: dict[str, Any], bot: str) -> None:
    if activity.get("type") != "message" or activity.get("from", {}).get("id") != bot:
        raise Invalid("no message of the bot")
    cards = activity.get("attachments", [])
    if not (cards or activity.get("text")):
        raise Invalid("a message that says nothing")
    for card in cards:
        if card["contentType"] != "application/vnd.microsoft.card.adaptive":
            raise Invalid(f"an attachment of type {card['contentType']}")
        check_card(card["content"])
        if not activity.get("summary"):
            raise Invalid("a card that notifications cannot tell")


def _refusal(status: int, code: str, headers: dict[str, str] | None = None) -> web.Response:
    # Microsoft's messages may quote what was sent.
    error = {"error": {"code": code, "message": "Unknown: SECRET WORDS"}} if code else {}
    return web.json_response(error, status=status, headers=headers)


@pytest.fixture
async def teams() -> AsyncIterator[TeamsTenant]:
    """A tenant; a test in which Teams would have refused something fails."""
    async with TeamsTenant() as tenant:
        yield tenant
        assert tenant.refused == []
