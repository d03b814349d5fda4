"""The demo's courses as its HR keeps them: who must do which, and a certificate that waits to be looked at."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from core.model.requirements import Group, Requirement
from core.model.training import CompletionState, TrainingCompletion
from core.ports import Store

_KEPT: dict[str, dict[str, object]] = {
    "Asbestos awareness": {
        "link": "https://learn.ashcombevale.example/asbestos",
        "title_cy": "Ymwybyddiaeth asbestos",
        "skills": ("Asbestos",),
    },
    "Fire safety": {"link": "https://learn.ashcombevale.example/fire", "title_cy": "Diogelwch tân"},
    "Safeguarding adults": {"title_cy": "Diogelu oedolion"},
    "Data protection": {"title_cy": "Diogelu data", "skills": ("Handling records",)},
    "Clear writing": {"title_cy": "Ysgrifennu clir", "skills": ("Plain English",)},
    "First aid at work": {"verified": True, "title_cy": "Cymorth cyntaf yn y gwaith", "skills": ("First aid",)},
}
_ASKED: tuple[tuple[str, Group, str, int], ...] = (
    ("Fire safety", Group.TEAM, "Housing repairs", 30),
    ("Asbestos awareness", Group.ROLE, "Damp and Mould Surveyor", 30),
    ("Asbestos awareness", Group.ROLE, "Voids Co-ordinator", 30),
    ("Data protection", Group.TEAM, "Housing repairs", 21),
    ("Data protection", Group.EMPLOYMENT, "agency", 14),
)
_MADE_BEFORE = timedelta(days=16)


async def keep_courses(store: Store, tenant_id: str, today: date) -> None:
    """Say of the courses, which are there, what HR says of them."""
    known = {each.title: each for each in await store.training.courses(tenant_id)}
    await store.training.save_courses(
        [replace(known[title], **facts) for title, facts in _KEPT.items()]  # type: ignore[arg-type]
    )
    teams = {each.name: each.id for each in await store.people.teams(tenant_id)}
    rules = [
        Requirement(
            uuid4().hex, tenant_id, known[title].id, group, teams.get(value, value), days, today - _MADE_BEFORE
        )
        for title, group, value, days in _ASKED
    ]
    for title in {title for title, *_ in _ASKED}:
        mine = [each for each in rules if each.course_id == known[title].id]
        await store.training.set_requirements(known[title].id, mine)
    people = {each.name: each for each in await store.people.all(tenant_id)}
    first_aid, on = known["First aid at work"], today - timedelta(days=5)
    await store.training.save_completions(
        [
            TrainingCompletion(
                uuid4().hex,
                tenant_id,
                people["Callum Reid"].id,
                first_aid.id,
                on,
                first_aid.expires_on(on),
                "Certificate FA-2207",
                CompletionState.PENDING,
            )
        ]
    )
