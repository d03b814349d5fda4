"""The tables that may leave as files, and who may have each.

Columns have the names of the import files (DESIGN, "Import files"), so that what is exported can be imported.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.model.compliance import Tally
from core.model.exported import Sheet
from core.model.person import Language, Person
from core.permissions import Right, holds
from core.ports import Store
from core.services.compliance import compliance
from core.services.training_standing import standing
from core.texts import formats

Read = Callable[[Store, str, datetime], Awaitable[Sheet]]
"""Reads a table of the tenant with this id, as it is at an instant (UTC)."""


@dataclass(frozen=True, slots=True)
class Export:
    """A table that may leave, for those who hold `right`."""

    right: Right
    read: Read


async def export(store: Store, asker: Person, what: str, now: datetime) -> Sheet | None:
    """The table called `what`; None where there is none, or the asker may not have it."""
    wanted = EXPORTS.get(what)
    if wanted is None or not holds(asker, wanted.right):
        return None
    return await wanted.read(store, asker.tenant_id, now)


async def _people(store: Store, tenant_id: str, now: datetime) -> Sheet:
    everyone = await store.people.all(tenant_id)
    teams = {team.id: team.name for team in await store.people.teams(tenant_id)}
    emails = {person.id: person.email for person in everyone}
    columns = (
        *("email", "name", "team", "manager_email", "role", "access", "timezone", "working_days"),
        *("start_date", "end_date", "employment", "nation", "language"),
    )
    rows = tuple(
        (
            *(each.email, each.name, teams.get(each.team_id or "", ""), emails.get(each.manager_id or "", "")),
            *(each.role, each.access.value, each.timezone, _days(each.working_days)),
            *(each.start_on, each.end_on, each.employment.value, each.nation.value, each.language.value),
        )
        for each in everyone
    )
    return Sheet("people", columns, rows)


def _days(iso_weekdays: Collection[int]) -> str:
    return ",".join(formats.weekday(day, Language.EN) for day in sorted(iso_weekdays))


async def _training(store: Store, tenant_id: str, now: datetime) -> Sheet:
    everyone = {person.id: person for person in await store.people.all(tenant_id)}
    courses = {course.id: course for course in await store.training.courses(tenant_id)}
    completions = await store.training.completions_of(list(everyone))
    rows = tuple(
        (
            courses[each.course_id].title,
            everyone[each.person_id].email,
            each.completed_on,
            each.expires_on,
            each.evidence,
        )
        for each in completions
        if each.course_id in courses
    )
    return Sheet("training", ("course", "email", "completed_on", "expires_on", "evidence"), rows)


async def _compliance(store: Store, tenant_id: str, now: datetime) -> Sheet:
    """A row for each person and course that they must hold; who is away for long is not `counted`."""
    today = now.date()
    everyone = {person.id: person for person in await store.people.all(tenant_id)}
    teams = {team.id: team.name for team in await store.people.teams(tenant_id)}
    courses = {course.id: course for course in await store.training.courses(tenant_id)}
    away = await store.compliance.long_absences(tenant_id, today, today)
    columns = (
        *("email", "name", "team", "role", "manager_email", "course", "state", "completed_on", "due_on"),
        *("days_overdue", "counted"),
    )
    rows = []
    for each in await standing(store, tenant_id, today):
        if not each.required:
            continue
        who, manager = everyone[each.person_id], everyone.get(everyone[each.person_id].manager_id or "")
        late = (today - each.due_on).days if each.due_on is not None and each.overdue(today) else None
        rows.append(
            (
                *(who.email, who.name, teams.get(who.team_id or "", ""), who.role),
                *(manager.email if manager else "", courses[each.course_id].title, each.state.value),
                *(each.completed_on, each.due_on, late, "no" if who.id in away else "yes"),
            )
        )
    return Sheet("compliance", columns, tuple(sorted(rows, key=lambda row: (row[0], row[5]))))


async def _compliance_summary(store: Store, tenant_id: str, now: datetime) -> Sheet:
    """A row for everyone, and for each course, team and job title, as on the dashboard."""
    today = now.date()
    found = await compliance(store, tenant_id, today)
    teams = {team.id: team.name for team in await store.people.teams(tenant_id)}
    courses = {course.id: course.title for course in await store.training.courses(tenant_id)}
    groups = [("everyone", "", found.overall)]
    groups += _named("course", ((courses[each], tally) for each, tally in found.by_course.items()))
    groups += _named("team", ((teams.get(each or "", ""), tally) for each, tally in found.by_team.items()))
    groups += _named("role", found.by_role.items())
    columns = (
        *("group", "name", "people", "required", "held", "percent", "lacking", "overdue", "waiting", "expiring"),
        *(f"percent_{point.isoformat()}" for point in found.points[:-1]),
    )
    rows = tuple(
        (
            *(kind, name, tally.people, tally.required, tally.held, _rounded(tally.rates[-1]), tally.lacking),
            *(tally.overdue, tally.waiting, tally.soon, *map(_rounded, tally.rates[:-1])),
        )
        for kind, name, tally in groups
    )
    return Sheet("compliance-summary", columns, rows)


def _named(kind: str, groups: Iterable[tuple[str, Tally]]) -> list[tuple[str, str, Tally]]:
    return [(kind, name, tally) for name, tally in sorted(groups, key=lambda each: each[0].casefold())]


def _rounded(rate: float | None) -> float | None:
    return None if rate is None else round(rate, 1)


async def _skills(store: Store, tenant_id: str, now: datetime) -> Sheet:
    rows = tuple((each.role, each.skill, int(each.level)) for each in await store.skills.of_roles(tenant_id))
    return Sheet("skills", ("role", "skill", "level"), rows)


EXPORTS: Mapping[str, Export] = {
    "people": Export(Right.EXPORT, _people),
    "training": Export(Right.EXPORT, _training),
    "compliance": Export(Right.EXPORT, _compliance),
    "compliance-summary": Export(Right.EXPORT, _compliance_summary),
    "skills": Export(Right.EXPORT, _skills),
}
"""What can be exported, by its name on the command line and in chat, where the text `export-<name>` says it."""
