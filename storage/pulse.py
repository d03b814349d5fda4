"""Pulse: its rhythm, its rounds, who has answered, and what was answered."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import bindparam, delete, insert, or_, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Person
from core.model.privacy import Processing
from core.model.pulse import Pulse, PulseRound, Tally
from storage.mapping import PERSON, PULSE, PULSE_ROUND, TALLY
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import has_stopped, people, pulse_answered, pulse_rounds, pulse_tallies, pulses

_PULSE = select(*PULSE.columns).where(pulses.c.tenant_id == bindparam("of_tenant"))
_ROUND = select(*PULSE_ROUND.columns).where(pulse_rounds.c.id == bindparam("id"))
_ROUNDS = (
    select(*PULSE_ROUND.columns)
    .where(pulse_rounds.c.tenant_id == bindparam("of_tenant"))
    .order_by(pulse_rounds.c.opens_at.desc(), pulse_rounds.c.id)
    .limit(bindparam("most"))
)
_AFTER = (
    select(*PERSON.columns)
    .where(
        people.c.tenant_id == bindparam("of_tenant"),
        people.c.id > bindparam("after"),
        or_(people.c.start_on.is_(None), people.c.start_on <= bindparam("on_day")),
        or_(people.c.end_on.is_(None), people.c.end_on >= bindparam("on_day")),
        ~has_stopped(people.c.id, Processing.PULSE),
    )
    .order_by(people.c.id)
    .limit(bindparam("most"))
)
_FORGET = delete(pulse_answered).where(pulse_answered.c.round_id == bindparam("of_round"))
_TALLIES = (
    select(*TALLY.columns)
    .where(among(pulse_tallies.c.round_id, "rounds"))
    .order_by(pulse_tallies.c.round_id, pulse_tallies.c.group_id, pulse_tallies.c.score)
)
_CLEAR = delete(pulse_tallies).where(pulse_tallies.c.round_id == bindparam("of_round"))


class SqlPulses:
    """See `core.ports.Pulses`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, tenant_id: str) -> Pulse | None:
        """The organisation's pulse, if it was ever turned on."""
        row = (await self._connection.execute(_PULSE, {"of_tenant": tenant_id})).first()
        return PULSE.read(row) if row else None

    async def save(self, pulse: Pulse) -> None:
        """Insert or update by organisation."""
        statement = insert_or_update(self._connection, pulses, "tenant_id")
        await self._connection.execute(statement, PULSE.values(pulse))

    async def save_round(self, asked: PulseRound) -> None:
        """Insert or update by id."""
        statement = insert_or_update(self._connection, pulse_rounds, "id")
        await self._connection.execute(statement, PULSE_ROUND.values(asked))

    async def round(self, round_id: str) -> PulseRound | None:
        """The round with this id."""
        row = (await self._connection.execute(_ROUND, {"id": round_id})).first()
        return PULSE_ROUND.read(row) if row else None

    async def rounds(self, tenant_id: str, limit: int) -> list[PulseRound]:
        """The newest first."""
        rows = await self._connection.execute(_ROUNDS, {"of_tenant": tenant_id, "most": limit})
        return [PULSE_ROUND.read(row) for row in rows]

    async def people_after(self, tenant_id: str, person_id: str, on: date, limit: int) -> list[Person]:
        """People employed on the day whose id comes after this one, in the order of ids."""
        given = {"of_tenant": tenant_id, "after": person_id, "on_day": on, "most": limit}
        return [PERSON.read(row) for row in await self._connection.execute(_AFTER, given)]

    async def mark_answered(self, round_id: str, person_id: str) -> bool:
        """Insert; False when they have answered already."""
        statement = insert_or_ignore(self._connection, pulse_answered, "round_id", "person_id")
        rows = await self._connection.execute(
            statement.returning(pulse_answered.c.person_id), {"round_id": round_id, "person_id": person_id}
        )
        return rows.first() is not None

    async def forget_who_answered(self, round_id: str) -> None:
        """Delete who has answered."""
        await self._connection.execute(_FORGET, {"of_round": round_id})

    async def count(self, round_id: str, group_id: str, score: int) -> None:
        """Add one to a tally."""
        is_postgresql = self._connection.dialect.name == "postgresql"
        one = postgresql_insert(pulse_tallies) if is_postgresql else sqlite_insert(pulse_tallies)
        statement = one.on_conflict_do_update(
            index_elements=("round_id", "group_id", "score"), set_={"count": pulse_tallies.c["count"] + 1}
        )
        await self._connection.execute(statement, TALLY.values(Tally(round_id, group_id, score, 1)))

    async def tallies(self, round_ids: Collection[str]) -> list[Tally]:
        """By round, group and score."""
        rows = await self._connection.execute(_TALLIES, {"rounds": round_ids})
        return [TALLY.read(row) for row in rows]

    async def replace_tallies(self, round_id: str, tallies: Iterable[Tally]) -> None:
        """Let these be all tallies of the round."""
        await self._connection.execute(_CLEAR, {"of_round": round_id})
        rows = [TALLY.values(each) for each in tallies]
        if rows:
            await self._connection.execute(insert(pulse_tallies), rows)
