"""Which token speaks in which workspace: the one there is, or each installation's own, renewed before it runs out.

Slack: with token rotation an access token lives twelve hours, and a refresh token is used once (docs "Token
rotation"). Tokens are cached; that another process renewed or removed one is noticed when Slack
refuses it.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError, SlackTokenRotationError
from slack_sdk.oauth.installation_store import Installation as SlackInstallation
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import SlackClient, refusal_of
from bot.adapters.slack.installations import Kept, SlackInstallations
from bot.adapters.slack.quiet import SDK_LOG
from core.ports import Clock, NotInstalled, Refused, SendFailed, StoreUnavailable, Unreachable

RENEW_BEFORE = timedelta(hours=2)
"""How long before it runs out a token is renewed; slack_sdk's own choice."""

LEASE = timedelta(seconds=60)
"""How long one process alone renews a token; longer than a call takes."""

REMOVED = "Milepost is no longer installed in this Slack workspace; add it again at /slack/install"
"""Why messages to a workspace are given up, for administrators."""

_HOWEVER_LATE_MINUTES = 60 * 24 * 365 * 100
"""Lets slack_sdk renew whenever it is asked: when is decided here, by our clock."""

_SAVES = 5
_EXPIRED = "token_expired"

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Known:
    client: SlackClient
    version: int
    renew_at: datetime | None


