"""Deliveries put together from rows of the outbox: whom to write to and what was posted before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.cards.together import together
from core.chat.card import Card
from core.model.delivery import Delivery, Posted
from core.model.person import Account
from storage.claiming import ACCOUNT_RANK, DELIVERY_COLUMNS, best_first
from storage.mapping import ACCOUNT, OUTBOX_CHANNEL, POSTED
from storage.sql import among
from storage.tables import accounts, outbox, people, posted_messages
from storage.unasked import in_order, parts_of


@dataclass(frozen=True, slots=True)
class _Recipient:
    email: str
    account: Account | None
    end_on: date | None
    timezone: str

    def has_left(self, now: datetime) -> bool:
        """Whether the last day of the contract is over where the person is."""
        return self.end_on is not None and now.astimezone(ZoneInfo(self.timezone)).date() > self.end_on


_RECIPIENTS = (
    select(outbox.c.id, people.c.email, people.c.end_on, people.c.timezone, *ACCOUNT.columns)
    .select_from(outbox)
    .join(people, people.c.id == outbox.c.person_id)
    .outerjoin(accounts, accounts.c.person_id == people.c.id)
    .where(among(outbox.c.id, "ids"))
    .order_by(outbox.c.id, *best_first(accounts, ACCOUNT_RANK))
)
_POSTED = (
    select(posted_messages.c.tag, posted_messages.c.delivery_id, *POSTED.columns)
    .where(among(posted_messages.c.tag, "tags"))
    .order_by(posted_messages.c.id)
)


_LEADS = select(*DELIVERY_COLUMNS).where(among(outbox.c.id, "ids"))
_KEEP_CARD = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"))
    .values(card=bindparam("changed", type_=outbox.c.card.type))
)


async def deliveries(
    connection: AsyncConnection,
    rows: Sequence[Row[*tuple[Any, ...]]],
    parts: Mapping[str, Sequence[Row[*tuple[Any, ...]]]] | None = None,
    now: datetime | None = None,
) -> list[Delivery]:
    """The deliveries in rows of `DELIVERY_COLUMNS`, in the same order; two queries for any number of them.

    `now` (UTC) decides who has left; without it nobody has.
    `parts` go along with a row, by its id. One query more where something is changed that was posted, and three
    where that went along with others.
    """
    recipients = await _recipients(connection, [row.id for row in rows if row.person_id is not None])
    posted, sent_as = await _posted(connection, {row.tag for row in rows if row.action != "send" and row.tag})
    found = [_delivery(row, recipients.get(row.id), posted, now) for row in rows]
    changes = [each for each in found if each.action == "update" and each.posted]
    changed = await _changed_parts(connection, changes, sent_as)
    return [
        _with_parts(each, row, (parts or {}).get(each.id, ()))
        if each.action == "send"
        else changed.get(each.id, each)
        for each, row in zip(found, rows, strict=True)
    ]


def _with_parts(
    delivery: Delivery, row: Row[*tuple[Any, ...]], parts: Sequence[Row[*tuple[Any, ...]]]
) -> Delivery:
    if not parts:
        return delivery
    card = together([each.card for each in in_order([row, *parts])])
    return replace(delivery, card=card, parts=tuple(each.id for each in parts))


async def _changed_parts(
    connection: AsyncConnection, updates: Sequence[Delivery], sent_as: Mapping[Posted, str]
) -> dict[str, Delivery]:
    """The changes of messages that went along with others, each with the whole message as it will be.

    What a part says now is kept with it, so that the next change of another part shows it too.
    """
    if not updates:
        return {}
    ids = {sent_as[each] for delivery in updates for each in delivery.posted}
    parts = await parts_of(connection, ids, DELIVERY_COLUMNS)
    if not parts:
        return {}
    leads = {row.id: row for row in await connection.execute(_LEADS, {"ids": list(parts)})}
    cards: dict[str, Card] = {}
    found = {}
    for delivery in updates:
        whole: dict[Posted, Card] = {}
        for posted in delivery.posted:
            lead = leads.get(sent_as[posted])
            if lead is None:
                continue
            rows = in_order([lead, *parts[lead.id]])
            cards |= {row.id: delivery.card for row in rows if row.tag == delivery.tag}
            whole[posted] = together([cards.get(row.id, row.card) for row in rows])
        if whole:
            found[delivery.id] = replace(delivery, whole=whole)
    if cards:
        await connection.execute(_KEEP_CARD, [{"of_id": each, "changed": card} for each, card in cards.items()])
    return found


def _delivery(
    row: Row[*tuple[Any, ...]], recipient: _Recipient | None, posted: dict[str, list[Posted]], now: datetime | None
) -> Delivery:
    has_left = recipient is not None and now is not None and recipient.has_left(now)
    known = None if has_left else recipient
    has_channel = row.channel_platform is not None
    return Delivery(
        id=row.id,
        tenant_id=row.tenant_id,
        action=row.action,
        purpose=row.purpose,
        card=row.card,
        tag=row.tag,
        person_id=row.person_id,
        email=known.email if known else None,
        account=known.account if known else None,
        channel=OUTBOX_CHANNEL.read(row[_CHANNEL]) if has_channel else None,
        wanted_platform=row.wanted_platform,
        posted=() if row.action == "send" or has_left else tuple(posted.get(row.tag, ())),
        attempts=row.attempts,
        uncertain=row.uncertain,
        created_at=row.created_at,
        failures=row.failures,
        failing_since=row.failing_since,
        cause=row.cause,
        has_left=has_left,
    )


_CHANNEL_START = DELIVERY_COLUMNS.index(outbox.c.channel_platform)
_CHANNEL = slice(_CHANNEL_START, _CHANNEL_START + len(OUTBOX_CHANNEL.columns))


async def _recipients(connection: AsyncConnection, ids: list[str]) -> dict[str, _Recipient]:
    """The email and the preferred account of each row's person, by the row's id."""
    found: dict[str, _Recipient] = {}
    if ids:
        for delivery_id, email, end_on, timezone, *account in await connection.execute(_RECIPIENTS, {"ids": ids}):
            # The preferred account comes first; a person without any has one row of NULLs.
            preferred = ACCOUNT.read(account) if account[0] else None
            found.setdefault(delivery_id, _Recipient(email, preferred, end_on, timezone))
    return found


async def _posted(
    connection: AsyncConnection, tags: set[str]
) -> tuple[dict[str, list[Posted]], dict[Posted, str]]:
    """What was posted under each tag, and the id of the message that each was sent as."""
    found: defaultdict[str, list[Posted]] = defaultdict(list)
    sent_as: dict[Posted, str] = {}
    if tags:
        for tag, delivery_id, *posted in await connection.execute(_POSTED, {"tags": tags}):
            each = POSTED.read(posted)
            found[tag].append(each)
            sent_as[each] = delivery_id
    return found, sent_as
