"""Slack: the tokens as Slack itself sees them, for one workspace or for each that installed Milepost."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass

from bot.adapters.seal import Seal
from bot.adapters.slack.client import Connections, Identity, SlackClient
from bot.adapters.slack.manifest import SCOPES
from bot.doctor.check import Check, advice, right, wrong
from bot.doctor.clock import against
from bot.doctor.database import opened
from bot.settings import PREFIX, Settings
from core.model.installation import Installation
from core.model.person import Platform
from core.ports import CannotOpen, Clock, SendFailed, Unreachable
from storage.sealing import KeyRing

ASKED_AT_ONCE = 8
"""Workspaces whose tokens are tried at a time."""

_ASK_WITHIN_S = 10.0
_MOST_NAMED = 5
_NO_WAY_IN = f"Set {PREFIX}SLACK_SIGNING_SECRET (requests over HTTP) or {PREFIX}SLACK_APP_TOKEN (Socket Mode)."
_INSTALL_AGAIN = "Install the app to the workspace again and copy its token."


async def slack(settings: Settings, clock: Clock, can_look_up: bool) -> AsyncIterator[Check]:
    """What is set for Slack, tried at Slack; `can_look_up` whether the database can be asked for installations."""
    if settings.has_many_slack_workspaces:
        if not settings.has_slack:
            yield wrong("slack", "there is no way in", _NO_WAY_IN)
        if can_look_up:
            async for each in _many(settings, clock):
                yield each
    else:
        async for each in _one(settings, clock):
            yield each
    if settings.slack_app_token.get_secret_value():
        yield await _socket_mode(settings)


# --- one workspace --------------------------------------------------------------------------------------------


async def _one(settings: Settings, clock: Clock) -> AsyncIterator[Check]:
    bot, app = settings.slack_bot_token.get_secret_value(), settings.slack_app_token.get_secret_value()
    secret = settings.slack_signing_secret.get_secret_value()
    if not (bot or app or secret):
        return
    if not bot:
        todo = "Copy the Bot User OAuth Token from “OAuth & Permissions”."
        yield wrong("slack", f"{PREFIX}SLACK_BOT_TOKEN is missing", todo)
        return
    if not secret and not app:
        yield wrong("slack", "there is no way in", _NO_WAY_IN)
    if not bot.startswith("xoxb-"):
        said = f"{PREFIX}SLACK_BOT_TOKEN is no xoxb- token"
        yield wrong("slack", said, "Copy the one that begins with xoxb-.")
    client = SlackClient(bot, settings.slack_api_url, _ASK_WITHIN_S)
    asked_at = clock.now()
    try:
        found = await client.identify()
    except SendFailed as failed:
        yield _failed("slack", failed, _INSTALL_AGAIN, settings)
        return
    finally:
        await client.close()
    yield right("slack", f"connected to {found.workspace or 'the workspace'}")
    for each in _granted([found]):
        yield each
    agrees = against("Slack", found.date, asked_at, clock.now())
    if agrees is not None:
        yield agrees


def _granted(found: Sequence[Identity]) -> Iterator[Check]:
    """The scopes that were granted beside those of the manifest, in the workspaces that lack or exceed any."""
    said = [(each.workspace, each.scopes) for each in found if each.scopes is not None]
    missing = sorted({scope for _, scopes in said for scope in SCOPES.keys() - scopes})
    beyond = sorted({scope for _, scopes in said for scope in scopes - SCOPES.keys()})
    if missing:
        lacking = _listed([name for name, scopes in said if SCOPES.keys() - scopes])
        why = "; ".join(f"{scope} (to {SCOPES[scope]})" for scope in missing)
        todo = "Put the scopes of milepost manifest slack into the app, and install it to the workspace again."
        yield wrong("slack scopes", f"not granted in {lacking}: {why}", todo)
    if beyond:
        todo = "Take them out of the app's settings: Milepost asks for as little as it needs."
        yield advice("slack scopes", f"granted and not needed: {', '.join(beyond)}", todo)
    if said and not missing and not beyond:
        yield right("slack scopes", f"all {len(SCOPES)} that are needed, and no other")


async def _socket_mode(settings: Settings) -> Check:
    token = settings.slack_app_token.get_secret_value()
    if not token.startswith("xapp-"):
        said = f"{PREFIX}SLACK_APP_TOKEN is no xapp- token"
        return wrong("slack socket", said, "Copy the one that begins with xapp-.")
    client = SlackClient(token, settings.slack_api_url, _ASK_WITHIN_S)
    try:
        # Gives an address to connect to; nothing is connected.
        await client.call("apps.connections.open")
    except SendFailed as failed:
        todo = (
            "Make an app-level token with the scope connections:write under “Basic Information”, and turn Socket"
            " Mode on in the app's settings."
        )
        return _failed("slack socket", failed, todo, settings)
    finally:
        await client.close()
    return right("slack socket", "Socket Mode is on, and Slack lets Milepost connect")


def _failed(named: str, failed: SendFailed, todo: str, settings: Settings, of: str = "") -> Check:
    """What is wrong with a token that Slack refused, or with the way to Slack; `of` says whose token it is."""
    if isinstance(failed, Unreachable):
        way = f"Check that this machine reaches {settings.slack_api_url}: a proxy or a firewall may be in between."
        return wrong(named, f"{of}Slack does not answer ({failed.reason})", way)
    return wrong(named, f"{of}Slack answers: {failed.reason}", todo)


# --- many workspaces ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Tried:
    name: str
    found: Identity | None = None
    failed: SendFailed | None = None


async def _many(settings: Settings, clock: Clock) -> AsyncIterator[Check]:
    """Every installation's token is tried as it is kept: nothing is renewed, and none is ended."""
    async with opened(settings, clock) as database, database.reading() as store:
        active = [each for each in await store.installations.all(Platform.SLACK) if each.is_active]
    if not active:
        todo = f"Open {settings.public_url}/slack/install in a browser."
        yield wrong("slack", "installed in 0 workspaces", todo)
        return
    tokens, sealed_otherwise = _unsealed(active, Seal(KeyRing(settings.encryption_key_list)))
    if sealed_otherwise:
        said = f"the tokens of {len(sealed_otherwise)} of {len(active)} workspaces cannot be opened"
        todo = f"Add the key they were sealed with to {PREFIX}ENCRYPTION_KEYS."
        yield wrong("slack", f"{said}: {_listed(sealed_otherwise)}", todo)
    over = [each.name for each, _ in tokens if each.expires_at is not None and each.expires_at <= clock.now()]
    if over:
        todo = "Start milepost serve, which renews them when it next sends; the log has slack.token_not_renewed."
        yield wrong("slack", f"tokens ran out: {_listed(over)}", todo)
    asked_at = clock.now()
    tried = await _tried(settings, [(each.name, token) for each, token in tokens if each.name not in over])
    refused = [(each.name, each.failed) for each in tried if each.failed is not None]
    for name, failed in refused[:_MOST_NAMED]:
        todo = f"Install Milepost there again at {settings.public_url}/slack/install, or remove it."
        yield _failed("slack", failed, todo, settings, of=f"{name}: ")
    found = [each.found for each in tried if each.found is not None]
    if found:
        yield right(
            "slack",
            f"connected to {len(found)} of {len(active)} workspaces: {_listed([e.workspace for e in found])}",
        )
        for each in _granted(found):
            yield each
        agrees = against("Slack", found[-1].date, asked_at, clock.now())
        if agrees is not None:
            yield agrees


def _unsealed(active: Sequence[Installation], seal: Seal) -> tuple[list[tuple[Installation, str]], list[str]]:
    """Each installation with its bot's token, and the names of those that no key opens."""
    tokens: list[tuple[Installation, str]] = []
    sealed_otherwise: list[str] = []
    for each in active:
        try:
            tokens.append((each, str(seal.open(each.secrets or "").get("bot_token") or "")))
        except CannotOpen:
            sealed_otherwise.append(each.name)
    return tokens, sealed_otherwise


async def _tried(settings: Settings, tokens: Sequence[tuple[str, str]]) -> list[_Tried]:
    connections, few = Connections(_ASK_WITHIN_S), asyncio.Semaphore(ASKED_AT_ONCE)

    async def tried(name: str, token: str) -> _Tried:
        async with few:
            try:
                return _Tried(
                    name, await SlackClient(token, settings.slack_api_url, connections=connections).identify()
                )
            except SendFailed as failed:
                return _Tried(name, failed=failed)

    try:
        return list(await asyncio.gather(*(tried(*each) for each in tokens)))
    finally:
        await connections.close()


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
