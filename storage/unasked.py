"""The gate before whatever nobody asked for: in working time, within the week's share, several as one message.

Every message that is claimed comes by here as it is about to go, so that what changed since it was queued counts:
a pause, leave, quiet hours, an outage. What may not go yet is put back as if it had not been claimed; what is due
to the same person goes along as parts of one message (`part_of`).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, false, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.absence import Absence
from core.model.delivery import DeliveryState, lane_of_person
from core.model.person import Person
from core.model.unasked import (
    CAN_WAIT,
    MORNING,
    MOST_TOGETHER,
    WEEK,
    Gone,
    Tier,
    first_room,
    has_room,
    tier_of,
    urgency,
)
from core.schedule.planning import next_working_moment
from core.schedule.working_time import is_working_moment
from storage.absences import SqlAbsences
from storage.columns import Utc
from storage.mapping import PERSON
from storage.sql import among
from storage.tables import IS_UNASKED, enrolments, is_unfinished, outbox, people, tenants

Message = Row[*tuple[Any, ...]]
"""A row of `DELIVERY_COLUMNS`."""

_HORIZON = timedelta(days=400)
"""How far ahead someone's working time is looked for."""

_LOOK_AGAIN = timedelta(days=30)
_AFTER_PROMPT = timedelta(minutes=2)
"""By then a check-in that is due has gone, and has taken along what waited for it."""

NO_LONGER_OF_USE = "it was of no use any more before its reader had time for it"
HAS_LEFT = "its reader works here no more"

_NOW = bindparam("now", type_=Utc())
_AT = func.coalesce(outbox.c.finished_at, outbox.c.claimed_at, type_=Utc())
_GONE = select(outbox.c.person_id, outbox.c.purpose, _AT, outbox.c.id).where(
    IS_UNASKED,
    among(outbox.c.person_id, "person_ids"),
    outbox.c.claimed_at > bindparam("since", type_=Utc()),
    outbox.c.state.in_([DeliveryState.SENT, DeliveryState.SENDING]),
)
_READERS = (
    select(*PERSON.columns, tenants.c.unasked_a_week)
    .join(tenants, tenants.c.id == people.c.tenant_id)
    .where(among(people.c.id, "ids"))
)
_PROMPT_SOON = (
    select(enrolments.c.person_id, func.min(enrolments.c.next_due_at, type_=Utc()))
    .where(
        among(enrolments.c.person_id, "person_ids"),
        enrolments.c.next_due_at > _NOW,
        enrolments.c.next_due_at <= bindparam("until", type_=Utc()),
    )
    .group_by(enrolments.c.person_id)
)
_PUT_BACK = update(outbox).where(outbox.c.seq == bindparam("of_seq"))
_WAIT = _PUT_BACK.values(
    state=DeliveryState.QUEUED, available_at=bindparam("at"), attempts=bindparam("tries"), part_of=None
)
_LEAVE_OUT = _PUT_BACK.values(
    state=DeliveryState.CANCELLED, finished_at=bindparam("at"), reason=bindparam("because"), part_of=None
)
_IS_STILL_QUEUED = and_(among(outbox.c.id, "ids"), outbox.c.state == DeliveryState.QUEUED)


