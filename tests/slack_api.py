"""A Slack workspace on this machine: its Web API, which checks what it is sent as Slack does, and its people.

    async with SlackWorkspace() as slack:
        amira = slack.add("Amira Khan")
        slack.connect(events_url, inbound.settle)
        await amira.command("/team", "overdue")
        assert "Nobody" in slack.inbox(amira)[-1].reads

`slack.another(...)` is a second workspace on the same server, with members and messages of its own.

The bot under test is given `slack.settings`. Assertions are best made on
what people see: `inbox`, `messages`, `home` and `modal`. `refused` holds every call that Slack would have refused
as malformed; the fixture `slack` lets no test end with one.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

import pytest
from aiohttp import ClientError, WSMsgType, web

from bot.adapters.slack.manifest import SCOPES
from tests.slack_checks import METHODS, Invalid, check_arguments, check_message, check_view
from tests.slack_failures import Allowance, Dropped, Failure, Hang, RateLimited, Refusal, ServerError, SlowBody
from tests.slack_files import SharedFiles
from tests.slack_messages import Modal, SlackMessage
from tests.slack_oauth import APP_ID, CLIENT_ID, CLIENT_SECRET, Grants
from tests.slack_people import Delivered, SlackUser, send_signed
from tests.slack_state import BOT_USER, TEAM, Refused, State

_JSON_IN_FORMS = ("blocks", "files", "metadata", "view")
_USES_OF_A_RESPONSE_URL = 5
RESPONSE_URL = "response_url"
"""Stands in `fail` and `called` for the addresses that interactions bring along."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API."""

    method: str
    arguments: Mapping[str, Any]


