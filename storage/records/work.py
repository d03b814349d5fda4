"""Check-ins, what they say of objectives, missed targets and agreed actions."""

from sqlalchemy import and_, case, null, select

from storage.records.stored import Stored
from storage.sql import latest_of
from storage.tables import (
    IS_UNANSWERED,
    agreed_actions,
    checkins,
    missed_targets,
    objectives,
    people,
    progress_updates,
)

_owner = people.alias("owner")


# What is no longer open and was not answered changed last when its window closed.
_closed_at = case((and_(~IS_UNANSWERED, checkins.c.answered_at.is_(None)), checkins.c.closes_at), else_=null())
CHECK_IN_CHANGED = latest_of(checkins.c.opens_at, checkins.c.answered_at, _closed_at)
"""When a check-in was opened, answered or closed, whichever was last."""


def _check_ins() -> Stored:
    return Stored(
        select(
            checkins.c.id,
            people.c.email,
            checkins.c.period,
            checkins.c.state,
            checkins.c.opens_at,
            checkins.c.closes_at,
            checkins.c.answered_at,
            checkins.c.late,
            checkins.c.answers_saved,
            checkins.c.answers_asked,
            checkins.c.note,
            CHECK_IN_CHANGED.label("updated_at"),
        ).select_from(checkins.join(people, checkins.c.person_id == people.c.id)),
        key=(checkins.c.id,),
        tenant=checkins.c.tenant_id,
        person=checkins.c.person_id,
        updated=CHECK_IN_CHANGED,
    )


def _progress() -> Stored:
    joined = (
        progress_updates.join(checkins, progress_updates.c.checkin_id == checkins.c.id)
        .join(objectives, progress_updates.c.objective_id == objectives.c.id)
        .join(people, checkins.c.person_id == people.c.id)
    )
    return Stored(
        select(
            progress_updates.c.checkin_id,
            progress_updates.c.objective_id,
            people.c.email,
            checkins.c.period,
            objectives.c.title.label("objective"),
            objectives.c.unit,
            progress_updates.c.value,
            progress_updates.c.percent,
            progress_updates.c.status,
            progress_updates.c.confidence,
            progress_updates.c.outside_control,
            progress_updates.c.factors,
            progress_updates.c.reported_at,
        ).select_from(joined),
        key=(progress_updates.c.checkin_id, progress_updates.c.objective_id),
        tenant=checkins.c.tenant_id,
        person=checkins.c.person_id,
        updated=progress_updates.c.reported_at,
    )


def _missed_targets() -> Stored:
    updated = latest_of(missed_targets.c.noticed_at, missed_targets.c.answered_at)
    joined = missed_targets.join(people, missed_targets.c.person_id == people.c.id).join(
        objectives, missed_targets.c.objective_id == objectives.c.id
    )
    return Stored(
        select(
            missed_targets.c.id,
            people.c.email,
            objectives.c.title.label("objective"),
            missed_targets.c.kind,
            missed_targets.c.noticed_for,
            missed_targets.c.happened,
            missed_targets.c.outside_control,
            missed_targets.c.outside_factor,
            missed_targets.c.prevention,
            missed_targets.c.help_needed,
            updated.label("updated_at"),
        ).select_from(joined),
        key=(missed_targets.c.id,),
        tenant=missed_targets.c.tenant_id,
        person=missed_targets.c.person_id,
        updated=updated,
    )


def _actions() -> Stored:
    updated = latest_of(agreed_actions.c.created_at, agreed_actions.c.closed_at)
    joined = agreed_actions.join(people, agreed_actions.c.person_id == people.c.id).join(
        _owner, agreed_actions.c.owner_id == _owner.c.id
    )
    return Stored(
        select(
            agreed_actions.c.id,
            people.c.email,
            _owner.c.email.label("owner_email"),
            agreed_actions.c.text,
            agreed_actions.c.due_on.label("due_date"),
            agreed_actions.c.state,
            agreed_actions.c.created_at,
            agreed_actions.c.closed_at,
            updated.label("updated_at"),
        ).select_from(joined),
        key=(agreed_actions.c.id,),
        tenant=agreed_actions.c.tenant_id,
        person=agreed_actions.c.person_id,
        updated=updated,
    )


STORED = {
    "check-ins": _check_ins(),
    "progress": _progress(),
    "missed-targets": _missed_targets(),
    "actions": _actions(),
}
