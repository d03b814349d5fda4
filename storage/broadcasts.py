"""Broadcasts: whom they go to, and how far they have got by what the outbox knows of each message."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, func, literal, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.audience import Audience, Known
from core.model.broadcast import (
    APPROVE_ABOVE,
    Broadcast,
    BroadcastState,
    Failed,
    LeftOut,
    Progress,
    Recipient,
    RecipientState,
    Spread,
)
from core.model.delivery import DeliveryState
from storage.audiences import count_of, ids_in, in_audience, rules_for
from storage.mapping import BROADCAST, BROADCAST_RECIPIENT
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import (
    accounts,
    broadcast_recipients,
    broadcast_settings,
    broadcasts,
    courses,
    outbox,
    people,
    teams,
)
from storage.withdrawing import cancelled

_RECIPIENTS = broadcast_recipients.c
_OF_BROADCAST = _RECIPIENTS.broadcast_id == bindparam("of_broadcast")
_MESSAGE = broadcast_recipients.join(broadcasts, broadcasts.c.id == _RECIPIENTS.broadcast_id).outerjoin(
    outbox,
    (outbox.c.tenant_id == broadcasts.c.tenant_id) & (outbox.c.key == _RECIPIENTS.outbox_key),
)
_IS_LATER = case((outbox.c.available_at > bindparam("now", type_=outbox.c.available_at.type), 1), else_=0)
_STANDING = (
    _RECIPIENTS.broadcast_id,
    _RECIPIENTS.state,
    _RECIPIENTS.reason,
    outbox.c.state,
    outbox.c.reason,
    _IS_LATER,
)
_PROGRESS = (
    select(*_STANDING, func.count(), func.count(_RECIPIENTS.acted_at), func.sum(_RECIPIENTS.attempt))
    .select_from(_MESSAGE)
    .where(among(_RECIPIENTS.broadcast_id, "broadcast_ids"))
    .group_by(*_STANDING)
)
_FAILED = (
    select(people.c.id, people.c.name, outbox.c.reason)
    .select_from(_MESSAGE.join(people, people.c.id == _RECIPIENTS.person_id))
    .where(_OF_BROADCAST, _RECIPIENTS.state == RecipientState.QUEUED, outbox.c.state == DeliveryState.DEAD)
    .order_by(people.c.search_text, people.c.id)
)
_LEFT_OUT = (
    select(people.c.name, _RECIPIENTS.reason)
    .select_from(broadcast_recipients.join(people, people.c.id == _RECIPIENTS.person_id))
    .where(_OF_BROADCAST, _RECIPIENTS.state == RecipientState.LEFT_OUT)
    .order_by(people.c.search_text, people.c.id)
    .limit(bindparam("at_most"))
)
_WAITING = (
    select(*BROADCAST_RECIPIENT.columns)
    .where(_OF_BROADCAST, _RECIPIENTS.state == RecipientState.WAITING)
    .order_by(_RECIPIENTS.person_id)
    .limit(bindparam("at_most"))
)
_KEYS = (
    select(_RECIPIENTS.outbox_key)
    .where(_OF_BROADCAST, _RECIPIENTS.state == RecipientState.QUEUED, _RECIPIENTS.outbox_key.is_not(None))
    .scalar_subquery()
)
_WITHDRAW = cancelled(outbox.c.tenant_id == bindparam("of_tenant"), outbox.c.key.in_(_KEYS))
_CANCEL_WITHDRAWN = (
    update(broadcast_recipients)
    .where(_OF_BROADCAST, among(_RECIPIENTS.outbox_key, "outbox_keys"))
    .values(state=RecipientState.CANCELLED)
)
_CANCEL_WAITING = (
    update(broadcast_recipients)
    .where(_OF_BROADCAST, _RECIPIENTS.state == RecipientState.WAITING)
    .values(state=RecipientState.CANCELLED)
)
_RETRY = (
    update(broadcast_recipients)
    .where(
        _OF_BROADCAST,
        _RECIPIENTS.state == RecipientState.QUEUED,
        _RECIPIENTS.outbox_key.in_(
            select(outbox.c.key).where(
                outbox.c.tenant_id == bindparam("of_tenant"), outbox.c.state == DeliveryState.DEAD
            )
        ),
    )
    .values(state=RecipientState.WAITING, outbox_key=None)
)


class SqlBroadcasts:
    """See `core.ports.Broadcasts`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    # --- audiences ---------------------------------------------------------------------------------------------

    async def known(self, tenant_id: str) -> Known:
        """What an audience of this organisation can be described by."""
        titles = await self._connection.execute(
            select(courses.c.id, courses.c.title)
            .where(courses.c.tenant_id == tenant_id, ~courses.c.retired)
            .order_by(courses.c.title)
        )
        names = await self._connection.execute(
            select(teams.c.id, teams.c.name).where(teams.c.tenant_id == tenant_id).order_by(teams.c.name)
        )
        roles, sites = [
            await self._connection.execute(
                select(column).where(people.c.tenant_id == tenant_id, column != "").distinct().order_by(column)
            )
            for column in (people.c.role, people.c.site)
        ]
        return Known(
            {each.id: each.title for each in titles},
            {each.id: each.name for each in names},
            tuple(roles.scalars()),
            tuple(sites.scalars()),
        )

    async def people_in(
        self, tenant_id: str, audience: Audience, today: date, *, among: Collection[str] | None = None
    ) -> list[str]:
        """Ids of the people in the audience on that day, by name."""
        rules = await rules_for(self._connection, tenant_id, [audience])
        wanted = ids_in(tenant_id, audience, today, rules)
        given: dict[str, Any] = {}
        if among is not None:
            wanted, given = wanted.where(_among_these()), {"these": among}
        return [row.id for row in await self._connection.execute(wanted, given)]

    async def counts(self, tenant_id: str, audiences: Sequence[Audience], today: date) -> list[int]:
        """How many people each audience has."""
        if not audiences:
            return []
        rules = await rules_for(self._connection, tenant_id, audiences)
        wanted = select(
            *(count_of(tenant_id, each, today, rules).label(f"n{at}") for at, each in enumerate(audiences))
        )
        return list((await self._connection.execute(wanted)).one())

    async def spread(self, tenant_id: str, audience: Audience, today: date) -> Spread:
        """How the audience divides by language and platform; the platform as the outbox would choose it."""
        rules = await rules_for(self._connection, tenant_id, [audience])
        # Ranked in a subquery, because SQLite's ORDER BY cannot refer to an outer query.
        is_preferred = case((accounts.c.platform == people.c.preferred_platform, 0), else_=1)
        ranked = (
            select(accounts.c.platform, accounts.c.seen_at, is_preferred.label("rank"))
            .where(accounts.c.person_id == people.c.id, accounts.c.address.is_not(None))
            .correlate(people)
            .subquery()
        )
        preferred = (
            select(ranked.c.platform).order_by(ranked.c.rank, ranked.c.seen_at.desc()).limit(1).scalar_subquery()
        )
        wanted = (
            select(people.c.language, preferred.label("platform"))
            .where(in_audience(tenant_id, audience, today, rules))
            .subquery()
        )
        rows = await self._connection.execute(
            select(wanted.c.language, wanted.c.platform, func.count()).group_by(
                wanted.c.language, wanted.c.platform
            )
        )
        languages: defaultdict[str, int] = defaultdict(int)
        platforms: defaultdict[str, int] = defaultdict(int)
        for language, platform, count in rows:
            languages[str(language)] += count
            platforms[str(platform or "")] += count
        return Spread(dict(languages), dict(platforms))

    # --- broadcasts --------------------------------------------------------------------------------------------

    async def add(self, broadcast: Broadcast) -> None:
        """Insert; one with the same id that is there already is left as it is."""
        await self._connection.execute(
            insert_or_ignore(self._connection, broadcasts, "id"), BROADCAST.values(broadcast)
        )

    async def by_id(self, broadcast_id: str) -> Broadcast | None:
        """The broadcast with this id."""
        return (await self.by_ids([broadcast_id])).get(broadcast_id)

    async def by_ids(self, ids: Collection[str]) -> dict[str, Broadcast]:
        """The broadcasts with these ids."""
        wanted = select(*BROADCAST.columns).where(among(broadcasts.c.id, "ids"))
        rows = await self._connection.execute(wanted, {"ids": ids})
        return {each.id: each for each in map(BROADCAST.read, rows)}

    async def latest(self, tenant_id: str, limit: int) -> list[Broadcast]:
        """The newest first, without drafts."""
        rows = await self._connection.execute(
            select(*BROADCAST.columns)
            .where(broadcasts.c.tenant_id == tenant_id, broadcasts.c.state != BroadcastState.DRAFT)
            .order_by(broadcasts.c.created_at.desc(), broadcasts.c.id)
            .limit(limit)
        )
        return [BROADCAST.read(row) for row in rows]

    async def move(self, broadcast: Broadcast, was: BroadcastState) -> bool:
        """Write the broadcast where it still is in the state `was`."""
        written = await self._connection.execute(
            update(broadcasts)
            .where(broadcasts.c.id == broadcast.id, broadcasts.c.state == was)
            .values(BROADCAST.values(broadcast))
        )
        return written.rowcount == 1

    # --- recipients --------------------------------------------------------------------------------------------

    async def address(self, broadcast: Broadcast, today: date) -> int:
        """Make everyone in the audience a recipient, each once, in one statement however many they are."""
        rules = await rules_for(self._connection, broadcast.tenant_id, [broadcast.audience])
        chosen = select(
            literal(broadcast.id),
            people.c.id,
            literal(RecipientState.WAITING, _RECIPIENTS.state.type),
            null(),
            literal(0),
            null(),
            null(),
        ).where(in_audience(broadcast.tenant_id, broadcast.audience, today, rules))
        names = [column.name for column in broadcast_recipients.columns]
        statement = insert_or_ignore(self._connection, broadcast_recipients, "broadcast_id", "person_id")
        await self._connection.execute(statement.from_select(names, chosen))
        counted = select(func.count()).select_from(broadcast_recipients).where(_OF_BROADCAST)
        return int((await self._connection.execute(counted, {"of_broadcast": broadcast.id})).scalar_one())

    async def forget_recipients(self, broadcast_id: str) -> None:
        """Take the recipients away again, of a broadcast of which nothing has gone yet."""
        await self._connection.execute(
            delete(broadcast_recipients).where(_OF_BROADCAST), {"of_broadcast": broadcast_id}
        )

    async def waiting(self, broadcast_id: str, limit: int) -> list[Recipient]:
        """Some of those whose message is not queued yet."""
        rows = await self._connection.execute(_WAITING, {"of_broadcast": broadcast_id, "at_most": limit})
        return [BROADCAST_RECIPIENT.read(row) for row in rows]

    async def queue(self, recipients: Collection[Recipient]) -> None:
        """Write what has become of recipients who waited."""
        rows = [BROADCAST_RECIPIENT.values(each) for each in recipients]
        if rows:
            statement = insert_or_update(
                self._connection, broadcast_recipients, "broadcast_id", "person_id", leaving=("acted_at",)
            )
            await self._connection.execute(statement, rows)

    async def cancel(self, broadcast_id: str, now: datetime) -> int:
        """Stop all that has not gone yet, in the outbox too."""
        of = {"of_broadcast": broadcast_id}
        tenant = select(broadcasts.c.tenant_id).where(broadcasts.c.id == broadcast_id)
        tenant_id = (await self._connection.execute(tenant)).scalar_one()
        given = {"of_tenant": tenant_id, "because": "the broadcast was cancelled", "at": now}
        withdrawn = await self._connection.execute(_WITHDRAW, {**of, **given})
        keys = list(withdrawn.scalars())
        if keys:
            await self._connection.execute(_CANCEL_WITHDRAWN, {**of, "outbox_keys": keys})
        waiting = await self._connection.execute(_CANCEL_WAITING, of)
        return len(keys) + waiting.rowcount

    async def retry(self, broadcast_id: str) -> int:
        """Let those whose message was given up wait again; their next message has a key of its own."""
        tenant = select(broadcasts.c.tenant_id).where(broadcasts.c.id == broadcast_id)
        tenant_id = (await self._connection.execute(tenant)).scalar_one()
        again = await self._connection.execute(_RETRY, {"of_broadcast": broadcast_id, "of_tenant": tenant_id})
        return again.rowcount

    async def progress(self, broadcast_id: str, now: datetime) -> Progress:
        """How far the broadcast has got."""
        return (await self.progress_of([broadcast_id], now)).get(broadcast_id, Progress())

    async def progress_of(self, broadcast_ids: Collection[str], now: datetime) -> dict[str, Progress]:
        """How far each broadcast has got, in one query."""
        rows = await self._connection.execute(_PROGRESS, {"broadcast_ids": broadcast_ids, "now": now})
        found: dict[str, Progress] = {}
        for broadcast_id, *standing in rows:
            found[broadcast_id] = _with(found.get(broadcast_id, Progress()), *standing)
        return found

    async def failed(self, broadcast_id: str, limit: int, offset: int = 0) -> list[Failed]:
        """Whose message was given up and why, by name."""
        wanted = _FAILED.limit(limit).offset(offset)
        rows = await self._connection.execute(wanted, {"of_broadcast": broadcast_id})
        return [Failed(row.id, row.name, row.reason) for row in rows]

    async def left_out(self, broadcast_id: str, limit: int) -> list[tuple[str, LeftOut]]:
        """Names of those who were chosen and not written to, and why."""
        rows = await self._connection.execute(_LEFT_OUT, {"of_broadcast": broadcast_id, "at_most": limit})
        return [(name, reason) for name, reason in rows]

    async def recipient(self, broadcast_id: str, person_id: str) -> Recipient | None:
        """One recipient of the broadcast."""
        wanted = select(*BROADCAST_RECIPIENT.columns).where(
            _RECIPIENTS.broadcast_id == broadcast_id, _RECIPIENTS.person_id == person_id
        )
        row = (await self._connection.execute(wanted)).one_or_none()
        return BROADCAST_RECIPIENT.read(row) if row else None

    async def act(self, broadcast_id: str, person_id: str, at: datetime) -> bool:
        """Keep that a recipient did what the button says, once."""
        acted = await self._connection.execute(
            update(broadcast_recipients)
            .where(
                _RECIPIENTS.broadcast_id == broadcast_id,
                _RECIPIENTS.person_id == person_id,
                _RECIPIENTS.acted_at.is_(None),
            )
            .values(acted_at=at)
        )
        return acted.rowcount == 1

    # --- settings ----------------------------------------------------------------------------------------------

    async def approve_above(self, tenant_id: str) -> int:
        """How many people an audience may have before a second person approves."""
        wanted = select(broadcast_settings.c.approve_above).where(broadcast_settings.c.tenant_id == tenant_id)
        kept = (await self._connection.execute(wanted)).scalar_one_or_none()
        return APPROVE_ABOVE if kept is None else int(kept)

    async def set_approve_above(self, tenant_id: str, people: int) -> None:
        """Keep it."""
        await self._connection.execute(
            insert_or_update(self._connection, broadcast_settings, "tenant_id"),
            {"tenant_id": tenant_id, "approve_above": people},
        )


