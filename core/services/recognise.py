"""Match an account on a platform to a person by work email, the first time it appears."""

from core.chat.event import Origin
from core.model.person import Account, Person, Platform, Tenant
from core.ports import Profile, Store
from core.services.organisations import home_of


async def tenant_of(store: Store, platform: Platform, workspace: str) -> Tenant | None:
    """The organisation a workspace belongs to; a platform's first workspace joins the one founded at start."""
    tenant = await store.tenants.of_workspace(platform, workspace)
    if tenant is not None:
        return tenant
    home = home_of(await store.tenants.all())
    if home is None or await store.tenants.has_workspace(home.id, platform):
        return None
    await store.tenants.link_workspace(home.id, platform, workspace)
    return home


async def recognise(store: Store, origin: Origin, profile: Profile) -> Person | None:
    """Link the account behind `origin` to the person with its work email; None when the directory has none."""
    tenant = await tenant_of(store, origin.platform, origin.workspace)
    if tenant is None or not profile.email:
        return None
    person = await store.people.by_email(tenant.id, profile.email.strip().lower())
    if person is None:
        return None
    address = profile.address or origin.address
    await store.people.link(Account(origin.platform, origin.workspace, origin.user, person.id, address))
    return person


async def contact_of(store: Store, tenant_id: str) -> str:
    """Whom the people of an organisation are told to ask."""
    return next((tenant.contact for tenant in await store.tenants.all() if tenant.id == tenant_id), "")


async def contact_for_stranger(store: Store, origin: Origin) -> str:
    """Whom someone is told to ask whom the directory does not know."""
    tenant = await store.tenants.of_workspace(origin.platform, origin.workspace)
    if tenant is not None:
        return tenant.contact
    # The first to write may be a stranger; a further workspace is told nothing of the organisation.
    home = home_of(await store.tenants.all())
    if home is None or await store.tenants.has_workspace(home.id, origin.platform):
        return ""
    return home.contact
