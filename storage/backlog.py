"""What waits, what was given up and why, for those who look after it; what they send again or let rest."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, Update, and_, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.backlog import GivenUpFor, Queued, Waiting, Which
from core.model.delivery import DeliveryState
from core.model.person import Platform
from storage.claiming import LIKELY_PLATFORM
from storage.columns import Utc
from storage.sql import among
from storage.tables import is_unfinished, outbox, people
from storage.wakes import wake_others
from storage.withdrawing import cancelled

_OF_TENANT = outbox.c.tenant_id == bindparam("of_tenant")
_NOW = bindparam("now", type_=Utc())

_unfinished = (
    select(outbox.c.purpose, LIKELY_PLATFORM.label("platform"), outbox.c.available_at)
    .where(is_unfinished(outbox), _OF_TENANT)
    .subquery("unfinished")
)
_FIRST_DUE = func.min(_unfinished.c.available_at)
_WAITING = (
    select(
        _unfinished.c.purpose,
        _unfinished.c.platform,
        func.count(),
        func.sum(case((_unfinished.c.available_at <= _NOW, 1), else_=0)),
        _FIRST_DUE,
    )
    .group_by(_unfinished.c.purpose, _unfinished.c.platform)
    .order_by(_FIRST_DUE)
)
_QUEUED = (
    select(
        *(outbox.c.id, outbox.c.purpose, people.c.email),
        *(LIKELY_PLATFORM.label("platform"), outbox.c.available_at, outbox.c.reason),
    )
    .select_from(outbox.outerjoin(people, people.c.id == outbox.c.person_id))
    .where(outbox.c.state == DeliveryState.QUEUED, _OF_TENANT)
    .order_by(outbox.c.available_at, outbox.c.seq)
    .limit(bindparam("at_most"))
)
_SENT_SINCE = (
    select(func.count())
    .select_from(outbox)
    .where(
        _OF_TENANT,
        outbox.c.state == DeliveryState.SENT,
        outbox.c.finished_at >= bindparam("since", type_=Utc()),
    )
)
_IS_GIVEN_UP = and_(_OF_TENANT, outbox.c.state == DeliveryState.DEAD)
_REASONS = (
    select(outbox.c.reason, func.count())
    .where(_IS_GIVEN_UP)
    .group_by(outbox.c.reason)
    .order_by(func.count().desc(), outbox.c.reason)
)
_AGAIN = (
    update(outbox)
    .where(_IS_GIVEN_UP)
    .values(
        state=DeliveryState.QUEUED,
        available_at=bindparam("at"),
        finished_at=None,
        failures=0,
        failing_since=None,
        # Whoever asks for it again has decided that it may come twice.
        uncertain=False,
    )
)
_DISMISS = (
    update(outbox)
    .where(_IS_GIVEN_UP)
    .values(
        state=DeliveryState.CANCELLED,
        finished_at=bindparam("at"),
        reason=bindparam("before", type_=String()) + outbox.c.reason,
    )
)
_CANCEL = cancelled(_OF_TENANT, among(outbox.c.id, "ids"))


class SqlBacklog:
    """See `core.ports.Backlog`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def waiting(self, tenant_id: str, now: datetime) -> list[Waiting]:
        """What is not delivered yet, by purpose and platform, the longest due first."""
        rows = await self._connection.execute(_WAITING, {"of_tenant": tenant_id, "now": now})
        return [Waiting(purpose, _platform(platform), *figures) for purpose, platform, *figures in rows]

    async def queued(
        self, tenant_id: str, *, purpose: str | None = None, person_id: str | None = None, limit: int = 100
    ) -> list[Queued]:
        """What waits and could be cancelled, the longest due first."""
        wanted = _QUEUED
        for column, value in (("purpose", purpose), ("person_id", person_id)):
            if value is not None:
                wanted = wanted.where(outbox.c[column] == value)
        rows = await self._connection.execute(wanted, {"of_tenant": tenant_id, "at_most": limit})
        return [Queued(row.id, row.purpose, row.email, _platform(row.platform), *row[4:]) for row in rows]

    async def sent_since(self, tenant_id: str, since: datetime) -> int:
        """How many messages have been delivered since."""
        given = {"of_tenant": tenant_id, "since": since}
        found: int = (await self._connection.execute(_SENT_SINCE, given)).scalar_one()
        return found

    async def reasons(self, tenant_id: str) -> list[GivenUpFor]:
        """What was given up, by reason, most first."""
        rows = await self._connection.execute(_REASONS, {"of_tenant": tenant_id})
        return [GivenUpFor(*row) for row in rows]

    async def send_again(self, tenant_id: str, which: Which, now: datetime) -> int:
        """Let those be tried again from the beginning."""
        again = await self._settle(_AGAIN, tenant_id, which, at=now)
        if again:
            await wake_others(self._connection)
        return again

    async def dismiss(self, tenant_id: str, which: Which, by: str, now: datetime) -> int:
        """Let those rest, with who did so before the reason they had."""
        return await self._settle(_DISMISS, tenant_id, which, at=now, before=f"dismissed by {by}; ")

    async def cancel(self, tenant_id: str, ids: Collection[str], reason: str, now: datetime) -> int:
        """Take back those that wait to be sent."""
        given = {"of_tenant": tenant_id, "ids": ids, "because": reason, "at": now}
        return len((await self._connection.execute(_CANCEL, given)).all())

    async def _settle(self, change: Update, tenant_id: str, which: Which, **values: Any) -> int:
        wanted: ColumnElement[bool] = among(outbox.c.reason if which.reasons else outbox.c.id, "wanted")
        given = {"of_tenant": tenant_id, "wanted": which.reasons or which.ids, **values}
        change = change.where(wanted)
        if which.given_up_by is not None:
            change = change.where(outbox.c.finished_at <= bindparam("given_up_by", type_=Utc()))
            given["given_up_by"] = which.given_up_by
        return (await self._connection.execute(change, given)).rowcount


def _platform(found: str | None) -> Platform | None:
    return Platform(found) if found else None
