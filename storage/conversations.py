"""Conversations in progress."""

from dataclasses import replace

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.conversation import Conversation
from core.ports import Conflict
from storage.mapping import CONVERSATION
from storage.sql import insert_or_ignore
from storage.tables import conversations

_KEY = ("person_id", "flow", "subject")
_THIS_ONE = and_(*(conversations.c[name] == bindparam(f"this_{name}") for name in _KEY))
_GET = select(*CONVERSATION.columns).where(_THIS_ONE)
_CURRENT = (
    select(*CONVERSATION.columns)
    .where(conversations.c.person_id == bindparam("person_id"), conversations.c.active)
    .order_by(conversations.c.updated_at.desc().nulls_last(), conversations.c.flow, conversations.c.subject)
    .limit(1)
)
_REMOVE = delete(conversations).where(_THIS_ONE, conversations.c.version == bindparam("this_version"))
_UPDATE = update(conversations).where(_THIS_ONE, conversations.c.version == bindparam("this_version"))


class SqlConversations:
    """See `core.ports.Conversations`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def current(self, person_id: str) -> Conversation | None:
        """The active one the person was last in."""
        row = (await self._connection.execute(_CURRENT, {"person_id": person_id})).first()
        return CONVERSATION.read(row) if row else None

    async def get(self, person_id: str, flow: str, subject: str) -> Conversation | None:
        """The person's conversation in this flow about this subject, active or not."""
        given = {"this_person_id": person_id, "this_flow": flow, "this_subject": subject}
        row = (await self._connection.execute(_GET, given)).first()
        return CONVERSATION.read(row) if row else None

    async def save(self, conversation: Conversation) -> Conversation:
        """Insert (version 0) or update where the version matches; raises `Conflict`."""
        kept = replace(conversation, version=conversation.version + 1)
        values = CONVERSATION.values(kept)
        if conversation.version == 0:
            statement = insert_or_ignore(self._connection, conversations, *_KEY)
            done = await self._connection.execute(statement, values)
        else:
            changed = {name: value for name, value in values.items() if name not in _KEY}
            done = await self._connection.execute(
                _UPDATE.values(changed), _key(conversation) | {"this_version": conversation.version}
            )
        if done.rowcount == 0:
            raise Conflict("the conversation went on meanwhile")
        return kept

    async def remove(self, conversation: Conversation) -> None:
        """Delete it; raises `Conflict` when it went on meanwhile or is gone."""
        given = _key(conversation) | {"this_version": conversation.version}
        if (await self._connection.execute(_REMOVE, given)).rowcount == 0:
            raise Conflict("the conversation went on meanwhile")


def _key(conversation: Conversation) -> dict[str, str]:
    return {f"this_{name}": getattr(conversation, name) for name in _KEY}
