"""Slack's Web API: calls with a workspace's token over one pool of connections, messages and the directory."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.connecting import NEVER_CONNECTED
from bot.adapters.slack.quiet import SDK_LOG
from bot.adapters.slack.render import message
from bot.adapters.streaming import read_file
from bot.adapters.text import clean, cut
from core.chat.card import Card, Chart
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform
from core.ports import CannotTell, FileTrouble, NoContent, Profile, Refused, SendFailed, Throttled, Unreachable

SLACK_API_URL = "https://slack.com/api/"

DELIVERY = "milepost_delivery"
"""The type of the metadata that carries a delivery's id."""

PICTURE_NAME = "chart.png"

TIMEOUT_S = 20.0
CONNECT_TIMEOUT_S = 5.0
WAIT_UNLESS_TOLD_S = 30.0
"""Slack always says how long to wait; a proxy between may not."""

_PASSING = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
_THROTTLING = frozenset({"message_limit_exceeded", "rate_limited", "ratelimited"})
_TOKEN_REFUSED = frozenset({"account_inactive", "invalid_auth", "token_expired", "token_revoked"})
_CLOCK_SKEW = timedelta(minutes=2)
_HISTORY_PAGE = 100
_MOST_PAGES = 10
_ALT_TEXT_CHARACTERS = 1_000

_log = structlog.get_logger()


TokenRefused = Callable[[str], Awaitable[None]]
"""Is told why Slack takes a token no longer; may raise a `SendFailed` that says more."""


