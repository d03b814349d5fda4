"""Teams: the registration as Microsoft sees it."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import aiohttp

from bot.adapters.teams.client import TeamsClient
from bot.adapters.teams.registration import Registration
from bot.doctor.check import Check, right, wrong
from bot.doctor.clock import against
from bot.settings import PREFIX, Settings
from core.ports import Clock, SendFailed

AUTHORITY = "https://login.microsoftonline.com"
"""Where Microsoft says of each tenant how to sign in."""

_ASK_WITHIN_S = 10.0


async def teams(settings: Settings, clock: Clock, authority: str = AUTHORITY) -> AsyncIterator[Check]:
    """What is set for Teams, tried at Microsoft's."""
    if settings.teams_auth == "off":
        yield right("teams", "without authentication, for the Agents Playground on this machine")
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
        todo = "Set them from the Azure Bot's registration (single tenant)."
        yield wrong("teams", f"{', '.join(missing)} missing", todo)
        return
    if not _is_id(settings.teams_app_id):
        said = f"{PREFIX}TEAMS_APP_ID is no id, such as 2f5a9c1e-0000-4000-8000-000000000001"
        yield wrong("teams", said, "Copy the Microsoft App ID from the Azure Bot's “Configuration”.")
        return
    if _is_id(settings.teams_app_password.get_secret_value()):
        said = f"{PREFIX}TEAMS_APP_PASSWORD is an id, not a secret"
        yield wrong(
            "teams", said, "Copy the secret's “Value”, not its “Secret ID”; make a new one if it is hidden."
        )
        return
    async for each in _tenant(settings, clock, authority):
        yield each
        if each.name == "teams tenant" and each.todo:
            return
    yield await _token(settings)


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


async def _tenant(settings: Settings, clock: Clock, authority: str) -> AsyncIterator[Check]:
    address = f"{authority}/{settings.teams_tenant_id}/v2.0/.well-known/openid-configuration"
    asked_at = clock.now()
    try:
        timeout = aiohttp.ClientTimeout(total=_ASK_WITHIN_S)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(address) as answer:
            status, date = answer.status, answer.headers.get("Date", "")
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        todo = f"Let this machine reach {authority} (port 443), through your proxy or firewall."
        yield wrong("teams tenant", f"Microsoft does not answer ({type(error).__name__})", todo)
        return
    if status != 200:
        todo = f"Copy the App Tenant ID from the Azure Bot's “Configuration” to {PREFIX}TEAMS_TENANT_ID."
        yield wrong(
            "teams tenant", f"Microsoft knows no tenant {settings.teams_tenant_id} (it answers {status})", todo
        )
        return
    yield right("teams tenant", "Microsoft knows it")
    agrees = against("Microsoft", date, asked_at, clock.now())
    if agrees is not None:
        yield agrees


async def _token(settings: Settings) -> Check:
    password = settings.teams_app_password.get_secret_value()
    client = TeamsClient(Registration(settings.teams_app_id, password, settings.teams_tenant_id))
    try:
        async with asyncio.timeout(_ASK_WITHIN_S):
            await client.check_credentials()
    except (SendFailed, TimeoutError) as failed:
        todo = "Check the app id, its client secret (is it out of date?) and the tenant id."
        return wrong("teams", f"Microsoft answers: {failed or 'nothing'}", todo)
    finally:
        await client.close()
    return right("teams", "Microsoft grants a token")
