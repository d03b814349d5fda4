"""Runs a server or worker until it is asked to stop."""

import asyncio
import signal
import socket
from collections.abc import Callable

from aiohttp import web

from bot.settings import PREFIX


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


async def serve_until_stopped(
    app: web.Application, listening: socket.socket, started: Callable[[int], None]
) -> None:
    """Serve `app`; `started` is told the port once requests are answered."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=20)
    try:
        await runner.setup()
        await web.SockSite(runner, listening).start()
        started(runner.addresses[0][1])
        await stop_signal()
    finally:
        await runner.cleanup()


async def stop_signal() -> None:
    """Wait until the process is asked to stop (SIGINT or SIGTERM)."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, asked.set)
    try:
        await asked.wait()
    finally:
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(each)
