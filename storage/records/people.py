"""People, teams and what they are to achieve."""

from sqlalchemy import Text, func, literal, select
from sqlalchemy.sql.functions import coalesce

from storage.records.stored import Stored
from storage.sql import latest_of
from storage.tables import IS_ACTIVE, aims, objective_changes, objectives, people, teams

NOBODY = literal("", Text())

_manager = people.alias("manager")
_lead = people.alias("lead")
_serves = aims.alias("serves")
_of_team = people.alias("of_team")


def _people() -> Stored:
    joined = people.outerjoin(teams, people.c.team_id == teams.c.id).outerjoin(
        _manager, people.c.manager_id == _manager.c.id
    )
    return Stored(
        select(
            people.c.id,
            people.c.email,
            people.c.name,
            people.c.team_id,
            coalesce(teams.c.name, NOBODY).label("team"),
            coalesce(_manager.c.email, NOBODY).label("manager_email"),
            people.c.role,
            people.c.access,
            people.c.timezone,
            people.c.working_days,
            people.c.start_on.label("start_date"),
            people.c.end_on.label("end_date"),
            people.c.employment,
            people.c.nation,
            people.c.language,
            people.c.site,
        ).select_from(joined),
        key=(people.c.id,),
        tenant=people.c.tenant_id,
        person=people.c.id,
    )


def _teams() -> Stored:
    members = select(func.count()).where(_of_team.c.team_id == teams.c.id).scalar_subquery()
    return Stored(
        select(
            teams.c.id,
            teams.c.name,
            coalesce(_lead.c.email, NOBODY).label("lead_email"),
            teams.c.timezone,
            members.label("people"),
        ).select_from(teams.outerjoin(_lead, teams.c.lead_id == _lead.c.id)),
        key=(teams.c.id,),
        tenant=teams.c.tenant_id,
        team=teams.c.id,
    )


def _priorities() -> Stored:
    naming = select(func.count()).where(objectives.c.aim_id == aims.c.id, IS_ACTIVE).scalar_subquery()
    joined = aims.outerjoin(_serves, aims.c.parent_id == _serves.c.id).outerjoin(
        teams, aims.c.team_id == teams.c.id
    )
    return Stored(
        select(
            aims.c.id,
            aims.c.kind,
            aims.c.title,
            aims.c.parent_id.label("serves_id"),
            coalesce(_serves.c.title, NOBODY).label("serves"),
            aims.c.team_id,
            coalesce(teams.c.name, NOBODY).label("team"),
            naming.label("objectives"),
        ).select_from(joined),
        key=(aims.c.id,),
        tenant=aims.c.tenant_id,
    )


def _objectives() -> Stored:
    changed = (
        select(func.max(objective_changes.c.changed_at))
        .where(objective_changes.c.objective_id == objectives.c.id)
        .scalar_subquery()
    )
    updated = latest_of(objectives.c.created_at, objectives.c.latest_reported_at, changed)
    return Stored(
        select(
            objectives.c.id,
            people.c.email,
            objectives.c.title,
            objectives.c.measure,
            objectives.c.target,
            objectives.c.unit,
            objectives.c.baseline,
            objectives.c.due_on.label("due_date"),
            objectives.c.priority,
            objectives.c.direction,
            objectives.c.weight,
            objectives.c.state,
            objectives.c.latest_value.label("value"),
            objectives.c.latest_percent.label("percent"),
            objectives.c.latest_status.label("status"),
            objectives.c.latest_confidence.label("confidence"),
            objectives.c.latest_reported_at.label("reported_at"),
            updated.label("updated_at"),
        ).select_from(objectives.join(people, objectives.c.person_id == people.c.id)),
        key=(objectives.c.id,),
        tenant=objectives.c.tenant_id,
        person=objectives.c.person_id,
        updated=updated,
    )


STORED = {
    "people": _people(),
    "teams": _teams(),
    "priorities": _priorities(),
    "objectives": _objectives(),
}
