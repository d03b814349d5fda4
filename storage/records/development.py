"""Thanks, feedback, training, and what service users said."""

from sqlalchemy import select
from sqlalchemy.sql.functions import coalesce

from storage.records.people import NOBODY
from storage.records.stored import Stored
from storage.tables import (
    courses,
    feedback,
    objectives,
    people,
    recognitions,
    service_feedback,
    teams,
    training_completions,
)

_giver = people.alias("giver")


def _recognition() -> Stored:
    joined = recognitions.join(people, recognitions.c.receiver_id == people.c.id).join(
        _giver, recognitions.c.giver_id == _giver.c.id
    )
    return Stored(
        select(
            recognitions.c.id,
            people.c.email,
            _giver.c.email.label("from_email"),
            recognitions.c.text,
            recognitions.c.sharing,
            recognitions.c.given_at,
        ).select_from(joined),
        key=(recognitions.c.id,),
        tenant=recognitions.c.tenant_id,
        person=recognitions.c.receiver_id,
        updated=recognitions.c.given_at,
    )


def _feedback() -> Stored:
    joined = feedback.join(people, feedback.c.receiver_id == people.c.id).join(
        _giver, feedback.c.giver_id == _giver.c.id
    )
    return Stored(
        select(
            feedback.c.id,
            people.c.email,
            _giver.c.email.label("from_email"),
            feedback.c.about,
            feedback.c.text,
            feedback.c.situation,
            feedback.c.behaviour,
            feedback.c.effect,
            feedback.c.suggestion,
            feedback.c.given_at,
        )
        .select_from(joined)
        # Until its reader has opened it, its giver may change it or take it back.
        .where(feedback.c.read_at.is_not(None), feedback.c.withdrawn_at.is_(None)),
        key=(feedback.c.id,),
        tenant=feedback.c.tenant_id,
        person=feedback.c.receiver_id,
        updated=feedback.c.given_at,
    )


def _courses() -> Stored:
    names = ("id", "title", "title_cy", "mandatory", "valid_months", "renew_within_days", "link", "verified")
    return Stored(
        select(*(courses.c[name] for name in names), courses.c.retired),
        key=(courses.c.id,),
        tenant=courses.c.tenant_id,
    )


def _training() -> Stored:
    joined = training_completions.join(people, training_completions.c.person_id == people.c.id).join(
        courses, training_completions.c.course_id == courses.c.id
    )
    return Stored(
        select(
            training_completions.c.id,
            courses.c.title.label("course"),
            people.c.email,
            training_completions.c.completed_on,
            training_completions.c.expires_on,
            training_completions.c.evidence,
            training_completions.c.state,
        ).select_from(joined),
        key=(training_completions.c.id,),
        tenant=training_completions.c.tenant_id,
        person=training_completions.c.person_id,
    )


def _service_feedback() -> Stored:
    return Stored(
        select(
            service_feedback.c.id,
            service_feedback.c.source,
            service_feedback.c.reference,
            service_feedback.c.received_on,
            service_feedback.c.score,
            service_feedback.c.scale,
            service_feedback.c.team_id,
            coalesce(teams.c.name, NOBODY).label("team"),
        ).select_from(service_feedback.outerjoin(teams, service_feedback.c.team_id == teams.c.id)),
        key=(service_feedback.c.id,),
        tenant=service_feedback.c.tenant_id,
    )


def _service_comments() -> Stored:
    joined = service_feedback.outerjoin(teams, service_feedback.c.team_id == teams.c.id).outerjoin(
        objectives, service_feedback.c.objective_id == objectives.c.id
    )
    return Stored(
        select(
            service_feedback.c.id,
            service_feedback.c.source,
            service_feedback.c.received_on,
            service_feedback.c.score,
            service_feedback.c.scale,
            coalesce(teams.c.name, objectives.c.title, NOBODY).label("about"),
            service_feedback.c.text,
        ).select_from(joined),
        key=(service_feedback.c.id,),
        tenant=service_feedback.c.tenant_id,
        person=objectives.c.person_id,
        team=service_feedback.c.team_id,
    )


STORED = {
    "recognition": _recognition(),
    "feedback": _feedback(),
    "courses": _courses(),
    "training": _training(),
    "service-feedback": _service_feedback(),
    "service-comments": _service_comments(),
}
