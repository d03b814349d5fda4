"""Bot Framework's connection to Teams, over one pool of connections and with one token for all of them.

The SDK as it comes makes a connector for every message, each of which asks Microsoft for a token of its own, with
blocking calls. Here connectors are kept by address, and requests go through aiohttp.
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import aiohttp
from botbuilder.integration.aiohttp import ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    AuthenticateRequestResult,
    ClaimsIdentity,
    ConnectorFactory,
    MicrosoftAppCredentials,
)
from botframework.connector.auth.app_credentials import AppCredentials
from msrest import Configuration
from msrest.pipeline import AsyncHTTPSender, AsyncPipeline, Request, Response
from msrest.pipeline.universal import RawDeserializer
from msrest.universal_http import HTTPClientResponse
from yarl import URL

from core.ports import Refused, SendFailed, Throttled, Unreachable

TIMEOUT_S = 20.0
CONNECT_TIMEOUT_S = 5.0
WAIT_UNLESS_TOLD_S = 5.0
"""Teams does not always say how long to wait."""
KEEP_TOKEN_S = 240.0
"""A token that is handed out is good for another five minutes at least."""

_MOST_CONNECTORS = 64
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


class Gone(Refused):
    """What was to be changed or asked about does not exist."""


@dataclass(frozen=True, slots=True)
class Registration:
    """The bot's registration with Microsoft: a single-tenant Azure Bot."""

    app_id: str
    password: str = field(repr=False)
    tenant_id: str


class Wire(ConnectorFactory):
    """Makes connectors to the Bot Connector service; what it refuses is raised as one of `SendFailed`."""

    def __init__(self, credentials: AppCredentials | None, timeout_s: float = TIMEOUT_S) -> None:
        self._sender = _Sender(credentials, timeout_s)
        self._connectors: dict[str, ConnectorClient] = {}

    async def create(self, service_url: str, audience: str | None = None) -> ConnectorClient:
        """The connector to the service at an address."""
        connector = self._connectors.get(service_url)
        if connector is None:
            if len(self._connectors) >= _MOST_CONNECTORS:
                self._connectors.clear()
            # The sender signs, so the SDK is given nothing to sign with.
            nothing = MicrosoftAppCredentials.empty()
            connector = ConnectorClient(nothing, base_url=service_url, pipeline_type=self._pipeline)
            self._connectors[service_url] = connector
        return connector

    async def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self._sender.close()

    def _pipeline(self, settings: Configuration) -> AsyncPipeline:
        return AsyncPipeline([settings.user_agent_policy, RawDeserializer()], self._sender)


class SharedAuthentication(ConfigurationBotFrameworkAuthentication):
    """The SDK's authentication of requests, with our connectors in the place of its own."""

    def __init__(self, configuration: object, wire: Wire) -> None:
        super().__init__(configuration)
        self._wire = wire

    async def authenticate_request(self, activity: Activity, auth_header: str | None) -> AuthenticateRequestResult:
        """Who sent `activity`; raises `PermissionError`."""
        result = await super().authenticate_request(activity, auth_header)
        result.connector_factory = self._wire
        return result

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """What connectors are made with."""
        return self._wire

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: nobody signs in to anything through Milepost."""


def configuration(registration: Registration | None) -> object:
    """What the SDK reads its settings from; without a registration it asks for no authentication."""
    if registration is None:
        return type("Anonymous", (), {"APP_TYPE": "MultiTenant", "APP_ID": "", "APP_PASSWORD": ""})()
    return type(
        "SingleTenant",
        (),
        {
            "APP_TYPE": "SingleTenant",
            "APP_ID": registration.app_id,
            "APP_PASSWORD": registration.password,
            "APP_TENANTID": registration.tenant_id,
        },
    )()


def credentials_of(registration: Registration | None) -> AppCredentials | None:
    """What tokens are asked for with."""
    if registration is None:
        return None
    return MicrosoftAppCredentials(registration.app_id, registration.password, registration.tenant_id)


# --- requests -------------------------------------------------------------------------------------------------


class _Token:
    """The bot's token and until when it is used; asked for in a thread, since the SDK's way to it blocks."""

    def __init__(self, credentials: AppCredentials) -> None:
        self._credentials = credentials
        self._text = ""
        self._until = 0.0
        self._asking = asyncio.Lock()

    async def get(self) -> str:
        """The token; raises `Unreachable` when Microsoft grants none."""
        async with self._asking:
            now = monotonic()
            if now >= self._until:
                try:
                    self._text = await asyncio.to_thread(self._credentials.get_access_token)
                except Exception as error:  # the SDK raises whatever it met on the way
                    raise Unreachable(f"no_token ({type(error).__name__})") from error
                self._until = now + KEEP_TOKEN_S
            return self._text


class _Sender(AsyncHTTPSender):
    """Signs the SDK's requests and sends them through aiohttp; an answer that is no success is raised."""

    def __init__(self, credentials: AppCredentials | None, timeout_s: float) -> None:
        self._token = _Token(credentials) if credentials is not None else None
        self._timeout = aiohttp.ClientTimeout(total=timeout_s, sock_connect=CONNECT_TIMEOUT_S)
        self._session: aiohttp.ClientSession | None = None

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def send(self, request: Request, **_: Any) -> Response:
        sent = request.http_request
        if self._token is not None:
            sent.headers["Authorization"] = f"Bearer {await self._token.get()}"
        try:
            async with self._open().request(
                sent.method,
                URL(sent.url, encoded=True),
                headers=sent.headers,
                data=sent.data,
                allow_redirects=False,
            ) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise Unreachable(type(error).__name__) from error
        if answer.status >= 300:
            raise await _failure(answer)
        return Response(request, _Answer(sent, answer, body))

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


async def _failure(answer: aiohttp.ClientResponse) -> SendFailed:
    """What a refusal means. Of its text only the code is kept: the message may quote what was sent."""
    code = await _code(answer)
    match answer.status:
        case 429:
            return Throttled(_seconds(answer.headers))
        case 404:
            return Gone(code)
        # Microsoft: "Optimize your bot with rate limiting in Teams" names 412 among those to try again. A token
        # that is not taken is a setting to be put right, after which waiting messages are still wanted.
        case 401 | 408 | 412:
            return Unreachable(code)
        case status if status >= 500:
            return Unreachable(code)
        case _:
            return Refused(code)


async def _code(answer: aiohttp.ClientResponse) -> str:
    try:
        code = (await answer.json(content_type=None))["error"]["code"]
    except (LookupError, TypeError, ValueError):
        return f"http_{answer.status}"
    return code if isinstance(code, str) and _CODE.fullmatch(code) else f"http_{answer.status}"


def _seconds(headers: Mapping[str, str]) -> float:
    told = headers.get("Retry-After", "")
    return float(told) if told.isdigit() else WAIT_UNLESS_TOLD_S
