"""One-to-ones, their agendas and notes, and remarks on answers."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.action import ActionState, AgreedAction
from core.model.one_to_one import AgendaItem, OneToOne, OneToOneNote, latest_held
from core.model.recognition import Recognition, Sharing
from core.model.remark import Remark
from storage.mapping import AGENDA_ITEM, AGREED_ACTION, ONE_TO_ONE, ONE_TO_ONE_NOTE, RECOGNITION, REMARK
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import (
    IS_TO_BE_HELD,
    IS_UNDISCUSSED,
    agenda_items,
    agreed_actions,
    one_to_one_notes,
    one_to_ones,
    recognitions,
    remarks,
)

_REMARK = select(*REMARK.columns).where(remarks.c.id == bindparam("id"))
_REMARKS = (
    select(*REMARK.columns)
    .where(remarks.c.checkin_id == bindparam("checkin"))
    .order_by(remarks.c.said_at, remarks.c.id)
)
_BY_IDS = select(*ONE_TO_ONE.columns).where(among(one_to_ones.c.id, "ids"))
_OPEN = (
    select(*ONE_TO_ONE.columns)
    .where(among(one_to_ones.c.person_id, "ids"), IS_TO_BE_HELD)
    .order_by(one_to_ones.c.begun_at, one_to_ones.c.id)
)
_NEWEST = (
    select(one_to_ones.c.person_id, one_to_ones.c.manager_id, func.max(one_to_ones.c.held_at).label("held_at"))
    .where(among(one_to_ones.c.person_id, "ids"), one_to_ones.c.held_at.is_not(None))
    .group_by(one_to_ones.c.person_id, one_to_ones.c.manager_id)
    .subquery()
)
_LAST_HELD = select(*ONE_TO_ONE.columns).join(
    _NEWEST,
    and_(
        one_to_ones.c.person_id == _NEWEST.c.person_id,
        one_to_ones.c.manager_id == _NEWEST.c.manager_id,
        one_to_ones.c.held_at == _NEWEST.c.held_at,
    ),
)
_HELD = (
    select(*ONE_TO_ONE.columns)
    .where(
        one_to_ones.c.person_id == bindparam("person"),
        one_to_ones.c.held_at.is_not(None),
        or_(
            one_to_ones.c.person_id == bindparam("reader"),
            one_to_ones.c.manager_id == bindparam("reader"),
            one_to_ones.c.shared_with_id == bindparam("reader"),
        ),
    )
    .order_by(one_to_ones.c.held_at.desc(), one_to_ones.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("before"))
)
_OPEN_ITEMS = (
    select(*AGENDA_ITEM.columns)
    .where(among(agenda_items.c.person_id, "ids"), IS_UNDISCUSSED)
    .order_by(agenda_items.c.added_at, agenda_items.c.id)
)
_ITEMS = (
    select(*AGENDA_ITEM.columns)
    .where(among(agenda_items.c.one_to_one_id, "ids"))
    .order_by(agenda_items.c.added_at, agenda_items.c.id)
)
_NOTES = (
    select(*ONE_TO_ONE_NOTE.columns)
    .where(
        among(one_to_one_notes.c.one_to_one_id, "ids"),
        or_(one_to_one_notes.c.is_private.is_(False), one_to_one_notes.c.by_id == bindparam("reader")),
    )
    .order_by(one_to_one_notes.c.written_at, one_to_one_notes.c.id)
)
_ACTIONS = (
    select(*AGREED_ACTION.columns)
    .where(among(agreed_actions.c.one_to_one_id, "ids"))
    .order_by(agreed_actions.c.created_at, agreed_actions.c.id)
)
_CLOSED = (
    select(*AGREED_ACTION.columns)
    .where(
        among(agreed_actions.c.person_id, "ids"),
        agreed_actions.c.state != ActionState.OPEN,
        agreed_actions.c.closed_at > bindparam("since"),
    )
    .order_by(agreed_actions.c.closed_at, agreed_actions.c.id)
)
_THANKS = (
    select(*RECOGNITION.columns)
    .where(
        among(recognitions.c.receiver_id, "ids"),
        recognitions.c.sharing == Sharing.SHARED,
        recognitions.c.decided_at > bindparam("since"),
    )
    .order_by(recognitions.c.decided_at, recognitions.c.id)
)


class SqlRemarks:
    """See `core.ports.Remarks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, remark: Remark) -> bool:
        """Insert; False when it is there already."""
        statement = insert_or_ignore(self._connection, remarks, "id").returning(remarks.c.id)
        rows = await self._connection.execute(statement, REMARK.values(remark))
        return rows.first() is not None

    async def by_id(self, remark_id: str) -> Remark | None:
        """The remark with this id."""
        row = (await self._connection.execute(_REMARK, {"id": remark_id})).first()
        return REMARK.read(row) if row else None

    async def of_checkin(self, checkin_id: str) -> list[Remark]:
        """The oldest first."""
        rows = await self._connection.execute(_REMARKS, {"checkin": checkin_id})
        return [REMARK.read(row) for row in rows]


class SqlOneToOnes:
    """See `core.ports.OneToOnes`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def save(self, meetings: Iterable[OneToOne]) -> None:
        """Insert or update by id."""
        rows = [ONE_TO_ONE.values(each) for each in meetings]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, one_to_ones, "id"), rows)

    async def by_ids(self, ids: Collection[str]) -> dict[str, OneToOne]:
        """Those of the meetings that exist, by id."""
        rows = await self._connection.execute(_BY_IDS, {"ids": ids})
        return {each.id: each for each in map(ONE_TO_ONE.read, rows)}

    async def open_for(self, person_ids: Collection[str]) -> list[OneToOne]:
        """Meetings of these people that are still to be held."""
        rows = await self._connection.execute(_OPEN, {"ids": person_ids})
        return [ONE_TO_ONE.read(row) for row in rows]

    async def last_held(self, person_ids: Collection[str]) -> list[OneToOne]:
        """The newest meeting that each of these people held with each line manager."""
        rows = await self._connection.execute(_LAST_HELD, {"ids": person_ids})
        return list(latest_held(map(ONE_TO_ONE.read, rows)).values())

    async def held(self, person_id: str, reader_id: str, limit: int, offset: int) -> list[OneToOne]:
        """Meetings that the person held, the newest first, of which the reader may know."""
        rows = await self._connection.execute(
            _HELD, {"person": person_id, "reader": reader_id, "most": limit, "before": offset}
        )
        return [ONE_TO_ONE.read(row) for row in rows]

    async def save_items(self, items: Iterable[AgendaItem]) -> None:
        """Insert or update by id."""
        rows = [AGENDA_ITEM.values(each) for each in items]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, agenda_items, "id"), rows)

    async def add_item(self, item: AgendaItem) -> bool:
        """Insert; False when it is there already."""
        statement = insert_or_ignore(self._connection, agenda_items, "id").returning(agenda_items.c.id)
        rows = await self._connection.execute(statement, AGENDA_ITEM.values(item))
        return rows.first() is not None

    async def open_items(self, person_ids: Collection[str]) -> list[AgendaItem]:
        """What is still to be discussed with these people, the oldest first."""
        rows = await self._connection.execute(_OPEN_ITEMS, {"ids": person_ids})
        return [AGENDA_ITEM.read(row) for row in rows]

    async def items_of(self, one_to_one_ids: Collection[str]) -> list[AgendaItem]:
        """What was discussed at these meetings, the oldest first."""
        rows = await self._connection.execute(_ITEMS, {"ids": one_to_one_ids})
        return [AGENDA_ITEM.read(row) for row in rows]

    async def add_note(self, note: OneToOneNote) -> bool:
        """Insert; False when it is there already."""
        statement = insert_or_ignore(self._connection, one_to_one_notes, "id").returning(one_to_one_notes.c.id)
        rows = await self._connection.execute(statement, ONE_TO_ONE_NOTE.values(note))
        return rows.first() is not None

    async def notes_for(self, one_to_one_ids: Collection[str], reader_id: str) -> list[OneToOneNote]:
        """Shared notes on these meetings, and the reader's own private ones; the oldest first."""
        rows = await self._connection.execute(_NOTES, {"ids": one_to_one_ids, "reader": reader_id})
        return [ONE_TO_ONE_NOTE.read(row) for row in rows]

    async def actions_of(self, one_to_one_ids: Collection[str]) -> list[AgreedAction]:
        """What was agreed at these meetings, the oldest first."""
        rows = await self._connection.execute(_ACTIONS, {"ids": one_to_one_ids})
        return [AGREED_ACTION.read(row) for row in rows]

    async def actions_closed(self, person_ids: Collection[str], since: datetime) -> list[AgreedAction]:
        """Agreed actions about these people that were closed after `since` (UTC), the oldest first."""
        rows = await self._connection.execute(_CLOSED, {"ids": person_ids, "since": since})
        return [AGREED_ACTION.read(row) for row in rows]

    async def thanks_shared(self, person_ids: Collection[str], since: datetime) -> list[Recognition]:
        """Thanks to these people that they agreed to share after `since` (UTC), the oldest first."""
        rows = await self._connection.execute(_THANKS, {"ids": person_ids, "since": since})
        return [RECOGNITION.read(row) for row in rows]
