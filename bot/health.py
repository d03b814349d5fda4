"""Whether the process is up (`/healthz`) and whether it can do its work (`/readyz`)."""

from http import HTTPStatus

from aiohttp import web

from bot.scheduler import Engine
from bot.stopping import Stopping
from core.ports import Database, StoreUnavailable


class Health:
    """Answers whoever watches over the process; nothing here is about a person."""

    def __init__(self, database: Database, engine: Engine, stopping: Stopping) -> None:
        self._database = database
        self._engine = engine
        self._stopping = stopping

    async def alive(self, _: web.Request) -> web.Response:
        """200 as long as the process answers at all."""
        return web.json_response({"status": "up"})

    async def ready(self, _: web.Request) -> web.Response:
        """200 when the database answers and the timer ticks; else, and before a stop, 503 and what is wrong."""
        if self._stopping.has_begun:
            # Told before anything is closed, so that whoever shares out requests sends them elsewhere.
            answer = {"status": "not ready", "wrong": ["stopping"]}
            return web.json_response(answer, status=HTTPStatus.SERVICE_UNAVAILABLE)
        wrong = [name for name, is_wrong in (await self._checks()).items() if is_wrong]
        status = HTTPStatus.SERVICE_UNAVAILABLE if wrong else HTTPStatus.OK
        return web.json_response({"status": "not ready" if wrong else "ready", "wrong": wrong}, status=status)

    async def _checks(self) -> dict[str, bool]:
        return {"database": not await self._database_answers(), "timer": self._engine.is_late()}

    async def _database_answers(self) -> bool:
        try:
            await self._database.ping()
        except StoreUnavailable:
            return False
        return True