class ManyWorkspaces:
    """The clients of all installations; `client` lends its connections and has no token of its own."""

    def __init__(
        self, *, client: SlackClient, installations: SlackInstallations, rotator: AsyncTokenRotator, clock: Clock
    ) -> None:
        self._client = client
        self._installations = installations
        self._rotator = rotator
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._expired: set[str] = set()
        installations.changed = self._forget

    @property
    def api_url(self) -> str:
        """Where the Web API is."""
        return self._client.api_url

    async def of(self, workspace: str) -> SlackClient:
        """The client with the workspace's token."""
        known = self._known.get(workspace)
        if known is None or (known.renew_at is not None and known.renew_at <= self._clock.now()):
            known = await self._look_up(workspace)
        return known.client

    def among(self, workspaces: Collection[str]) -> Sequence[str]:
        """All of them, and no other."""
        return sorted(workspaces)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def _forget(self, workspace: str) -> None:
        self._known.pop(workspace, None)
        self._expired.discard(workspace)

    # --- looking up and renewing -------------------------------------------------------------------------------

    async def _look_up(self, workspace: str) -> _Known:
        async with self._locks[workspace]:
            now = self._clock.now()
            known = self._known.get(workspace)
            if known is not None and (known.renew_at is None or known.renew_at > now):
                return known
            try:
                kept = await self._kept(workspace)
                renew_at = _renew_at(kept)
                if (renew_at is not None and renew_at <= now) or workspace in self._expired:
                    kept, renew_at = await self._renewed(kept, now)
            except StoreUnavailable as error:
                raise Unreachable("the database cannot be reached", may_have_arrived=False) from error
            self._expired.discard(workspace)
            client = self._client_of(workspace, kept)
            known = self._known[workspace] = _Known(client, kept.row.version, renew_at)
            return known

    async def _kept(self, workspace: str) -> Kept:
        kept = await self._installations.active(workspace)
        if kept is None:
            raise NotInstalled(REMOVED)
        return kept

    def _client_of(self, workspace: str, kept: Kept) -> SlackClient:
        async def refused(reason: str) -> None:
            await self._token_refused(workspace, kept, reason)

        return self._client.bearing(kept.installation.bot_token or "", refused)

    async def _renewed(self, kept: Kept, now: datetime) -> tuple[Kept, datetime | None]:
        """The installation with a new token, or for now with the old one where that still works."""
        if not await self._installations.lease_renewal(kept, now, now + LEASE):
            # Another process renews it, or just has.
            newer = await self._kept(kept.row.workspace)
            if newer.row.version != kept.row.version:
                return newer, _renew_at(newer)
            return _as_long_as_it_lasts(
                kept, now, Unreachable("the token is being renewed", may_have_arrived=False)
            )
        try:
            rotated = await self._rotator.perform_token_rotation(
                installation=kept.installation, minutes_before_expiration=_HOWEVER_LATE_MINUTES
            )
        except SlackTokenRotationError as error:
            return await self._not_renewed(kept, now, _cause(error))
        except (TimeoutError, SlackClientError, aiohttp.ClientError, OSError) as error:
            return await self._not_renewed(kept, now, Unreachable(type(error).__name__, may_have_arrived=False))
        if rotated is None:
            return await self._not_renewed(
                kept, now, Unreachable("no new token was given", may_have_arrived=False)
            )
        if rotated.bot_token_expires_at is not None:
            # Slack tells a lifetime, which slack_sdk counts from its own clock rather than from ours.
            lifetime_s = rotated.bot_token_expires_at - int(time.time())
            rotated.bot_token_expires_at = int(now.timestamp()) + lifetime_s
        newer = await self._saved(kept, rotated)
        _log.info("slack.token_renewed", workspace=kept.row.workspace)
        return newer, _renew_at(newer)

    async def _saved(self, kept: Kept, rotated: SlackInstallation) -> Kept:
        """Keep what cannot be got a second time, however long the database is away for a moment."""
        for attempt in range(_SAVES):
            try:
                return await self._installations.renew(kept, rotated)
            except StoreUnavailable:
                if attempt == _SAVES - 1:
                    _log.error("slack.renewed_token_not_saved", workspace=kept.row.workspace)
                    raise
                await asyncio.sleep(0.2 * 2**attempt)
        raise AssertionError

    async def _not_renewed(self, kept: Kept, now: datetime, failed: SendFailed) -> tuple[Kept, datetime | None]:
        workspace = kept.row.workspace
        _log.error("slack.token_not_renewed", workspace=workspace, reason=failed.reason)
        if isinstance(failed, Refused) and not _still_works(kept, now):
            await self._installations.end(workspace, f"its token could not be renewed: {failed.reason}")
            raise NotInstalled(REMOVED)
        return _as_long_as_it_lasts(kept, now, failed)

    async def _token_refused(self, workspace: str, used: Kept, reason: str) -> None:
        """Slack takes the token no longer: there is a newer one, it ran out, or Milepost was removed."""
        self._known.pop(workspace, None)
        try:
            kept = await self._installations.active(workspace)
            if kept is not None and kept.row.version != used.row.version:
                raise Unreachable(f"{reason}, of a token that has been replaced", may_have_arrived=False)
            if reason == _EXPIRED and used.installation.bot_refresh_token:
                self._expired.add(workspace)
                raise Unreachable(reason, may_have_arrived=False)
            if kept is not None:
                await self._installations.end(kept.row.workspace, f"Slack answered {reason}")
        except StoreUnavailable as error:
            raise Unreachable(reason, may_have_arrived=False) from error
        raise NotInstalled(REMOVED)


def token_rotator(client_id: str, client_secret: str, api_url: str) -> AsyncTokenRotator:
    """What asks Slack for a new token."""
    client = AsyncWebClient(base_url=api_url, logger=SDK_LOG, retry_handlers=[])
    return AsyncTokenRotator(client_id=client_id, client_secret=client_secret, client=client)


def _renew_at(kept: Kept) -> datetime | None:
    return kept.row.expires_at - RENEW_BEFORE if kept.row.expires_at is not None else None


def _still_works(kept: Kept, now: datetime) -> bool:
    return kept.row.expires_at is None or now < kept.row.expires_at


def _as_long_as_it_lasts(kept: Kept, now: datetime, failed: SendFailed) -> tuple[Kept, datetime | None]:
    """The old token until the lease is over and renewing is tried again; raises what failed if it ran out."""
    if not _still_works(kept, now):
        raise failed
    return kept, now + LEASE


def _cause(error: SlackTokenRotationError) -> SendFailed:
    cause = error.api_error
    if isinstance(cause, SlackApiError):
        return refusal_of(cause)
    return Unreachable(type(error).__name__, may_have_arrived=False)
