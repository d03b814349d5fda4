"""Who is let in where other systems post to: a bearer key, in use, with the scope, and not too often."""

from http import HTTPStatus

from aiohttp import web
from aiolimiter import AsyncLimiter

from core.model.api_key import ApiKey, ApiScope
from core.ports import Database
from core.services.api_keys import key_written

REQUESTS_PER_MINUTE = 60
"""For each key, in each process that serves; an answer of 429 says when to come again."""


def refusal(status: HTTPStatus, message: str, **headers: str) -> web.Response:
    """An answer in the shape of every other: `errors`, here with one that is about the whole request."""
    body = {"errors": [{"message": message}]}
    return web.json_response(body, status=status, headers={"Cache-Control": "no-store", **headers})


class ApiGate:
    """Knows keys by what was given out, and counts how often each is used."""

    def __init__(self, database: Database, requests_per_minute: int = REQUESTS_PER_MINUTE) -> None:
        self._database = database
        self._requests_per_minute = requests_per_minute
        # By key that was let in, so that strangers cannot make it grow.
        self._limiters: dict[str, AsyncLimiter] = {}

    async def let_in(self, request: web.Request, scope: ApiScope) -> ApiKey | web.Response:
        """The key of the request, or the refusal; every wrong key is refused alike. Raises `StoreUnavailable`."""
        scheme, _, written = request.headers.get("Authorization", "").partition(" ")
        key = None
        if scheme.casefold() == "bearer":
            async with self._database.reading() as store:
                key = await key_written(store, written.strip())
        if key is None:
            message = "Send a key that is in use: Authorization: Bearer mp_…"
            return refusal(HTTPStatus.UNAUTHORIZED, message, **{"WWW-Authenticate": "Bearer"})
        if key.scope is not scope:
            return refusal(HTTPStatus.FORBIDDEN, f"This key is not for {scope}: make one with that scope.")
        limiter = self._limiters.setdefault(key.id, AsyncLimiter(self._requests_per_minute, 60))
        if not limiter.has_capacity():
            wait = -(-60 // self._requests_per_minute)
            message = f"Send at most {self._requests_per_minute} requests a minute with one key."
            return refusal(HTTPStatus.TOO_MANY_REQUESTS, message, **{"Retry-After": str(wait)})
        await limiter.acquire()
        return key
