"""What is stored of skills: what job titles and objectives want, what people hold, and what they chose."""

from collections.abc import Collection, Iterable
from typing import Protocol

from core.model.person import Person
from core.model.skills import ObjectiveSkill, PersonSkill, RoleSkill, SkillChoices


class Skills(Protocol):
    """Skills of an organisation."""

    async def of_roles(self, tenant_id: str) -> list[RoleSkill]:
        """What every job title of the organisation wants, by title and skill."""
        ...

    async def save_roles(self, skills: Iterable[RoleSkill]) -> None:
        """Insert or update by (organisation, title, skill)."""
        ...

    async def remove_roles(self, skills: Iterable[RoleSkill]) -> None:
        """Let these be wanted no more; what people hold stays."""
        ...

    async def of_objectives(self, ids: Collection[str]) -> list[ObjectiveSkill]:
        """What these objectives want, by objective and skill."""
        ...

    async def set_objective(self, objective_id: str, skills: Collection[ObjectiveSkill]) -> None:
        """Let the objective want these, and no others."""
        ...

    async def of_people(self, person_ids: Collection[str]) -> list[PersonSkill]:
        """What these people say of themselves and what was confirmed, by person and skill."""
        ...

    async def save_people(self, skills: Iterable[PersonSkill]) -> None:
        """Insert or update by (person, skill)."""
        ...

    async def forget(self, person_id: str, skill_key: str) -> None:
        """Take away what a person said of a skill, with what was confirmed of it."""
        ...

    async def choices(self, person_ids: Collection[str]) -> list[SkillChoices]:
        """What these people chose; those who never chose are absent."""
        ...

    async def save_choices(self, choices: Iterable[SkillChoices]) -> None:
        """Insert or update by person."""
        ...

    async def teachers(self, tenant_id: str, skill_keys: Collection[str]) -> list[tuple[str, Person]]:
        """Who can teach each of these skills, by key and name, of those who chose that colleagues may know."""
        ...
