"""Questions added to check-ins, what was answered to them, and weekly priorities."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.checkin import NoteAudience
from core.model.questions import AnswerPart, QuestionAnswer, QuestionSet
from core.model.week_priority import WeekPriority
from core.ports import Conflict
from storage.mapping import Mapped
from storage.sql import among, insert_or_ignore, insert_or_update
from storage.tables import checkins
from storage.tables.questions import IS_OPEN_PRIORITY, question_answers, question_sets, week_priorities

QUESTION_SET = Mapped(QuestionSet, question_sets)
QUESTION_ANSWER = Mapped(QuestionAnswer, question_answers)
WEEK_PRIORITY = Mapped(WeekPriority, week_priorities)

_SETS = select(*QUESTION_SET.columns)
_newest = (
    select(question_sets.c.owner_id, func.max(question_sets.c.version).label("version"))
    .group_by(question_sets.c.owner_id)
    .where(among(question_sets.c.owner_id, "owner_ids"))
    .subquery()
)
_IS_NEWEST = and_(question_sets.c.owner_id == _newest.c.owner_id, question_sets.c.version == _newest.c.version)
_NEWEST = _SETS.join(_newest, _IS_NEWEST)
_newest_here = (
    select(question_sets.c.owner_id, func.max(question_sets.c.version).label("version"))
    .group_by(question_sets.c.owner_id)
    .where(question_sets.c.tenant_id == bindparam("of_tenant"))
    .subquery()
)
_NEWEST_OF_TENANT = _SETS.join(
    _newest_here,
    and_(question_sets.c.owner_id == _newest_here.c.owner_id, question_sets.c.version == _newest_here.c.version),
).order_by(question_sets.c.owner_id)
_VERSION = _SETS.where(
    question_sets.c.owner_id == bindparam("owner"), question_sets.c.version == bindparam("number")
)
_OF_OWNERS = _SETS.where(among(question_sets.c.owner_id, "owner_ids"))
_ANSWERS = (
    select(*QUESTION_ANSWER.columns)
    .where(among(question_answers.c.checkin_id, "checkin_ids"))
    .order_by(question_answers.c.checkin_id, question_answers.c.question_id, question_answers.c.part)
)
_SHARED = _ANSWERS.where(question_answers.c.audience == bindparam("of_audience"))
_VALUES = (
    select(checkins.c.period, question_answers.c.value)
    .select_from(checkins)
    .join(question_answers, question_answers.c.checkin_id == checkins.c.id)
    .where(
        checkins.c.tenant_id == bindparam("of_tenant"),
        checkins.c.period.between(bindparam("since"), bindparam("until")),
        question_answers.c.question_id == bindparam("of_question"),
        question_answers.c.part == AnswerPart.ANSWER,
        question_answers.c.value != "",
    )
    .order_by(checkins.c.period)
)
_PRIORITIES = select(*WEEK_PRIORITY.columns)
_BY_IDS = _PRIORITIES.where(among(week_priorities.c.id, "ids"))
_OPEN = _PRIORITIES.where(week_priorities.c.person_id == bindparam("of_person"), IS_OPEN_PRIORITY).order_by(
    week_priorities.c.created_at, week_priorities.c.position, week_priorities.c.id
)
_OF_CHECK_IN = _PRIORITIES.where(week_priorities.c.checkin_id == bindparam("of_checkin")).order_by(
    week_priorities.c.position
)


class SqlQuestions:
    """See `core.ports.questions.Questions`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, version: QuestionSet) -> None:
        """Insert a new version; raises `Conflict` where someone else made the same one meanwhile."""
        statement = insert_or_ignore(self._connection, question_sets, "owner_id", "version")
        done = await self._connection.execute(statement, QUESTION_SET.values(version))
        if done.rowcount == 0:
            raise Conflict("the questions were changed meanwhile")

    async def newest(self, owner_ids: Collection[str]) -> dict[str, QuestionSet]:
        """The newest version of each owner's questions, by owner."""
        rows = await self._connection.execute(_NEWEST, {"owner_ids": owner_ids})
        return {each.owner_id: each for each in map(QUESTION_SET.read, rows)}

    async def newest_of_tenant(self, tenant_id: str) -> list[QuestionSet]:
        """The newest version of every owner of an organisation."""
        rows = await self._connection.execute(_NEWEST_OF_TENANT, {"of_tenant": tenant_id})
        return [QUESTION_SET.read(row) for row in rows]

    async def version(self, owner_id: str, version: int) -> QuestionSet | None:
        """One version."""
        row = (await self._connection.execute(_VERSION, {"owner": owner_id, "number": version})).first()
        return QUESTION_SET.read(row) if row else None

    async def versions(self, refs: Collection[str]) -> dict[str, QuestionSet]:
        """The versions that check-ins name, by what they are named."""
        owners = {ref.rpartition(".")[0] for ref in refs}
        rows = await self._connection.execute(_OF_OWNERS, {"owner_ids": owners})
        found = {each.ref: each for each in map(QUESTION_SET.read, rows)}
        return {ref: found[ref] for ref in refs if ref in found}

    async def keep_answers(self, answers: Collection[QuestionAnswer]) -> None:
        """Insert or replace what each check-in says to each part of each question."""
        if answers:
            statement = insert_or_update(self._connection, question_answers, "checkin_id", "question_id", "part")
            await self._connection.execute(statement, [QUESTION_ANSWER.values(each) for each in answers])

    async def answers_of(self, checkin_ids: Collection[str]) -> list[QuestionAnswer]:
        """Everything that these check-ins say."""
        rows = await self._connection.execute(_ANSWERS, {"checkin_ids": checkin_ids})
        return [QUESTION_ANSWER.read(row) for row in rows]

    async def shared_answers_of(
        self, checkin_ids: Collection[str], audience: NoteAudience
    ) -> list[QuestionAnswer]:
        """Like `answers_of`, of what this audience may read."""
        given = {"checkin_ids": checkin_ids, "of_audience": audience}
        return [QUESTION_ANSWER.read(row) for row in await self._connection.execute(_SHARED, given)]

    async def values_by_period(
        self, tenant_id: str, question_id: str, since: date, until: date
    ) -> dict[date, list[str]]:
        """What everyone of the organisation answered to one question, by period."""
        given = {"of_tenant": tenant_id, "of_question": question_id, "since": since, "until": until}
        found: defaultdict[date, list[str]] = defaultdict(list)
        for period, value in await self._connection.execute(_VALUES, given):
            found[period].append(value)
        return dict(found)


class SqlWeekPriorities:
    """See `core.ports.questions.WeekPriorities`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def save(self, priorities: Collection[WeekPriority]) -> None:
        """Insert or update by id."""
        if priorities:
            statement = insert_or_update(self._connection, week_priorities, "id")
            await self._connection.execute(statement, [WEEK_PRIORITY.values(each) for each in priorities])

    async def by_ids(self, ids: Collection[str]) -> dict[str, WeekPriority]:
        """These priorities, by id."""
        rows = await self._connection.execute(_BY_IDS, {"ids": ids})
        return {each.id: each for each in map(WEEK_PRIORITY.read, rows)}

    async def open_of(self, person_id: str) -> list[WeekPriority]:
        """The person's open priorities, the oldest first."""
        rows = await self._connection.execute(_OPEN, {"of_person": person_id})
        return [WEEK_PRIORITY.read(row) for row in rows]

    async def of_check_in(self, checkin_id: str) -> list[WeekPriority]:
        """What was said at a check-in, by line."""
        rows = await self._connection.execute(_OF_CHECK_IN, {"of_checkin": checkin_id})
        return [WEEK_PRIORITY.read(row) for row in rows]
