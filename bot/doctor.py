"""Looks at settings, database, credentials and manifests, and names the fix for whatever is missing."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp

from bot.adapters.seal import Seal
from bot.adapters.slack.client import SlackClient
from bot.adapters.teams.client import TeamsClient
from bot.adapters.teams.registration import Registration
from bot.clocks import SystemClock
from bot.manifests import slack_manifest, teams_package
from bot.settings import PREFIX, BadSettings, Settings, is_loopback, read_settings
from core.model.installation import Installation
from core.model.person import Platform
from core.ports import CannotOpen, SendFailed, StoreUnavailable
from core.services.organisations import home_of
from storage import migrate
from storage.database import SqlDatabase
from storage.known_keys import missing_keys
from storage.row_security import is_bypassed
from storage.sealing import KeyRing

_ASK_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `fix` says what to do when it is not right."""

    name: str
    is_ok: bool
    said: str
    fix: str = ""


async def examine() -> list[Check]:
    """Every check, in the order in which to put things right."""
    try:
        settings = read_settings()
    except BadSettings as error:
        return [Check("settings", False, str(error), "Correct them in the environment or in .env.")]
    checks = [Check("settings", True, "each one is well-formed")]
    for look in (_organisation, _keys, _database, _platforms, _slack, _teams, _address, _manifests):
        checks += [check async for check in look(settings)]
    return checks


async def _organisation(settings: Settings) -> AsyncIterator[Check]:
    named = "organisation" in settings.model_fields_set and "contact" in settings.model_fields_set
    yield Check(
        "organisation",
        named,
        f"“{settings.organisation}”; people are told to ask {settings.contact}",
        f"Set {PREFIX}ORGANISATION to its name and {PREFIX}CONTACT to whom people should ask.",
    )


async def _keys(settings: Settings) -> AsyncIterator[Check]:
    number = len(settings.encryption_key_list)
    yield Check(
        "keys",
        number > 0,
        f"what people write is sealed with the first of {number}"
        if number
        else f"{PREFIX}ENCRYPTION_KEYS is missing",
        "Set it to what milepost keys new makes, and keep a copy where you keep secrets.",
    )


async def _database(settings: Settings) -> AsyncIterator[Check]:
    try:
        revision = await migrate.current(settings.database_url)
    except StoreUnavailable as error:
        yield Check("database", False, str(error).splitlines()[0], f"Check {PREFIX}DATABASE_URL and the server.")
        return
    if await migrate.is_behind(settings.database_url):
        by_itself = ", or start milepost serve, which does it by itself" if settings.is_embedded else ""
        said = f"at revision {revision or 'none'}, this release needs {migrate.head()}"
        yield Check("database", False, said, f"Run milepost db upgrade{by_itself}.")
        return
    yield Check("database", True, f"reachable, at revision {revision}")
    async for check in _walls(settings):
        yield check
    yield await _people(settings)


async def _walls(settings: Settings) -> AsyncIterator[Check]:
    """Whether what is sealed can be opened, and whether PostgreSQL keeps organisations apart."""
    database = SqlDatabase(settings.database_url, SystemClock(), KeyRing(settings.encryption_key_list))
    try:
        missing = await missing_keys(database)
        async with database.connected_for_reading() as connection:
            is_bypassed_ = await is_bypassed(connection)
    finally:
        await database.close()
    if missing:
        said = f"{PREFIX}ENCRYPTION_KEYS lacks {', '.join(missing)}, with which values in the database are sealed"
        yield Check("keys", False, said, "Add them again, after the newest; milepost keys status names the rows.")
    if is_bypassed_:
        said = "PostgreSQL does not keep organisations apart: this role is above row-level security"
        fix = f"Let {PREFIX}DATABASE_URL name a role that owns the database: ALTER ROLE … NOSUPERUSER NOBYPASSRLS."
        yield Check("database", False, said, fix)


async def _people(settings: Settings) -> Check:
    database = SqlDatabase(settings.database_url, SystemClock())
    try:
        async with database.reading() as store:
            tenants = await store.tenants.all()
            home = home_of(tenants)
            count = len(await store.people.all(home.id)) if home else 0
    finally:
        await database.close()
    return Check("people", count > 0, f"{count} in the directory", "Run milepost import people FILE.")


async def _platforms(settings: Settings) -> AsyncIterator[Check]:
    if settings.has_slack or settings.has_teams:
        return
    yield Check(
        "platforms",
        False,
        "neither Slack nor Teams is set up",
        "Follow “Connect Slack in five minutes” or “Connect Teams” in README.md.",
    )


async def _slack(settings: Settings) -> AsyncIterator[Check]:
    if settings.has_many_slack_workspaces:
        async for check in _slack_installations(settings):
            yield check
        return
    given = {
        f"{PREFIX}SLACK_BOT_TOKEN": (settings.slack_bot_token.get_secret_value(), "xoxb-"),
        f"{PREFIX}SLACK_APP_TOKEN": (settings.slack_app_token.get_secret_value(), "xapp-"),
    }
    secret = settings.slack_signing_secret.get_secret_value()
    if not secret and not any(value for value, _ in given.values()):
        return
    for name, (value, prefix) in given.items():
        if value and not value.startswith(prefix):
            yield Check("slack", False, f"{name} is no {prefix} token", f"Copy the one that begins with {prefix}.")
    if not given[f"{PREFIX}SLACK_BOT_TOKEN"][0]:
        fix = "Copy the Bot User OAuth Token from “OAuth & Permissions”."
        yield Check("slack", False, f"{PREFIX}SLACK_BOT_TOKEN is missing", fix)
        return
    if not secret and not given[f"{PREFIX}SLACK_APP_TOKEN"][0]:
        fix = f"Set {PREFIX}SLACK_SIGNING_SECRET (requests over HTTP) or {PREFIX}SLACK_APP_TOKEN (Socket Mode)."
        yield Check("slack", False, "there is no way in", fix)
    yield await _slack_answers(settings)


