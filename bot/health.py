"""Whether the process is up (`/healthz`) and whether it can do its work (`/readyz`)."""

from http import HTTPStatus

from aiohttp import web

from bot.heartbeat import Heartbeat
from bot.scheduler import Engine
from core.ports import Database, StoreUnavailable


class Health:
    """Answers whoever watches over the process; nothing here is about a person."""

    def __init__(self, database: Database, engine: Engine, heartbeat: Heartbeat) -> None:
        self._database = database
        self._engine = engine
        self._heartbeat = heartbeat

    async def alive(self, _: web.Request) -> web.Response:
        """200 as long as the process answers at all."""
        return web.json_response({"status": "up"})

    async def ready(self, _: web.Request) -> web.Response:
        """200 when the database answers and a timer ticks, here or elsewhere; else 503 and what is wrong."""
        wrong = await self._wrong()
        status = HTTPStatus.SERVICE_UNAVAILABLE if wrong else HTTPStatus.OK
        return web.json_response({"status": "not ready" if wrong else "ready", "wrong": wrong}, status=status)

    async def _wrong(self) -> list[str]:
        try:
            await self._database.ping()
            ticks = not self._engine.is_late() or await self._heartbeat.is_heard()
        except StoreUnavailable:
            return ["database"]
        return [] if ticks else ["timer"]
