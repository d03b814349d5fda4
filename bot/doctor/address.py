"""The public address: set where it is needed, https, and leading here."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp

from bot.doctor.check import Check, advice, right, wrong
from bot.openapi import DESCRIPTION_PATH
from bot.release import release
from bot.settings import PREFIX, Settings, is_loopback

_ASK_WITHIN_S = 10.0


async def address(settings: Settings) -> AsyncIterator[Check]:
    """Whether platforms and browsers reach this server."""
    over_http = settings.has_slack and not settings.slack_app_token.get_secret_value()
    if not settings.public_url and not (over_http or (settings.has_teams and settings.teams_auth == "required")):
        return
    todo = f"Set {PREFIX}PUBLIC_URL to the https:// address under which the platforms reach this server."
    if not settings.public_url:
        yield wrong("address", "no public address is set", todo)
        return
    if not settings.public_url.startswith("https://") and settings.has_public_address:
        yield wrong("address", f"{settings.public_url} is not https", todo)
        return
    if settings.has_public_address and not is_loopback(settings.host) and settings.port in (80, 443):
        todo = "Put a proxy with a certificate before it (docs/deploy/one-server.md): Milepost speaks plain HTTP."
        yield wrong("address", f"{PREFIX}PORT={settings.port} is open to everyone without TLS", todo)
    yield await _answers(settings.public_url)


async def _answers(url: str) -> Check:
    """Asks for what needs no key and what a proxy passes on, as it does not with /healthz."""
    host = urlsplit(url).hostname
    todo = f"Start milepost serve, and lead {url} to it (docs/deploy/one-server.md has a proxy that does)."
    try:
        timeout = aiohttp.ClientTimeout(total=_ASK_WITHIN_S)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url + DESCRIPTION_PATH) as answer,
        ):
            if answer.status != 200:
                return wrong("address", f"{url} answers {answer.status} to {DESCRIPTION_PATH}", todo)
            said = await answer.json(content_type=None)
    except aiohttp.ClientConnectorCertificateError:
        todo = f"Get a certificate for {host} that platforms trust; Caddy does by itself."
        return wrong("address", f"the certificate of {url} is not trusted", todo)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return wrong("address", f"{url} does not answer ({type(error).__name__})", todo)
    except ValueError:
        return wrong("address", f"something else answers at {url}", todo)
    about = said.get("info", {}) if isinstance(said, dict) else {}
    if about.get("title") != "Milepost":
        return wrong("address", f"something else answers at {url}", todo)
    if about.get("version") != release():
        said = f"{url} is served by release {about.get('version')}; this is {release()}"
        return advice("address", said, "Restart what serves, once every process has the same release.")
    return right("address", f"{url} answers, with release {release()}")
