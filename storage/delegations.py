"""Who stands in for which line manager."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.delegation import Delegation
from core.model.person import Person
from storage.mapping import DELEGATION, PERSON, read_pair
from storage.prepared import Prepared
from storage.sql import among
from storage.tables import delegations, people

_COLUMNS = (*DELEGATION.columns, *PERSON.columns)
_NOT_OVER = delegations.c.ends_on >= bindparam("on_day")
_ORDER = (delegations.c.starts_on, delegations.c.id)
_GIVEN_TO = Prepared(
    select(*_COLUMNS)
    .join(people, people.c.id == delegations.c.manager_id)
    .where(delegations.c.delegate_id == bindparam("of_delegate"), _NOT_OVER)
    .order_by(*_ORDER)
)
_GIVEN_BY = (
    select(*_COLUMNS)
    .join(people, people.c.id == delegations.c.delegate_id)
    .where(among(delegations.c.manager_id, "manager_ids"), _NOT_OVER)
    .order_by(*_ORDER)
)
_OF_MANAGER = delegations.c.manager_id == bindparam("of_manager")
_DROP = delete(delegations).where(_OF_MANAGER, delegations.c.starts_on >= bindparam("on_day"))
_CUT = update(delegations).where(_OF_MANAGER, _NOT_OVER).values(ends_on=bindparam("day_before"))


class SqlDelegations:
    """See `core.ports.Delegations`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def given_to(self, delegate_id: str, on: date) -> list[tuple[Delegation, Person]]:
        """Those of a delegate that have not ended before `on`, each with the manager, the earliest first."""
        rows = await _GIVEN_TO.rows(self._connection, {"of_delegate": delegate_id, "on_day": on})
        return [read_pair(row, DELEGATION, PERSON) for row in rows]

    async def given_by(self, manager_ids: Collection[str], on: date) -> list[tuple[Delegation, Person]]:
        """Those of these managers that have not ended before `on`, each with the delegate, the earliest first."""
        rows = await self._connection.execute(_GIVEN_BY, {"manager_ids": list(manager_ids), "on_day": on})
        return [read_pair(row, DELEGATION, PERSON) for row in rows]

    async def replace(self, manager_id: str, on: date, by: Delegation | None) -> None:
        """End what a manager's delegations hold from `on` on, and keep the one that takes their place."""
        given = {"of_manager": manager_id, "on_day": on}
        await self._connection.execute(_DROP, given)
        await self._connection.execute(_CUT, given | {"day_before": on - timedelta(days=1)})
        if by is not None:
            await self._connection.execute(insert(delegations), DELEGATION.values(by))
