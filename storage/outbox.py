"""Messages to be delivered, and those that were: queued with their cause, claimed under a lease, settled once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Update as SqlUpdate
from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.cause import current_cause
from core.chat.card import Card
from core.chat.effect import Durable, Send, ToChannel, ToPerson
from core.model.delivery import (
    RUN_PURPOSES,
    DeadLetter,
    Delivery,
    DeliveryState,
    Posted,
    lane_of_channel,
    lane_of_person,
)
from core.model.person import ChannelAddress, Platform
from core.model.traffic import probe_wait_s
from core.model.unasked import Tier, first_room
from storage.claiming import (
    ANY_HOLD,
    CLAIMS,
    CLAIMS_BESIDE_HOLDS,
    DELIVERY_COLUMNS,
    PROBE,
    PROBED,
    PROBES_DUE,
    SOMEONE_WAITS,
)
from storage.deliveries import deliveries
from storage.mapping import OUTBOX_CHANNEL, POSTED
from storage.sql import among, insert_or_ignore
from storage.tables import is_done, is_unfinished, outbox, posted_messages
from storage.traffic import full_us
from storage.unasked import let_through, readers_of
from storage.wakes import wake_others
from storage.withdrawing import cancelled

# A worker whose lease was taken over must not settle the attempt of the one that took over.
_STILL_OURS = update(outbox).where(
    outbox.c.id == bindparam("delivery_id"),
    outbox.c.state == DeliveryState.SENDING,
    outbox.c.attempts == bindparam("attempt"),
)
_SENT = (
    update(outbox)
    .where(
        among(outbox.c.id, "ids"),
        outbox.c.state == DeliveryState.SENDING,
        outbox.c.attempts == bindparam("attempt"),
    )
    .values(state=DeliveryState.SENT, finished_at=bindparam("at"))
    .returning(outbox.c.id)
)
_RETRY = _STILL_OURS.values(
    state=DeliveryState.QUEUED,
    available_at=bindparam("at"),
    reason=bindparam("because"),
    failures=outbox.c.failures + bindparam("counted"),
    failing_since=bindparam("since", type_=outbox.c.failing_since.type),
    uncertain=bindparam("may_have_arrived"),
)
_PUT_BACK = _STILL_OURS.values(state=DeliveryState.QUEUED, available_at=bindparam("at"))
_DEAD = _STILL_OURS.values(state=DeliveryState.DEAD, finished_at=bindparam("at"), reason=bindparam("because"))
_PARTS = update(outbox).where(outbox.c.state == DeliveryState.SENDING)
_OF_LEAD = outbox.c.part_of == bindparam("lead_id")
_PARTS_SENT = (
    _PARTS.where(among(outbox.c.part_of, "ids"))
    .values(state=DeliveryState.SENT, finished_at=bindparam("at"))
    .returning(outbox.c.part_of, outbox.c.tag)
)
_PARTS_LET_GO = _PARTS.where(_OF_LEAD).values(
    state=DeliveryState.QUEUED, available_at=bindparam("at"), attempts=0, part_of=None
)
_lead = outbox.alias("lead")
_PARTS_DEAD = _PARTS.where(
    _OF_LEAD,
    exists().where(
        _lead.c.id == outbox.c.part_of,
        _lead.c.state == DeliveryState.SENDING,
        _lead.c.attempts == bindparam("attempt"),
    ),
).values(state=DeliveryState.DEAD, finished_at=bindparam("at"), reason=bindparam("because"), part_of=None)
_EXTEND = _STILL_OURS.values(available_at=bindparam("at"))
_CANCEL_TAGGED = cancelled(
    is_unfinished(outbox),
    among(outbox.c.lane, "lanes"),
    outbox.c.action == "send",
    among(outbox.c.tag, "tags"),
    among(outbox.c.purpose, "purposes"),
)
_LOOK_AGAIN = (
    update(outbox)
    .where(
        is_unfinished(outbox),
        among(outbox.c.lane, "lanes"),
        outbox.c.state == DeliveryState.QUEUED,
        outbox.c.attempts == 0,
        outbox.c.wanted_at <= bindparam("now", type_=outbox.c.wanted_at.type),
    )
    .values(available_at=bindparam("now", type_=outbox.c.available_at.type))
)
_POSTED_UNDER = (
    select(*POSTED.columns).where(posted_messages.c.tag == bindparam("of_tag")).order_by(posted_messages.c.id)
)
_TAG_OF = (
    select(posted_messages.c.tag)
    .where(
        posted_messages.c.conversation == bindparam("in_conversation"),
        posted_messages.c.message == bindparam("of_message"),
        posted_messages.c.platform == bindparam("in_platform"),
        posted_messages.c.workspace == bindparam("in_workspace"),
    )
    .order_by(posted_messages.c.id)
)
_DEAD_LETTERS = select(*DELIVERY_COLUMNS).where(outbox.c.state == DeliveryState.DEAD).order_by(outbox.c.seq.desc())
_FORGOTTEN = (
    select(outbox.c.seq)
    .where(
        outbox.c.purpose == bindparam("of_purpose"),
        is_done(outbox),
        outbox.c.finished_at < bindparam("before", type_=outbox.c.finished_at.type),
    )
    .limit(bindparam("at_most"))
)
_FORGET = delete(outbox).where(outbox.c.seq.in_(_FORGOTTEN.scalar_subquery()))
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
        rows = [_row_of(effect, now) | {"tenant_id": tenant_id} for effect in effects]
        await self._queue(rows)
        if any(row["available_at"] <= now for row in rows):
            await wake_others(self._connection)

    async def room_for(self, person_ids: Collection[str], now: datetime, tier: Tier) -> dict[str, datetime]:
        """When each of these people may next be sent something of this tier; those who may at once are absent."""
        readers = await readers_of(self._connection, person_ids, now)
        found = {each: first_room(tier, now, of.gone, of.a_week, of.person.zone) for each, of in readers.items()}
        return {each: at for each, at in found.items() if at > now}

    async def claim(self, now: datetime, lease_s: float, limit: int, runs: int | None = None) -> list[Delivery]:
        """Take up to `limit` free rows under a lease, of each recipient at most one: answers first, oldest first.

        Of what goes to many at once at most `runs`. Five statements whatever the limit, two more for each
        platform whose outage is due to be probed, and those of the gate (`storage.unasked`) where something of it
        is unasked. Rows whose lease ran out come back with `uncertain` set.
        """
        lease_until = now + timedelta(seconds=lease_s)
        while True:
            rows, probing = await self._take(now, lease_until, limit, runs)
            passed = await let_through(self._connection, rows, now, lease_until, DELIVERY_COLUMNS)
            # Where all was put back, there may be more behind it.
            if passed.rows or not rows:
                break
        found = await deliveries(self._connection, passed.rows, passed.parts, now)
        return [replace(each, is_probe=True) if each.id in probing else each for each in found]

    async def _take(
        self, now: datetime, lease_until: datetime, limit: int, runs: int | None
    ) -> tuple[list[Any], set[str]]:
        """The rows that are claimed, in their order, and which of them are probes."""
        until = {"now": now, "full_us": full_us(now)}
        held = (await self._connection.execute(ANY_HOLD, until)).scalar_one()
        given = {"now": now, "lease_until": lease_until}
        probes = await self._claim_probes(given, limit) if held else []
        answers, of_runs = CLAIMS_BESIDE_HOLDS if held else CLAIMS
        room = limit - len(probes)
        claimed = []
        if room > 0:
            claimed = list(await self._connection.execute(answers, {**given, "at_most": room}))
        room -= len(claimed)
        if runs is not None:
            room = min(room, runs)
        if room > 0:
            claimed += await self._connection.execute(of_runs, {**given, **until, "at_most": room})
        # RETURNING has no order of its own.
        return sorted([*probes, *claimed], key=lambda row: row.seq), {row.id for row in probes}

    async def _claim_probes(self, given: Mapping[str, Any], limit: int) -> list[Any]:
        """One row for each outage that is due to be probed, and when it is to be probed again if that fails."""
        due = (await self._connection.execute(PROBES_DUE, {"now": given["now"], "at_most": limit})).all()
        found: list[Any] = []
        for tenant_id, platform, probes in due:
            of = {"of_tenant": tenant_id, "on_platform": platform}
            row = (await self._connection.execute(PROBE, {**given, **of, "at_most": 1})).one_or_none()
            # With nothing to probe with, the next message that is queued does it at once.
            if row is not None:
                found.append(row)
                next_at = given["now"] + timedelta(seconds=probe_wait_s(probes + 1))
                await self._connection.execute(PROBED, {**of, "next_at": next_at})
        return found

    async def extend(self, held: Collection[Delivery], until: datetime) -> None:
        """Let leases run until then; what another has taken over meanwhile stays the other's."""
        rows = [{"delivery_id": each.id, "attempt": each.attempts, "at": until} for each in held]
        if rows:
            await self._connection.execute(_EXTEND, rows)

    async def someone_waits(self, now: datetime) -> bool:
        """Whether an answer is due to go out."""
        return bool((await SOMEONE_WAITS.rows(self._connection, {"now": now}))[0][0])

    async def sent(self, arrived: Sequence[tuple[Delivery, Posted | None]], now: datetime) -> None:
        """Record success of any number; what was posted is kept under each delivery's tag.

        A statement for each number of attempts, nearly always one, and one for all that was posted.
        """
        of_attempt: defaultdict[int, list[str]] = defaultdict(list)
        for delivery, _ in arrived:
            of_attempt[delivery.attempts].append(delivery.id)
        settled: set[tuple[str, int]] = set()
        for attempt, ids in sorted(of_attempt.items()):
            given = {"ids": ids, "attempt": attempt, "at": now}
            settled |= {(each, attempt) for each in await self._connection.scalars(_SENT, given)}
        kept = [
            _posted_row(delivery, delivery.tag, posted, now)
            for delivery, posted in arrived
            if posted is not None and delivery.tag is not None and (delivery.id, delivery.attempts) in settled
        ]
        of_lead = {
            delivery.id: (delivery, posted)
            for delivery, posted in arrived
            if delivery.parts and (delivery.id, delivery.attempts) in settled
        }
        if of_lead:
            for lead_id, tag in await self._connection.execute(_PARTS_SENT, {"ids": list(of_lead), "at": now}):
                delivery, posted = of_lead[lead_id]
                if posted is not None and tag is not None:
                    kept.append(_posted_row(delivery, tag, posted, now))
        await self._keep_posted(kept)

    async def retry(
        self,
        delivery: Delivery,
        at: datetime,
        reason: str,
        *,
        counts: bool = True,
        failing_since: datetime | None = None,
        uncertain: bool = False,
    ) -> None:
        """Let it be claimed again from `at` on; until then nothing else goes to the same recipient."""
        await self._settle(
            _RETRY,
            delivery,
            at=at,
            because=reason,
            counted=int(counts),
            since=failing_since,
            may_have_arrived=uncertain,
        )
        if not uncertain:
            await self._let_go_of_parts(delivery, at)

    async def put_back(self, delivery: Delivery, at: datetime) -> None:
        """Let it be claimed from `at` on as if it had not been tried."""
        await self._settle(_PUT_BACK, delivery, at=at)
        if not delivery.uncertain:
            await self._let_go_of_parts(delivery, at)

    async def dead(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Give it up, with all that went along with it."""
        if delivery.parts:
            given = {"lead_id": delivery.id, "attempt": delivery.attempts, "at": now, "because": reason}
            await self._connection.execute(_PARTS_DEAD, given)
        await self._settle(_DEAD, delivery, at=now, because=reason)

    async def _let_go_of_parts(self, delivery: Delivery, at: datetime) -> None:
        """What was to go along with it may go along with whatever comes first."""
        if delivery.parts:
            await self._connection.execute(_PARTS_LET_GO, {"lead_id": delivery.id, "at": at})

    async def cancel(
        self,
        person_ids: Collection[str],
        tags: Collection[str],
        purposes: Collection[str],
        reason: str,
        now: datetime,
    ) -> int:
        """Take back what waits to be sent to these people under one of these tags, for one of these purposes."""
        given = {"lanes": [lane_of_person(each) for each in person_ids], "tags": tags, "purposes": purposes}
        done = await self._connection.execute(_CANCEL_TAGGED, {**given, "because": reason, "at": now})
        return len(done.all())

    async def look_again(self, person_ids: Collection[str], now: datetime) -> None:
        """Let what waits for these people's working time be looked at anew: it may go sooner than was thought."""
        lanes = [lane_of_person(each) for each in person_ids]
        await self._connection.execute(_LOOK_AGAIN, {"lanes": lanes, "now": now})

    async def queue_picture(self, delivery: Delivery, posted: Posted, now: datetime) -> None:
        """Queue the card's charts to be attached to the message just posted; a second time changes nothing."""
        tag = f"picture-of:{delivery.id}"
        await self._keep_posted([_posted_row(delivery, tag, posted, now)])
        if delivery.channel is not None:
            recipient = _to_channel(delivery.channel)
        else:
            recipient = _to_person(str(delivery.person_id), posted.platform)
        row = _row("picture", delivery.purpose, f"{delivery.id}:picture", tag, delivery.card, now, now)
        await self._queue([row | recipient | {"tenant_id": delivery.tenant_id, "cause": delivery.cause}])

    async def tag_of(self, posted: Posted) -> str | None:
        """The tag of a message that was posted; None for one that is not ours."""
        given = {
            "in_platform": posted.platform,
            "in_workspace": posted.workspace,
            "in_conversation": posted.conversation,
            "of_message": posted.message,
        }
        found: str | None = (await self._connection.execute(_TAG_OF, given)).scalars().first()
        return found

    async def posted_under(self, tag: str) -> list[Posted]:
        """The messages posted under this tag, oldest first."""
        return [POSTED.read(row) for row in await self._connection.execute(_POSTED_UNDER, {"of_tag": tag})]

    async def dead_letters(
        self,
        tenant_id: str | None = None,
        *,
        purpose: str | None = None,
        person_id: str | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> list[DeadLetter]:
        """What was given up, newest first."""
        wanted = _DEAD_LETTERS.limit(limit)
        for column, value in (("tenant_id", tenant_id), ("purpose", purpose), ("person_id", person_id)):
            if value is not None:
                wanted = wanted.where(outbox.c[column] == value)
        if before is not None:
            wanted = wanted.where(outbox.c.seq < before)
        rows = (await self._connection.execute(wanted)).all()
        found = await deliveries(self._connection, rows)
        return [
            DeadLetter(delivery, row.reason, row.seq, row.finished_at)
            for delivery, row in zip(found, rows, strict=True)
        ]

    async def counts(self) -> Mapping[str, int]:
        """Rows by state; every state is there."""
        found = {str(state): 0 for state in DeliveryState}
        return found | {str(state): count for state, count in await self._connection.execute(_COUNTS)}

    async def forget(self, purpose: str, done_before: datetime, limit: int) -> int:
        """Delete up to `limit` that were sent or taken back before that instant; returns how many."""
        given = {"of_purpose": purpose, "before": done_before, "at_most": limit}
        return (await self._connection.execute(_FORGET, given)).rowcount

    async def _queue(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            cause = current_cause()
            named = [{"cause": cause} | row | {"id": delivery_id(row["tenant_id"], row["key"])} for row in rows]
            await self._connection.execute(insert_or_ignore(self._connection, outbox, "tenant_id", "key"), named)

    async def _settle(self, statement: SqlUpdate, delivery: Delivery, **values: Any) -> None:
        given = {"delivery_id": delivery.id, "attempt": delivery.attempts, **values}
        await self._connection.execute(statement, given)

    async def _keep_posted(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            key = ("tag", *(column.name for column in POSTED.columns))
            await self._connection.execute(insert_or_ignore(self._connection, posted_messages, *key), rows)


def _posted_row(delivery: Delivery, tag: str, posted: Posted, now: datetime) -> dict[str, Any]:
    row = {"tenant_id": delivery.tenant_id, "tag": tag, "delivery_id": delivery.id, "posted_at": now}
    return row | POSTED.values(posted)


def _row_of(effect: Durable, now: datetime) -> dict[str, Any]:
    match effect.to:
        case ToPerson(person_id=person_id, platform=platform):
            recipient = _to_person(person_id, platform)
        case ToChannel(channel=channel):
            recipient = _to_channel(channel)
    if isinstance(effect, Send):
        due_at = effect.not_before or now
        row = _row("send", effect.purpose, effect.key, effect.tag, effect.card, due_at, now)
        is_unasked = isinstance(effect.to, ToPerson) and not effect.asked
        when = {"wanted_at": due_at if is_unasked else None, "not_after": effect.not_after}
        return recipient | row | when | {"at_any_hour": effect.at_any_hour}
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
        "wanted_at": None,
        "not_after": None,
        "at_any_hour": False,
    }


def _to_person(person_id: str, platform: Platform | None) -> dict[str, Any]:
    return {
        "lane": lane_of_person(person_id),
        "person_id": person_id,
        "wanted_platform": platform,
        **OUTBOX_CHANNEL.values_or_nulls(None),
    }


def _to_channel(channel: ChannelAddress) -> dict[str, Any]:
    return {
        "lane": lane_of_channel(channel),
        "person_id": None,
        "wanted_platform": None,
        **OUTBOX_CHANNEL.values(channel),
    }
