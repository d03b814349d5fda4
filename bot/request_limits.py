"""How long a request may take to arrive: who sends a byte now and then holds a connection, and is not waited for.

How much it may bring is each route's own to say; what says nothing takes no more than aiohttp's 1 MiB.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

BODY_WITHIN_S = 30.0
"""From the last header to the last byte: 6 MB over 2 Mbit/s, and far longer than a platform ever takes."""

HEADERS_WITHIN_S = 150.0
"""From the connection, or the answer before, to the last header.

Longer than Caddy keeps an idle connection (two minutes) and nginx (one): closing one just as a request comes along
costs that request.
"""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_log = structlog.get_logger()


def bodies_arrive_in_time(
    within_s: float = BODY_WITHIN_S,
) -> Callable[[web.Request, _Handler], Awaitable[web.StreamResponse]]:
    """A middleware: whoever reads a body that is late gets nothing more of it, and its sender 408."""

    @web.middleware
    async def in_time(request: web.Request, handler: _Handler) -> web.StreamResponse:
        if request.content.is_eof():
            return await handler(request)
        is_late = False

        def late() -> None:
            nonlocal is_late
            if not request.content.is_eof():
                is_late = True
                request.content.set_exception(TimeoutError())

        alarm = asyncio.get_running_loop().call_later(within_s, late)
        try:
            return await handler(request)
        except TimeoutError:
            if not is_late:
                raise
            _log.warning("request.too_slow", route=_route(request))
            raise web.HTTPRequestTimeout(headers={"Connection": "close"}) from None
        finally:
            alarm.cancel()

    return in_time


def _route(request: web.Request) -> str:
    """The route's pattern, in which nothing of the sender's is."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else ""
