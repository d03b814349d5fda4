"""The page itself and its files, with headers that let nothing else in."""

from pathlib import Path

from aiohttp import web

_STATIC = Path(__file__).parent / "static"
_FILES = {path.relative_to(_STATIC).as_posix(): path for path in _STATIC.rglob("*") if path.is_file()}

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


async def page(_: web.Request) -> web.StreamResponse:
    """The chat page."""
    return web.FileResponse(_FILES["index.html"], headers=_HEADERS)


async def static_file(request: web.Request) -> web.StreamResponse:
    """One of the page's own files; only what was there at the start is served."""
    path = _FILES.get(request.match_info["path"])
    if path is None:
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=_HEADERS)
