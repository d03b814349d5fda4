"""Audiences as SQL: the same rules as in `core.model.audience`, for everyone at once.

Courses are asked for in one place, `_holds`, so that another rule of what counts as held is told there.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, literal, not_, or_, select, true
from sqlalchemy.sql import Select

from core.model.audience import Audience, Clause, Filter, Trait
from core.model.person import Employment, Language, Nation
from core.model.training import CompletionState
from storage.tables import people, training_completions


def in_audience(tenant_id: str, audience: Audience, today: date) -> ColumnElement[bool]:
    """Whether a row of `people` is in the audience on that day."""
    return and_(
        employed(tenant_id, today),
        _meets_all(audience.all_of, today),
        *(not_(_meets_all(exception, today)) for exception in audience.none_of),
    )


def employed(tenant_id: str, today: date) -> ColumnElement[bool]:
    """Whether a row of `people` works for the organisation on that day."""
    return and_(
        people.c.tenant_id == tenant_id,
        or_(people.c.start_on.is_(None), people.c.start_on <= today),
        or_(people.c.end_on.is_(None), people.c.end_on >= today),
    )


def ids_in(tenant_id: str, audience: Audience, today: date) -> Select[tuple[str]]:
    """The ids of everyone in the audience, by name."""
    return (
        select(people.c.id)
        .where(in_audience(tenant_id, audience, today))
        .order_by(people.c.search_text, people.c.id)
    )


def count_of(tenant_id: str, audience: Audience, today: date) -> ColumnElement[int]:
    """How many are in the audience, to be selected beside others."""
    counted = select(func.count()).select_from(people).where(in_audience(tenant_id, audience, today))
    return counted.scalar_subquery()


def _meets_all(clauses: Iterable[Clause], today: date) -> ColumnElement[bool]:
    return and_(true(), *(or_(*(_is_met(each, today) for each in clause)) for clause in clauses))


def _is_met(each: Filter, today: date) -> ColumnElement[bool]:
    match each.trait:
        case Trait.LACKS:
            return ~_holds(each.value, _counts_until(today))
        case Trait.EXPIRES:
            last = today + timedelta(days=each.within_days)
            later = or_(training_completions.c.expires_on.is_(None), training_completions.c.expires_on > last)
            return and_(
                _holds(each.value, training_completions.c.expires_on.between(today, last)),
                ~_holds(each.value, later),
            )
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


def _is(column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Never NULL, since what is not known is not so, also of an exception."""
    return func.coalesce(column == value, literal(False))


def _counts_until(today: date) -> ColumnElement[bool]:
    return or_(training_completions.c.expires_on.is_(None), training_completions.c.expires_on >= today)


def _holds(course_id: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a person has a completion of the course that meets the condition."""
    return exists().where(
        training_completions.c.person_id == people.c.id,
        training_completions.c.course_id == course_id,
        training_completions.c.state == CompletionState.RECORDED,
        condition,
    )
