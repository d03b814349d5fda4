"""Keeps what goes to the outbox to each person's share of unasked messages a week (`core.model.unasked`)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chat.effect import Durable, Send, ToPerson
from core.model.absence import Absence
from core.model.delivery import DeliveryState
from core.model.person import Person
from core.model.unasked import COUNTED, WAITING, WEEK, first_room
from core.schedule.planning import next_working_moment
from storage.absences import SqlAbsences
from storage.columns import Utc
from storage.mapping import PERSON
from storage.prepared import Prepared
from storage.sql import among
from storage.tables import outbox, people

_HORIZON = timedelta(days=400)
"""How far ahead someone's working time is looked for."""

# When it went, or may go.
_AT = func.coalesce(outbox.c.finished_at, outbox.c.available_at, type_=Utc())
_TAKEN = Prepared(
    select(outbox.c.person_id, outbox.c.key, _AT).where(
        among(outbox.c.person_id, "person_ids"),
        outbox.c.action == "send",
        outbox.c.purpose.in_(sorted(COUNTED)),
        outbox.c.state != DeliveryState.DEAD,
        bindparam("since", type_=Utc()) < _AT,
    )
)
_PEOPLE = Prepared(select(*PERSON.columns).where(among(people.c.id, "ids")))


async def taken(
    connection: AsyncConnection, person_ids: Collection[str], now: datetime
) -> dict[str, dict[str, datetime]]:
    """When each person was or will be sent what counts, from a week ago on, by the messages' keys."""
    found: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    for person_id, key, at in await _TAKEN.rows(connection, {"person_ids": person_ids, "since": now - WEEK}):
        found[person_id][key] = at
    return found


async def within_share(connection: AsyncConnection, effects: Sequence[Durable], now: datetime) -> list[Durable]:
    """The effects, those put off for which there is no room yet, and without those that would come too late.

    Three queries where anyone's share is used up, one where not, none where nothing could wait.
    """
    ids = {each.to.person_id for each in effects if _can_wait(each) and isinstance(each.to, ToPerson)}
    if not ids:
        return list(effects)
    mine = await taken(connection, ids, now)
    crowded = _Crowded(connection, ids, now)
    kept: list[Durable] = []
    for effect in effects:
        if not isinstance(effect, Send) or not isinstance(effect.to, ToPerson) or effect.purpose not in COUNTED:
            kept.append(effect)
            continue
        times = mine[effect.to.person_id] if effect.to.person_id in ids else {}
        wanted = max(effect.not_before or now, now)
        at: datetime | None = wanted
        if _can_wait(effect) and effect.key not in times and first_room(wanted, times.values()) > wanted:
            at = await crowded.at_work(effect.to.person_id, wanted, effect.not_after, list(times.values()))
        if at is not None:
            times.setdefault(effect.key, at)
            kept.append(effect if at == wanted else replace(effect, not_before=at))
    return kept


def _can_wait(effect: Durable) -> bool:
    return isinstance(effect, Send) and effect.purpose in WAITING


class _Crowded:
    """Finds room in the working time of people whose share is used up; they are read once."""

    def __init__(self, connection: AsyncConnection, ids: Collection[str], now: datetime) -> None:
        self._connection = connection
        self._ids = ids
        self._now = now
        self._people: dict[str, Person] = {}
        self._absences: dict[str, list[Absence]] = {}

    async def at_work(
        self, person_id: str, wanted: datetime, not_after: datetime | None, times: Sequence[datetime]
    ) -> datetime | None:
        """The first instant with room in the person's working time; None where that would be too late."""
        if not self._people:
            rows = await _PEOPLE.rows(self._connection, {"ids": self._ids})
            self._people = {each.id: each for each in map(PERSON.read, rows)}
            today = self._now.date()
            self._absences = await SqlAbsences(self._connection).of(self._ids, today, today + _HORIZON)
        person, before = self._people[person_id], not_after or self._now + _HORIZON
        at = first_room(wanted, times)
        while True:
            working = next_working_moment(person, at, before, self._absences.get(person_id, ()))
            if working is None:
                return None
            at = first_room(working, times)
            if at == working:
                return at
