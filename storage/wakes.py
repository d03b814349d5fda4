"""How one process tells the others that messages were queued: PostgreSQL's NOTIFY, heard on one connection each.

On SQLite nothing is told: there is one process, and it wakes its own dispatcher.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ports import StoreUnavailable
from storage.engine import listening_engine

CHANNEL = "milepost_outbox"

LOOK_AFTER_S = 30.0
"""How often the connection is tried: one that a firewall dropped says nothing by itself."""

RECONNECT_S = 5.0

_NOTIFY = text(f"SELECT pg_notify('{CHANNEL}', '')")

_log = structlog.get_logger()


async def wake_others(connection: AsyncConnection) -> None:
    """Tell every dispatcher, once this transaction commits, that there is something to send."""
    if connection.dialect.name == "postgresql":
        await connection.execute(_NOTIFY)


async def listen(url: URL, woken: Callable[[], None]) -> None:
    """Call `woken` whenever anyone's commit has queued messages, until cancelled; reconnects by itself.

    What was told while there was no connection is made up for by one call as soon as there is.
    """
    while True:
        try:
            await _listen_once(url, woken)
        except (OSError, DBAPIError, StoreUnavailable) as error:
            _log.warning("wakes.connection_lost", error=type(error).__name__)
        await asyncio.sleep(RECONNECT_S)


async def _listen_once(url: URL, woken: Callable[[], None]) -> None:
    engine = listening_engine(url)
    lost = asyncio.Event()
    try:
        async with engine.connect() as connection:
            raw = await connection.get_raw_connection()
            driver: Any = raw.driver_connection
            driver.add_termination_listener(lambda _: lost.set())
            await driver.add_listener(CHANNEL, lambda *_: woken())
            woken()
            while not lost.is_set():
                try:
                    async with asyncio.timeout(LOOK_AFTER_S):
                        await lost.wait()
                except TimeoutError:
                    await connection.execute(text("SELECT 1"))
    finally:
        await engine.dispose()
