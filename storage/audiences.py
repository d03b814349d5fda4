"""Audiences as SQL: the same rules as in `core.model.audience`, for everyone at once.

Who must have which course is read first (`rules_for`): the rules are few, and titles are compared as Python does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, false, func, literal, not_, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import Select

from core.model.audience import OF_COURSE, Audience, Clause, Filter, Trait
from core.model.person import Employment, Language, Nation
from core.model.requirements import Group, Requirement
from core.model.training import CompletionState
from storage.mapping import REQUIREMENT
from storage.sql import among
from storage.tables import course_requirements, courses, people, training_completions

_MANDATORY = select(courses.c.id).where(among(courses.c.id, "ids"), courses.c.mandatory, ~courses.c.retired)
_REQUIREMENTS = select(*REQUIREMENT.columns).where(among(course_requirements.c.course_id, "ids"))
_ROLES = select(people.c.role).where(people.c.tenant_id == bindparam("of_tenant")).distinct()


@dataclass(frozen=True, slots=True)
class CourseRules:
    """Who must have the courses of some audiences; `roles` are the job titles that people have, by plain title."""

    requirements: Mapping[str, Sequence[Requirement]]
    mandatory: frozenset[str]
    roles: Mapping[str, Sequence[str]]


async def rules_for(connection: AsyncConnection, tenant_id: str, audiences: Iterable[Audience]) -> CourseRules:
    """What rules say of the courses that the audiences are chosen by; no query where there are none."""
    ids = {each.value for audience in audiences for each in audience.filters if each.trait in OF_COURSE}
    requirements: dict[str, list[Requirement]] = {}
    mandatory: frozenset[str] = frozenset()
    roles: dict[str, list[str]] = {}
    if ids:
        for row in await connection.execute(_REQUIREMENTS, {"ids": ids}):
            rule = REQUIREMENT.read(row)
            requirements.setdefault(rule.course_id, []).append(rule)
    if requirements:
        mandatory = frozenset((await connection.execute(_MANDATORY, {"ids": list(requirements)})).scalars())
    if any(rule.group is Group.ROLE for rules in requirements.values() for rule in rules):
        for role in (await connection.execute(_ROLES, {"of_tenant": tenant_id})).scalars():
            roles.setdefault(role.casefold().strip(), []).append(role)
    return CourseRules(requirements, mandatory, roles)


def in_audience(tenant_id: str, audience: Audience, today: date, rules: CourseRules) -> ColumnElement[bool]:
    """Whether a row of `people` is in the audience on that day."""
    return and_(
        employed(tenant_id, today),
        _meets_all(audience.all_of, today, rules),
        *(not_(_meets_all(exception, today, rules)) for exception in audience.none_of),
    )


def employed(tenant_id: str, today: date) -> ColumnElement[bool]:
    """Whether a row of `people` works for the organisation on that day."""
    return and_(
        people.c.tenant_id == tenant_id,
        or_(people.c.start_on.is_(None), people.c.start_on <= today),
        or_(people.c.end_on.is_(None), people.c.end_on >= today),
    )


def ids_in(tenant_id: str, audience: Audience, today: date, rules: CourseRules) -> Select[tuple[str]]:
    """The ids of everyone in the audience, by name."""
    return (
        select(people.c.id)
        .where(in_audience(tenant_id, audience, today, rules))
        .order_by(people.c.search_text, people.c.id)
    )


def count_of(tenant_id: str, audience: Audience, today: date, rules: CourseRules) -> ColumnElement[int]:
    """How many are in the audience, to be selected beside others."""
    counted = select(func.count()).select_from(people).where(in_audience(tenant_id, audience, today, rules))
    return counted.scalar_subquery()


def _meets_all(clauses: Iterable[Clause], today: date, rules: CourseRules) -> ColumnElement[bool]:
    return and_(true(), *(or_(*(_is_met(each, today, rules) for each in clause)) for clause in clauses))


def _is_met(each: Filter, today: date, rules: CourseRules) -> ColumnElement[bool]:
    match each.trait:
        case Trait.LACKS | Trait.EXPIRES | Trait.OVERDUE:
            return and_(_is_required(each.value, rules), _stands_so(each, today, rules))
        case Trait.TEAM:
            return _is(people.c.team_id, each.value)
        case Trait.ROLE:
            return people.c.role == each.value
        case Trait.SITE:
            return people.c.site == each.value
        case Trait.EMPLOYMENT:
            return people.c.employment == Employment(each.value)
        case Trait.LANGUAGE:
            return people.c.language == Language(each.value)
        case Trait.NATION:
            return people.c.nation == Nation(each.value)
        case Trait.STARTED_FROM:
            return func.coalesce(people.c.start_on >= date.fromisoformat(each.value), literal(False))
        case Trait.STARTED_BEFORE:
            return func.coalesce(people.c.start_on < date.fromisoformat(each.value), literal(False))


def _stands_so(each: Filter, today: date, rules: CourseRules) -> ColumnElement[bool]:
    expires_on = training_completions.c.expires_on
    lacks = ~_holds(each.value, or_(expires_on.is_(None), expires_on >= today))
    if each.trait is Trait.EXPIRES:
        last = today + timedelta(days=each.within_days)
        later = or_(expires_on.is_(None), expires_on > last)
        return and_(_holds(each.value, expires_on.between(today, last)), ~_holds(each.value, later))
    if each.trait is Trait.OVERDUE:
        asked = rules.requirements.get(each.value, ())
        was_due = or_(false(), *(_asks(rule, rules) & _was_due(rule, today) for rule in asked))
        waits = _holds(each.value, true(), CompletionState.PENDING)
        return and_(lacks, ~waits, or_(_holds(each.value, true()), was_due))
    return lacks


def _is_required(course_id: str, rules: CourseRules) -> ColumnElement[bool]:
    """Whether a person must have the course; everyone is looked at where no rule says who must."""
    asked = rules.requirements.get(course_id)
    if not asked:
        return true()
    held_before = [_holds(course_id, true())] if course_id in rules.mandatory else []
    return or_(*(_asks(rule, rules) for rule in asked), *held_before)


def _asks(rule: Requirement, rules: CourseRules) -> ColumnElement[bool]:
    match rule.group:
        case Group.EVERYONE:
            return true()
        case Group.ROLE:
            return people.c.role.in_(rules.roles.get(rule.value.casefold().strip(), ()))
        case Group.TEAM:
            return _is(people.c.team_id, rule.value)
        case Group.EMPLOYMENT:
            return people.c.employment == Employment(rule.value)


def _was_due(rule: Requirement, today: date) -> ColumnElement[bool]:
    """Whether the rule's day for a first completion has passed; see `Asking.due`."""
    since = today - timedelta(days=rule.within_days)
    if rule.made_on >= since:
        return false()
    return or_(people.c.start_on.is_(None), people.c.start_on < since)


def _is(column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Never NULL, since what is not known is not so, also of an exception."""
    return func.coalesce(column == value, literal(False))


def _holds(
    course_id: str, condition: ColumnElement[bool], state: CompletionState = CompletionState.RECORDED
) -> ColumnElement[bool]:
    """Whether a person has a completion of the course, in this state, that meets the condition."""
    return exists().where(
        training_completions.c.person_id == people.c.id,
        training_completions.c.course_id == course_id,
        training_completions.c.state == state,
        condition,
    )
