"""For commands that ask or change one thing: one transaction on the database of the settings."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.clocks import SystemClock
from bot.organisation import found_organisation
from bot.settings import read_settings
from bot.starting import opened
from core.ports import Clock, Store

Result = TypeVar("Result")


def on_database(ask: Callable[[Store, str, Clock], Awaitable[Result]]) -> Result:
    """What `ask` gives for the store, the organisation's id and the clock; raises what it raises."""
    settings = read_settings()
    clock = SystemClock()

    async def run() -> Result:
        database = await opened(settings, clock)
        try:
            tenant = await found_organisation(database, settings.organisation, settings.contact)
            async with database.transaction() as store:
                return await ask(store, tenant.id, clock)
        finally:
            await database.close()

    return asyncio.run(run())
