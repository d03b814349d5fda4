"""Every table, its constraints and its indexes.

Uniqueness that the product relies on is the database's: one check-in per (schedule, person, period), one outbox
row per key, one inbox row per event, one posted summary per (team, period). A table without `tenant_id` belongs
to its tenant through a parent; `inbox` through its workspace, which may not be linked to a tenant yet, and
`pictures` and `web_messages` are reached only by references that other rows hold.
"""

from storage.columns import Sealed, SealedBefore, SealedDocument
from storage.tables.audit import audit_entries, audit_heads
from storage.tables.benchmarks import benchmarks
from storage.tables.broadcasts import broadcast_recipients, broadcast_settings, broadcasts
from storage.tables.checkins import (
    IS_UNANSWERED,
    absences,
    answers,
    checkins,
    conversations,
    enrolments,
    posted_monthly_summaries,
    posted_summaries,
    progress_updates,
    schedules,
    shown_summaries,
    summary_settings,
)
from storage.tables.development import (
    IS_PENDING,
    IS_UNANSWERED_REQUEST,
    course_requirements,
    courses,
    evidence,
    feedback,
    feedback_notes,
    feedback_requests,
    organisation_values,
    recognitions,
    released_feedback,
    training_completions,
    training_reminders,
    waiting_feedback,
)
from storage.tables.files import file_batches, told_completions
from storage.tables.keys import sealing_keys
from storage.tables.messages import (
    IS_UNASKED,
    downloads,
    heartbeats,
    inbox,
    is_done,
    is_left,
    is_unfinished,
    outbox,
    outbox_holds,
    outbox_lanes,
    pictures,
    posted_messages,
    timers,
    web_messages,
)
from storage.tables.objectives import (
    IS_ACTIVE,
    PAUSE_ENDS,
    agreed_actions,
    aims,
    missed_targets,
    objective_changes,
    objective_owners,
    objectives,
)
from storage.tables.one_to_ones import (
    IS_TO_BE_HELD,
    IS_UNDISCUSSED,
    agenda_items,
    one_to_one_notes,
    one_to_ones,
    remarks,
)
from storage.tables.organisation import (
    accounts,
    delegations,
    installations,
    people,
    reporting_lines,
    sign_in_states,
    teams,
    tenants,
    workspaces,
)
from storage.tables.organisation_weeks import organisation_obstacles, organisation_weeks
from storage.tables.privacy import (
    IS_HELD,
    IS_OPEN_REQUEST,
    erasures,
    has_stopped,
    legal_holds,
    privacy_requests,
    retention_periods,
    stopped_processing,
)
from storage.tables.pulse import pulse_answered, pulse_rounds, pulse_tallies, pulses
from storage.tables.questions import IS_OPEN_PRIORITY, question_answers, question_sets, week_priorities
from storage.tables.reviews import IS_OPEN_REVIEW, review_left_out, review_versions, review_words, reviews
from storage.tables.rounds_360 import round_360_answers, round_360_raters, rounds_360, templates_360
from storage.tables.schema import metadata
from storage.tables.service import api_keys, service_feedback, webhooks
from storage.tables.skills import objective_skills, person_skills, role_skills, skill_choices

SEALED_COLUMNS = [
    column
    for table in metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, (Sealed, SealedDocument, SealedBefore))
]
"""Every column whose values nobody can read without a key."""

for _column in SEALED_COLUMNS:
    if isinstance(_column.type, (Sealed, SealedDocument)):
        _column.type.place = str(_column)

__all__ = [
    "IS_ACTIVE",
    "IS_HELD",
    "IS_OPEN_PRIORITY",
    "IS_OPEN_REQUEST",
    "IS_OPEN_REVIEW",
    "IS_PENDING",
    "IS_TO_BE_HELD",
    "IS_UNANSWERED",
    "IS_UNANSWERED_REQUEST",
    "IS_UNASKED",
    "IS_UNDISCUSSED",
    "PAUSE_ENDS",
    "SEALED_COLUMNS",
    "absences",
    "accounts",
    "agenda_items",
    "agreed_actions",
    "aims",
    "answers",
    "api_keys",
    "audit_entries",
    "audit_heads",
    "benchmarks",
    "broadcast_recipients",
    "broadcast_settings",
    "broadcasts",
    "checkins",
    "conversations",
    "course_requirements",
    "courses",
    "delegations",
    "downloads",
    "enrolments",
    "erasures",
    "evidence",
    "feedback",
    "feedback_notes",
    "feedback_requests",
    "file_batches",
    "has_stopped",
    "heartbeats",
    "inbox",
    "installations",
    "is_done",
    "is_left",
    "is_unfinished",
    "legal_holds",
    "metadata",
    "missed_targets",
    "objective_changes",
    "objective_owners",
    "objective_skills",
    "objectives",
    "one_to_one_notes",
    "one_to_ones",
    "organisation_obstacles",
    "organisation_values",
    "organisation_weeks",
    "outbox",
    "outbox_holds",
    "outbox_lanes",
    "people",
    "person_skills",
    "pictures",
    "posted_messages",
    "posted_monthly_summaries",
    "posted_summaries",
    "privacy_requests",
    "progress_updates",
    "pulse_answered",
    "pulse_rounds",
    "pulse_tallies",
    "pulses",
    "question_answers",
    "question_sets",
    "recognitions",
    "released_feedback",
    "remarks",
    "reporting_lines",
    "retention_periods",
    "review_left_out",
    "review_versions",
    "review_words",
    "reviews",
    "role_skills",
    "round_360_answers",
    "round_360_raters",
    "rounds_360",
    "schedules",
    "sealing_keys",
    "service_feedback",
    "shown_summaries",
    "sign_in_states",
    "skill_choices",
    "stopped_processing",
    "summary_settings",
    "teams",
    "templates_360",
    "tenants",
    "timers",
    "told_completions",
    "training_completions",
    "training_reminders",
    "waiting_feedback",
    "web_messages",
    "webhooks",
    "week_priorities",
    "workspaces",
]
