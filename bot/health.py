"""Whether the process is up (`/healthz`) and whether it can do its work (`/readyz`)."""

from http import HTTPStatus

from aiohttp import web

from bot.scheduler import Engine
from core.ports import Database, StoreUnavailable


class Health:
    """Answers whoever watches over the process; nothing here is about a person."""

    def __init__(self, database: Database, engine: Engine) -> None:
        self._database = database
        self._engine = engine

    async def alive(self, _: web.Request) -> web.Response:
        """200 as long as the process answers at all."""
        return web.json_response({"status": "up"})

    async def ready(self, _: web.Request) -> web.Response:
        """200 when the database answers and the timer ticks; else 503 and what is wrong."""
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
