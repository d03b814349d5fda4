"""Milepost is installed in a workspace, or removed from one: which organisation it joins, and who is told."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import available_timezones

from core.cards.installing import removed
from core.chat.effect import Send, ToPerson
from core.chat.event import Origin
from core.model.installation import Installation
from core.model.person import Access, Account, Person, Platform, Tenant
from core.ports import Profile, Store
from core.services.enrol import enrol
from core.services.organisations import found, home_of
from core.services.recognise import recognise

ELSE_ZONE = "Europe/London"
"""Where a platform does not tell an installer's zone."""


async def install(
    store: Store, installation: Installation, origin: Origin, installer: Profile | None, now: datetime
) -> Installation:
    """Keep an installation under the organisation it belongs to, which it is returned with.

    A workspace that was known keeps its organisation, one of a known enterprise joins that enterprise's, and the
    first on its platform joins the organisation founded at start. Any other founds its own, named after itself,
    whose administrator is who installed it. Elsewhere an installer is only recognised by work email.
    """
    tenant = await _belongs_to(store, installation)
    is_new = tenant is None
    if tenant is None:
        contact = (installer.name or installer.email) if installer else ""
        tenant = await found(store, installation.name, contact)
    kept = replace(installation, tenant_id=tenant.id)
    await store.tenants.link_workspace(tenant.id, kept.platform, kept.workspace)
    await store.installations.save(kept)
    if installer is not None:
        if is_new:
            await _appoint(store, tenant, origin, installer, now)
        else:
            await recognise(store, origin, installer)
    return kept


async def end_installation(
    store: Store, platform: Platform, workspace: str, reason: str, now: datetime
) -> tuple[Installation, int] | None:
    """End an installation and tell the administrators who can still be reached; how many those are.

    None when there was none that had not ended. Whoever installs it again finds everything as it was.
    """
    installation = await store.installations.of(platform, workspace)
    if installation is None or not await store.installations.end(platform, workspace, reason, now):
        return None
    key = (
        f"installation-ended:{platform}:{workspace}:{installation.version}:{installation.installed_at.isoformat()}"
    )
    told = await store.installations.administrators_in_reach(installation.tenant_id)
    sends = [
        Send(ToPerson(person.id), removed(person, installation.name), "installation ended", f"{key}:{person.id}")
        for person in told
    ]
    await store.outbox.add(installation.tenant_id, sends, now)
    return installation, len(told)


async def _belongs_to(store: Store, installation: Installation) -> Tenant | None:
    platform, workspace = installation.platform, installation.workspace
    linked = await store.tenants.of_workspace(platform, workspace)
    if linked is not None:
        return linked
    tenants = await store.tenants.all()
    if installation.enterprise:
        tenant_id = await store.installations.tenant_of_enterprise(platform, installation.enterprise)
        if tenant_id is not None:
            return next(tenant for tenant in tenants if tenant.id == tenant_id)
    home = home_of(tenants)
    if home is None or await store.tenants.has_workspace(home.id, platform):
        return None
    return home


async def _appoint(store: Store, tenant: Tenant, origin: Origin, installer: Profile, now: datetime) -> None:
    """Make the installer of a newly founded organisation its administrator."""
    zone = installer.timezone if installer.timezone in available_timezones() else ELSE_ZONE
    email = installer.email.strip().lower()
    person = Person(uuid4().hex, tenant.id, email, installer.name or email, access=Access.ADMIN, timezone=zone)
    await store.people.save([person])
    address = installer.address or origin.address
    await store.people.link(Account(origin.platform, origin.workspace, origin.user, person.id, address))
    await enrol(store, [person], now)
