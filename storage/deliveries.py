"""Deliveries put together from rows of the outbox: whom to write to and what was posted before."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.delivery import Delivery, Posted
from core.model.person import Account
from storage.claiming import ACCOUNT_RANK, DELIVERY_COLUMNS, best_first
from storage.mapping import ACCOUNT, OUTBOX_CHANNEL, POSTED
from storage.sql import among
from storage.tables import accounts, outbox, people, posted_messages


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
    select(posted_messages.c.tag, *POSTED.columns)
    .where(among(posted_messages.c.tag, "tags"))
    .order_by(posted_messages.c.id)
)


async def deliveries(
    connection: AsyncConnection, rows: Sequence[Row[*tuple[Any, ...]]], now: datetime | None = None
) -> list[Delivery]:
    """The deliveries in rows of `DELIVERY_COLUMNS`, in the same order; two queries for any number of them.

    `now` (UTC) decides who has left; without it nobody has.
    """
    recipients = await _recipients(connection, [row.id for row in rows if row.person_id is not None])
    posted = await _posted(connection, {row.tag for row in rows if row.action != "send" and row.tag})
    return [_delivery(row, recipients.get(row.id), posted, now) for row in rows]


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


async def _posted(connection: AsyncConnection, tags: set[str]) -> dict[str, list[Posted]]:
    found: defaultdict[str, list[Posted]] = defaultdict(list)
    if tags:
        for tag, *posted in await connection.execute(_POSTED, {"tags": tags}):
            found[tag].append(POSTED.read(posted))
    return found
