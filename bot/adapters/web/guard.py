"""What every request to the demo must be: from its own page, small, and JSON that says what it should."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from aiohttp import web
from pydantic import TypeAdapter, ValidationError

from core.ports import StoreUnavailable

MOST_BODY_BYTES = 256 * 1024
"""A form with thirty long answers stays below."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_Body = TypeVar("_Body")


class Rejected(Exception):
    """A request that is not worked on; `code` tells the page why."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


def problem(status: int, code: str) -> web.Response:
    """An error as the page reads it."""
    return web.json_response({"error": code}, status=status)


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through only what the demo's own page asks, under a host name that is the demo's.

    Other sites cannot make a visitor's browser ask (`Origin`, `Sec-Fetch-Site`), nor by pointing a name of their
    own at this machine (`Host`).
    """

    hosts: frozenset[str] = LOOPBACK

    def wrap(self, handler: Handler) -> Handler:
        """The handler behind the checks, with problems as JSON."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                self._check(request)
                return await handler(request)
            except Rejected as rejected:
                return problem(rejected.status, rejected.code)
            except StoreUnavailable:
                return problem(503, "unavailable")

        return guarded

    def _check(self, request: web.Request) -> None:
        if urlsplit(f"//{request.host}").hostname not in self.hosts:
            raise Rejected(403, "unknown_host")
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise Rejected(403, "other_site")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise Rejected(403, "other_site")


async def read_body(request: web.Request, shape: TypeAdapter[_Body]) -> _Body:
    """The request's JSON in the given shape; raises `Rejected`."""
    if request.content_type != "application/json":
        raise Rejected(415, "not_json")
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > MOST_BODY_BYTES:
            raise Rejected(413, "too_large")
    try:
        return shape.validate_python(json.loads(body))
    except (ValidationError, ValueError, RecursionError):
        raise Rejected(400, "malformed") from None
