"""Every table, its constraints and its indexes.

Uniqueness that the product relies on is the database's: one check-in per (schedule, person, period), one outbox
row per key, one inbox row per event, one posted summary per (team, period). A table without `tenant_id` belongs
to its tenant through a parent; `inbox` through its workspace, which may not be linked to a tenant yet, and
`pictures` and `web_messages` are reached only by references that other rows hold.
"""

from storage.tables.checkins import (
    IS_UNANSWERED,
    absences,
    answers,
    checkins,
    conversations,
    enrolments,
    posted_summaries,
    progress_updates,
    schedules,
)
from storage.tables.development import (
    IS_UNANSWERED_REQUEST,
    courses,
    evidence,
    feedback,
    feedback_notes,
    feedback_requests,
    organisation_values,
    recognitions,
    training_completions,
)
from storage.tables.messages import (
    inbox,
    is_unfinished,
    outbox,
    outbox_holds,
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
    installations,
    people,
    reporting_lines,
    sign_in_states,
    teams,
    tenants,
    workspaces,
)
from storage.tables.schema import metadata

__all__ = [
    "IS_ACTIVE",
    "IS_TO_BE_HELD",
    "IS_UNANSWERED",
    "IS_UNANSWERED_REQUEST",
    "IS_UNDISCUSSED",
    "PAUSE_ENDS",
    "absences",
    "accounts",
    "agenda_items",
    "agreed_actions",
    "aims",
    "answers",
    "checkins",
    "conversations",
    "courses",
    "enrolments",
    "evidence",
    "feedback",
    "feedback_notes",
    "feedback_requests",
    "inbox",
    "installations",
    "is_unfinished",
    "metadata",
    "missed_targets",
    "objective_changes",
    "objective_owners",
    "objectives",
    "one_to_one_notes",
    "one_to_ones",
    "organisation_values",
    "outbox",
    "outbox_holds",
    "people",
    "pictures",
    "posted_messages",
    "posted_summaries",
    "progress_updates",
    "recognitions",
    "remarks",
    "reporting_lines",
    "schedules",
    "sign_in_states",
    "teams",
    "tenants",
    "timers",
    "training_completions",
    "web_messages",
    "workspaces",
]
