"""Milepost as several processes on one PostgreSQL, behind a proxy that gives each request to the next of them."""

import signal
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

import aiohttp
from aiohttp import web

from tests.faults.conftest import Server
from tests.processes import Running


@dataclass(eq=False, slots=True)
class Replica:
    """A process and where it listens."""

    process: Running
    url: str


@dataclass(slots=True)
class Proxy:
    """Round robin among the replicas that are ready, without anything that sticks; counts what each was given.

    As a load balancer does, it asks each before it gives it something, and passes on what could not be connected.
    """

    replicas: Sequence[Replica]
    given: Counter[str] = field(default_factory=Counter)
    url: str = ""
    _turns: count = field(default_factory=count)
    _runner: web.AppRunner | None = None
    _session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Proxy":
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._pass_on)
        self._session = aiohttp.ClientSession()
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        assert self._session is not None
        await self._runner.cleanup()
        await self._session.close()

    async def status(self, replica: Replica) -> int | None:
        """What `/readyz/requests` of a replica answers; None where nobody listens."""
        assert self._session is not None
        try:
            async with self._session.get(f"{replica.url}/readyz/requests") as answer:
                return answer.status
        except aiohttp.ClientConnectionError:
            return None

    async def _pass_on(self, request: web.Request) -> web.Response:
        assert self._session is not None
        body = await request.read()
        turn = next(self._turns)
        for beside in range(len(self.replicas)):
            replica = self.replicas[(turn + beside) % len(self.replicas)]
            if await self.status(replica) != 200:
                continue
            self.given[replica.url] += 1
            async with self._session.request(
                request.method, replica.url + request.path_qs, data=body, headers=request.headers
            ) as answer:
                content_type = answer.headers.get("Content-Type")
                headers = {"Content-Type": content_type} if content_type else {}
                return web.Response(status=answer.status, body=await answer.read(), headers=headers)
        raise web.HTTPServiceUnavailable


@dataclass(slots=True)
class Replicas:
    """Two that serve and two that work, and the proxy before those that serve."""

    webs: Sequence[Replica]
    workers: Sequence[Replica]
    proxy: Proxy

    def leader(self) -> Replica:
        """The worker that leads, as long as no other has followed it."""
        (leads,) = [each for each in self.workers if "lead.taken" in each.process.said]
        return leads


@asynccontextmanager
async def replicas(server: Server) -> AsyncIterator[Replicas]:
    """Start two of each on the server's database and at its clock, and let its Slack send to the proxy."""
    settings = server.common_settings() | {"PORT": "0", "DRAIN_SECONDS": "1"}
    start = server.processes.start
    workers = [await start("worker", "--health-port", "0", **settings) for _ in range(2)]
    webs = [await start("serve", "--web-only", **settings) for _ in range(2)]
    found = [await _replica(each) for each in [*webs, *workers]]
    async with Proxy(found[:2]) as proxy:
        server.slack.connect(f"{proxy.url}/slack/events")
        yield Replicas(found[:2], found[2:], proxy)


async def _replica(process: Running) -> Replica:
    said = await process.says("is at http")
    return Replica(process, said[said.index("http") :].strip())


async def stopped(replica: Replica) -> int:
    """The status a process ends with after it was asked to stop."""
    replica.process.send(signal.SIGTERM)
    return await replica.process.ended(within_s=20)
