"""For commands that ask or change one thing: one transaction on the database of the settings."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.clocks import SystemClock
from bot.organisation import found_organisation
from bot.settings import read_settings
from bot.starting import opened
from core.model.audit import OPERATOR
from core.ports import Clock, Store
from core.trail import acting

Result = TypeVar("Result")


def on_database(ask: Callable[[Store, str, Clock], Awaitable[Result]], *, reading: bool = False) -> Result:
    """What `ask` gives for the store, the organisation's id and the clock; raises what it raises.

    When it is only `reading`, however long, it keeps nobody from writing.
    """
    settings = read_settings()
    clock = SystemClock()

    async def run() -> Result:
        database = await opened(settings, clock)
        try:
            tenant = await found_organisation(database, settings.organisation, settings.contact)
            with acting(OPERATOR):
                async with database.reading() if reading else database.transaction() as store:
                    return await ask(store, tenant.id, clock)
        finally:
            await database.close()

    return asyncio.run(run())
