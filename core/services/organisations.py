"""Found organisations: the one that the settings name at the first start, one for each further installation."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from core.model.checkin import Schedule
from core.model.person import Access, Person, Tenant
from core.ports import Store
from core.services.enrol import enrol


def home_of(tenants: Sequence[Tenant]) -> Tenant | None:
    """The organisation founded at start, which files are imported into; of a single one there is no doubt."""
    home = next((tenant for tenant in tenants if tenant.is_home), None)
    return home or (tenants[0] if len(tenants) == 1 else None)


async def tenant_of_person(store: Store, person: Person) -> Tenant:
    """The organisation that someone belongs to."""
    return next(each for each in await store.tenants.all() if each.id == person.tenant_id)


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


async def appoint(store: Store, tenant: Tenant, email: str, now: datetime) -> None:
    """Bring in an administrator by work email alone, or appoint whom a file brought in before there was any.

    Once someone may set the organisation up, everyone stays as the files say. The name is read off the address
    until a file or HR gives a better one.
    """
    known = await store.people.by_email(tenant.id, email)
    if known is not None:
        if not await store.people.beyond_staff(tenant.id):
            await store.people.save([replace(known, access=Access.ADMIN)])
        return
    name = " ".join(part.capitalize() for part in re.split(r"[._]+", email.partition("@")[0]) if part)
    person = Person(uuid4().hex, tenant.id, email, name or email, access=Access.ADMIN)
    await store.people.save([person])
    await enrol(store, [person], now)
