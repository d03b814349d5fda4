"""Reviews, their words and versions, and what of a period's record only they read."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import Date, and_, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.action import AgreedAction
from core.model.evidence import Evidence
from core.model.feedback import Feedback
from core.model.objective_change import ObjectiveChange
from core.model.recognition import Recognition
from core.model.review import Review, ReviewStage, ReviewVersion, ReviewWords, Signatures
from storage import tables
from storage.columns import Utc
from storage.mapping import (
    AGREED_ACTION,
    EVIDENCE,
    FEEDBACK,
    OBJECTIVE_CHANGE,
    RECOGNITION,
    REVIEW,
    REVIEW_SIGNATURES,
    REVIEW_VERSION,
    REVIEW_WORDS,
)
from storage.sql import among, insert_on, insert_or_ignore, insert_or_update
from storage.tables import (
    IS_OPEN_REVIEW,
    agreed_actions,
    objective_changes,
    people,
    recognitions,
    review_left_out,
    review_versions,
    review_words,
    reviews,
)

_SINCE, _UNTIL = bindparam("since", type_=Utc()), bindparam("until", type_=Utc())

_BY_IDS = select(*REVIEW.columns).where(among(reviews.c.id, "ids"))
_OF_PEOPLE = (
    select(*REVIEW.columns)
    .where(among(reviews.c.person_id, "ids"))
    .order_by(reviews.c.opened_at.desc(), reviews.c.id)
)
_OPEN_IN = (
    select(*REVIEW.columns)
    .where(reviews.c.tenant_id == bindparam("of_tenant"), IS_OPEN_REVIEW)
    .order_by(reviews.c.due_on, reviews.c.id)
    .limit(bindparam("most"))
)
_TALLY = (
    select(reviews.c.stage, func.count())
    .where(reviews.c.tenant_id == bindparam("of_tenant"), or_(reviews.c.opened_at >= _SINCE, IS_OPEN_REVIEW))
    .group_by(reviews.c.stage)
)
_TODAY = bindparam("today", type_=Date())
_COUNT_WITHOUT = (
    select(func.count())
    .select_from(people)
    .where(
        people.c.tenant_id == bindparam("of_tenant"),
        or_(people.c.start_on.is_(None), people.c.start_on <= _TODAY),
        or_(people.c.end_on.is_(None), people.c.end_on >= _TODAY),
        ~exists().where(reviews.c.person_id == people.c.id, reviews.c.opened_at >= _SINCE),
    )
)
_WORDS = (
    select(*REVIEW_WORDS.columns)
    .where(review_words.c.review_id == bindparam("review"))
    .order_by(review_words.c.written_at, review_words.c.by_id, review_words.c.item)
)
_LEFT_OUT = select(review_left_out.c.key).where(review_left_out.c.review_id == bindparam("review"))
_TAKE_IN = delete(review_left_out).where(
    review_left_out.c.review_id == bindparam("review"), review_left_out.c.key == bindparam("this_key")
)
_VERSIONS = (
    select(*REVIEW_VERSION.columns)
    .where(review_versions.c.review_id == bindparam("review"))
    .order_by(review_versions.c.number.desc())
)
_VERSION = select(*REVIEW_VERSION.columns).where(
    review_versions.c.review_id == bindparam("review"), review_versions.c.number == bindparam("this_number")
)
_SIGNATURES = (
    select(reviews.c.id, *REVIEW_SIGNATURES.columns)
    .join(
        review_versions,
        and_(review_versions.c.review_id == reviews.c.id, review_versions.c.number == reviews.c.version),
    )
    .where(among(reviews.c.id, "ids"))
)
_IS_VERSION = and_(
    review_versions.c.review_id == bindparam("review"), review_versions.c.number == bindparam("this_number")
)
_AT = bindparam("at", type_=Utc())
_SIGN_AS_PERSON = (
    update(review_versions)
    .where(_IS_VERSION)
    .values(person_at=func.coalesce(review_versions.c.person_at, _AT))
    .returning(*REVIEW_SIGNATURES.columns)
)
_SIGN_AS_MANAGER = (
    update(review_versions)
    .where(_IS_VERSION)
    .values(
        manager_at=func.coalesce(review_versions.c.manager_at, _AT),
        manager_id=func.coalesce(review_versions.c.manager_id, bindparam("signer")),
    )
    .returning(*REVIEW_SIGNATURES.columns)
)
_CHANGES = (
    select(*OBJECTIVE_CHANGE.columns)
    .where(among(objective_changes.c.objective_id, "ids"))
    .order_by(objective_changes.c.id)
)
_EVIDENCE = (
    select(*EVIDENCE.columns)
    .where(
        among(tables.evidence.c.objective_id, "ids"),
        tables.evidence.c.added_at >= _SINCE,
        tables.evidence.c.added_at < _UNTIL,
    )
    .order_by(tables.evidence.c.added_at, tables.evidence.c.id)
)
_FEEDBACK = (
    select(*FEEDBACK.columns)
    .where(
        tables.feedback.c.receiver_id == bindparam("person"),
        tables.feedback.c.given_at >= _SINCE,
        tables.feedback.c.given_at < _UNTIL,
        tables.feedback.c.receiver_read_at.is_not(None),
        tables.feedback.c.withdrawn_at.is_(None),
    )
    .order_by(tables.feedback.c.given_at, tables.feedback.c.id)
)
_THANKS = (
    select(*RECOGNITION.columns)
    .where(
        recognitions.c.receiver_id == bindparam("person"),
        recognitions.c.given_at >= _SINCE,
        recognitions.c.given_at < _UNTIL,
    )
    .order_by(recognitions.c.given_at, recognitions.c.id)
)
_ACTIONS = (
    select(*AGREED_ACTION.columns)
    .where(
        agreed_actions.c.person_id == bindparam("person"),
        agreed_actions.c.created_at < _UNTIL,
        or_(agreed_actions.c.closed_at.is_(None), agreed_actions.c.closed_at >= _SINCE),
    )
    .order_by(agreed_actions.c.created_at, agreed_actions.c.id)
)


class SqlReviews:
    """See `core.ports.Reviews`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, review: Review) -> bool:
        """Insert; False where the person has an open one already."""
        statement = insert_on(self._connection.dialect.name, reviews).on_conflict_do_nothing()
        rows = await self._connection.execute(statement.returning(reviews.c.id), REVIEW.values(review))
        return rows.first() is not None

    async def save(self, review: Review) -> None:
        """Update by id."""
        await self._connection.execute(insert_or_update(self._connection, reviews, "id"), REVIEW.values(review))

    async def by_ids(self, ids: Collection[str]) -> dict[str, Review]:
        """The reviews with these ids."""
        rows = await self._connection.execute(_BY_IDS, {"ids": ids})
        return {each.id: each for each in map(REVIEW.read, rows)}

    async def of_people(self, person_ids: Collection[str]) -> list[Review]:
        """Every review of these people, the newest first."""
        rows = await self._connection.execute(_OF_PEOPLE, {"ids": person_ids})
        return [REVIEW.read(row) for row in rows]

    async def open_in(self, tenant_id: str, limit: int) -> list[Review]:
        """The organisation's open reviews, those that are due first."""
        rows = await self._connection.execute(_OPEN_IN, {"of_tenant": tenant_id, "most": limit})
        return [REVIEW.read(row) for row in rows]

    async def tally(self, tenant_id: str, since: datetime) -> dict[ReviewStage, int]:
        """How many stand in each stage."""
        rows = await self._connection.execute(_TALLY, {"of_tenant": tenant_id, "since": since})
        return {row[0]: row[1] for row in rows}

    async def count_without(self, tenant_id: str, since: datetime, today: date) -> int:
        """How many people who are employed today have had no review opened since then."""
        given = {"of_tenant": tenant_id, "since": since, "today": today}
        return int((await self._connection.execute(_COUNT_WITHOUT, given)).scalar_one())

    async def save_words(self, words: Iterable[ReviewWords]) -> None:
        """Insert or update by review, writer and item."""
        rows = [REVIEW_WORDS.values(each) for each in words]
        if rows:
            statement = insert_or_update(self._connection, review_words, "review_id", "by_id", "item")
            await self._connection.execute(statement, rows)

    async def words_of(self, review_id: str) -> list[ReviewWords]:
        """The oldest first."""
        rows = await self._connection.execute(_WORDS, {"review": review_id})
        return [REVIEW_WORDS.read(row) for row in rows]

    async def leave_out(self, review_id: str, key: str) -> None:
        """Leave something out; said again it changes nothing."""
        statement = insert_or_ignore(self._connection, review_left_out, "review_id", "key")
        await self._connection.execute(statement, {"review_id": review_id, "key": key})

    async def take_in(self, review_id: str, key: str) -> None:
        """Leave it out no longer."""
        await self._connection.execute(_TAKE_IN, {"review": review_id, "this_key": key})

    async def left_out(self, review_id: str) -> frozenset[str]:
        """The keys of what was left out."""
        rows = await self._connection.execute(_LEFT_OUT, {"review": review_id})
        return frozenset(row[0] for row in rows)

    async def add_version(self, version: ReviewVersion) -> None:
        """Insert."""
        await self._connection.execute(insert(review_versions), REVIEW_VERSION.values(version))

    async def version(self, review_id: str, number: int) -> ReviewVersion | None:
        """The version of this number."""
        given = {"review": review_id, "this_number": number}
        row = (await self._connection.execute(_VERSION, given)).first()
        return REVIEW_VERSION.read(row) if row else None

    async def versions_of(self, review_id: str) -> list[ReviewVersion]:
        """The newest first."""
        rows = await self._connection.execute(_VERSIONS, {"review": review_id})
        return [REVIEW_VERSION.read(row) for row in rows]

    async def signatures(self, review_ids: Collection[str]) -> dict[str, Signatures]:
        """Who signed the newest version of each of these reviews."""
        rows = await self._connection.execute(_SIGNATURES, {"ids": review_ids})
        return {row[0]: REVIEW_SIGNATURES.read(row[1:]) for row in rows}

    async def sign(
        self, review_id: str, number: int, by_id: str, at: datetime, *, as_manager: bool
    ) -> Signatures | None:
        """Sign a version; a first signature stays."""
        given = {"review": review_id, "this_number": number, "at": at}
        statement = _SIGN_AS_MANAGER if as_manager else _SIGN_AS_PERSON
        signer = {"signer": by_id} if as_manager else {}
        row = (await self._connection.execute(statement, given | signer)).first()
        return REVIEW_SIGNATURES.read(row) if row else None

    async def changes(self, objective_ids: Collection[str]) -> list[ObjectiveChange]:
        """Everything that was changed about these objectives, the oldest first."""
        rows = await self._connection.execute(_CHANGES, {"ids": objective_ids})
        return [OBJECTIVE_CHANGE.read(row) for row in rows]

    async def evidence(self, objective_ids: Collection[str], since: datetime, until: datetime) -> list[Evidence]:
        """Evidence of these objectives, the oldest first."""
        given = {"ids": objective_ids, "since": since, "until": until}
        return [EVIDENCE.read(row) for row in await self._connection.execute(_EVIDENCE, given)]

    async def feedback(self, person_id: str, since: datetime, until: datetime) -> list[Feedback]:
        """What the person was told and opened, the oldest first."""
        given = {"person": person_id, "since": since, "until": until}
        return [FEEDBACK.read(row) for row in await self._connection.execute(_FEEDBACK, given)]

    async def thanks(self, person_id: str, since: datetime, until: datetime) -> list[Recognition]:
        """What the person was thanked for, the oldest first."""
        given = {"person": person_id, "since": since, "until": until}
        return [RECOGNITION.read(row) for row in await self._connection.execute(_THANKS, given)]

    async def actions(self, person_id: str, since: datetime, until: datetime) -> list[AgreedAction]:
        """Actions about the person that were agreed before `until` and not over before `since`."""
        given = {"person": person_id, "since": since, "until": until}
        return [AGREED_ACTION.read(row) for row in await self._connection.execute(_ACTIONS, given)]
