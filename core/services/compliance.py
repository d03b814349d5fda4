"""How much of the training that is asked for is held: of everyone, or of a course, a team or a job title."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.model.compliance import SOON_DAYS, Compliance, count_compliance, points_before
from core.model.person import Person
from core.model.requirements import Rules, Standing
from core.model.training import Course
from core.ports import Store
from core.services.training_standing import standing


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of the organisation that is looked at: everything that is given narrows it down."""

    course_id: str | None = None
    team_id: str | None = None
    role: str | None = None


EVERYTHING = Slice()


async def compliance(
    store: Store,
    tenant_id: str,
    today: date,
    of: Slice = EVERYTHING,
    group_of: Mapping[str, str] | None = None,
) -> Compliance:
    """How it stands today and stood at the ends of the last eleven months; five queries, whoever works there.

    `group_of` puts people, by id, into groups that are counted as well.
    """
    every = await store.training.courses(tenant_id)
    requirements = await store.training.requirements(tenant_id)
    courses = [each for each in every if of.course_id in (None, each.id)]
    rules = Rules(courses, requirements)
    points = points_before(today)
    learners = [
        each
        for each in await store.training.learners(tenant_id)
        if (of.team_id is None or each.team_id == of.team_id) and (of.role is None or each.role == of.role)
    ]
    wanted: Collection[str] = rules.courses
    patterns = await store.compliance.patterns(list(wanted), points, today + timedelta(days=SOON_DAYS))
    absences = await store.compliance.long_absences(tenant_id, points[0], today)
    # Of 20,000 people the sums alone take most of a second, in which others want to be answered.
    return await asyncio.to_thread(
        count_compliance, learners, requirements, rules, patterns, absences, points, group_of
    )


async def overdue(
    store: Store, tenant_id: str, today: date, of: Slice = EVERYTHING
) -> list[tuple[Standing, Person, Course]]:
    """Who is overdue with what they must hold, the longest first; those who are away for long are left out."""
    wanted = None if of.course_id is None else [of.course_id]
    late = [
        each for each in await standing(store, tenant_id, today, wanted) if each.required and each.overdue(today)
    ]
    away = await store.compliance.long_absences(tenant_id, today, today)
    people = await store.people.by_ids(list({each.person_id for each in late} - away.keys()))
    courses = {each.id: each for each in await store.training.courses(tenant_id)}
    found = [
        (each, people[each.person_id], courses[each.course_id])
        for each in late
        if each.person_id in people and _is_in(people[each.person_id], of)
    ]
    return sorted(found, key=lambda each: (each[0].due_on or today, each[1].name, each[2].title))


def _is_in(person: Person, of: Slice) -> bool:
    return of.team_id in (None, person.team_id) and of.role in (None, person.role)
