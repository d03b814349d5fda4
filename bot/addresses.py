"""Where a delivery goes: the account or channel to write to, looked up in a platform's directory if need be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from aiolimiter import AsyncLimiter

from core.model.delivery import Delivery
from core.model.person import Account, Platform
from core.ports import Database, Directory
from core.services.recognise import tenant_of

LOOKUPS_PER_MINUTE = {Platform.SLACK: 45.0}
"""Slack: `users.lookupByEmail` is tier 3, 50 and more a minute. Elsewhere a look-up asks nobody."""


@dataclass(frozen=True, slots=True)
class Address:
    """What a messenger needs to write to a person or channel."""

    platform: Platform
    workspace: str
    address: str


class Addresses:
    """Finds the address of each delivery on a platform that is set up.

    `sharers` says how many processes look people up just now, each of which keeps to its part of what is allowed.
    """

    def __init__(
        self,
        database: Database,
        directories: Mapping[Platform, Directory],
        sharers: Callable[[], int] = lambda: 1,
    ) -> None:
        self._database = database
        self._sharers = sharers
        self._directories = directories
        self._lookups = {
            platform: AsyncLimiter(5, 5 / LOOKUPS_PER_MINUTE[platform] * 60)
            for platform in directories
            if platform in LOOKUPS_PER_MINUTE
        }

    async def of(self, delivery: Delivery) -> Address | None:
        """Where `delivery` goes; None when no platform knows the person.

        The account the person uses is taken as it is. Otherwise the directories are asked by work email, the
        wanted platform's first, and what they find is kept.
        """
        if delivery.channel is not None:
            channel = delivery.channel
            return Address(channel.platform, channel.workspace, channel.conversation)
        known = delivery.account if delivery.account and delivery.account.platform in self._directories else None
        wanted = delivery.wanted_platform
        if known is not None and known.address and wanted in (None, known.platform):
            return _address(known)
        found = await self._look_up(delivery, known)
        if found is not None:
            return _address(found)
        return _address(known) if known is not None and known.address else None

    async def _look_up(self, delivery: Delivery, known: Account | None) -> Account | None:
        if not delivery.email or delivery.person_id is None:
            return None
        async with self._database.reading() as store:
            workspaces = await store.tenants.workspaces(delivery.tenant_id)
        for platform in self._in_order(delivery, known):
            if platform in self._lookups:
                lookups = self._lookups[platform]
                await lookups.acquire(min(self._sharers(), lookups.max_rate))
            account = await self._directories[platform].find(delivery.email, workspaces.get(platform, ()))
            if account is not None and account.address:
                linked = replace(account, person_id=delivery.person_id)
                if await self._link(delivery.tenant_id, linked):
                    return linked
        return None

    def _in_order(self, delivery: Delivery, known: Account | None) -> list[Platform]:
        """The platforms to ask. One who is known and reachable elsewhere is looked for on the wanted one only."""
        wanted = delivery.wanted_platform
        if known is not None and known.address:
            return [wanted] if wanted in self._directories else []
        first = wanted or (known.platform if known else None)
        return sorted(self._directories, key=lambda platform: platform is not first)

    async def _link(self, tenant_id: str, account: Account) -> bool:
        """Keep the account, unless its workspace belongs to another organisation."""
        async with self._database.transaction() as store:
            tenant = await tenant_of(store, account.platform, account.workspace)
            if tenant is None or tenant.id != tenant_id:
                return False
            await store.people.link(account)
            return True


def _address(account: Account) -> Address:
    return Address(account.platform, account.workspace, account.address or "")
