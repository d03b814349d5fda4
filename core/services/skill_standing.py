"""How people stand with the skills that their job titles and objectives want; all that asks goes through here."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from core.model.person import Person
from core.model.skills import (
    ObjectiveSkill,
    PersonSkill,
    RoleSkill,
    SkillStanding,
    holdings,
    role_key,
    skill_key,
    wanted_of,
)
from core.model.training import Course, TrainingCompletion, held
from core.ports import Store


async def standing_of(store: Store, people: Sequence[Person], on: date) -> list[SkillStanding]:
    """How these people, of one organisation, stand on a day; as many queries for a team as for one."""
    if not people:
        return []
    ids, tenant_id = [each.id for each in people], people[0].tenant_id
    roles: defaultdict[str, list[RoleSkill]] = defaultdict(list)
    for wanted in await store.skills.of_roles(tenant_id):
        roles[wanted.role_key].append(wanted)
    objectives = await store.objectives.active_for(ids)
    needs: defaultdict[str, list[ObjectiveSkill]] = defaultdict(list)
    for need in await store.skills.of_objectives({each.id for owned in objectives.values() for each in owned}):
        needs[need.objective_id].append(need)
    kept: defaultdict[str, list[PersonSkill]] = defaultdict(list)
    for one in await store.skills.of_people(ids):
        kept[one.person_id].append(one)
    courses = {each.id: each for each in await store.training.courses(tenant_id)}
    completed: defaultdict[str, list[TrainingCompletion]] = defaultdict(list)
    for each in await store.training.completions_of(ids):
        completed[each.person_id].append(each)
    return [
        SkillStanding(
            person,
            wanted_of(
                roles.get(role_key(person.role), ()),
                [(each.title, need) for each in objectives.get(person.id, ()) for need in needs.get(each.id, ())],
            ),
            holdings(kept.get(person.id, ()), held(courses, completed.get(person.id, ()), on)),
        )
        for person in people
    ]


async def organisations_words(store: Store, tenant_id: str) -> dict[str, str]:
    """The skills that the organisation speaks of, of job titles and courses, by key."""
    courses: list[Course] = await store.training.courses(tenant_id)
    words = {skill_key(name): name for each in courses for name in each.skills}
    return words | {each.skill_key: each.skill for each in await store.skills.of_roles(tenant_id)}
