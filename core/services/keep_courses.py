"""Courses as HR keeps them: the list, one course, and what is changed of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from core.cards import courses as cards
from core.cards.asking import gone
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.requirements import Group, Requirement
from core.model.training import Course
from core.permissions import Right, holds
from core.services.plan_training import plan_everyone_soon
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.turn import Turn

WITHIN_DAYS = 30
"""How long people have for a course that is newly asked of them, where HR does not say."""

WAITING_COUNTED = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """A course and who must hold it, by when after they are first asked."""

    course: Course
    groups: Sequence[tuple[Group, str]]
    within_days: int


async def keep(turn: Turn, kept: Kept) -> Card:
    """Keep the course and its rules, and have everyone's reminders planned anew."""
    store, course = turn.store, kept.course
    before = {
        (each.group, each.value): each
        for each in await store.training.requirements(course.tenant_id)
        if each.course_id == course.id
    }
    # Those who were asked already keep the day that was counted for them.
    rules = [
        Requirement(
            before[each].id if each in before else uuid4().hex,
            course.tenant_id,
            course.id,
            *each,
            kept.within_days,
            before[each].made_on if each in before else turn.today,
        )
        for each in kept.groups
    ]
    await store.training.save_courses([course])
    await store.training.set_requirements(course.id, rules)
    await plan_everyone_soon(store, course.tenant_id, turn.now)
    return await _page(turn, course, turn.words("course-kept"))


async def show_courses(turn: Turn) -> Outcome:
    """Every course, with who must hold it."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    store, tenant_id = turn.store, turn.person.tenant_id
    courses = await store.training.courses(tenant_id)
    rules = await store.training.requirements(tenant_id)
    waiting = len(await store.training.pending(tenant_id, WAITING_COUNTED))
    return reply(cards.courses(turn.words, courses, rules, await _team_names(turn), waiting))


async def show_course(turn: Turn, course_id: str) -> Outcome:
    """One course, with what can be done about it."""
    course = await _mine(turn, course_id)
    return reply(await _page(turn, course)) if isinstance(course, Course) else course


async def retire(turn: Turn, course_id: str) -> Outcome:
    """Ask nobody for the course any more; what was completed stays."""
    return await _set_retired(turn, course_id, retired=True)


async def bring_back(turn: Turn, course_id: str) -> Outcome:
    """Offer a retired course again."""
    return await _set_retired(turn, course_id, retired=False)


async def _set_retired(turn: Turn, course_id: str, *, retired: bool) -> Outcome:
    course = await _mine(turn, course_id)
    if not isinstance(course, Course):
        return course
    changed = replace(course, retired=retired)
    await turn.store.training.save_courses([changed])
    await plan_everyone_soon(turn.store, course.tenant_id, turn.now)
    notice = turn.words("course-retired" if retired else "course-back")
    return said(turn, await _page(turn, changed, notice), "courses")


async def course_of(turn: Turn, course_id: str) -> Course | None:
    """The organisation's course with this id."""
    courses = await turn.store.training.courses(turn.person.tenant_id)
    return next((each for each in courses if each.id == course_id), None)


async def _mine(turn: Turn, course_id: str) -> Course | Outcome:
    """The course, if the person keeps courses; else what to answer."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    return await course_of(turn, course_id) or reply(gone(turn.words))


async def _page(turn: Turn, course: Course, notice: str = "") -> Card:
    rules = [
        each for each in await turn.store.training.requirements(course.tenant_id) if each.course_id == course.id
    ]
    return cards.course(turn.words, course, rules, await _team_names(turn), notice)


async def _team_names(turn: Turn) -> dict[str, str]:
    return {each.id: each.name for each in await turn.store.people.teams(turn.person.tenant_id)}
