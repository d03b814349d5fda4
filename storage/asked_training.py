"""Broadcasts that ask for training, looked at from the people who were asked."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.broadcast import BroadcastState, LeftOut, RecipientState, Response
from core.model.delivery import DeliveryState
from core.ports.asked_training import AskedOf
from storage.sql import among
from storage.tables import broadcast_recipients, broadcasts, outbox
from storage.tables.schema import one_of
from storage.withdrawing import cancelled

_RECIPIENTS = broadcast_recipients.c
_ASKED = broadcast_recipients.join(broadcasts, broadcasts.c.id == _RECIPIENTS.broadcast_id)
_MESSAGE = (outbox.c.tenant_id == broadcasts.c.tenant_id) & (outbox.c.key == _RECIPIENTS.outbox_key)
_FACTS = (_RECIPIENTS.broadcast_id, _RECIPIENTS.person_id, broadcasts.c.audience)

_TO_RECORD = (
    select(*_FACTS)
    .select_from(_ASKED)
    .where(
        among(_RECIPIENTS.person_id, "person_ids"),
        _RECIPIENTS.acted_at.is_(None),
        _RECIPIENTS.state == RecipientState.QUEUED,
        broadcasts.c.response == Response.TRAINING,
    )
)
_ACT = (
    update(broadcast_recipients)
    .where(
        _RECIPIENTS.broadcast_id == bindparam("of_broadcast"),
        among(_RECIPIENTS.person_id, "person_ids"),
        _RECIPIENTS.acted_at.is_(None),
    )
    .values(acted_at=bindparam("at"))
    .returning(_RECIPIENTS.person_id)
)
_UNSENT = (
    select(*_FACTS)
    .select_from(_ASKED.join(outbox, _MESSAGE))
    .where(
        among(_RECIPIENTS.person_id, "person_ids"),
        _RECIPIENTS.state == RecipientState.QUEUED,
        outbox.c.state == DeliveryState.QUEUED,
    )
)
_MINE = (_RECIPIENTS.broadcast_id == bindparam("of_broadcast")) & among(_RECIPIENTS.person_id, "person_ids")
_WITHDRAW = cancelled(
    outbox.c.tenant_id
    == select(broadcasts.c.tenant_id).where(broadcasts.c.id == bindparam("of_broadcast")).scalar_subquery(),
    outbox.c.key.in_(select(_RECIPIENTS.outbox_key).where(_MINE, _RECIPIENTS.outbox_key.is_not(None))),
)
_LEAVE_OUT = (
    update(broadcast_recipients)
    .where(_RECIPIENTS.broadcast_id == bindparam("of_broadcast"), among(_RECIPIENTS.outbox_key, "outbox_keys"))
    .values(state=RecipientState.LEFT_OUT, reason=LeftOut.NO_LONGER, outbox_key=None)
)
_AT = func.coalesce(outbox.c.finished_at, outbox.c.available_at, broadcasts.c.send_at, broadcasts.c.created_at)
_ASKED_WITHIN = (
    select(*_FACTS, _AT.label("at"))
    .select_from(_ASKED.outerjoin(outbox, _MESSAGE))
    .where(
        among(_RECIPIENTS.person_id, "person_ids"),
        one_of(_RECIPIENTS.state, RecipientState.WAITING, RecipientState.QUEUED),
        one_of(broadcasts.c.state, BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.SENT),
        outbox.c.state.is_distinct_from(DeliveryState.DEAD),
        outbox.c.state.is_distinct_from(DeliveryState.CANCELLED),
        bindparam("since", type_=outbox.c.available_at.type) <= _AT,
        bindparam("until", type_=outbox.c.available_at.type) > _AT,
    )
)


class SqlAskedTraining:
    """See `core.ports.AskedTraining`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def acted(self, recorded: Mapping[str, Collection[str]], at: datetime) -> list[tuple[str, str]]:
        """Keep that these people did what broadcasts asked them to record; two queries and one a broadcast."""
        found = []
        rows = await self._connection.execute(_TO_RECORD, {"person_ids": list(recorded)})
        asked: dict[str, list[str]] = {}
        for broadcast_id, person_id, audience in rows:
            # Only of one course can a broadcast ask for a record.
            if len(audience.courses) == 1 and audience.courses.keys() & set(recorded[person_id]):
                asked.setdefault(broadcast_id, []).append(person_id)
        for broadcast_id, ids in asked.items():
            given = {"of_broadcast": broadcast_id, "person_ids": ids, "at": at}
            acted = (await self._connection.execute(_ACT, given)).scalars()
            found += [(broadcast_id, each) for each in acted]
        return found

    async def unsent(self, recorded: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
        """Ids of the people whose message about one of these courses waits in the outbox, by broadcast."""
        found: dict[str, list[str]] = {}
        rows = await self._connection.execute(_UNSENT, {"person_ids": list(recorded)})
        for broadcast_id, person_id, audience in rows:
            if audience.courses.keys() & set(recorded[person_id]):
                found.setdefault(broadcast_id, []).append(person_id)
        return found

    async def withdraw(self, broadcast_id: str, person_ids: Collection[str], now: datetime) -> None:
        """Take these people's messages back from the outbox."""
        why = {"because": "no longer in the broadcast's audience", "at": now}
        given = {"of_broadcast": broadcast_id, "person_ids": person_ids, **why}
        keys = list((await self._connection.execute(_WITHDRAW, given)).scalars())
        if keys:
            await self._connection.execute(_LEAVE_OUT, {"of_broadcast": broadcast_id, "outbox_keys": keys})

    async def asked(self, person_ids: Collection[str], since: datetime, until: datetime) -> list[AskedOf]:
        """Which courses broadcasts ask these people for, of messages that went or go in that time."""
        given = {"person_ids": person_ids, "since": since, "until": until}
        rows = await self._connection.execute(_ASKED_WITHIN, given)
        return [
            AskedOf(person_id, course_id, at)
            for _, person_id, audience, at in rows
            for course_id in audience.courses
        ]
