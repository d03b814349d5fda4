"""Remove what is not kept any longer, in batches, and say what would be removed."""

from collections import Counter
from collections.abc import Mapping

from core.model.privacy import OnHold
from core.model.retention import DEFAULT_MONTHS, Kept
from core.ports import Clock, Database
from core.services.erase_person import erase_person

AT_ONCE = 500
"""Rows of a table in one transaction: nobody waits for it longer than a moment."""

_LEAVERS_AT_ONCE = 20

Counts = Mapping[Kept, Mapping[str, int]]
"""Rows of each table, by kind."""


async def what_has_ended(database: Database, clock: Clock, tenant_id: str) -> Counts:
    """What the next run would remove; people who left are counted up to `AT_ONCE`."""
    now = clock.now()
    async with database.reading() as store:
        policy = await store.privacy.retention(tenant_id)
        found: dict[Kept, Mapping[str, int]] = {
            kind: await store.privacy.count_ended(tenant_id, kind, policy.ends(kind, now))
            for kind in DEFAULT_MONTHS
            if kind is not Kept.LEAVERS
        }
        gone = await store.privacy.leavers(tenant_id, policy.ends(Kept.LEAVERS, now).date(), AT_ONCE)
        found[Kept.LEAVERS] = {"people": len(gone)} if gone else {}
    return {kind: counts for kind, counts in found.items() if counts}


async def keep_retention(database: Database, clock: Clock, tenant_id: str) -> Counts:
    """Remove what has ended, each batch in a transaction of its own; how many rows went.

    What another process removes at the same time is removed once. Counted weeks stay.
    """
    done: dict[Kept, Counter[str]] = {}
    for kind in DEFAULT_MONTHS:
        removed = Counter[str]()
        while (batch := await _batch(database, clock, tenant_id, kind)) is not None:
            removed.update(batch)
        if removed:
            done[kind] = removed
    return done


async def _batch(database: Database, clock: Clock, tenant_id: str, kind: Kept) -> Mapping[str, int] | None:
    """One transaction's work; None once there is none."""
    now = clock.now()
    async with database.transaction() as store:
        before = (await store.privacy.retention(tenant_id)).ends(kind, now)
        if kind is not Kept.LEAVERS:
            return await store.privacy.remove_ended(tenant_id, kind, before, AT_ONCE) or None
        people = await store.privacy.leavers(tenant_id, before.date(), _LEAVERS_AT_ONCE)
        removed = Counter[str]()
        for person in people:
            try:
                removed.update(await erase_person(store, person, now))
            except OnHold:
                # A hold that was placed since they were looked for.
                continue
        return removed or None