async def _slack_installations(settings: Settings) -> AsyncIterator[Check]:
    """Whether workspaces can install Milepost, and whether the tokens of those that have can be opened."""
    if not settings.has_slack:
        fix = f"Set {PREFIX}SLACK_SIGNING_SECRET (requests over HTTP) or {PREFIX}SLACK_APP_TOKEN (Socket Mode)."
        yield Check("slack", False, "there is no way in", fix)
    try:
        if await migrate.current(settings.database_url) != migrate.head():
            return
        active = [each.secrets for each in await _installations(settings) if each.secrets is not None]
    except StoreUnavailable:
        return
    seal, sealed_otherwise = Seal(KeyRing(settings.encryption_key_list)), 0
    for secrets in active:
        try:
            seal.open(secrets)
        except CannotOpen:
            sealed_otherwise += 1
    if sealed_otherwise:
        said = f"the tokens of {sealed_otherwise} of {len(active)} workspaces cannot be opened"
        yield Check("slack", False, said, f"Add the key they were sealed with to {PREFIX}ENCRYPTION_KEYS.")
        return
    fix = f"Open {settings.public_url}/slack/install in a browser."
    yield Check("slack", bool(active), f"installed in {len(active)} workspaces", fix)


async def _installations(settings: Settings) -> list[Installation]:
    database = SqlDatabase(settings.database_url, SystemClock())
    try:
        async with database.reading() as store:
            return await store.installations.all(Platform.SLACK)
    finally:
        await database.close()


async def _slack_answers(settings: Settings) -> Check:
    client = SlackClient(settings.slack_bot_token.get_secret_value(), settings.slack_api_url)
    try:
        answer = await client.call("auth.test")
    except SendFailed as failed:
        fix = "Install the app to the workspace again and copy its token; check that this machine reaches Slack."
        return Check("slack", False, f"Slack answers: {failed.reason}", fix)
    finally:
        await client.close()
    return Check("slack", True, f"connected to {answer.get('team', 'the workspace')}")


async def _teams(settings: Settings) -> AsyncIterator[Check]:
    if settings.teams_auth == "off":
        yield Check("teams", True, "without authentication, for the Agents Playground on this machine")
        return
    given = {
        f"{PREFIX}TEAMS_APP_ID": settings.teams_app_id,
        f"{PREFIX}TEAMS_APP_PASSWORD": settings.teams_app_password.get_secret_value(),
        f"{PREFIX}TEAMS_TENANT_ID": settings.teams_tenant_id,
    }
    if not any(given.values()):
        return
    missing = [name for name, value in given.items() if not value]
    if missing:
        fix = "Set them from the Azure Bot's registration (single tenant)."
        yield Check("teams", False, f"{', '.join(missing)} missing", fix)
        return
    yield await _teams_answers(settings)


async def _teams_answers(settings: Settings) -> Check:
    password = settings.teams_app_password.get_secret_value()
    client = TeamsClient(Registration(settings.teams_app_id, password, settings.teams_tenant_id))
    try:
        async with asyncio.timeout(_ASK_WITHIN_S):
            await client.check_credentials()
    except (SendFailed, TimeoutError) as failed:
        fix = "Check the app id, its client secret and the tenant id, and that this machine reaches Microsoft."
        return Check("teams", False, f"Microsoft answers: {failed or 'nothing'}", fix)
    finally:
        await client.close()
    return Check("teams", True, "Microsoft grants a token")


async def _address(settings: Settings) -> AsyncIterator[Check]:
    needed = settings.has_teams and settings.teams_auth == "required"
    if settings.has_slack and not settings.slack_app_token.get_secret_value():
        needed = True
    if not needed and not settings.public_url:
        return
    fix = f"Set {PREFIX}PUBLIC_URL to the https:// address under which the platforms reach this server."
    if not settings.public_url:
        yield Check("address", False, "no public address is set", fix)
        return
    if not settings.public_url.startswith("https://") and not is_loopback(_host(settings.public_url)):
        yield Check("address", False, f"{settings.public_url} is not https", fix)
        return
    yield await _address_answers(settings.public_url)


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].partition(":")[0]


async def _address_answers(url: str) -> Check:
    fix = f"Start milepost serve, and lead {url} to it."
    try:
        timeout = aiohttp.ClientTimeout(total=_ASK_WITHIN_S)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(f"{url}/healthz") as answer:
            is_up = answer.status == 200
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return Check("address", False, f"{url} does not answer ({type(error).__name__})", fix)
    return Check("address", is_up, f"{url} answers" if is_up else f"{url} answers {answer.status}", fix)


async def _manifests(settings: Settings) -> AsyncIterator[Check]:
    try:
        slack_manifest(settings.public_url, many=settings.has_many_slack_workspaces)
        teams_package(settings.teams_app_id, settings.public_url)
    except (OSError, ValueError, ModuleNotFoundError) as error:
        fix = "Install Milepost again: its files are incomplete."
        yield Check("manifests", False, f"cannot be made ({type(error).__name__})", fix)
    else:
        yield Check("manifests", True, "can be written: milepost manifest slack, milepost manifest teams")
