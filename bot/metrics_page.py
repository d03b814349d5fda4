"""`GET /metrics`: all metrics of this process and how the queues stand, for whoever may read them."""

import hmac
from datetime import datetime

from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.metrics import Metrics
from bot.settings import PREFIX, Settings, is_loopback
from core.model.delivery import DeliveryState
from core.ports import Clock, StoreUnavailable
from storage.database import SqlDatabase
from storage.watching import Standing, standing

_WITHOUT_PLATFORM = "any"


class MetricsPage:
    """Serves the metrics with the token from the settings, or without one to this machine alone.

    A proxy on this machine makes everyone look like this machine; so where there is a public address, there must
    be a token.
    """

    def __init__(self, metrics: Metrics, database: SqlDatabase, clock: Clock, settings: Settings) -> None:
        self._metrics = metrics
        self._database = database
        self._clock = clock
        self._token = settings.metrics_token.get_secret_value()
        self._is_public = settings.has_public_address

    def register(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_get("/metrics", self.show)

    async def show(self, request: web.Request) -> web.Response:
        """Prometheus' text format; 401 or 403 for whoever may not read it."""
        self._require_reader(request)
        await self._look_at_database()
        content = generate_latest(self._metrics.registry)
        return web.Response(body=content, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    def _require_reader(self, request: web.Request) -> None:
        if self._token:
            given = request.headers.get("Authorization", "")
            if not hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode()):
                raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"})
            return
        if self._is_public or not is_loopback(request.remote or ""):
            raise web.HTTPForbidden(text=f"Set {PREFIX}METRICS_TOKEN, and send it as a bearer token.\n")

    async def _look_at_database(self) -> None:
        for name, (in_use, limit) in self._database.connections().items():
            self._metrics.connections.labels(name).set(in_use)
            self._metrics.connections_limit.labels(name).set(limit)
        try:
            now = await standing(self._database)
        except StoreUnavailable:
            self._metrics.database_up.set(0)
            # Nothing rather than how things once stood.
            self._metrics.outbox.clear()
            for gauge in (self._metrics.oldest_due, self._metrics.inbox, self._metrics.oldest_event):
                gauge.set(float("nan"))
            return
        self._metrics.database_up.set(1)
        self._show(now)

    def _show(self, now: Standing) -> None:
        self._metrics.outbox.clear()
        for queue in now.queues:
            self._metrics.outbox.labels(queue.state, queue.platform or _WITHOUT_PLATFORM).set(queue.count)
        queued = [each.earliest_at for each in now.queues if each.state is DeliveryState.QUEUED]
        self._metrics.oldest_due.set(self._age_s(min(queued, default=None)))
        self._metrics.inbox.set(now.events)
        self._metrics.oldest_event.set(self._age_s(now.oldest_event_at))

    def _age_s(self, instant: datetime | None) -> float:
        return 0.0 if instant is None else max(0.0, (self._clock.now() - instant).total_seconds())
