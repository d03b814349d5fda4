"""How people stand with the courses that are asked of them: of a few people, or of a whole organisation.

Everything that asks who lacks what goes through here: a person's own page, reminders, HR's audiences and figures.
"""

import asyncio
from collections.abc import Collection, Sequence
from datetime import date

from core.model.person import Person
from core.model.requirements import Rules, Standing, known_of, standings
from core.ports import Store


async def standing(
    store: Store, tenant_id: str, on: date, course_ids: Collection[str] | None = None
) -> list[Standing]:
    """How everyone employed on the day stands with these courses (None: every one that is offered).

    One row for each person and course that is asked of them or that they completed; three queries, whatever the
    number of people.
    """
    rules = await rules_of(store, tenant_id)
    wanted = list(rules.courses) if course_ids is None else [each for each in course_ids if each in rules.courses]
    if not wanted:
        return []
    learners = await store.training.learners(tenant_id)
    known = await store.training.known(wanted)
    # Of 20,000 people it takes a while, in which others want to be answered.
    return await asyncio.to_thread(standings, learners, rules, known, on, wanted)


async def standing_of(store: Store, people: Sequence[Person], on: date, rules: Rules) -> list[Standing]:
    """How these people, of one organisation, stand with every course."""
    completions = await store.training.completions_of([each.id for each in people])
    return standings(people, rules, known_of(completions), on)


async def rules_of(store: Store, tenant_id: str) -> Rules:
    """The organisation's courses and who must hold them."""
    return Rules(await store.training.courses(tenant_id), await store.training.requirements(tenant_id))
