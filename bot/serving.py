"""Runs a server or worker until it is asked to stop."""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import structlog
from aiohttp import web

from bot.request_limits import HEADERS_WITHIN_S
from bot.settings import PREFIX
from bot.stopping import Stopping

REQUESTS_END_WITHIN_S = 6.0
"""What a request waits for is answered within four seconds; a file that is taken down may take a little longer."""

_log = structlog.get_logger()


class CannotServe(Exception):
    """The server cannot start; the message names the setting and the fix."""


def listen(host: str, port: int) -> socket.socket:
    """Take the port, before any work that would be in vain without it. Raises `CannotServe`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        told = f"{host}:{port} cannot be listened on ({error.strerror or error}). Is Milepost running already?"
        raise CannotServe(f"{told} Set {PREFIX}PORT or {PREFIX}HOST to another.") from None


def runner_of(app: web.Application, headers_within_s: float = HEADERS_WITHIN_S) -> web.AppRunner:
    """What serves `app`; a connection that brings no whole request for so long is closed."""
    return web.AppRunner(
        app, access_log=None, shutdown_timeout=REQUESTS_END_WITHIN_S, keepalive_timeout=headers_within_s
    )


async def serve_until_stopped(
    app: web.Application,
    listening: socket.socket,
    started: Callable[[int], None],
    stopping: Stopping | None = None,
    drain_s: float = 0.0,
) -> None:
    """Serve `app`; `started` is told the port once requests are answered.

    After SIGTERM requests are taken for another `drain_s` seconds, in which `/readyz` says that it stops, so that
    whoever shares out requests sends them elsewhere; then what was taken is finished. A second signal ends that.
    """
    runner = runner_of(app)
    stopping = stopping or Stopping()
    try:
        await runner.setup()
        await web.SockSite(runner, listening).start()
        spare_what_stays()
        started(runner.addresses[0][1])
        with stop_signals() as asked:
            asked_by = await asked.get()
            stopping.begin()
            _log.info("stopping", signal=asked_by.name)
            if asked_by is signal.SIGTERM and drain_s:
                with suppress(TimeoutError):
                    async with asyncio.timeout(drain_s):
                        await asked.get()
    finally:
        await runner.cleanup()


def spare_what_stays() -> None:
    """Leave what was made until now out of every later search for garbage: it lives as long as the process.

    Each full search looks at all that modules and libraries left behind, which holds the event loop up for about a
    tenth of a second, and comes the more often the more is read.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def stop_signals() -> Iterator[asyncio.Queue[signal.Signals]]:
    """Each time that the process is asked to stop meanwhile, by SIGINT or SIGTERM; neither ends it by itself."""
    loop = asyncio.get_running_loop()
    asked: asyncio.Queue[signal.Signals] = asyncio.Queue()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, asked.put_nowait, each)
    try:
        yield asked
    finally:
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(each)
