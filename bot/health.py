"""Whether the process is up (`/healthz`), whether all can be done (`/readyz`), and whether to send it requests."""

from http import HTTPStatus

from aiohttp import web

from bot.heartbeat import Heartbeat
from bot.scheduler import Engine
from bot.stopping import Stopping
from core.ports import Database, StoreUnavailable


class Health:
    """Answers whoever watches over the process; nothing here is about a person."""

    def __init__(self, database: Database, engine: Engine, heartbeat: Heartbeat, stopping: Stopping) -> None:
        self._database = database
        self._engine = engine
        self._heartbeat = heartbeat
        self._stopping = stopping

    async def alive(self, _: web.Request) -> web.Response:
        """200 as long as the process answers at all."""
        return web.json_response({"status": "up"})

    async def ready(self, _: web.Request) -> web.Response:
        """200 when the database answers and a timer ticks, here or elsewhere; else, and before a stop, 503."""
        return _answer(await self._wrong(with_timer=True))

    async def takes_requests(self, _: web.Request) -> web.Response:
        """200 when what comes in can be kept, which needs no timer; for whoever shares requests out."""
        return _answer(await self._wrong(with_timer=False))

    async def _wrong(self, *, with_timer: bool) -> list[str]:
        if self._stopping.has_begun:
            # Told before anything is closed, so that whoever shares out requests sends them elsewhere.
            return ["stopping"]
        try:
            await self._database.ping()
            if with_timer and self._engine.is_late() and not await self._heartbeat.is_heard():
                return ["timer"]
        except StoreUnavailable:
            return ["database"]
        return []


def _answer(wrong: list[str]) -> web.Response:
    status = HTTPStatus.SERVICE_UNAVAILABLE if wrong else HTTPStatus.OK
    return web.json_response({"status": "not ready" if wrong else "ready", "wrong": wrong}, status=status)
