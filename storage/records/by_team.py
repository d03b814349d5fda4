"""Counts of teams, in which nobody is named: of five people or more, else the row is not there at all."""

from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, func, select

from core.model.anonymity import FEWEST
from core.model.checkin import CheckInState
from core.model.objective import Status
from storage.records.stored import Stored
from storage.records.work import CHECK_IN_CHANGED
from storage.sql import latest_of, month_of
from storage.tables import (
    IS_ACTIVE,
    checkins,
    feedback,
    objectives,
    people,
    posted_summaries,
    recognitions,
    teams,
)


def _check_ins() -> Stored:
    def those(*states: CheckInState) -> ColumnElement[Any]:
        return func.count().filter(checkins.c.state.in_(states))

    joined = (
        checkins.join(people, checkins.c.person_id == people.c.id)
        .join(teams, people.c.team_id == teams.c.id)
        .outerjoin(
            posted_summaries,
            and_(posted_summaries.c.team_id == teams.c.id, posted_summaries.c.period == checkins.c.period),
        )
    )
    asked = func.count(distinct(checkins.c.person_id))
    updated = func.max(CHECK_IN_CHANGED)
    return Stored(
        select(
            teams.c.id.label("team_id"),
            checkins.c.period,
            teams.c.name.label("team"),
            asked.label("people"),
            those(CheckInState.ANSWERED).label("answered"),
            those(CheckInState.PARTLY, CheckInState.PARTLY_CLOSED).label("partly"),
            those(CheckInState.MISSED).label("missed"),
            those(CheckInState.AWAY).label("away"),
            those(CheckInState.SKIPPED).label("skipped"),
            those(CheckInState.OPEN).label("open"),
            posted_summaries.c.posted_at.label("summary_posted_at"),
            updated.label("updated_at"),
        )
        .select_from(joined)
        .group_by(teams.c.id, checkins.c.period, teams.c.name, posted_summaries.c.posted_at)
        .having(asked >= FEWEST),
        key=(teams.c.id, checkins.c.period),
        tenant=teams.c.tenant_id,
        updated=updated,
        is_grouped=True,
    )


def _objectives() -> Stored:
    def those(status: Status) -> ColumnElement[Any]:
        return func.count().filter(objectives.c.latest_status == status)

    owners = func.count(distinct(objectives.c.person_id))
    updated = func.max(latest_of(objectives.c.created_at, objectives.c.latest_reported_at))
    return Stored(
        select(
            teams.c.id.label("team_id"),
            teams.c.name.label("team"),
            owners.label("people"),
            func.count().label("objectives"),
            those(Status.ON_TRACK).label("on_track"),
            those(Status.AT_RISK).label("at_risk"),
            those(Status.OFF_TRACK).label("off_track"),
            func.count().filter(objectives.c.latest_status.is_(None)).label("not_reported"),
            updated.label("updated_at"),
        )
        .select_from(
            objectives.join(people, objectives.c.person_id == people.c.id).join(
                teams, people.c.team_id == teams.c.id
            )
        )
        .where(IS_ACTIVE)
        .group_by(teams.c.id, teams.c.name)
        .having(owners >= FEWEST),
        key=(teams.c.id,),
        tenant=teams.c.tenant_id,
        updated=updated,
        is_grouped=True,
    )


def _recognition() -> Stored:
    month = month_of(recognitions.c.given_at)
    receivers = func.count(distinct(recognitions.c.receiver_id))
    joined = recognitions.join(people, recognitions.c.receiver_id == people.c.id).join(
        teams, people.c.team_id == teams.c.id
    )
    return Stored(
        select(
            teams.c.id.label("team_id"),
            month.label("month"),
            teams.c.name.label("team"),
            func.count().label("recognitions"),
        )
        .select_from(joined)
        .group_by(teams.c.id, month, teams.c.name)
        .having(receivers >= FEWEST),
        key=(teams.c.id, month),
        tenant=teams.c.tenant_id,
    )


def _feedback() -> Stored:
    month = month_of(feedback.c.given_at)
    givers, receivers = func.count(distinct(feedback.c.giver_id)), func.count(distinct(feedback.c.receiver_id))
    joined = feedback.join(people, feedback.c.receiver_id == people.c.id).join(
        teams, people.c.team_id == teams.c.id
    )
    return Stored(
        select(
            teams.c.id.label("team_id"),
            month.label("month"),
            teams.c.name.label("team"),
            func.count().label("feedback"),
        )
        .select_from(joined)
        .where(feedback.c.withdrawn_at.is_(None))
        .group_by(teams.c.id, month, teams.c.name)
        .having(and_(givers >= FEWEST, receivers >= FEWEST)),
        key=(teams.c.id, month),
        tenant=teams.c.tenant_id,
    )


STORED = {
    "check-ins-by-team": _check_ins(),
    "objectives-by-team": _objectives(),
    "recognition-by-team": _recognition(),
    "feedback-by-team": _feedback(),
}