def _among_these() -> Any:
    return among(people.c.id, "these")


def _with(
    progress: Progress,
    state: RecipientState,
    reason: LeftOut | None,
    delivery: DeliveryState | None,
    because: str | None,
    is_later: int,
    count: int,
    acted: int,
    attempts: int,
) -> Progress:
    """The progress with `count` more people who stand like this."""
    progress = replace(progress, acted=progress.acted + acted, attempts=progress.attempts + int(attempts))
    match state, delivery:
        case RecipientState.WAITING, _:
            return replace(progress, waiting=progress.waiting + count)
        case (RecipientState.CANCELLED, _) | (_, DeliveryState.CANCELLED):
            return replace(progress, cancelled=progress.cancelled + count)
        case RecipientState.LEFT_OUT, _:
            left_out = dict(progress.left_out or {})
            why = reason or LeftOut.NO_LONGER
            left_out[why] = left_out.get(why, 0) + count
            return replace(progress, left_out=left_out)
        case _, DeliveryState.SENT:
            return replace(progress, sent=progress.sent + count)
        case _, DeliveryState.DEAD:
            failed = dict(progress.failed or {})
            failed[because or ""] = failed.get(because or "", 0) + count
            return replace(progress, failed=failed)
        case _, DeliveryState.QUEUED if is_later and not because:
            return replace(progress, later=progress.later + count)
        case _:
            return replace(progress, under_way=progress.under_way + count)
