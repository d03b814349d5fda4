"""Found organisations: the one that the settings name at the first start, one for each further installation."""

from collections.abc import Sequence
from uuid import uuid4

from core.model.checkin import Schedule
from core.model.person import Tenant
from core.ports import Store


def home_of(tenants: Sequence[Tenant]) -> Tenant | None:
    """The organisation founded at start, which files are imported into; of a single one there is no doubt."""
    home = next((tenant for tenant in tenants if tenant.is_home), None)
    return home or (tenants[0] if len(tenants) == 1 else None)


async def found_home(store: Store, name: str, contact: str) -> Tenant:
    """The organisation founded at start, which is founded now where there is none yet."""
    home = home_of(await store.tenants.all())
    return home or await found(store, name, contact, is_home=True)


async def found(store: Store, name: str, contact: str, *, is_home: bool = False) -> Tenant:
    """A new organisation with a weekly check-in of its own."""
    tenant = Tenant(uuid4().hex, name, contact, is_home)
    await store.tenants.add(tenant)
    await store.checkins.save_schedule(Schedule(uuid4().hex, tenant.id))
    return tenant
