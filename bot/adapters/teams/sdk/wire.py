"""The SDK's connection to the Bot Connector service, over one pool of connections and with one token for all.

The SDK as it comes makes a connector for every message, each of which asks Microsoft for a token of its own, with
blocking calls. Here connectors are kept by address, and requests go through aiohttp.
"""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, Protocol

import aiohttp
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import ConnectorFactory, MicrosoftAppCredentials
from msrest import Configuration
from msrest.pipeline import AsyncHTTPSender, AsyncPipeline, Request, Response
from msrest.pipeline.universal import RawDeserializer
from msrest.universal_http import HTTPClientResponse
from yarl import URL

from bot.adapters.connecting import NEVER_CONNECTED
from bot.adapters.teams.services import IsService
from core.ports import RecipientGone, Refused, SendFailed, Throttled, Unreachable

TIMEOUT_S = 20.0
CONNECT_TIMEOUT_S = 5.0
WAIT_UNLESS_TOLD_S = 5.0
"""Teams does not always say how long to wait."""
KEEP_TOKEN_S = 240.0
"""A token that is handed out is good for another five minutes at least: MSAL renews what expires sooner."""

GONE = frozenset(
    {
        "BotDisabledByUser",
        "BotNotInConversationRoster",
        "ConversationBlockedByUser",
        "ConversationNotFound",
        "ForbiddenOperationException",
        "MessageWritesBlocked",
    }
)
"""Whoever is written to has removed or blocked the bot, or the conversation is no more.

Microsoft, "Status codes from bot conversational APIs" (learn.microsoft.com/microsoftteams/platform/bots/how-to/
conversations/conversation-messages) and "Proactive messages", where a blocked bot meets `MessageWritesBlocked` or
`BotDisabledByUser`. Not `BotDisabledByAdmin`, which an administrator undoes for everybody at once.
"""

_MOST_CONNECTORS = 64
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


class NotThere(Refused):
    """What was to be changed or asked about does not exist."""


class Credentials(Protocol):
    """What tokens are asked for with; `app` is where the SDK keeps those it was granted."""

    app: Any

    def get_access_token(self) -> str:
        """A token, which may be one that was granted before; blocks."""
        ...


class Wire(ConnectorFactory):
    """Makes connectors to the Bot Connector service; what it refuses is raised as one of `SendFailed`."""

    def __init__(
        self, credentials: Credentials | None, is_service: IsService, timeout_s: float = TIMEOUT_S
    ) -> None:
        self._sender = _Sender(credentials, timeout_s)
        self._is_service = is_service
        self._connectors: dict[str, ConnectorClient] = {}

    async def create(self, service_url: str, audience: str | None = None) -> ConnectorClient:
        """The connector to the service at an address; raises `Refused` for one that is not Microsoft's."""
        if not self._is_service(service_url):
            raise Refused("foreign_service")
        connector = self._connectors.get(service_url)
        if connector is None:
            if len(self._connectors) >= _MOST_CONNECTORS:
                self._connectors.clear()
            # The sender signs, so the SDK is given nothing to sign with.
            nothing = MicrosoftAppCredentials.empty()
            connector = ConnectorClient(nothing, base_url=service_url, pipeline_type=self._pipeline)
            self._connectors[service_url] = connector
        return connector

    async def check_credentials(self) -> None:
        """Ask for a token; raises `Unreachable` when none is granted."""
        if self._sender.token is not None:
            await self._sender.token.get()

    async def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self._sender.close()

    def _pipeline(self, settings: Configuration) -> AsyncPipeline:
        return AsyncPipeline([settings.user_agent_policy, RawDeserializer()], self._sender)


# --- requests -------------------------------------------------------------------------------------------------


