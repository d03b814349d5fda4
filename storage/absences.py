"""Leave and pauses."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.absence import Absence
from storage.mapping import ABSENCE
from storage.prepared import Prepared
from storage.sql import among
from storage.tables import absences

_TOUCHING = Prepared(
    select(*ABSENCE.columns)
    .where(
        among(absences.c.person_id, "person_ids"),
        absences.c.ends_on >= bindparam("since"),
        absences.c.starts_on <= bindparam("until"),
    )
    .order_by(absences.c.starts_on, absences.c.id)
)
_CUT = (
    update(absences)
    .where(
        absences.c.person_id == bindparam("of_person"),
        absences.c.starts_on < bindparam("day"),
        absences.c.ends_on >= bindparam("day"),
    )
    .values(ends_on=bindparam("day_before"))
)
_DROP_BEGINNING = delete(absences).where(
    absences.c.person_id == bindparam("of_person"), absences.c.starts_on == bindparam("day")
)


class SqlAbsences:
    """See `core.ports.Absences`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, person_ids: Collection[str], since: date, until: date) -> dict[str, list[Absence]]:
        """Absences that touch any day between the two, both inclusive, earliest first, by person."""
        found: defaultdict[str, list[Absence]] = defaultdict(list)
        given = {"person_ids": person_ids, "since": since, "until": until}
        for row in await _TOUCHING.rows(self._connection, given):
            absence = ABSENCE.read(row)
            found[absence.person_id].append(absence)
        return dict(found)

    async def add(self, absence: Absence) -> None:
        """Insert; it may overlap others."""
        await self._connection.execute(insert(absences), ABSENCE.values(absence))

    async def end(self, person_id: str, on: date) -> None:
        """Let the person be there on that day; absences that begin later are left as they are."""
        await self._connection.execute(_DROP_BEGINNING, {"of_person": person_id, "day": on})
        await self._connection.execute(
            _CUT, {"of_person": person_id, "day": on, "day_before": on - timedelta(days=1)}
        )
