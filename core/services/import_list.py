"""Import rows of whatever list they are, of people, of courses or of anything else that comes in files."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from core.ports import Store
from core.services import (
    import_benchmarks,
    import_courses,
    import_objectives,
    import_people_rows,
    import_priorities,
    import_service_feedback,
    import_skills,
    import_training,
)
from core.services.import_cells import columns_of
from core.services.import_people import DEFAULT_ZONE, import_people
from core.services.import_progress import Progress, telling
from core.services.import_report import Report, Rows


class Kind(StrEnum):
    """What a list holds."""

    PEOPLE = "people"
    OBJECTIVES = "objectives"
    PRIORITIES = "priorities"
    COURSES = "courses"
    TRAINING = "training"
    SERVICE_FEEDBACK = "service-feedback"
    SKILLS = "skills"
    BENCHMARKS = "benchmarks"


_REQUIRED: dict[Kind, Sequence[str]] = {
    # The first that fits is meant: a list of objectives has people's emails and a title as others have.
    Kind.BENCHMARKS: import_benchmarks.REQUIRED,
    Kind.TRAINING: import_training.REQUIRED,
    Kind.COURSES: import_courses.REQUIRED,
    Kind.SERVICE_FEEDBACK: import_service_feedback.REQUIRED,
    Kind.SKILLS: import_skills.REQUIRED,
    Kind.OBJECTIVES: import_objectives.REQUIRED,
    Kind.PEOPLE: import_people_rows.REQUIRED,
    Kind.PRIORITIES: import_priorities.REQUIRED,
}

_TELLING: dict[Kind, Sequence[str]] = {
    Kind.COURSES: ("course_cy", "renew_within_days", "verified"),
    Kind.TRAINING: ("course", "completed_on"),
    Kind.SERVICE_FEEDBACK: ("score", "scale"),
    Kind.SKILLS: ("skill",),
    Kind.BENCHMARKS: ("scope", "period"),
    Kind.OBJECTIVES: ("measure", "target"),
    Kind.PEOPLE: ("manager_email", "start_date"),
    Kind.PRIORITIES: ("serves",),
}
"""Columns that no other list has: with one of them it is clear what is meant, though others are missing."""


def kind_of(rows: Rows) -> Kind | None:
    """Which list its columns say it is; None where they say nothing."""
    columns = set(columns_of(rows))
    for kind, required in _REQUIRED.items():
        if columns.issuperset(required) and not (kind is Kind.PRIORITIES and "email" in columns):
            return kind
    return next((kind for kind, telling in _TELLING.items() if columns & set(telling)), None)


async def import_list(
    store: Store,
    tenant_id: str,
    kind: Kind,
    rows: Rows,
    now: datetime,
    *,
    dry_run: bool = False,
    default_zone: str = DEFAULT_ZONE,
    progress: Progress | None = None,
) -> Report:
    """Import all of the rows or none; a dry run saves nothing. `now` is UTC.

    However many rows there are, others are answered meanwhile; `progress` is told how many have been checked.
    """
    with telling(progress):
        return await _import(store, tenant_id, kind, rows, now, dry_run=dry_run, default_zone=default_zone)


async def _import(
    store: Store, tenant_id: str, kind: Kind, rows: Rows, now: datetime, *, dry_run: bool, default_zone: str
) -> Report:
    match kind:
        case Kind.OBJECTIVES:
            return await import_objectives.import_objectives(store, tenant_id, rows, now, dry_run=dry_run)
        case Kind.COURSES:
            return await import_courses.import_courses(store, tenant_id, rows, now, dry_run=dry_run)
        case Kind.TRAINING:
            return await import_training.import_training(store, tenant_id, rows, now, dry_run=dry_run)
        case Kind.SERVICE_FEEDBACK:
            return await import_service_feedback.import_service_feedback(
                store, tenant_id, rows, now, dry_run=dry_run
            )
        case Kind.SKILLS:
            return await import_skills.import_skills(store, tenant_id, rows, now, dry_run=dry_run)
        case Kind.BENCHMARKS:
            return await import_benchmarks.import_benchmarks(store, tenant_id, rows, now, dry_run=dry_run)
        case Kind.PRIORITIES:
            return await import_priorities.import_priorities(store, tenant_id, rows, dry_run=dry_run)
        case Kind.PEOPLE:
            return await import_people(store, tenant_id, rows, now, dry_run=dry_run, default_zone=default_zone)