class Token:
    """The bot's token and until when it is used; asked for in a thread, since the SDK's way to it blocks."""

    def __init__(self, credentials: Credentials, now: Callable[[], float] = monotonic) -> None:
        self._credentials = credentials
        self._now = now
        self._text = ""
        self._until = 0.0
        self._asking = asyncio.Lock()

    async def get(self, instead_of: str = "") -> str:
        """The token; a new one when it nears its end, or is the one that was refused (`instead_of`).

        Raises `Unreachable` when Microsoft grants none.
        """
        async with self._asking:
            now = self._now()
            if self._text and self._text == instead_of:
                # Else the SDK hands out again what it was granted before.
                self._credentials.app = None
                self._until = now
            if not self._text or now >= self._until:
                try:
                    self._text = await asyncio.to_thread(self._credentials.get_access_token)
                except Exception as error:  # the SDK raises whatever it met on the way
                    raise Unreachable(f"no_token ({type(error).__name__})", may_have_arrived=False) from error
                self._until = now + KEEP_TOKEN_S
            return self._text


class _Sender(AsyncHTTPSender):
    """Signs the SDK's requests and sends them through aiohttp; an answer that is no success is raised."""

    def __init__(self, credentials: Credentials | None, timeout_s: float) -> None:
        self.token = Token(credentials) if credentials is not None else None
        self._timeout = aiohttp.ClientTimeout(total=timeout_s, sock_connect=CONNECT_TIMEOUT_S)
        self._session: aiohttp.ClientSession | None = None

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def send(self, request: Request, **_: Any) -> Response:
        sent = request.http_request
        token = await self.token.get() if self.token is not None else ""
        answer, body = await self._sent(sent, token)
        if answer.status == 401 and self.token is not None:
            # Nothing was done yet, and a token may have been withdrawn before its time: once with a new one.
            answer, body = await self._sent(sent, await self.token.get(instead_of=token))
        if answer.status >= 300:
            raise _failure(answer, body)
        return Response(request, _Answer(sent, answer, body))

    async def _sent(self, sent: Any, token: str) -> tuple[aiohttp.ClientResponse, bytes]:
        if token:
            sent.headers["Authorization"] = f"Bearer {token}"
        try:
            async with self._open().request(
                sent.method,
                URL(sent.url, encoded=True),
                headers=sent.headers,
                data=sent.data,
                allow_redirects=False,
            ) as answer:
                return answer, await answer.read()
        except NEVER_CONNECTED as error:
            raise Unreachable(type(error).__name__, may_have_arrived=False) from error
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise Unreachable(type(error).__name__) from error

    async def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _open(self) -> aiohttp.ClientSession:
        # Made at the first call, since a pool of connections belongs to the running event loop.
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        return self._session


class _Answer(HTTPClientResponse):
    """An answer as the SDK reads it."""

    def __init__(self, request: Any, answer: aiohttp.ClientResponse, body: bytes) -> None:
        super().__init__(request, answer)
        self.status_code = answer.status
        self.headers = answer.headers
        self.reason = answer.reason
        self._body = body

    def body(self) -> bytes:
        return self._body


def _failure(answer: aiohttp.ClientResponse, body: bytes) -> SendFailed:
    """What a refusal means. Of its text only the code is kept: the message may quote what was sent."""
    code = _code(answer.status, body)
    match answer.status:
        case 429:
            return Throttled(_seconds(answer.headers))
        case 403 | 404 if code in GONE:
            return RecipientGone(code)
        case 404:
            return NotThere(code)
        # Microsoft: "Optimize your bot with rate limiting in Teams" names 412 among those to try again. A token
        # that is not taken is a setting to be put right, after which waiting messages are still wanted.
        case 401 | 408 | 412:
            return Unreachable(code, may_have_arrived=False)
        # The service's own word that it failed, after which it asks to be tried again.
        case status if status >= 500:
            return Unreachable(code, may_have_arrived=False)
        case _:
            return Refused(code)


def _code(status: int, body: bytes) -> str:
    """The code of a refusal; the more telling one where there are two."""
    try:
        told = json.loads(body)
        error = told.get("error", told)
        code = error.get("subCode") or told.get("subCode") or error["code"]
    except (AttributeError, LookupError, TypeError, ValueError):
        return f"http_{status}"
    return code if isinstance(code, str) and _CODE.fullmatch(code) else f"http_{status}"


def _seconds(headers: Mapping[str, str]) -> float:
    told = headers.get("Retry-After", "")
    return float(told) if told.isdigit() else WAIT_UNLESS_TOLD_S
