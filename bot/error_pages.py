"""What a browser shows when a page cannot be given: kind words in both languages, and the way out.

Programs that ask for something else than HTML get the short answers that they had.
"""

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from bot.adapters.pages import HEADERS, Page, html

_NOT_FOUND = Page("error-not-found-title", ("error-not-found",))
_UNAVAILABLE = Page("error-unavailable-title", ("error-unavailable",))
_REFUSED = Page("error-refused-title", ("error-refused",))
_FAILED = Page("error-failed-title", ("error-failed",))

_log = structlog.get_logger()


@web.middleware
async def told_in_words(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer a browser with a page instead of a bare status; what went wrong unforeseen is logged."""
    if "text/html" not in request.headers.get("Accept", ""):
        return await handler(request)
    try:
        return await handler(request)
    except web.HTTPException as refusal:
        if refusal.status < 400:
            raise
        kept = {name: value for name, value in refusal.headers.items() if name in ("Allow", "WWW-Authenticate")}
        return _answer(request, _page_of(refusal.status), refusal.status, kept)
    except Exception:
        _log.exception("page.failed", path=request.path)
        return _answer(request, _FAILED, 500, {})


def _page_of(status: int) -> Page:
    match status:
        case 404:
            return _NOT_FOUND
        case 503:
            return _UNAVAILABLE
        case _:
            return _REFUSED if status < 500 else _FAILED


def _answer(request: web.Request, page: Page, status: int, headers: dict[str, str]) -> web.Response:
    body = html(page, request.headers.get("Accept-Language", ""))
    return web.Response(status=status, text=body, content_type="text/html", headers=HEADERS | headers)
