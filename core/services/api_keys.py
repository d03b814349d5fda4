"""Keys of other systems: given out once, known by what was given out, and revoked."""

from datetime import datetime

from core.model.api_key import ApiKey, ApiScope, id_in, new_key
from core.ports import Store


class NameTaken(ValueError):
    """A key of this name is in use; two of one name could not be told apart when one is to be revoked."""


async def give_key(store: Store, tenant_id: str, name: str, scope: ApiScope, now: datetime) -> tuple[ApiKey, str]:
    """A new key, and how it is written, which is never known again. Raises `NameTaken`; `now` is UTC."""
    if await key_called(store, tenant_id, name) is not None:
        raise NameTaken(name)
    key, written = new_key(tenant_id, name, scope, now)
    await store.api_keys.add(key)
    return key, written


async def key_called(store: Store, tenant_id: str, name: str) -> ApiKey | None:
    """The key of this name that is in use."""
    keys = await store.api_keys.all(tenant_id)
    return next((key for key in keys if key.name == name and key.revoked_at is None), None)


async def key_written(store: Store, written: str) -> ApiKey | None:
    """The key that `written` is; None for a wrong or revoked one."""
    key_id = id_in(written)
    key = await store.api_keys.by_id(key_id) if key_id else None
    return key if key is not None and key.opens_for(written) else None


async def note_use(store: Store, key: ApiKey, now: datetime) -> None:
    """Keep the day (UTC) on which the key was last used; written once a day."""
    if key.last_used_on != now.date():
        await store.api_keys.used(key.id, now.date())
