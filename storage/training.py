"""Courses, who must hold them, who completed them, and what was reminded of."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Date, bindparam, case, delete, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Person
from core.model.requirements import Everyones, Known, Learner, Requirement
from core.model.training import CompletionState, Course, TrainingCompletion
from core.model.training_reminders import Told
from storage import tables
from storage.mapping import COURSE, LEARNER, PERSON, REQUIREMENT, TOLD, TRAINING_COMPLETION
from storage.prepared import Prepared
from storage.sql import among, execute_in_parts, insert_or_update
from storage.tables import (
    IS_PENDING,
    course_requirements,
    people,
    training_completions,
    training_reminders,
)

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

_COMPLETION = select(*TRAINING_COMPLETION.columns).where(training_completions.c.id == bindparam("of_id"))
_PENDING = (
    select(*TRAINING_COMPLETION.columns)
    .where(training_completions.c.tenant_id == bindparam("of_tenant"), IS_PENDING)
    .order_by(training_completions.c.completed_on, training_completions.c.id)
    .limit(bindparam("at_most"))
)
_REQUIREMENTS = Prepared(
    select(*REQUIREMENT.columns)
    .where(course_requirements.c.tenant_id == bindparam("of_tenant"))
    .order_by(course_requirements.c.course_id, course_requirements.c.group, course_requirements.c.value)
)
_FORGET_REQUIREMENTS = delete(course_requirements).where(course_requirements.c.course_id == bindparam("of_course"))
_LEARNERS = Prepared(select(*LEARNER.columns).where(people.c.tenant_id == bindparam("of_tenant")))
_COUNTS = training_completions.c.state == literal(CompletionState.RECORDED, training_completions.c.state.type)
_WAITS = training_completions.c.state == literal(CompletionState.PENDING, training_completions.c.state.type)
_KNOWN = Prepared(
    select(
        training_completions.c.person_id,
        training_completions.c.course_id,
        # A completion without a last day counts for good.
        func.max(case((_COUNTS, func.coalesce(training_completions.c.expires_on, literal(date.max, Date()))))),
        func.max(case((_COUNTS, training_completions.c.completed_on))),
        func.max(case((_WAITS, training_completions.c.completed_on))),
    )
    .where(among(training_completions.c.course_id, "course_ids"))
    .group_by(training_completions.c.course_id, training_completions.c.person_id)
)
_AFTER = (
    select(*PERSON.columns)
    .where(people.c.tenant_id == bindparam("of_tenant"), people.c.id > bindparam("after"))
    .order_by(people.c.id)
    .limit(bindparam("at_most"))
)
_REPORTS = (
    select(*PERSON.columns).where(among(people.c.manager_id, "manager_ids")).order_by(people.c.name, people.c.id)
)
_TOLD = Prepared(select(*TOLD.columns).where(among(training_reminders.c.person_id, "person_ids")))


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
            await execute_in_parts(self._connection, statement, rows)

    async def completion(self, completion_id: str) -> TrainingCompletion | None:
        """The completion with this id."""
        row = (await self._connection.execute(_COMPLETION, {"of_id": completion_id})).first()
        return TRAINING_COMPLETION.read(row) if row else None

    async def pending(self, tenant_id: str, limit: int) -> list[TrainingCompletion]:
        """Completions that wait for HR, the oldest first."""
        rows = await self._connection.execute(_PENDING, {"of_tenant": tenant_id, "at_most": limit})
        return [TRAINING_COMPLETION.read(row) for row in rows]

    async def requirements(self, tenant_id: str) -> list[Requirement]:
        """Every rule of the organisation's, by course."""
        rows = await _REQUIREMENTS.rows(self._connection, {"of_tenant": tenant_id})
        return [REQUIREMENT.read(row) for row in rows]

    async def set_requirements(self, course_id: str, requirements: Collection[Requirement]) -> None:
        """Let these be the rules of the course, and no others."""
        await self._connection.execute(_FORGET_REQUIREMENTS, {"of_course": course_id})
        if requirements:
            rows = [REQUIREMENT.values(each) for each in requirements]
            await self._connection.execute(insert(course_requirements), rows)

    async def learners(self, tenant_id: str) -> list[Learner]:
        """Everyone of the organisation, whatever their contract dates, with what decides what they must hold."""
        rows = await _LEARNERS.rows(self._connection, {"of_tenant": tenant_id})
        return [LEARNER.read(row) for row in rows]

    async def known(self, course_ids: Collection[str]) -> Everyones:
        """What everyone has of these courses, by course and person; who has nothing of them is absent."""
        found: dict[str, dict[str, Known]] = {}
        # Many people have the same of a course; sharing it spares as many objects.
        values: dict[tuple[date | None, ...], Known] = {}
        for row in await _KNOWN.rows(self._connection, {"course_ids": course_ids}):
            person_id, course_id, until, completed_on, pending_on = row
            if until is None and pending_on is None:
                continue
            value = values.get((until, completed_on, pending_on))
            if value is None:
                value = values[until, completed_on, pending_on] = Known(until, completed_on, pending_on)
            found.setdefault(course_id, {})[person_id] = value
        return found

    async def people_after(self, tenant_id: str, person_id: str, limit: int) -> list[Person]:
        """The organisation's people by id, those after this one."""
        given = {"of_tenant": tenant_id, "after": person_id, "at_most": limit}
        return [PERSON.read(row) for row in await self._connection.execute(_AFTER, given)]

    async def reports_of(self, manager_ids: Collection[str]) -> list[Person]:
        """The direct reports of these managers, by name."""
        rows = await self._connection.execute(_REPORTS, {"manager_ids": manager_ids})
        return [PERSON.read(row) for row in rows]

    async def told(self, person_ids: Collection[str]) -> list[Told]:
        """What these people were last reminded of."""
        rows = await _TOLD.rows(self._connection, {"person_ids": person_ids})
        return [TOLD.read(row) for row in rows]

    async def save_told(self, told: Iterable[Told]) -> None:
        """Insert or update by (person, course)."""
        rows = [TOLD.values(each) for each in told]
        if rows:
            statement = insert_or_update(self._connection, training_reminders, "person_id", "course_id")
            await self._connection.execute(statement, rows)
