"""The demo: the fictional council in the web chat, with a clock that can be moved."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.adapters.slack import render as slack
from bot.adapters.teams import render as teams
from bot.adapters.web.client import WORKSPACE, WebDirectory, WebMessenger
from bot.adapters.web.files import WebFiles
from bot.adapters.web.inbound import DemoChat, register
from bot.adapters.web.listeners import Listeners
from bot.adapters.web.roster import Roster
from bot.app import web_app
from bot.clocks import DemoClock, DemoTime, Happening
from bot.demo.colleagues import Colleagues
from bot.demo.council import found_council
from bot.demo.removed import has_removed
from bot.demo.suggestions import suggestions
from bot.settings import Settings
from bot.wiring import Platforms, build
from core.chat.card import Chart
from core.model.person import Nation, Platform
from core.ports import Database
from core.schedule.working_time import office_moment
from storage import migrate
from storage.database import SqlDatabase
from storage.web_messages import WebMessages

_LONDON = ZoneInfo("Europe/London")


async def demo_app(settings: Settings, clock_kept_in: Path) -> web.Application:
    """The demo's server, with the council founded in an empty database."""
    clock = DemoClock(clock_kept_in)
    # At night and on Sundays colleagues would seem deaf: what they are told waits for their working time.
    open_at = office_moment(_LONDON, Nation.ENGLAND, clock.now())
    if open_at > clock.now():
        clock.catch_up_with(open_at)
    await migrate.upgrade(settings.database_url)
    await found_council(settings, clock.now())
    database = SqlDatabase(settings.database_url, clock)
    listeners = Listeners()
    messages = WebMessages(database)
    platforms = Platforms()
    files = WebFiles(settings.public_url)
    platforms.add(WebMessenger(messages, listeners, clock), WebDirectory(partial(has_removed, database)), files)
    milepost = build(settings, clock, platforms, database)
    app = web_app(milepost, alone=True)
    colleagues = Colleagues(milepost)
    played: set[str] = set()

    async def others(until: datetime, by: str) -> Sequence[Happening]:
        """What everyone does whom nobody plays, so that a week moved through is a week to read about."""
        played.add(by)
        roster = await read_roster(database)
        kept = {each.email for each in roster.suggested}
        suggested = {person.id for person in roster.people if person.email in kept}
        return await colleagues.onwards(clock.now(), until, played | suggested)

    time = DemoTime(clock, database, tick=milepost.engine.tick, drain=milepost.dispatcher.drain, others=others)
    chat = DemoChat(
        reception=milepost.reception,
        messages=messages,
        listeners=listeners,
        clock=time,
        read_roster=lambda: read_roster(database),
        render_as={"slack": slack.message, "teams": lambda card: teams.card(card, picture_url)},
        picture_url=picture_url,
        files=files,
    )
    register(app, chat)
    return app


def picture_url(chart: Chart) -> str:
    """Where the page finds a drawn chart."""
    return f"/pictures/{chart.id}.png"


async def read_roster(database: Database) -> Roster:
    """Everyone who can be played."""
    async with database.reading() as store:
        tenant = await store.tenants.of_workspace(Platform.WEB, WORKSPACE)
        if tenant is None:
            return Roster("", (), ())
        people = tuple(await store.people.all(tenant.id))
        teams = tuple(await store.people.teams(tenant.id))
        removed = await store.people.out_of_touch(tenant.id)
    return Roster(tenant.name, people, teams, suggestions([each.email for each in people]), removed)
