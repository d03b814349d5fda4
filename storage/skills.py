"""Skills that are wanted and held, and what people chose about them."""

from collections.abc import Collection, Iterable

from sqlalchemy import and_, bindparam, delete, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Person
from core.model.skills import Level, ObjectiveSkill, PersonSkill, RoleSkill, SkillChoices
from storage import tables
from storage.mapping import OBJECTIVE_SKILL, PERSON, PERSON_SKILL, ROLE_SKILL, SKILL_CHOICES
from storage.prepared import Prepared
from storage.sql import among, insert_or_update
from storage.tables import objective_skills, people, person_skills, role_skills, skill_choices

_OF_ROLES = Prepared(
    select(*ROLE_SKILL.columns)
    .where(role_skills.c.tenant_id == bindparam("of_tenant"))
    .order_by(role_skills.c.role_key, role_skills.c.skill_key)
)
_REMOVE_ROLE = delete(role_skills).where(
    role_skills.c.tenant_id == bindparam("of_tenant"),
    role_skills.c.role_key == bindparam("of_role"),
    role_skills.c.skill_key == bindparam("of_skill"),
)
_OF_OBJECTIVES = Prepared(
    select(*OBJECTIVE_SKILL.columns)
    .where(among(objective_skills.c.objective_id, "objective_ids"))
    .order_by(objective_skills.c.objective_id, objective_skills.c.skill_key)
)
_FORGET_OBJECTIVE = delete(objective_skills).where(objective_skills.c.objective_id == bindparam("of_objective"))
_OF_PEOPLE = Prepared(
    select(*PERSON_SKILL.columns)
    .where(among(person_skills.c.person_id, "person_ids"))
    .order_by(person_skills.c.person_id, person_skills.c.skill_key)
)
_FORGET = delete(person_skills).where(
    person_skills.c.person_id == bindparam("of_person"), person_skills.c.skill_key == bindparam("of_skill")
)
_CHOICES = Prepared(select(*SKILL_CHOICES.columns).where(among(skill_choices.c.person_id, "person_ids")))
_COUNTS = func.coalesce(person_skills.c.confirmed, person_skills.c.said)
_TEACHERS = Prepared(
    select(person_skills.c.skill_key, *PERSON.columns)
    .join(people, people.c.id == person_skills.c.person_id)
    .join(
        skill_choices,
        and_(skill_choices.c.person_id == person_skills.c.person_id, skill_choices.c.is_named.is_(True)),
    )
    .where(
        person_skills.c.tenant_id == bindparam("of_tenant"),
        among(person_skills.c.skill_key, "skill_keys"),
        literal(int(Level.TEACHING)) <= _COUNTS,
    )
    .order_by(person_skills.c.skill_key, people.c.name, people.c.id)
)


class SqlSkills:
    """See `core.ports.Skills`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_roles(self, tenant_id: str) -> list[RoleSkill]:
        """What every job title of the organisation wants, by title and skill."""
        rows = await _OF_ROLES.rows(self._connection, {"of_tenant": tenant_id})
        return [ROLE_SKILL.read(row) for row in rows]

    async def save_roles(self, skills: Iterable[RoleSkill]) -> None:
        """Insert or update by (organisation, title, skill)."""
        rows = [ROLE_SKILL.values(each) for each in skills]
        if rows:
            key = ("tenant_id", "role_key", "skill_key")
            await self._connection.execute(insert_or_update(self._connection, tables.role_skills, *key), rows)

    async def remove_roles(self, skills: Iterable[RoleSkill]) -> None:
        """Let these be wanted no more; what people hold stays."""
        keys = [
            {"of_tenant": each.tenant_id, "of_role": each.role_key, "of_skill": each.skill_key} for each in skills
        ]
        if keys:
            await self._connection.execute(_REMOVE_ROLE, keys)

    async def of_objectives(self, ids: Collection[str]) -> list[ObjectiveSkill]:
        """What these objectives want, by objective and skill."""
        rows = await _OF_OBJECTIVES.rows(self._connection, {"objective_ids": ids})
        return [OBJECTIVE_SKILL.read(row) for row in rows]

    async def set_objective(self, objective_id: str, skills: Collection[ObjectiveSkill]) -> None:
        """Let the objective want these, and no others."""
        await self._connection.execute(_FORGET_OBJECTIVE, {"of_objective": objective_id})
        if skills:
            rows = [OBJECTIVE_SKILL.values(each) for each in skills]
            await self._connection.execute(insert(objective_skills), rows)

    async def of_people(self, person_ids: Collection[str]) -> list[PersonSkill]:
        """What these people say of themselves and what was confirmed, by person and skill."""
        rows = await _OF_PEOPLE.rows(self._connection, {"person_ids": person_ids})
        return [PERSON_SKILL.read(row) for row in rows]

    async def save_people(self, skills: Iterable[PersonSkill]) -> None:
        """Insert or update by (person, skill)."""
        rows = [PERSON_SKILL.values(each) for each in skills]
        if rows:
            statement = insert_or_update(self._connection, tables.person_skills, "person_id", "skill_key")
            await self._connection.execute(statement, rows)

    async def forget(self, person_id: str, skill_key: str) -> None:
        """Take away what a person said of a skill, with what was confirmed of it."""
        await self._connection.execute(_FORGET, {"of_person": person_id, "of_skill": skill_key})

    async def choices(self, person_ids: Collection[str]) -> list[SkillChoices]:
        """What these people chose; those who never chose are absent."""
        rows = await _CHOICES.rows(self._connection, {"person_ids": person_ids})
        return [SKILL_CHOICES.read(row) for row in rows]

    async def save_choices(self, choices: Iterable[SkillChoices]) -> None:
        """Insert or update by person."""
        rows = [SKILL_CHOICES.values(each) for each in choices]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, skill_choices, "person_id"), rows)

    async def teachers(self, tenant_id: str, skill_keys: Collection[str]) -> list[tuple[str, Person]]:
        """Who can teach each of these skills, by key and name, of those who chose that colleagues may know."""
        rows = await _TEACHERS.rows(self._connection, {"of_tenant": tenant_id, "skill_keys": skill_keys})
        return [(row[0], PERSON.read(row[1:])) for row in rows]
