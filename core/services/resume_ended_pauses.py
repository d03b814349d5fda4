"""Let objectives count again whose pause is over, and tell their owners gently: in working hours, once for all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from core.cards.objective_news import come_back
from core.chat.effect import Durable, Send, ToPerson
from core.model.absence import Absence
from core.model.objective import Objective, ObjectiveState
from core.model.objective_history import differences
from core.model.person import Person
from core.ports import Store
from core.schedule.working_time import first_working_day, local_instant

AT_ONCE = 500
_TOLD_AT = time(9, 30)
_LOOKS_AHEAD = timedelta(days=60)


async def resume_ended_pauses(store: Store, now: datetime) -> int:
    """Resume one batch of what is due at `now`; returns how many there were."""
    paused = await store.objectives.ended_pauses(now, AT_ONCE)
    if not paused:
        return 0
    since = await store.objectives.last_changes([each.id for each in paused], "state")
    resumed = [replace(each, state=ObjectiveState.ACTIVE, paused_until=None) for each in paused]
    await store.objectives.save(resumed, now)
    changes = [
        change
        for before, after in zip(paused, resumed, strict=True)
        for change in differences(before, after, now, None)
    ]
    await store.objectives.log_changes(changes)
    began = {each: change.changed_at for each, change in since.items()}
    await _tell(store, resumed, began, now)
    return len(paused)


async def _tell(store: Store, resumed: Sequence[Objective], began: dict[str, datetime], now: datetime) -> None:
    owners = await store.people.by_ids({each.person_id for each in resumed})
    absences = await store.absences.of(list(owners), now.date(), now.date() + _LOOKS_AHEAD)
    mine: defaultdict[str, list[Objective]] = defaultdict(list)
    for each in resumed:
        mine[each.person_id].append(each)
    for tenant_id in {each.tenant_id for each in resumed}:
        messages: list[Durable] = []
        for owner in owners.values():
            if owner.tenant_id != tenant_id:
                continue
            days = max((now - began.get(each.id, now)).days for each in mine[owner.id])
            at = _gently(owner, absences.get(owner.id, []), now)
            key = f"resumed:{owner.id}:{now.date().isoformat()}"
            card = come_back(owner, mine[owner.id], days)
            messages.append(Send(ToPerson(owner.id), card, "objectives resumed", key, not_before=at))
        await store.outbox.add(tenant_id, messages, now)


def _gently(owner: Person, absences: Sequence[Absence], now: datetime) -> datetime | None:
    """Half past nine on the owner's next working day, or at once where that is past."""
    today = now.astimezone(owner.zone).date()
    day = first_working_day(owner, today, today + _LOOKS_AHEAD, absences)
    at = local_instant(day, _TOLD_AT, owner.zone) if day else None
    return at if at is not None and at > now else None
