"""Slack's installations in Milepost's database: slack_sdk's store interface over the core's port, tokens sealed.

One installation is kept for each workspace, or for each enterprise that installed Milepost in all of its
workspaces: Milepost acts as its bot only, so that whoever installed it last speaks for all.
"""

import hashlib
import secrets as randomness
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from logging import Logger
from typing import Any

import structlog
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store import Installation as SlackInstallation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.adapters.seal import Seal
from bot.adapters.slack.quiet import SDK_LOG
from core.chat.event import Installed, Origin
from core.model.installation import Installation
from core.model.person import Platform
from core.ports import CannotOpen, Clock, Database, Profile, Unreachable
from core.services.installing import end_installation, install

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Kept:
    """An installation that has not ended: as it is kept, and as slack_sdk knows it, with its tokens."""

    row: Installation
    installation: SlackInstallation


class SlackInstallations(AsyncInstallationStore):
    """`committed` is called after commits that queued messages, `changed` with a workspace whose token changed."""

    def __init__(self, *, database: Database, seal: Seal, clock: Clock) -> None:
        self._database = database
        self._seal = seal
        self._clock = clock
        self.committed: Callable[[], None] = lambda: None
        self.changed: Callable[[str], None] = lambda _: None

    @property
    def logger(self) -> Logger:
        """What slack_sdk logs with."""
        return SDK_LOG

    # --- coming ------------------------------------------------------------------------------------------------

    async def keep(self, installation: SlackInstallation, installer: Profile | None) -> Installed:
        """Keep an installation, with the event that tells of it, which is still to be worked on.

        Raises `StoreUnavailable`, and then nothing was kept.
        """
        row = self._row(installation)
        event = Installed(_origin_of(installation, row.workspace))
        async with self._database.transaction() as store:
            await install(store, row, event.origin, installer, self._clock.now())
            await store.inbox.accept(event, self._clock.now())
        self.changed(row.workspace)
        _log.info("slack.installed", workspace=row.workspace)
        return event

    async def async_save(self, installation: SlackInstallation) -> None:
        """Keep an installation whose installer is not known."""
        await self.keep(installation, None)

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot's new token, of an installation that is known."""
        kept = await self._kept(workspace_of(bot))
        if kept is not None:
            values = kept.installation.to_dict_for_copying() | bot.to_dict_for_copying()
            await self.renew(kept, SlackInstallation(**values))

    async def lease_renewal(self, kept: Kept, now: datetime, until: datetime) -> bool:
        """Whether the caller alone is to renew this token until then."""
        async with self._database.transaction() as store:
            return await store.installations.lease_renewal(kept.row, now, until)

    async def renew(self, kept: Kept, rotated: SlackInstallation) -> Kept:
        """Keep a renewed token; another that was kept meanwhile is given back instead."""
        row = self._row(rotated)
        async with self._database.transaction() as store:
            await store.installations.renew(kept.row, row.secrets or "", row.expires_at)
        self.changed(kept.row.workspace)
        newer = await self._kept(kept.row.workspace)
        return newer or kept

    # --- looking up --------------------------------------------------------------------------------------------

    async def active(self, workspace: str) -> Kept | None:
        """The installation that speaks in a workspace: its own, or that of its whole enterprise.

        Raises `StoreUnavailable`, and `Unreachable` when the tokens cannot be opened with the keys that are set.
        """
        async with self._database.reading() as store:
            row = await store.installations.of(Platform.SLACK, workspace)
            if row is not None and not row.is_active and row.enterprise:
                row = await store.installations.of(Platform.SLACK, row.enterprise)
        return self._opened(row)

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> SlackInstallation | None:
        """See slack_sdk's `AsyncInstallationStore`."""
        workspace = enterprise_id if is_enterprise_install or team_id is None else team_id
        kept = await self._kept(workspace or "")
        if kept is None or user_id not in (None, kept.row.installed_by):
            return None
        return kept.installation

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """See slack_sdk's `AsyncInstallationStore`."""
        found = await self.async_find_installation(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=is_enterprise_install
        )
        return found.to_bot() if found else None

    # --- going -------------------------------------------------------------------------------------------------

    async def end(self, workspace: str, reason: str) -> bool:
        """Forget an installation's tokens and tell the administrators; whether there were any."""
        async with self._database.transaction() as store:
            ended = await end_installation(store, Platform.SLACK, workspace, reason, self._clock.now())
        self.changed(workspace)
        if ended is None:
            return False
        _, told = ended
        _log.error("slack.installation_ended", workspace=workspace, reason=reason, administrators_told=told)
        self.committed()
        return True

    async def ended_at_slack(self, workspace: str, reason: str, at: datetime) -> None:
        """Slack tells that an installation ended; older news than the installation itself changes nothing."""
        async with self._database.reading() as store:
            row = await store.installations.of(Platform.SLACK, workspace)
        if row is None or not row.is_active:
            return
        # Slack tells whole seconds, and may tell late or twice.
        if at + timedelta(seconds=1) <= row.installed_at:
            _log.info("slack.old_news_of_an_end", workspace=workspace)
            return
        await self.end(workspace, reason)

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """See slack_sdk's `AsyncInstallationStore`."""
        await self.end(team_id or enterprise_id or "", "deleted")

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Only the bot's token is used, so that a single person's withdrawal ends nothing."""
        if user_id is None:
            await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    # --- sealed and opened -------------------------------------------------------------------------------------

    async def _kept(self, workspace: str) -> Kept | None:
        async with self._database.reading() as store:
            row = await store.installations.of(Platform.SLACK, workspace)
        return self._opened(row)

    def _opened(self, row: Installation | None) -> Kept | None:
        if row is None or row.secrets is None:
            return None
        try:
            return Kept(row, SlackInstallation(**self._seal.open(row.secrets)))
        except CannotOpen:
            _log.error("slack.tokens_cannot_be_opened", workspace=row.workspace)
            raise Unreachable(
                "its tokens cannot be opened with the keys in MILEPOST_ENCRYPTION_KEYS", may_have_arrived=False
            ) from None

    def _row(self, installation: SlackInstallation) -> Installation:
        expires = installation.bot_token_expires_at
        wide = installation.is_enterprise_install
        return Installation(
            platform=Platform.SLACK,
            workspace=workspace_of(installation),
            tenant_id="",
            name=(installation.enterprise_name if wide else installation.team_name) or "Slack",
            enterprise=installation.enterprise_id or "",
            enterprise_wide=wide,
            secrets=self._seal.close(_as_json(installation.to_dict_for_copying())),
            version=1,
            installed_at=datetime.fromtimestamp(installation.installed_at, UTC),
            installed_by=installation.user_id,
            expires_at=datetime.fromtimestamp(expires, UTC) if expires is not None else None,
        )


class SlackSignInStates(AsyncOAuthStateStore):
    """States of installations under way, in our database, for `lifetime`."""

    def __init__(self, database: Database, clock: Clock, lifetime: timedelta) -> None:
        self._database = database
        self._clock = clock
        self._lifetime = lifetime

    @property
    def logger(self) -> Logger:
        """What slack_sdk logs with."""
        return SDK_LOG

    async def async_issue(self, *_: Any, **__: Any) -> str:
        """A new state, which nobody can guess."""
        state = randomness.token_urlsafe(32)
        async with self._database.transaction() as store:
            await store.sign_in_states.issue(_digest(state), self._clock.now() + self._lifetime)
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether the state is one of ours, of less than `lifetime` ago, used for the first time."""
        async with self._database.transaction() as store:
            return await store.sign_in_states.consume(_digest(state), self._clock.now())


def workspace_of(installation: SlackInstallation | Bot) -> str:
    """The workspace's id, or the enterprise's for one in all of its workspaces; raises `ValueError`."""
    found = installation.enterprise_id if installation.is_enterprise_install else installation.team_id
    if not found:
        raise ValueError("an installation names no workspace")
    return found


def _origin_of(installation: SlackInstallation, workspace: str) -> Origin:
    user = installation.user_id
    event_id = f"installed:{workspace}:{installation.installed_at:.6f}"
    return Origin(Platform.SLACK, workspace, user, event_id, user, address=user)


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