class Connections:
    """A pool of connections, opened at the first call and again after it was closed; shared by several tokens."""

    def __init__(self, timeout_s: float) -> None:
        self._timeout = aiohttp.ClientTimeout(total=timeout_s, sock_connect=CONNECT_TIMEOUT_S)
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """The pool, of the running event loop."""
        if self._session is None:
            # A bot's token says who calls; cookies would only be looked up for each call.
            self._session = aiohttp.ClientSession(timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        """Close it."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()


@dataclass(frozen=True, slots=True)
class Identity:
    """What Slack says of a token: the workspace's name, the scopes it was granted (None where it does not say)."""

    workspace: str
    scopes: frozenset[str] | None
    date: str
    """Slack's own time, as its answer's header has it."""


class SlackClient:
    """Calls the Web API with a bot's token; every failure is one of `SendFailed`.

    Calls are not repeated here: after a lost connection nobody knows whether the call was carried out, and whoever
    called decides what that means.
    """

    def __init__(
        self,
        token: str,
        api_url: str = SLACK_API_URL,
        timeout_s: float = TIMEOUT_S,
        *,
        connections: Connections | None = None,
        token_refused: TokenRefused | None = None,
    ) -> None:
        self.token = token
        self._api_url = api_url
        self._connections = connections or Connections(timeout_s)
        self._token_refused = token_refused
        self._web: AsyncWebClient | None = None

    @property
    def api_url(self) -> str:
        """Where the Web API is."""
        return self._api_url

    async def of(self, workspace: str) -> "SlackClient":
        """Itself: its token belongs to the only workspace there is."""
        return self

    def among(self, workspaces: Collection[str]) -> Sequence[str]:
        """The only workspace there is, which need not be known by its id yet."""
        return ("",)

    def bearing(self, token: str, token_refused: TokenRefused) -> "SlackClient":
        """A client with another token over the same connections, which tells when Slack takes it no longer."""
        return SlackClient(token, self.api_url, connections=self._connections, token_refused=token_refused)

    async def call(self, method: str, /, **arguments: Any) -> Mapping[str, Any]:
        """Call `method` with JSON arguments and return what it answers."""
        return await self._answered(self._client().api_call(method, json=arguments))

    async def read(self, method: str, /, **arguments: Any) -> Mapping[str, Any]:
        """Call a `method` that takes its arguments in the address, as those that read do."""
        return await self._answered(self._client().api_call(method, http_verb="GET", params=arguments))

    async def identify(self) -> "Identity":
        """Whose the token is and what it may do (`auth.test`)."""
        response = await _or_send_failed(self._client().api_call("auth.test"))
        granted = response.headers.get("x-oauth-scopes")
        return Identity(
            workspace=str(response.data.get("team", "")),
            scopes=frozenset(each.strip() for each in granted.split(",")) if granted is not None else None,
            date=response.headers.get("date", ""),
        )

    async def upload(self, channel: str, thread: str, filename: str, content: bytes, title: str, alt: str) -> None:
        """Share a file as an answer to a message; `alt` says what a picture shows."""
        await self._answered(
            self._client().files_upload_v2(
                channel=channel, thread_ts=thread, filename=filename, content=content, title=title, alt_txt=alt
            )
        )

    async def respond(self, response_url: str, body: Mapping[str, Any]) -> None:
        """Answer an interaction at the address it brought; Slack takes five answers within 30 minutes."""
        session = self._connections.session()
        try:
            # The SDK's webhook client adds logs of what people wrote, and a tenth of an answer's time.
            async with session.post(response_url, json=body) as answer:
                await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(type(error).__name__) from error
        if answer.status != 200:
            raise _failure(answer.status, answer.headers, f"response_url_{answer.status}")

    async def download(self, address: str, most_bytes: int) -> bytes:
        """A file's content from Slack's own `address`, which is the caller's to check; raises `NoContent`.

        Redirects lead away from where the token may be shown, so none is followed.
        """
        session = self._connections.session()
        headers = {"Authorization": f"Bearer {self.token}"}
        try:
            async with session.get(address, headers=headers, allow_redirects=False) as answer:
                if answer.content_type == "text/html":
                    # Slack's page to sign in at, which it shows instead where the scope is missing.
                    raise NoContent(FileTrouble.EXPIRED)
                return await read_file(answer, most_bytes)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(type(error).__name__) from error

    async def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        self._web = None
        await self._connections.close()

    async def _answered(self, call: Awaitable[Any]) -> Mapping[str, Any]:
        try:
            answered: Mapping[str, Any] = (await _or_send_failed(call)).data
            return answered
        except Refused as refused:
            if self._token_refused is not None and refused.reason in _TOKEN_REFUSED:
                await self._token_refused(refused.reason)
            raise

    def _client(self) -> AsyncWebClient:
        # Made at the first call, since a pool of connections belongs to the running event loop.
        session = self._connections.session()
        if self._web is None or self._web.session is not session:
            self._web = AsyncWebClient(
                self.token, base_url=self.api_url, session=session, logger=SDK_LOG, retry_handlers=[]
            )
        return self._web


async def _or_send_failed(call: Any) -> Any:
    try:
        return await call
    except SlackApiError as error:
        raise refusal_of(error) from error
    except NEVER_CONNECTED as error:
        raise Unreachable(type(error).__name__, may_have_arrived=False) from error
    except (TimeoutError, SlackClientError, aiohttp.ClientError, OSError) as error:
        raise Unreachable(type(error).__name__) from error


def refusal_of(error: SlackApiError) -> SendFailed:
    """What a call's failure means for whoever called."""
    response = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", 0)
    data = getattr(response, "data", None)
    code = data.get("error", "") if isinstance(data, Mapping) else ""
    return _failure(status, response.headers, code or f"http_{status}")


def _failure(status: int, headers: Mapping[str, str], code: str) -> SendFailed:
    if status == 429 or code in _THROTTLING:
        return Throttled(_seconds(headers))
    if status >= 500 or code in _PASSING:
        return Unreachable(code)
    return Refused(code)


def _seconds(headers: Mapping[str, str]) -> float:
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return float(told) if told.isdigit() else WAIT_UNLESS_TOLD_S


class Workspaces(Protocol):
    """Clients by workspace. A `SlackClient` is one itself, for the single workspace its token belongs to."""

    @property
    def api_url(self) -> str: ...

    async def of(self, workspace: str) -> SlackClient:
        """The client that speaks there; raises `NotInstalled` and, while that cannot be told, `Unreachable`."""
        ...

    def among(self, workspaces: Collection[str]) -> Sequence[str]:
        """Those of an organisation's workspaces in which people are looked up."""
        ...

    async def close(self) -> None: ...


class SlackMessenger:
    """Posts cards and changes them in place; `core.ports.Messenger` for Slack.

    An address is a person's user id, to which Slack opens the direct conversation by itself, or a channel's id.
    """

    platform = Platform.SLACK
    shows_pictures_inline = False

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        """Post `card` with the delivery's id in the message's metadata."""
        metadata = {"event_type": DELIVERY, "event_payload": {"delivery_id": delivery_id}}
        client = await self._workspaces.of(workspace)
        posted = await client.call(
            "chat.postMessage",
            channel=address,
            metadata=metadata,
            unfurl_links=False,
            unfurl_media=False,
            **message(card),
        )
        return Posted(Platform.SLACK, workspace, posted["channel"], posted["ts"])

    async def update(self, posted: Posted, card: Card) -> None:
        """Change a message in place; the metadata it was posted with stays."""
        client = await self._workspaces.of(posted.workspace)
        try:
            await client.call("chat.update", channel=posted.conversation, ts=posted.message, **message(card))
        except Refused as refused:
            if refused.reason != "message_not_found":
                raise

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        """Add a drawn chart in the message's thread, with its alt text."""
        client = await self._workspaces.of(posted.workspace)
        await client.upload(
            channel=posted.conversation,
            thread=posted.message,
            filename=PICTURE_NAME,
            content=png,
            title=clean(chart.title),
            alt=cut(clean(chart.alt), _ALT_TEXT_CHARACTERS),
        )

    async def find(self, workspace: str, address: str, delivery_id: str, since: datetime) -> Posted | None:
        """Look through what the conversation has had since then for a message that carries `delivery_id`."""
        client = await self._workspaces.of(workspace)
        try:
            channel = await _conversation(client, address)
            ts = await _message_with(client, channel, delivery_id, since - _CLOCK_SKEW)
        except Refused as refused:
            raise CannotTell(refused.reason) from refused
        return Posted(Platform.SLACK, workspace, channel, ts) if ts else None


async def _conversation(client: SlackClient, address: str) -> str:
    if address[:1] not in ("U", "W"):
        return address
    opened = await client.call("conversations.open", users=address)
    return str(opened["channel"]["id"])


async def _message_with(client: SlackClient, channel: str, delivery_id: str, since: datetime) -> str | None:
    arguments = {"channel": channel, "oldest": f"{since.timestamp():.6f}", "limit": str(_HISTORY_PAGE)}
    for _ in range(_MOST_PAGES):
        page = await client.read("conversations.history", include_all_metadata="true", **arguments)
        for each in page["messages"]:
            if _delivery_of(each) == delivery_id:
                return str(each["ts"])
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return None
        arguments["cursor"] = cursor
    raise CannotTell("history_too_long")


def _delivery_of(posted: Mapping[str, Any]) -> str | None:
    metadata = posted.get("metadata") or {}
    if metadata.get("event_type") != DELIVERY:
        return None
    return (metadata.get("event_payload") or {}).get("delivery_id")


class SlackDirectory:
    """The workspaces' members; `core.ports.Directory` for Slack. Needs `users:read` and `users:read.email`."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def profile(self, origin: Origin) -> Profile | None:
        """Who is behind an event; None for bots, guests without an address and closed accounts.

        Raises `Throttled` and `Unreachable`, so that nobody is taken for a stranger because Slack is out of reach.
        """
        try:
            return await profile_of(await self._workspaces.of(origin.workspace), origin.user)
        except Refused as refused:
            _log.warning("slack.profile_refused", reason=refused.reason)
            return None

    async def find(self, email: str, workspaces: Collection[str]) -> Account | None:
        """The account with this work email; None when there is none or Slack cannot be asked."""
        for workspace in self._workspaces.among(workspaces):
            account = await self._find_in(workspace, email)
            if account is not None:
                return account
        return None

    async def _find_in(self, workspace: str, email: str) -> Account | None:
        try:
            client = await self._workspaces.of(workspace)
            answer = await client.read("users.lookupByEmail", email=email)
        except SendFailed as failed:
            if failed.reason != "users_not_found":
                _log.warning("slack.lookup_failed", reason=failed.reason)
            return None
        user = answer["user"]
        if user.get("deleted"):
            return None
        return Account(Platform.SLACK, workspace or user["team_id"], user["id"], person_id="", address=user["id"])


async def profile_of(client: SlackClient, user_id: str) -> Profile | None:
    """What a workspace's directory says of a member, None as in `SlackDirectory`; raises `SendFailed`."""
    user = (await client.read("users.info", user=user_id))["user"]
    email = (user.get("profile") or {}).get("email")
    if not email or user.get("deleted") or user.get("is_bot"):
        return None
    name = user["profile"].get("real_name") or ""
    return Profile(user["id"], email, name, address=user["id"], timezone=user.get("tz") or "")
