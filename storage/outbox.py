"""Messages to be delivered, and those that were: queued with their cause, claimed under a lease, settled once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Update as SqlUpdate
from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.cause import current_cause
from core.chat.card import Card
from core.chat.effect import Durable, Send, ToChannel, ToPerson
from core.model.delivery import RUN_PURPOSES, Delivery, DeliveryState, Posted
from core.model.person import ChannelAddress, Platform
from storage.claiming import ANY_HOLD, CLAIMS, CLAIMS_BESIDE_HOLDS, DELIVERY_COLUMNS, SOMEONE_WAITS
from storage.deliveries import deliveries
from storage.mapping import OUTBOX_CHANNEL, POSTED
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import outbox, outbox_holds, posted_messages

# A worker whose lease was taken over must not settle the attempt of the one that took over.
_STILL_OURS = update(outbox).where(
    outbox.c.id == bindparam("delivery_id"),
    outbox.c.state == DeliveryState.SENDING,
    outbox.c.attempts == bindparam("attempt"),
)
_SENT = _STILL_OURS.values(state=DeliveryState.SENT, finished_at=bindparam("at"))
_RETRY = _STILL_OURS.values(state=DeliveryState.QUEUED, available_at=bindparam("at"), reason=bindparam("because"))
_DEAD = _STILL_OURS.values(state=DeliveryState.DEAD, finished_at=bindparam("at"), reason=bindparam("because"))
_POSTED_UNDER = (
    select(*POSTED.columns).where(posted_messages.c.tag == bindparam("of_tag")).order_by(posted_messages.c.id)
)
_DEAD_LETTERS = (
    select(*DELIVERY_COLUMNS)
    .where(outbox.c.tenant_id == bindparam("of_tenant"), outbox.c.state == DeliveryState.DEAD)
    .order_by(outbox.c.seq.desc())
    .limit(bindparam("at_most"))
)
_SEND_AGAIN = (
    update(outbox)
    .where(
        outbox.c.tenant_id == bindparam("of_tenant"),
        outbox.c.state == DeliveryState.DEAD,
        among(outbox.c.id, "ids"),
    )
    .values(state=DeliveryState.QUEUED, attempts=0, available_at=bindparam("now"), finished_at=None)
)
_COUNTS = select(outbox.c.state, func.count()).group_by(outbox.c.state)


# Any number, as long as it stays.
_DELIVERIES = UUID("5d3fd2a6-3a2c-4e0f-9d66-4f1f6b6a2c11")


def delivery_id(tenant_id: str, key: str) -> str:
    """The id under which a message goes out.

    It follows from the key, so that a message that is queued anew after a backup was restored is found on the
    platform where it had been sent before.
    """
    return uuid5(_DELIVERIES, f"{tenant_id}\n{key}").hex


class SqlOutbox:
    """See `core.ports.Outbox`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, tenant_id: str, effects: Sequence[Durable], now: datetime) -> None:
        """Queue the effects in their order; one whose key the tenant has used before is ignored."""
        await self._queue([_row_of(effect, now) | {"tenant_id": tenant_id} for effect in effects])

    async def claim(self, now: datetime, lease_s: float, limit: int, runs: int | None = None) -> list[Delivery]:
        """Take up to `limit` free rows under a lease, of each recipient at most one: answers first, oldest first.

        Of what goes to many at once at most `runs`. Five statements whatever the limit. Rows whose lease ran out
        come back with `uncertain` set.
        """
        held = (await self._connection.execute(ANY_HOLD, {"now": now})).scalar_one()
        given = {"now": now, "lease_until": now + timedelta(seconds=lease_s)}
        answers, of_runs = CLAIMS_BESIDE_HOLDS if held else CLAIMS
        claimed = (await self._connection.execute(answers, {**given, "at_most": limit})).all()
        room = limit - len(claimed)
        if runs is not None:
            room = min(room, runs)
        if room > 0:
            found = await self._connection.execute(of_runs, {**given, "at_most": room})
            claimed = [*claimed, *found]
        # RETURNING has no order of its own.
        return await deliveries(self._connection, sorted(claimed, key=lambda row: row.seq))

    async def someone_waits(self, now: datetime) -> bool:
        """Whether an answer is due to go out."""
        return bool((await self._connection.execute(SOMEONE_WAITS, {"now": now})).scalar_one())

    async def sent(self, delivery: Delivery, posted: Posted | None, now: datetime) -> None:
        """Record success; `posted` is kept under the delivery's tag."""
        settled = await self._settle(_SENT, delivery, at=now)
        if settled and posted is not None and delivery.tag is not None:
            await self._keep_posted(delivery, delivery.tag, posted, now)

    async def retry(self, delivery: Delivery, at: datetime, reason: str) -> None:
        """Let it be claimed again from `at` on; until then nothing else goes to the same recipient."""
        await self._settle(_RETRY, delivery, at=at, because=reason)

    async def dead(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Give it up."""
        await self._settle(_DEAD, delivery, at=now, because=reason)

    async def hold(self, tenant_id: str, platform: Platform, until: datetime) -> None:
        """Let nothing of this tenant on this platform be claimed before `until`."""
        await self._connection.execute(
            insert_or_update(self._connection, outbox_holds, "tenant_id", "platform"),
            {"tenant_id": tenant_id, "platform": platform, "until_at": until},
        )

    async def queue_picture(self, delivery: Delivery, posted: Posted, now: datetime) -> None:
        """Queue the card's charts to be attached to the message just posted; a second time changes nothing."""
        tag = f"picture-of:{delivery.id}"
        await self._keep_posted(delivery, tag, posted, now)
        if delivery.channel is not None:
            recipient = _to_channel(delivery.channel)
        else:
            recipient = _to_person(str(delivery.person_id), posted.platform)
        row = _row("picture", delivery.purpose, f"{delivery.id}:picture", tag, delivery.card, now, now)
        await self._queue([row | recipient | {"tenant_id": delivery.tenant_id, "cause": delivery.cause}])

    async def posted_under(self, tag: str) -> list[Posted]:
        """The messages posted under this tag, oldest first."""
        return [POSTED.read(row) for row in await self._connection.execute(_POSTED_UNDER, {"of_tag": tag})]

    async def dead_letters(self, tenant_id: str, limit: int = 100) -> list[tuple[Delivery, str]]:
        """What was given up and why, newest first."""
        found = await self._connection.execute(_DEAD_LETTERS, {"of_tenant": tenant_id, "at_most": limit})
        rows = found.all()
        return [
            (delivery, row.reason)
            for delivery, row in zip(await deliveries(self._connection, rows), rows, strict=True)
        ]

    async def send_again(self, tenant_id: str, ids: Collection[str], now: datetime) -> int:
        """Queue given-up messages once more, with all their attempts before them; returns how many those were."""
        given = {"of_tenant": tenant_id, "ids": ids, "now": now}
        return (await self._connection.execute(_SEND_AGAIN, given)).rowcount

    async def counts(self) -> Mapping[str, int]:
        """Rows by state; every state is there."""
        found = {str(state): 0 for state in DeliveryState}
        return found | {str(state): count for state, count in await self._connection.execute(_COUNTS)}

    async def _queue(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            cause = current_cause()
            named = [{"cause": cause} | row | {"id": delivery_id(row["tenant_id"], row["key"])} for row in rows]
            await self._connection.execute(insert_or_ignore(self._connection, outbox, "tenant_id", "key"), named)

    async def _settle(self, statement: SqlUpdate, delivery: Delivery, **values: Any) -> bool:
        given = {"delivery_id": delivery.id, "attempt": delivery.attempts, **values}
        return (await self._connection.execute(statement, given)).rowcount == 1

    async def _keep_posted(self, delivery: Delivery, tag: str, posted: Posted, now: datetime) -> None:
        key = ("tag", *(column.name for column in POSTED.columns))
        row = {"tenant_id": delivery.tenant_id, "tag": tag, "delivery_id": delivery.id, "posted_at": now}
        await self._connection.execute(
            insert_or_ignore(self._connection, posted_messages, *key), row | POSTED.values(posted)
        )


def _row_of(effect: Durable, now: datetime) -> dict[str, Any]:
    match effect.to:
        case ToPerson(person_id=person_id, platform=platform):
            recipient = _to_person(person_id, platform)
        case ToChannel(channel=channel):
            recipient = _to_channel(channel)
    if isinstance(effect, Send):
        due_at = effect.not_before or now
        return recipient | _row("send", effect.purpose, effect.key, effect.tag, effect.card, due_at, now)
    return recipient | _row("update", "update", effect.key, effect.tag, effect.card, now, now)


def _row(
    action: str, purpose: str, key: str, tag: str | None, card: Card, due_at: datetime, now: datetime
) -> dict[str, Any]:
    return {
        "key": key,
        "action": action,
        "purpose": purpose,
        "is_run": purpose in RUN_PURPOSES,
        "tag": tag,
        "card": card,
        "state": DeliveryState.QUEUED,
        "attempts": 0,
        "available_at": due_at,
        "uncertain": False,
        "reason": "",
        "created_at": now,
    }


def _to_person(person_id: str, platform: Platform | None) -> dict[str, Any]:
    return {
        "lane": f"p:{person_id}",
        "person_id": person_id,
        "wanted_platform": platform,
        **OUTBOX_CHANNEL.values_or_nulls(None),
    }


def _to_channel(channel: ChannelAddress) -> dict[str, Any]:
    return {
        "lane": f"c:{channel.platform}:{channel.workspace}:{channel.conversation}",
        "person_id": None,
        "wanted_platform": None,
        **OUTBOX_CHANNEL.values(channel),
    }