class SlackWorkspace:
    """One workspace with Milepost installed; `clock` gives the times of messages."""

    app_token = "xapp-loopback"
    signing_secret = "a-signing-secret-of-no-account"
    app_id = APP_ID
    bot_user = BOT_USER
    client_id = CLIENT_ID
    client_secret = CLIENT_SECRET

    def __init__(
        self,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        team: str = TEAM,
        name: str = "Council",
        beside: "SlackWorkspace | None" = None,
        enterprise: str = "",
    ) -> None:
        self.team = team
        self.name = name
        self.enterprise = enterprise
        self.enterprise_wide = False
        self._host = beside or self
        self._tokens: dict[str, SlackWorkspace] = {}
        self._grants = beside._grants if beside else Grants()
        self.token = "xoxb-loopback" if beside is None else f"xoxb-{team}"
        self._host._tokens[self.token] = self
        self.scopes = set(SCOPES)
        """What the bot's token was granted, which each answer says."""
        self.events_url = ""
        self.settle: Callable[[], Awaitable[None]] | None = None
        self.is_patient = False
        """Whether what nobody answers is brought again and again until it is, as Slack does with events."""
        self.calls: list[Call] = []
        self.refused: list[Invalid] = []
        self._state = State(clock, team, name)
        self.files = beside.files if beside else SharedFiles()
        self._numbers = count(1)
        self._failures: dict[str, deque[Failure]] = defaultdict(deque)
        self._allowances: dict[str, Allowance] = {}
        self.mishap: Callable[[str], Failure | None] = lambda _method: None
        """Asked at each call of a method whether it fails, and how; for failures that are not told one by one."""
        self._response_urls: dict[str, tuple[SlackWorkspace, str, str]] = {}
        self._uses: dict[str, int] = defaultdict(int)
        self._changed = asyncio.Event()
        self._stopping = asyncio.Event()
        self._socket: web.WebSocketResponse | None = None
        self.sockets_opened = 0
        self._awaited: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> "SlackWorkspace":
        app = web.Application(client_max_size=20 * 1024 * 1024)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{token}", self._respond)
        app.router.add_post("/upload/{team}/{file}", self._upload)
        app.router.add_get("/files-pri/{file}/{name}", self.files.serve)
        app.router.add_get("/socket", self._serve_socket)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._state.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self.files.base = self._state.base
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stopping.set()
        if self._socket is not None:
            await self._socket.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def another(
        self, team: str, name: str, enterprise: str = "", *, same_members: bool = False
    ) -> "SlackWorkspace":
        """A workspace on the same server, told apart by its token; of an enterprise it may share its members."""
        other = SlackWorkspace(team=team, name=name, beside=self, enterprise=enterprise)
        if same_members:
            other._state = self._state
        other._state.base = self._state.base
        other.refused, other._response_urls, other._uses = self.refused, self._response_urls, self._uses
        other._numbers, other._changed = self._numbers, self._changed
        return other

    # --- being installed and removed ---------------------------------------------------------------------------

    def grant(self, installer: SlackUser, *, enterprise_wide: bool = False, rotates: bool = True) -> str:
        """Agree at Slack's page that Milepost be installed; gives the code that the browser brings back."""
        self.enterprise_wide = enterprise_wide
        return self._grants.code(self, installer.id, enterprise_wide, rotates)

    async def remove(self) -> Delivered:
        """Remove Milepost from the workspace: its tokens are dead, and Slack tells so."""
        self.let_tokens_die("account_inactive")
        await self.tells({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.bot_user]}})
        return await self.tells({"type": "app_uninstalled"})

    def let_tokens_die(self, error: str) -> None:
        """Answer every token of this workspace with `error` from now on."""
        for token, workspace in self._host._tokens.items():
            if workspace is self:
                self._grants.dead[token] = error

    async def tells(self, event: Mapping[str, Any], **envelope: Any) -> Delivered:
        """Let Slack's Events API tell of `event`, which no member did."""
        return await SlackUser(self, "", "", "").tells(event, **envelope)

    # --- the workspace -----------------------------------------------------------------------------------------

    @property
    def settings(self) -> dict[str, str]:
        """What the bot under test is given."""
        return {
            "slack_bot_token": self.token,
            "slack_signing_secret": self.signing_secret,
            "slack_api_url": self.api_url,
        }

    @property
    def api_url(self) -> str:
        """Where the Web API is served."""
        return f"{self._host._state.base}/api/"

    @property
    def has_socket(self) -> bool:
        """Whether the bot has opened a socket, over which everything then goes to it."""
        return self._socket is not None

    def connect(self, events_url: str, settle: Callable[[], Awaitable[None]] | None = None) -> None:
        """Send what people do to `events_url`; `settle` waits until the bot has nothing more to do."""
        self.events_url, self.settle = events_url, settle

    def add(self, name: str, email: str = "") -> SlackUser:
        """A member; the email follows from the name unless it is given."""
        address = email or f"{name.lower().replace(' ', '.')}@council.example"
        user = SlackUser(self, self._state.name("U"), name, address)
        self._state.users[user.id] = user
        return user

    def close_account(self, user: SlackUser) -> None:
        """Deactivate a member."""
        self._state.closed.add(user.id)

    def channel(self, name: str) -> str:
        """A channel that Milepost is a member of; returns its id."""
        channel = self._state.name("C")
        self._state.channels[channel] = name
        return channel

    def inbox(self, user: SlackUser) -> list[SlackMessage]:
        """What Milepost has said to this person, in the direct conversation or for nobody else to see."""
        return [
            message
            for message in self._state.messages
            if message.user == self.bot_user
            and (message.only_for == user.id or (message.channel == user.dm and message.only_for is None))
        ]

    def messages(self, channel: str) -> list[SlackMessage]:
        """What everybody in a conversation sees, whoever said it."""
        return self._state.seen_by_all(channel)

    def home(self, user: SlackUser) -> Modal:
        """The Home tab as this person sees it."""
        return self._state.homes[user.id]

    def modal(self, user: SlackUser) -> Modal:
        """The form this person has open, the topmost one."""
        if not self._state.modals[user.id]:
            raise LookupError(f"{user.name} has no form open")
        return self._state.modals[user.id][-1]

    def open_modals(self, user: SlackUser) -> list[Modal]:
        """All forms this person has open, the topmost one last."""
        return list(self._state.modals[user.id])

    def called(self, method: str) -> list[Mapping[str, Any]]:
        """The arguments of every call of `method`."""
        return [call.arguments for call in self.calls if call.method == method]

    def allow(self, method: str, most: int, in_: timedelta, clock: Callable[[], datetime]) -> None:
        """From now on grant at most so many calls of a method in a time."""
        self._allowances[method] = Allowance(most, in_, clock)

    def fail(self, method: str, *failures: Failure) -> None:
        """Let the next calls of `method` fail, one after the other."""
        self._failures[method].extend(failures)

    def expire_triggers(self) -> None:
        """Let three seconds pass for everything tapped so far."""
        self._state.triggers.clear()

    def delete(self, message: SlackMessage) -> None:
        """Delete a message, as its reader or an administrator may."""
        self._state.messages.remove(message)

    async def until(self, holds: Callable[[], object], within_s: float = 5) -> None:
        """Wait for `holds`, which is asked again after every call; for bots that cannot be told to settle."""
        async with asyncio.timeout(within_s):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    # --- for the people who use it -----------------------------------------------------------------------------

    async def deliver(self, body: bytes, headers: Mapping[str, str] | None = None) -> Delivered:
        """Bring a request to the bot: over the socket it has opened, else signed to its address."""
        socket = self._host._socket
        if socket is None and self.is_patient:
            return await self._brought_until_answered(body, dict(headers or {}))
        if socket is None:
            return await send_signed(self.events_url, self.signing_secret, body, headers)
        kind, payload = _for_the_socket(body)
        envelope = {"envelope_id": f"envelope-{next(self._numbers)}", "type": kind, "payload": payload}
        answer = self._host._awaited[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        await socket.send_json(envelope | {"accepts_response_payload": True})
        answered = (await answer).get("payload")
        return Delivered(200, json.dumps(answered) if answered else "", "application/json", body)

    async def _brought_until_answered(self, body: bytes, headers: dict[str, str]) -> Delivered:
        for number in count():
            again = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_error"} if number else {}
            try:
                delivered = await send_signed(self.events_url, self.signing_secret, body, headers | again)
            except (ClientError, OSError):
                # Nobody is there.
                pass
            else:
                if delivered.status == 200:
                    return delivered
            await asyncio.sleep(0.05)
        raise AssertionError("unreachable")

    def new_trigger(self, user: SlackUser) -> str:
        """A trigger id, which opens one form."""
        trigger = f"{next(self._numbers)}.{user.id}"
        self._state.triggers[trigger] = user.id
        return trigger

    def new_response_url(self, user: SlackUser, channel: str) -> str:
        """An address that takes five answers."""
        token = f"R{next(self._numbers)}"
        self._response_urls[token] = (self, user.id, channel)
        return f"{self._host._state.base}/response/{token}"

    def record_typed(self, user: SlackUser, channel: str, text: str) -> SlackMessage:
        """Keep what somebody typed in the conversation's history."""
        return self._state.post(channel, user.id, text)

    def form_answered(self, user: SlackUser, modal: Modal, answer: Mapping[str, Any]) -> None:
        """Do with an open form what the answer to its submission says."""
        stack = self._state.modals[user.id]
        match answer.get("response_action", "close"):
            case "errors":
                modal.errors = dict(answer["errors"])
                if not modal.errors or not modal.errors.keys() <= modal.state.keys():
                    self.refused.append(Invalid("invalid_errors", f"at {sorted(modal.errors)}"))
            case "update":
                self._check(lambda: check_view(answer["view"], home=False))
                stack[stack.index(modal)] = self._state.shown(answer["view"])
            case "clear":
                stack.clear()
            case _:
                stack.remove(modal)

    # --- what the bot calls ------------------------------------------------------------------------------------

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        addressed = self._tokens.get(token, self)
        return await addressed._called(request, method, token)

    async def _called(self, request: web.Request, method: str, token: str) -> web.StreamResponse:
        arguments = await _arguments(request)
        self.calls.append(Call(method, arguments))
        failure = self._failures[method].popleft() if self._failures[method] else None
        if failure is None and method in self._allowances:
            failure = self._allowances[method].next_call()
        failure = failure or self.mishap(method)
        failed = await self._failed(failure)
        says = {"X-OAuth-Scopes": ",".join(sorted(self.scopes))}
        answer = failed or web.json_response(self._answer(request, method, token, arguments), headers=says)
        if isinstance(failure, Dropped) and request.transport is not None:
            request.transport.close()
        self._changed.set()
        if isinstance(failure, SlowBody):
            await self._begin(request)
        if isinstance(failure, Hang | SlowBody):
            await self._stopping.wait()
        return answer

    async def _begin(self, request: web.Request) -> None:
        begun = web.StreamResponse(headers={"Content-Type": "application/json"})
        await begun.prepare(request)
        await begun.write(b'{"ok": tr')

    async def _failed(self, failure: Failure | None) -> web.Response | None:
        match failure:
            case RateLimited(seconds=seconds):
                answer = {"ok": False, "error": "ratelimited"}
                return web.json_response(answer, status=429, headers={"Retry-After": str(seconds)})
            case ServerError(status=status):
                return web.Response(status=status, text="<html>unwell</html>", content_type="text/html")
            case Refusal(error=error):
                return web.json_response({"ok": False, "error": error})
            case Hang(after=False):
                await self._stopping.wait()
                return web.Response(status=503)
            case Dropped(after=False):
                return web.Response()
            case _:
                return None

    def _answer(
        self, request: web.Request, method: str, token: str, arguments: Mapping[str, Any]
    ) -> dict[str, Any]:
        if token in self._grants.dead:
            return {"ok": False, "error": self._grants.dead[token]}
        is_known = token == self.app_token if method == "apps.connections.open" else token in self._host._tokens
        if not is_known and method != "oauth.v2.access":
            return {"ok": False, "error": "invalid_auth"}
        if method not in METHODS:
            return {"ok": False, "error": "unknown_method"}
        invalid = self._check(lambda: check_arguments(method, arguments))
        if invalid is not None:
            return {"ok": False, "error": invalid.error, "response_metadata": {"messages": [invalid.why]}}
        try:
            if method == "oauth.v2.access":
                return {"ok": True} | self._grants.access(request, arguments, self._tokens)
            if method == "files.info":
                told = self.files.info(arguments)
                return {"ok": True, **told} if told else {"ok": False, "error": "file_not_found"}
            return {"ok": True} | self._state.carry_out(method, arguments)
        except Refused as refused:
            return {"ok": False, "error": refused.error}

    def _check(self, check: Callable[[], None]) -> Invalid | None:
        try:
            check()
        except Invalid as invalid:
            self.refused.append(invalid)
            return invalid
        return None

    async def _respond(self, request: web.Request) -> web.Response:
        token = request.match_info["token"]
        body = await request.json()
        self.calls.append(Call(RESPONSE_URL, body))
        self._uses[token] += 1
        failures = self._failures[RESPONSE_URL]
        failed = await self._failed(failures.popleft() if failures else None)
        if failed is not None or self._uses[token] > _USES_OF_A_RESPONSE_URL:
            return failed or web.json_response({"ok": False, "error": "used_url"}, status=404)
        if self._check(lambda: check_message(body)) is not None:
            return web.json_response({"ok": False, "error": "invalid_blocks"}, status=400)
        workspace, user, channel = self._response_urls[token]
        only_for = user if body.get("response_type", "ephemeral") == "ephemeral" else None
        workspace._state.post(channel, self.bot_user, body["text"], body.get("blocks"), only_for=only_for)
        self._changed.set()
        return web.Response(text="ok")

    async def _upload(self, request: web.Request) -> web.Response:
        team = request.match_info["team"]
        workspace = next(each for each in self._tokens.values() if each.team == team)
        file = workspace._state.uploads[request.match_info["file"]]
        content = await request.read()
        if len(content) != len(file.content):
            return web.Response(status=400, text="not the length that was announced")
        file.content = content
        return web.Response(text=f"OK - {len(content)}")

    async def _serve_socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._socket = socket
        self.sockets_opened += 1
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._changed.set()
        async for received in socket:
            if received.type is WSMsgType.TEXT:
                answer = json.loads(received.data)
                self._awaited.pop(answer["envelope_id"]).set_result(answer)
        if self._socket is socket:
            self._socket = None
        self._changed.set()
        return socket

    async def refresh_socket(self) -> None:
        """Ask the bot to connect anew and drop the connection, as Slack does every few hours."""
        assert self._socket is not None
        await self._socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})
        await self._socket.close()

    async def drop_socket(self) -> None:
        """Lose the connection without a word."""
        assert self._socket is not None
        assert self._socket._req is not None
        transport = self._socket._req.transport
        assert transport is not None
        transport.abort()
        self._socket = None


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return await request.json()
    given: dict[str, Any] = {**request.query, **await request.post()}
    return {name: json.loads(value) if name in _JSON_IN_FORMS else value for name, value in given.items()}


def _for_the_socket(body: bytes) -> tuple[str, dict[str, Any]]:
    """A request's body as Socket Mode sends the same thing."""
    if body.startswith(b"{"):
        return "events_api", json.loads(body)
    form = dict(parse_qsl(body.decode(), keep_blank_values=True))
    return ("interactive", json.loads(form["payload"])) if "payload" in form else ("slash_commands", form)


@pytest.fixture
async def slack() -> AsyncIterator[SlackWorkspace]:
    """A workspace that nobody has joined yet; fails the test if Slack would have refused a call as malformed."""
    async with SlackWorkspace() as workspace:
        yield workspace
        assert workspace.refused == []
