"""Every look there is, in the order in which to put things right."""

from collections.abc import AsyncIterator

from bot.clocks import SystemClock
from bot.doctor.address import address
from bot.doctor.backups import backups
from bot.doctor.check import Check, right, wrong
from bot.doctor.database import database
from bot.doctor.files import private_files
from bot.doctor.keys import given
from bot.doctor.manifests import manifests
from bot.doctor.settings import organisation, variables
from bot.doctor.slack import slack
from bot.doctor.teams import teams
from bot.doctor.work import work
from bot.settings import PREFIX, BadSettings, Settings, read_settings
from core.ports import Clock


async def examine() -> list[Check]:
    """Every check of what is set in the environment and in `.env`."""
    try:
        settings = read_settings()
    except BadSettings as error:
        unknown = list(variables())
        return [wrong("settings", str(error), "Correct them in the environment or in .env."), *unknown]
    return [
        right("settings", "each one is well-formed"),
        *[each async for each in examined(settings, SystemClock())],
    ]


async def examined(settings: Settings, clock: Clock) -> AsyncIterator[Check]:
    """Every check of these settings; `clock` is this machine's, which is compared with others'."""
    for each in (*variables(), *private_files(settings), organisation(settings), given(settings)):
        yield each
    is_up_to_date = True
    async for each in database(settings, clock):
        is_up_to_date = is_up_to_date and not (each.name == "database" and each.todo)
        yield each
    if is_up_to_date:
        async for each in work(settings, clock):
            yield each
    for each in backups(settings, clock):
        yield each
    if not (settings.has_slack or settings.has_teams):
        yield wrong(
            "platforms",
            "neither Slack nor Teams is set up",
            f"Follow “Connect Slack in five minutes” or “Connect Teams” in README.md; {PREFIX}SLACK_… and"
            f" {PREFIX}TEAMS_… are in docs/configuration.md.",
        )
    for look in (
        slack(settings, clock, is_up_to_date),
        teams(settings, clock),
        address(settings),
        manifests(settings),
    ):
        async for each in look:
            yield each
