"""The servers that are compared, each a process of its own.

Started by `python -m benchmarks.serve bare|milepost alone|beside-others`.

Prints its port once it answers; reads the settings of `milepost serve`.
"""

import asyncio
import sys

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.app import web_app
from bot.clocks import SystemClock
from bot.logs import configure_logs
from bot.serving import listen, serve_until_stopped
from bot.settings import Settings, read_settings
from bot.starting import ready


def bare(settings: Settings) -> web.Application:
    """A Bolt app that answers every command with a word."""

    async def authorize(**_: object) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T0BENCH", bot_token="xoxb-bench", bot_user_id="UBOT")

    bolt = AsyncApp(signing_secret=settings.slack_signing_secret.get_secret_value(), authorize=authorize)

    @bolt.command("/team")
    async def echo(ack: AsyncAck) -> None:
        await ack("team")

    @bolt.view("milepost_form")
    async def close(ack: AsyncAck) -> None:
        await ack(response_action="clear")

    async def handle(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.router.add_post("/slack/events", handle)
    return app


async def main(kind: str, alone: bool) -> None:
    """Serve until stopped."""
    settings = read_settings()
    configure_logs(settings.log_level)
    app = bare(settings) if kind == "bare" else web_app(await ready(settings, SystemClock()), alone=alone)
    await serve_until_stopped(app, listen(settings.host, settings.port), lambda port: print(port, flush=True))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2] == "alone"))
