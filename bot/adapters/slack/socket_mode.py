"""Socket Mode: the same app over a WebSocket that Milepost opens, where it cannot be reached from outside."""

import asyncio

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import SLACK_API_URL
from bot.adapters.slack.quiet import SDK_LOG


class SocketMode:
    """A connection that is opened, kept and renewed in the background."""

    def __init__(self, app: AsyncApp, app_token: str, api_url: str) -> None:
        self._app = app
        self._app_token = app_token
        self._api_url = api_url
        self._handler: AsyncSocketModeHandler | None = None
        self._connecting: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to connect, again and again until it works; returns at once."""
        self._handler = AsyncSocketModeHandler(
            self._app,
            self._app_token,
            logger=SDK_LOG,
            web_client=AsyncWebClient(base_url=self._api_url, logger=SDK_LOG),
        )
        self._connecting = asyncio.create_task(self._handler.connect_async())

    async def stop(self) -> None:
        """Close the connection."""
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.wait({self._connecting})
        if self._handler is not None:
            await self._handler.close_async()
        self._connecting = self._handler = None


def socket_mode(app: AsyncApp, app_token: str, api_url: str = SLACK_API_URL) -> SocketMode:
    """Socket Mode for `app`, with an app-level token (`xapp-...`, scope `connections:write`)."""
    return SocketMode(app, app_token, api_url)
