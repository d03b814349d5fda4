"""Feedback, requests for it, and what was said about it afterwards."""

from collections.abc import Collection, Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest
from storage import tables
from storage.mapping import FEEDBACK, FEEDBACK_NOTE, FEEDBACK_REQUEST
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import IS_UNANSWERED_REQUEST, feedback_notes, feedback_requests

_BY_ID = select(*FEEDBACK.columns).where(tables.feedback.c.id == bindparam("id"))
_RECEIVED = (
    select(*FEEDBACK.columns)
    .where(tables.feedback.c.receiver_id == bindparam("receiver"), tables.feedback.c.withdrawn_at.is_(None))
    .order_by(tables.feedback.c.given_at.desc(), tables.feedback.c.id)
    .limit(bindparam("most"))
)
_NOTES = (
    select(*FEEDBACK_NOTE.columns)
    .where(feedback_notes.c.feedback_id == bindparam("feedback"))
    .order_by(feedback_notes.c.said_at, feedback_notes.c.id)
)
_REQUEST = select(*FEEDBACK_REQUEST.columns).where(feedback_requests.c.id == bindparam("id"))
_WAITING = (
    select(*FEEDBACK_REQUEST.columns)
    .where(
        feedback_requests.c.giver_id == bindparam("giver"),
        IS_UNANSWERED_REQUEST,
        feedback_requests.c.declined_at.is_(None),
    )
    .order_by(feedback_requests.c.asked_at, feedback_requests.c.id)
)
_ASKED_BY = (
    select(*FEEDBACK_REQUEST.columns)
    .where(feedback_requests.c.asker_id == bindparam("asker"))
    .order_by(feedback_requests.c.asked_at.desc(), feedback_requests.c.id)
    .limit(bindparam("most"))
)
_REQUESTS = select(*FEEDBACK_REQUEST.columns).where(among(feedback_requests.c.id, "ids"))


class SqlFeedbacks:
    """See `core.ports.Feedbacks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def save(self, feedback: Feedback) -> None:
        """Insert or update by id."""
        statement = insert_or_update(self._connection, tables.feedback, "id")
        await self._connection.execute(statement, FEEDBACK.values(feedback))

    async def by_id(self, feedback_id: str) -> Feedback | None:
        """The feedback with this id."""
        row = (await self._connection.execute(_BY_ID, {"id": feedback_id})).first()
        return FEEDBACK.read(row) if row else None

    async def received(self, person_id: str, limit: int) -> list[Feedback]:
        """What the person was told and what was not taken back, the newest first."""
        rows = await self._connection.execute(_RECEIVED, {"receiver": person_id, "most": limit})
        return [FEEDBACK.read(row) for row in rows]

    async def add_note(self, note: FeedbackNote) -> bool:
        """Insert; False when it is there already."""
        statement = insert_or_ignore(self._connection, feedback_notes, "id").returning(feedback_notes.c.id)
        rows = await self._connection.execute(statement, FEEDBACK_NOTE.values(note))
        return rows.first() is not None

    async def notes_of(self, feedback_id: str) -> list[FeedbackNote]:
        """The oldest first."""
        rows = await self._connection.execute(_NOTES, {"feedback": feedback_id})
        return [FEEDBACK_NOTE.read(row) for row in rows]

    async def save_requests(self, requests: Iterable[FeedbackRequest]) -> None:
        """Insert or update by id."""
        rows = [FEEDBACK_REQUEST.values(each) for each in requests]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, feedback_requests, "id"), rows)

    async def request(self, request_id: str) -> FeedbackRequest | None:
        """The request with this id."""
        row = (await self._connection.execute(_REQUEST, {"id": request_id})).first()
        return FEEDBACK_REQUEST.read(row) if row else None

    async def requests(self, ids: Collection[str]) -> list[FeedbackRequest]:
        """The requests with these ids, in no order."""
        return [FEEDBACK_REQUEST.read(row) for row in await self._connection.execute(_REQUESTS, {"ids": ids})]

    async def asked_by(self, person_id: str, limit: int) -> list[FeedbackRequest]:
        """What the person asked of others, the newest first."""
        rows = await self._connection.execute(_ASKED_BY, {"asker": person_id, "most": limit})
        return [FEEDBACK_REQUEST.read(row) for row in rows]

    async def waiting_for(self, person_id: str) -> list[FeedbackRequest]:
        """Requests that the person has neither answered nor declined, the oldest first."""
        rows = await self._connection.execute(_WAITING, {"giver": person_id})
        return [FEEDBACK_REQUEST.read(row) for row in rows]
