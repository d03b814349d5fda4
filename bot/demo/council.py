"""Founds the fictional council: its people, its objectives, and twelve weeks that were lived through Milepost."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.adapters.web.client import WebDirectory, WebMessenger
from bot.adapters.web.listeners import Listeners
from bot.demo.history import History, HistoryClock
from bot.demo.people import SCHEDULE, TENANT, settle_in
from bot.demo.suggestions import EXPECTING
from bot.demo.thanks import said_in_channels
from bot.settings import Settings
from bot.wiring import Platforms, build
from core.schedule.cadence import period_of
from storage.database import SqlDatabase
from storage.web_messages import WebMessages

WEEKS = 12

_LONDON = ZoneInfo("Europe/London")


async def found_council(settings: Settings, now: datetime) -> None:
    """Found the council in an empty, migrated database as of `now` (UTC); one that is there is left alone."""
    today = now.astimezone(_LONDON).date()
    first = period_of(SCHEDULE, today) - timedelta(weeks=WEEKS)
    clock = HistoryClock(datetime.combine(first, time(8), tzinfo=_LONDON))
    database = SqlDatabase(settings.database_url, clock)
    try:
        async with database.transaction() as store:
            if await store.tenants.all():
                return
            await settle_in(store, clock.now(), today)
        messages = WebMessages(database)
        platforms = Platforms()
        platforms.add(WebMessenger(messages, Listeners(), clock), WebDirectory())
        milepost = build(settings, clock, platforms, database)
        await History(milepost, clock).live(now, EXPECTING)
        await milepost.dispatcher.stop()
        async with database.reading() as store:
            people = await store.people.all(TENANT.id)
        for number, (person, text) in enumerate(said_in_channels(people)):
            await messages.add(f"channel:{person.team_id}", person.id, text, None, f"demo-said-{number}", now)
    finally:
        await database.close()
