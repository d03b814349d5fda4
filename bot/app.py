"""The web server: the routes of each platform that is set up, and the work behind them while it runs."""

from collections.abc import AsyncIterator, Awaitable, Callable

from aiohttp import web

from bot.adapters.slack.inbound import SlackInbound
from bot.adapters.teams.inbound import register as serve_teams
from bot.api_gate import ApiGate
from bot.downloads import Downloads
from bot.service_feedback_api import ServiceFeedbackApi
from bot.wiring import Milepost, slack_socket
from core.ports import StoreUnavailable

_PICTURES_ARE_KEPT = "private, max-age=31536000, immutable"
"""A picture never changes under its name, which nobody can guess."""


def web_app(milepost: Milepost, *, alone: bool) -> web.Application:
    """The server's routes; starting it starts the timer, the dispatcher and Socket Mode as well.

    `alone` when no other process works on this database.
    """
    app = web.Application()
    _serve_health(app, milepost)
    Downloads(milepost.database, milepost.clock).register(app)
    app.router.add_get("/pictures/{id:[0-9A-Za-z_-]{16,64}}.png", _pictures_of(milepost))
    ServiceFeedbackApi(milepost.database, milepost.clock, ApiGate(milepost.database)).register(app)

    app.cleanup_ctx.append(_working(milepost, alone))
    if milepost.slack is not None:
        _serve_slack(app, milepost, milepost.slack)
    if milepost.teams is not None:
        serve_teams(app, milepost.teams)
    return app


def worker_app(milepost: Milepost) -> web.Application:
    """A worker's routes, for whoever watches over it; starting it starts the timer and the dispatcher."""
    app = web.Application()
    _serve_health(app, milepost)
    app.cleanup_ctx.append(_working(milepost, alone=False))
    return app


def _serve_health(app: web.Application, milepost: Milepost) -> None:
    app.router.add_get("/healthz", milepost.health.alive)
    app.router.add_get("/readyz", milepost.health.ready)
    milepost.metrics_page.register(app)


def _working(milepost: Milepost, alone: bool) -> Callable[[web.Application], AsyncIterator[None]]:
    async def working(_: web.Application) -> AsyncIterator[None]:
        async with milepost.at_work(alone=alone):
            yield
        await milepost.close()

    return working


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
        await slack.settle()

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
        headers = {"Cache-Control": _PICTURES_ARE_KEPT, "X-Content-Type-Options": "nosniff"}
        return web.Response(body=png, content_type="image/png", headers=headers)

    return picture
