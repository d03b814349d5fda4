"""Tables that are worked out from what is stored: how people stand with training, and what pulse questions say."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from core.model.anonymity import FEWEST
from core.model.compliance import Compliance, Tally
from core.model.organisation_week import Cell, Dimension
from core.model.person import Language
from core.model.published import may_be_told
from core.model.pulse import results
from core.ports import Store
from core.ports.records import Whose
from core.records.rows import (
    ComplianceRow,
    ComplianceSummaryRow,
    ComplianceTrendRow,
    FoiRow,
    OrganisationRow,
    PulseRow,
    SkillRow,
)
from core.services.compliance import compliance as compliance_of
from core.services.training_standing import rules_of, standing, standing_of
from core.texts.pulse_questions import question_text

MOST_ROUNDS = 1_000
"""Pulse questions that are looked back on: twenty years of weekly ones."""


async def compliance(store: Store, whose: Whose, now: datetime) -> Sequence[ComplianceRow]:
    """A row for each person and course that they must hold; who is away for long is not counted."""
    tenant_id, today = whose.tenant_id, now.date()
    if whose.person_ids is None:
        people = {person.id: person for person in await store.people.all(tenant_id)}
        stand = await standing(store, tenant_id, today)
    else:
        people = await store.people.by_ids(whose.person_ids)
        employed = [each for each in people.values() if each.employed_on(today)]
        stand = await standing_of(store, employed, today, await rules_of(store, tenant_id))
    managers = await store.people.by_ids({each.manager_id for each in people.values() if each.manager_id})
    teams = {team.id: team.name for team in await store.people.teams(tenant_id)}
    courses = {course.id: course for course in await store.training.courses(tenant_id)}
    away = await store.compliance.long_absences(tenant_id, today, today)
    found = []
    for each in stand:
        if not each.required:
            continue
        who = people[each.person_id]
        manager = managers.get(who.manager_id or "")
        late = (today - each.due_on).days if each.due_on is not None and each.overdue(today) else None
        found.append(
            ComplianceRow(
                email=who.email,
                name=who.name,
                team=teams.get(who.team_id or "", ""),
                role=who.role,
                manager_email=manager.email if manager else "",
                course=courses[each.course_id].title,
                state=each.state,
                completed_on=each.completed_on,
                due_on=each.due_on,
                days_overdue=late,
                counted=who.id not in away,
            )
        )
    return found


async def compliance_summary(store: Store, whose: Whose, now: datetime) -> Sequence[ComplianceSummaryRow]:
    """A row for everyone, and for each course, team and job title, as on the dashboard."""
    found = await compliance_of(store, whose.tenant_id, now.date())
    return [
        ComplianceSummaryRow(
            group=group,
            name=name,
            people=tally.people,
            required=tally.required,
            held=tally.held,
            percent=_rounded(tally.rates[-1]),
            lacking=tally.lacking,
            overdue=tally.overdue,
            waiting=tally.waiting,
            expiring=tally.soon,
        )
        for group, name, tally in await _groups(store, whose.tenant_id, found)
    ]


async def compliance_trend(store: Store, whose: Whose, now: datetime) -> Sequence[ComplianceTrendRow]:
    """A row for each of these and each of the twelve days that are looked at."""
    found = await compliance_of(store, whose.tenant_id, now.date())
    return [
        ComplianceTrendRow(group=group, name=name, on=on, percent=_rounded(rate))
        for group, name, tally in await _groups(store, whose.tenant_id, found)
        for on, rate in zip(found.points, tally.rates, strict=True)
    ]


async def _groups(store: Store, tenant_id: str, found: Compliance) -> Iterable[tuple[str, str, Tally]]:
    teams = {team.id: team.name for team in await store.people.teams(tenant_id)}
    courses = {course.id: course.title for course in await store.training.courses(tenant_id)}
    return [
        ("everyone", "", found.overall),
        *(("course", courses[each], tally) for each, tally in found.by_course.items()),
        *(("team", teams.get(each or "", ""), tally) for each, tally in found.by_team.items()),
        *(("role", each, tally) for each, tally in found.by_role.items()),
    ]


def _rounded(rate: float | None) -> float | None:
    return None if rate is None else round(rate, 1)


async def skills(store: Store, whose: Whose, now: datetime) -> Sequence[SkillRow]:
    """What job titles need."""
    return [
        SkillRow(role=each.role, skill=each.skill, level=int(each.level))
        for each in await store.skills.of_roles(whose.tenant_id)
    ]


async def organisation(store: Store, whose: Whose, now: datetime) -> Sequence[OrganisationRow]:
    """A row for each week that is over and each service, and for the whole; weeks not yet counted are absent."""
    names = {team.id: team.name for team in await store.people.teams(whose.tenant_id)}
    cells: list[Cell] = []
    for dimension in (Dimension.WHOLE, Dimension.SERVICE):
        cells += await store.organisation_weeks.cells(whose.tenant_id, dimension, date.min, now.date())
    return [
        OrganisationRow(
            week=each.week,
            service_id=each.value,
            service=names.get(each.value, ""),
            people=each.asked,
            due=each.due,
            answered=each.answered,
            people_answering=each.said,
            on_track=_rounded(_share(each.on_track, each.with_status)),
            outside_control=_rounded(_share(each.outside_control, each.with_status)),
            confidence=round(each.confidences / each.with_confidence, 2) if each.with_confidence else None,
        )
        for each in cells
    ]


async def foi(store: Store, whose: Whose, now: datetime) -> Sequence[FoiRow]:
    """A row for each quarter that is over, of the whole and of each service that may be told beside it."""
    names = {team.id: team.name for team in await store.people.teams(whose.tenant_id)}
    read = store.organisation_weeks.cells
    whole = {each.week: each for each in await read(whose.tenant_id, Dimension.WHOLE, date.min, now.date())}
    parts: dict[date, dict[str, Cell]] = {week: {} for week in whole}
    for each in await read(whose.tenant_id, Dimension.SERVICE, date.min, now.date()):
        if each.week in parts:
            parts[each.week][each.value] = each
    found = []
    for quarter, weeks in groupby(sorted(whole), key=_quarter_of):
        if _next_quarter(quarter) > now.date():
            continue
        of_quarter = [week for week in weeks if whole[week].asked >= FEWEST]
        people = [
            (whole[week].asked, {name: cell.asked for name, cell in parts[week].items()}) for week in of_quarter
        ]
        if of_quarter:
            found.append(_foi(quarter, "", "", [whole[week] for week in of_quarter]))
        for name in sorted(may_be_told(people)):
            cells = [parts[week][name] for week in of_quarter if name in parts[week]]
            found.append(_foi(quarter, name, names.get(name, ""), cells))
    return found


def _quarter_of(week: date) -> date:
    return date(week.year, week.month - (week.month - 1) % 3, 1)


def _next_quarter(quarter: date) -> date:
    return date(quarter.year + quarter.month // 10, (quarter.month + 2) % 12 + 1, 1)


def _foi(quarter: date, service_id: str, service: str, cells: Sequence[Cell]) -> FoiRow:
    with_status = sum(each.with_status for each in cells)
    return FoiRow(
        quarter=quarter,
        service_id=service_id,
        service=service,
        weeks=len(cells),
        participation=_rounded(_share(sum(each.answered for each in cells), sum(each.due for each in cells))),
        on_track=_rounded(_share(sum(each.on_track for each in cells), with_status)),
        outside_control=_rounded(_share(sum(each.outside_control for each in cells), with_status)),
    )


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


async def pulse(store: Store, whose: Whose, now: datetime) -> Sequence[PulseRow]:
    """What came of each question that has closed: in the organisation, or among one line manager's reports."""
    rounds = await store.pulse.rounds(whose.tenant_id, MOST_ROUNDS)
    tallies = await store.pulse.tallies([each.id for each in rounds])
    group_id = next(iter(whose.person_ids), None) if whose.person_ids is not None else None
    found: list[PulseRow] = []
    for month, asked in groupby(results(rounds, tallies, group_id), key=lambda each: each.month):
        for number, each in enumerate(asked, start=1):
            average, before = (None if one is None else round(one, 2) for one in (each.average, each.before))
            found.append(
                PulseRow(
                    month=month,
                    round=number,
                    question=question_text(each.question_id, Language.EN),
                    people=each.people,
                    average=average,
                    before=before,
                )
            )
    return found
