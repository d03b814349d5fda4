"""The demo's skills: what the jobs of two teams and an objective need, what people say, and what was confirmed."""

from datetime import date, datetime, timedelta

from core.model.skills import (
    Level,
    ObjectiveSkill,
    PersonSkill,
    RoleSkill,
    SkillChoices,
    role_key,
    skill_key,
)
from core.ports import Store
from core.services.ask_skills import ask_each_quarter

_WANTED: dict[str, dict[str, int]] = {
    "Voids Co-ordinator": {"Excel": 2, "Contractor management": 2, "Asbestos": 2, "Plain English": 2},
    "Heating Engineer": {"Gas safety": 3, "First aid": 2, "Asbestos": 2},
    "Repairs Scheduler": {"Excel": 3, "Plain English": 2},
    "Damp and Mould Surveyor": {"Damp surveying": 3, "Asbestos": 2, "Plain English": 2},
    "Interim Compliance Lead": {"Contractor management": 3, "Gas safety": 2, "Excel": 2},
    "Out-of-hours Repairs Operator": {"First aid": 2, "Plain English": 2},
    "Complaints Officer": {"Plain English": 3, "Mediation": 2, "Handling records": 2},
    "Bilingual Customer Adviser": {"Welsh": 3, "Plain English": 2},
    "Web and Forms Editor": {"Plain English": 3, "Accessible pages": 3, "Welsh": 2},
    "Contact Centre Adviser": {"Plain English": 2, "Mediation": 1, "Handling records": 2},
    "Digital Inclusion Officer": {"Accessible pages": 2, "Plain English": 2},
}
_OBJECTIVE = ("amira.hassan", "Reuse what can be reused", {"Damp surveying": 1, "Excel": 3})
_SAID: tuple[tuple[str, str, int, int | None], ...] = (
    ("amira.hassan", "Excel", 2, 2),
    ("amira.hassan", "Contractor management", 2, None),
    ("callum.reid", "Gas safety", 3, 3),
    ("callum.reid", "First aid", 1, None),
    ("jodie.marsh", "Excel", 3, 3),
    ("jodie.marsh", "Plain English", 1, 1),
    ("kwabena.owusu", "Damp surveying", 3, 3),
    ("kwabena.owusu", "Plain English", 2, None),
    ("patrick.flynn", "Contractor management", 2, 2),
    ("ben.wood", "Mediation", 2, 2),
    ("ben.wood", "Plain English", 2, None),
    ("carys.evans", "Welsh", 3, 3),
    ("dilys.morgan", "Accessible pages", 3, 3),
    ("dilys.morgan", "Welsh", 2, None),
    ("hannah.osei", "Plain English", 2, 2),
    ("meera.joshi", "Accessible pages", 1, None),
)
"""Who, which skill, what they say, and what their line manager confirmed."""

_NAMED = ("jodie.marsh", "kwabena.owusu", "dilys.morgan")
"""Who chose that colleagues may know what they can teach."""

_SAID_BEFORE = timedelta(days=40)


async def keep_skills(store: Store, tenant_id: str, now: datetime, today: date) -> None:
    """Say what jobs need and what people can do; courses give their skills already."""
    wanted = [
        RoleSkill(tenant_id, role_key(role), skill_key(skill), role, skill, Level(level))
        for role, skills in _WANTED.items()
        for skill, level in skills.items()
    ]
    await store.skills.save_roles(wanted)
    people = {each.email.partition("@")[0]: each for each in await store.people.all(tenant_id)}
    on = today - _SAID_BEFORE
    kept = []
    for name, skill, level, confirmed in _SAID:
        person = people[name]
        said = PersonSkill(person.id, skill_key(skill), tenant_id, skill).say(Level(level), on)
        if confirmed is not None and person.manager_id is not None:
            said = said.confirm(Level(confirmed), person.manager_id, on)
        kept.append(said)
    await store.skills.save_people(kept)
    await store.skills.save_choices([SkillChoices(people[each].id, tenant_id, is_named=True) for each in _NAMED])
    name, title, needs = _OBJECTIVE
    owner = people[name]
    owned = (await store.objectives.active_for([owner.id]))[owner.id]
    objective = next(each for each in owned if each.title == title)
    await store.skills.set_objective(
        objective.id,
        [
            ObjectiveSkill(objective.id, skill_key(each), tenant_id, each, Level(level))
            for each, level in needs.items()
        ],
    )
    await ask_each_quarter(store, tenant_id, now)
