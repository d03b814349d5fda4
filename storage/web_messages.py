"""The messages of the web chat, a platform whose conversations live in our own database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select, true, update

from core.chat.card import Card
from storage.database import SqlDatabase
from storage.mapping import Mapped
from storage.sql import among, insert_or_ignore
from storage.tables import web_messages


@dataclass(frozen=True, slots=True)
class WebMessage:
    """A message in the web chat; `author` is a person's id, empty for Milepost."""

    id: int
    conversation: str
    author: str
    text: str
    card: Card | None
    created_at: datetime
    edited: bool


_MESSAGE = Mapped(WebMessage, web_messages)
_MESSAGES = select(*_MESSAGE.columns)
_IN_CONVERSATIONS = _MESSAGES.where(among(web_messages.c.conversation, "conversations"))
_SINCE = (
    _IN_CONVERSATIONS.where(web_messages.c.id > bindparam("after_id"))
    .order_by(web_messages.c.id)
    .limit(bindparam("at_most"))
)
_LATEST = _IN_CONVERSATIONS.order_by(web_messages.c.id.desc()).limit(bindparam("at_most"))
_TOUCHED = _IN_CONVERSATIONS.where(web_messages.c.updated_at > bindparam("updated_after")).order_by(
    web_messages.c.updated_at, web_messages.c.id
)
_GET = _MESSAGES.where(web_messages.c.id == bindparam("message_id"))
_FIND = _MESSAGES.where(web_messages.c.delivery_id == bindparam("of_delivery"))
_UPDATE = (
    update(web_messages)
    .where(web_messages.c.id == bindparam("message_id"))
    .values(card=bindparam("new_card", type_=web_messages.c.card.type), edited=true(), updated_at=bindparam("at"))
)


class WebMessages:
    """Reads and writes the web chat's messages, each call in a transaction of its own."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database

    async def add(
        self,
        conversation: str,
        author: str,
        text: str,
        card: Card | None,
        delivery_id: str | None,
        at: datetime,
    ) -> int:
        """Post a message and return its id; for a delivery that was posted before, the id it has already."""
        row = {
            "delivery_id": delivery_id,
            "conversation": conversation,
            "author": author,
            "text": text,
            "card": card,
            "created_at": at,
            "updated_at": at,
            "edited": False,
        }
        async with self._database.connected_for_writing() as connection:
            statement = insert_or_ignore(connection, web_messages, "delivery_id").returning(web_messages.c.id)
            message_id = (await connection.execute(statement, row)).scalar()
            if message_id is None:
                found = await connection.execute(_FIND, {"of_delivery": delivery_id})
                message_id = found.one().id
            return int(message_id)

    async def update(self, message_id: int, card: Card, at: datetime) -> None:
        """Replace a message's card and mark it as edited; one that does not exist is no error."""
        async with self._database.connected_for_writing() as connection:
            await connection.execute(_UPDATE, {"message_id": message_id, "new_card": card, "at": at})

    async def since(self, conversations: Collection[str], after_id: int, limit: int) -> list[WebMessage]:
        """The messages after `after_id`, oldest first."""
        return await self._many(_SINCE, conversations=conversations, after_id=after_id, at_most=limit)

    async def latest(self, conversations: Collection[str], limit: int) -> list[WebMessage]:
        """The newest messages, oldest of them first."""
        found = await self._many(_LATEST, conversations=conversations, at_most=limit)
        return found[::-1]

    async def touched_since(self, conversations: Collection[str], updated_after: datetime) -> list[WebMessage]:
        """The messages posted or edited after that instant, in the order of their last change."""
        return await self._many(_TOUCHED, conversations=conversations, updated_after=updated_after)

    async def get(self, message_id: int) -> WebMessage | None:
        """The message with this id."""
        found = await self._many(_GET, message_id=message_id)
        return found[0] if found else None

    async def find(self, delivery_id: str) -> WebMessage | None:
        """The message that a delivery posted."""
        found = await self._many(_FIND, of_delivery=delivery_id)
        return found[0] if found else None

    async def _many(self, statement: Select[Any], **parameters: Any) -> list[WebMessage]:
        async with self._database.connected_for_reading() as connection:
            return [_MESSAGE.read(row) for row in await connection.execute(statement, parameters)]
