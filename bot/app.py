"""The web server: the routes of each platform that is set up, and the work behind them while it runs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import structlog
from aiohttp import web

from bot.adapters.slack.inbound import SlackInbound
from bot.adapters.teams.inbound import register as serve_teams
from bot.api_gate import ApiGate
from bot.downloads import Downloads
from bot.error_pages import told_in_words
from bot.records_api import RecordsApi
from bot.request_limits import bodies_arrive_in_time
from bot.security_headers import add_security_headers
from bot.service_feedback_api import ServiceFeedbackApi
from bot.wiring import Milepost, slack_socket
from core.ports import StoreUnavailable

SETTLE_WITHIN_S = 6.0
"""An event is worked on in a fraction of a second, but for files that are fetched."""

_Context = Callable[[web.Application], AsyncIterator[None]]

_PICTURES_ARE_KEPT = "private, max-age=31536000, immutable"
"""A picture never changes under its name, which nobody can guess."""

_log = structlog.get_logger()


def web_app(milepost: Milepost, *, alone: bool, web_only: bool = False) -> web.Application:
    """The server's routes; starting it starts the timer, the dispatcher and Socket Mode as well.

    `alone` when no other process works on this database; `web_only` when others keep time and deliver.
    """
    app = _application(milepost)
    _serve_health(app, milepost)
    Downloads(milepost.database, milepost.clock).register(app)
    app.router.add_get("/pictures/{id:[0-9A-Za-z_-]{16,64}}.png", _pictures_of(milepost))
    gate = ApiGate(milepost.database)
    ServiceFeedbackApi(milepost.database, milepost.clock, gate).register(app)
    RecordsApi(milepost.database, milepost.clock, gate).register(app)

    app.cleanup_ctx.append(_closed_at_the_end(milepost) if web_only else _working(milepost, alone))
    if milepost.slack is not None:
        _serve_slack(app, milepost, milepost.slack)
    if milepost.teams is not None:
        serve_teams(app, milepost.teams)
        app.cleanup_ctx.append(_settled(milepost, milepost.teams.settle))
    return app


def worker_app(milepost: Milepost) -> web.Application:
    """A worker's routes, for whoever watches over it; starting it starts the timer and the dispatcher."""
    app = _application(milepost)
    _serve_health(app, milepost)
    app.cleanup_ctx.append(_working(milepost, alone=False))
    return app


def _application(milepost: Milepost) -> web.Application:
    app = web.Application(middlewares=[told_in_words, bodies_arrive_in_time()])
    add_security_headers(app, milepost.settings.public_url)
    return app


def _serve_health(app: web.Application, milepost: Milepost) -> None:
    app.router.add_get("/healthz", milepost.health.alive)
    app.router.add_get("/readyz", milepost.health.ready)
    app.router.add_get("/readyz/requests", milepost.health.takes_requests)
    milepost.metrics_page.register(app)


def _working(milepost: Milepost, alone: bool) -> _Context:
    async def working(_: web.Application) -> AsyncIterator[None]:
        async with milepost.at_work(alone=alone):
            yield
        await milepost.close()

    return working


def _closed_at_the_end(milepost: Milepost) -> _Context:
    async def closed(_: web.Application) -> AsyncIterator[None]:
        yield
        await milepost.close()

    return closed


def _settled(milepost: Milepost, settle: Callable[[], Awaitable[None]]) -> _Context:
    """What was acknowledged is worked on before the end; what takes too long is left in the inbox."""

    async def settled(_: web.Application) -> AsyncIterator[None]:
        yield
        try:
            async with asyncio.timeout(milepost.stopping.left_s(at_most=SETTLE_WITHIN_S)):
                await settle()
        except TimeoutError:
            _log.warning("stopped_before_all_was_worked_on")

    return settled


def _serve_slack(app: web.Application, milepost: Milepost, slack: SlackInbound) -> None:
    app.router.add_post("/slack/events", slack.handle)
    if milepost.slack_install is not None:
        milepost.slack_install.register(app)
    socket = slack_socket(milepost.settings, slack)

    async def connected(_: web.Application) -> AsyncIterator[None]:
        if socket is not None:
            await socket.start()
        yield
        if socket is not None:
            await socket.stop()

    # Taken down in the opposite order: first nothing more comes in, then what came in is worked on.
    app.cleanup_ctx.append(_settled(milepost, slack.settle))
    app.cleanup_ctx.append(connected)


def _pictures_of(milepost: Milepost) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def picture(request: web.Request) -> web.Response:
        try:
            async with milepost.database.reading() as store:
                png = await store.pictures.get(request.match_info["id"])
        except StoreUnavailable:
            raise web.HTTPServiceUnavailable from None
        if png is None:
            raise web.HTTPNotFound
        # Teams and Slack show it on pages of their own.
        headers = {"Cache-Control": _PICTURES_ARE_KEPT, "Cross-Origin-Resource-Policy": "cross-origin"}
        return web.Response(body=png, content_type="image/png", headers=headers)

    return picture
