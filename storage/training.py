"""Courses and who completed them."""

from collections.abc import Collection, Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.training import Course, TrainingCompletion
from storage import tables
from storage.mapping import COURSE, TRAINING_COMPLETION
from storage.prepared import Prepared
from storage.sql import among, insert_or_update
from storage.tables import training_completions

_COURSES = Prepared(
    select(*COURSE.columns)
    .where(tables.courses.c.tenant_id == bindparam("of_tenant"))
    .order_by(tables.courses.c.title, tables.courses.c.id)
)
_COMPLETIONS = Prepared(
    select(*TRAINING_COMPLETION.columns)
    .where(among(training_completions.c.person_id, "person_ids"))
    .order_by(training_completions.c.completed_on, training_completions.c.id)
)


class SqlTrainings:
    """See `core.ports.Trainings`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def courses(self, tenant_id: str) -> list[Course]:
        """Every course of the organisation, by title."""
        rows = await _COURSES.rows(self._connection, {"of_tenant": tenant_id})
        return [COURSE.read(row) for row in rows]

    async def save_courses(self, courses: Iterable[Course]) -> None:
        """Insert or update by id."""
        rows = [COURSE.values(each) for each in courses]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, tables.courses, "id"), rows)

    async def completions_of(self, person_ids: Collection[str]) -> list[TrainingCompletion]:
        """Every completion of these people, the oldest first."""
        rows = await _COMPLETIONS.rows(self._connection, {"person_ids": person_ids})
        return [TRAINING_COMPLETION.read(row) for row in rows]

    async def save_completions(self, completions: Iterable[TrainingCompletion]) -> None:
        """Insert or update by (person, course, day)."""
        rows = [TRAINING_COMPLETION.values(each) for each in completions]
        if rows:
            statement = insert_or_update(
                self._connection,
                training_completions,
                "person_id",
                "course_id",
                "completed_on",
                leaving=("id",),
            )
            await self._connection.execute(statement, rows)