@cache
def _waiting(columns: tuple[ColumnElement[Any], ...]) -> Select[*tuple[Any, ...]]:
    """What is due to these people and was not claimed."""
    return (
        select(*columns)
        .where(
            is_unfinished(outbox),
            among(outbox.c.lane, "lanes"),
            outbox.c.state == DeliveryState.QUEUED,
            outbox.c.wanted_at <= _NOW,
            outbox.c.attempts == 0,
            outbox.c.uncertain == false(),
            outbox.c.at_any_hour == false(),
        )
        .order_by(outbox.c.seq)
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone that messages are on their way to, with what decides whether they may come."""

    person: Person
    a_week: int
    absences: Sequence[Absence]
    gone: Sequence[Gone]

    def works_at(self, at: datetime) -> bool:
        """Whether an instant lies in their working time."""
        return is_working_moment(self.person, at, self.absences)

    def has_room(self, tier: Tier, at: datetime) -> bool:
        """Whether one more may come at `at`."""
        return has_room(tier, at, self.gone, self.a_week, self.person.zone)

    def first_time(self, tier: Tier, since: datetime) -> datetime | None:
        """The first instant of their working time from `since` on with room; None where they have none ahead."""
        at: datetime | None = since
        while at is not None:
            at = first_room(tier, at, self.gone, self.a_week, self.person.zone)
            working = next_working_moment(self.person, at, since + _HORIZON, self.absences)
            if working is None or self.has_room(tier, working):
                return working
            at = working
        return None


@dataclass(frozen=True, slots=True)
class Passed:
    """What goes now, each with the parts that go along with it, by its id."""

    rows: Sequence[Message]
    parts: Mapping[str, Sequence[Message]] = field(default_factory=dict)


async def readers_of(
    connection: AsyncConnection, person_ids: Collection[str], now: datetime, but: Collection[str] = ()
) -> dict[str, Reader]:
    """These people as readers, in three queries; messages with ids in `but` are not counted as gone."""
    absences = await SqlAbsences(connection).of(
        person_ids, (now - timedelta(days=1)).date(), (now + _HORIZON).date()
    )
    gone: defaultdict[str, list[Gone]] = defaultdict(list)
    since = now - WEEK - timedelta(days=1)
    for person_id, purpose, at, of in await connection.execute(_GONE, {"person_ids": person_ids, "since": since}):
        if of not in but:
            gone[person_id].append(Gone(at, tier_of(purpose)))
    found = {}
    for *columns, a_week in await connection.execute(_READERS, {"ids": person_ids}):
        person = PERSON.read(columns)
        found[person.id] = Reader(person, a_week, absences.get(person.id, ()), gone[person.id])
    return found


async def let_through(
    connection: AsyncConnection, claimed: Sequence[Message], now: datetime, lease_until: datetime, columns: Any
) -> Passed:
    """Of what was just claimed, what may go now; the rest is put back, or left out where it would come too late.

    No query where nothing is unasked, else five and a few updates, whatever the number.
    """
    mine: defaultdict[str, list[Message]] = defaultdict(list)
    for row in claimed:
        if row.wanted_at is not None and not row.at_any_hour:
            mine[row.person_id].append(row)
    if not mine:
        return Passed(claimed)
    gate = _Gate(connection, now, lease_until, columns, {row.id for row in claimed})
    await gate.look_at(list(mine))
    for person_id, rows in mine.items():
        gate.decide(person_id, rows)
    return await gate.carried_out(claimed)


@dataclass(slots=True)
class _Gate:
    connection: AsyncConnection
    now: datetime
    lease_until: datetime
    columns: Any
    claimed_ids: set[str]
    readers: dict[str, Reader] = field(default_factory=dict)
    waiting: defaultdict[str, list[Message]] = field(default_factory=lambda: defaultdict(list))
    prompts: dict[str, datetime] = field(default_factory=dict)
    stopped: set[int] = field(default_factory=set)
    put_back: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[dict[str, Any]] = field(default_factory=list)
    together: list[list[Message]] = field(default_factory=list)
    again: list[Message] = field(default_factory=list)

    async def look_at(self, ids: Sequence[str]) -> None:
        """Read all that decides about messages to these people."""
        self.readers = await readers_of(self.connection, ids, self.now, self.claimed_ids)
        lanes = [lane_of_person(each) for each in ids]
        for row in await self.connection.execute(_waiting(self.columns), {"lanes": lanes, "now": self.now}):
            self.waiting[row.person_id].append(row)
        soon = {"person_ids": ids, "now": self.now, "until": self.now + MORNING}
        self.prompts = dict(tuple(row) for row in await self.connection.execute(_PROMPT_SOON, soon))

    def decide(self, person_id: str, claimed: Sequence[Message]) -> None:
        """Let one person's messages go, as one, or have them wait."""
        reader = self.readers[person_id]
        is_working = reader.works_at(self.now)
        # One that may have arrived is looked for, and has had its room.
        self.again += [row for row in claimed if row.uncertain and is_working]
        for row in claimed:
            if row.uncertain and not is_working:
                self._wait(
                    reader, row, next_working_moment(reader.person, self.now, self.now + _HORIZON, reader.absences)
                )
        rows = [row for row in [*claimed, *self.waiting[person_id]] if not row.uncertain]
        useful = [row for row in rows if row.not_after is None or row.not_after > self.now]
        for row in rows:
            if row not in useful:
                self._leave_out(row, NO_LONGER_OF_USE)
        if not useful:
            return
        at = self._goes_at(reader, useful, is_working)
        if at == self.now:
            useful.sort(key=_order)
            self.together.append(useful[:MOST_TOGETHER])
            at = next_working_moment(reader.person, self.now + MORNING, self.now + _HORIZON, reader.absences)
            useful = useful[MOST_TOGETHER:]
        for row in useful:
            self._wait(reader, row, at)

    def _goes_at(self, reader: Reader, rows: Sequence[Message], is_working: bool) -> datetime | None:
        tier = min(tier_of(row.purpose) for row in rows)
        if not is_working or not reader.has_room(tier, self.now):
            return reader.first_time(tier, self.now)
        if any(row.purpose not in CAN_WAIT for row in rows):
            return self.now
        later = max((each.at + MORNING for each in reader.gone), default=self.now)
        if (prompt_at := self.prompts.get(reader.person.id)) is not None:
            later = max(later, prompt_at + _AFTER_PROMPT)
        if later <= self.now or any(row.not_after is not None and row.not_after <= later for row in rows):
            return self.now
        return reader.first_time(tier, later)

    def _wait(self, reader: Reader, row: Message, at: datetime | None) -> None:
        if at is None and reader.person.end_on is not None:
            self._leave_out(row, HAS_LEFT)
            return
        at = at or self.now + _LOOK_AGAIN
        if row.not_after is not None and row.not_after <= at:
            self._leave_out(row, NO_LONGER_OF_USE)
            return
        self.stopped.add(row.seq)
        is_claimed = row.id in self.claimed_ids
        # As if it had not been tried, unless whoever tried it may still come back.
        tries = row.attempts - 1 if is_claimed and not row.uncertain else row.attempts
        self.put_back.append({"of_seq": row.seq, "at": at, "tries": tries})

    def _leave_out(self, row: Message, why: str) -> None:
        self.stopped.add(row.seq)
        self.left_out.append({"of_seq": row.seq, "at": self.now, "because": why})

    async def carried_out(self, claimed: Sequence[Message]) -> Passed:
        """Write down what was decided; what goes."""
        if self.put_back:
            await self.connection.execute(_WAIT, self.put_back)
        if self.left_out:
            await self.connection.execute(_LEAVE_OUT, self.left_out)
        parts: dict[str, Sequence[Message]] = {}
        if self.again:
            parts |= await parts_of(self.connection, [row.id for row in self.again], self.columns)
        going = {row.seq: row for row in claimed if row.seq not in self.stopped}
        await self._join(going, parts)
        return Passed(sorted(going.values(), key=lambda row: row.seq), parts)

    async def _join(self, going: dict[int, Message], parts: dict[str, Sequence[Message]]) -> None:
        """Make one message of each person's, the most urgent of them the one that is sent."""
        groups = [rows for rows in self.together if len(rows) > 1]
        if not groups:
            return
        leads = [rows[0].id for rows in groups if rows[0].id not in self.claimed_ids]
        others = {row.id: rows[0].id for rows in groups for row in rows[1:] if row.id not in self.claimed_ids}
        taken = {row.id: row for row in await self._take(leads)} | {
            row.id: row for row in await self._take(others)
        }
        joined: list[dict[str, str]] = []
        for rows in groups:
            # What another process has taken meanwhile is on its way by itself.
            here = [taken.get(row.id, row) for row in rows if row.id in self.claimed_ids or row.id in taken]
            lead, *rest = here
            for row in here:
                going.pop(row.seq, None)
            going[lead.seq] = lead
            if rest:
                parts[lead.id] = rest
                joined += [{"of_id": row.id, "lead_id": lead.id} for row in rest]
        if joined:
            part = update(outbox).where(outbox.c.id == bindparam("of_id")).values(part_of=bindparam("lead_id"))
            await self.connection.execute(part, joined)

    async def _take(self, ids: Collection[str]) -> Sequence[Message]:
        if not ids:
            return ()
        take = (
            update(outbox)
            .where(_IS_STILL_QUEUED)
            .values(
                state=DeliveryState.SENDING,
                attempts=outbox.c.attempts + 1,
                claimed_at=_NOW,
                available_at=bindparam("lease_until", type_=Utc()),
            )
            .returning(*self.columns)
        )
        given = {"ids": list(ids), "now": self.now, "lease_until": self.lease_until}
        return (await self.connection.execute(take, given)).all()


async def parts_of(
    connection: AsyncConnection, ids: Collection[str], columns: Any
) -> dict[str, Sequence[Message]]:
    """What goes, or went, along with each of these messages, by their ids."""
    wanted = select(*columns, outbox.c.part_of).where(among(outbox.c.part_of, "ids"))
    found: defaultdict[str, list[Message]] = defaultdict(list)
    for row in await connection.execute(wanted, {"ids": list(ids)}):
        found[row.part_of].append(row)
    return dict(found)


def _order(row: Message) -> tuple[int, int]:
    return urgency(row.purpose), row.seq


def in_order(rows: Sequence[Message]) -> list[Message]:
    """The parts of one message as they are read: the most urgent first."""
    return sorted(rows, key=_order)
