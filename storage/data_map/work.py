"""The data map of objectives, check-ins, questions, pulse and absences."""

from core.model.personal_data import Basis, Nature
from core.model.retention import Kept
from storage import tables as t
from storage.data_map.entry import Entry, cleared, erased, unnamed

_PROGRESS = "value percent status confidence outside_control reported_at"

ENTRIES = (
    Entry(
        t.aims,
        "Show what work serves.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "kind title parent_id team_id position", Nature.TECHNICAL: "id tenant_id"},
    ),
    Entry(
        t.objectives,
        "Agree what someone works towards, and see how it goes.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {
            Nature.WORK: "title measure unit baseline target due_on priority direction weight floor milestones"
            " for_whom aim_id state paused_until closed_on carried_from_id latest_value latest_percent"
            " latest_status latest_confidence latest_outside_control latest_reported_at",
            Nature.OPINION_BY: "no_aim_reason kept_because latest_factors",
            Nature.REFERENCE: "person_id proposed_by_id",
            Nature.TECHNICAL: "id tenant_id created_at position",
        },
        (
            *erased(
                "person_id",
                why="One that is shared goes to the first who shares it, whose work it is too.",
            ),
            *cleared("proposed_by_id"),
        ),
        t.objectives.c.closed_on,
    ),
    Entry(
        t.objective_owners,
        "Know who shares an objective.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {Nature.WORK: "objective_id", Nature.REFERENCE: "person_id"},
        erased("person_id"),
    ),
    Entry(
        t.objective_changes,
        "Let nothing about a target change in silence.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {
            Nature.WORK: "objective_id field before after changed_at",
            Nature.OPINION_BY: "reason",
            Nature.REFERENCE: "by_id",
            Nature.TECHNICAL: "id",
        },
        cleared("by_id", why="The history is the objective's, and goes with it."),
    ),
    Entry(
        t.missed_targets,
        "Find out what got in the way, so that it does not happen again.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {
            Nature.WORK: "objective_id kind noticed_for noticed_at outside_control answered_at",
            Nature.OPINION_BY: "happened outside_factor prevention help_needed",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        erased("person_id"),
        t.missed_targets.c.noticed_at,
    ),
    Entry(
        t.agreed_actions,
        "Follow up what was agreed.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {
            Nature.WORK: "text due_on created_at objective_id missed_target_id state closed_at one_to_one_id",
            Nature.OPINION_BY: "note",
            Nature.REFERENCE: "person_id owner_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (*erased("person_id"), *unnamed("owner_id", why="It was agreed for someone else's objective or meeting.")),
        t.agreed_actions.c.closed_at,
    ),
    Entry(
        t.schedules,
        "Know when everyone is asked.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "name rrule anchor at closes_after_days closes_at stale_after_hours",
            Nature.TECHNICAL: "id tenant_id",
        },
    ),
    Entry(
        t.enrolments,
        "Know when someone is asked next.",
        Basis.CONTRACT,
        Kept.LEAVERS,
        {Nature.WORK: "next_period next_due_at", Nature.REFERENCE: "person_id", Nature.TECHNICAL: "schedule_id"},
        erased("person_id"),
    ),
    Entry(
        t.checkins,
        "Ask how work goes, once a period, and show it to the person and their line manager.",
        Basis.CONTRACT,
        Kept.CHECK_INS,
        {
            Nature.WORK: "period state opens_at closes_at prompted_at remind_at reminded_at snoozed_until"
            " answered_at late ahead answers_saved answers_asked asks",
            Nature.OPINION_BY: "note note_audience",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id schedule_id version",
        },
        erased("person_id"),
        t.checkins.c.closes_at,
    ),
    Entry(
        t.progress_updates,
        "Know where an objective stood at a check-in.",
        Basis.CONTRACT,
        Kept.CHECK_INS,
        {Nature.WORK: f"checkin_id objective_id {_PROGRESS}", Nature.OPINION_BY: "factors"},
    ),
    Entry(
        t.answers,
        "Keep each answer as it was given.",
        Basis.CONTRACT,
        Kept.CHECK_INS,
        {Nature.OPINION_BY: "text", Nature.WORK: "checkin_id step answered_at", Nature.TECHNICAL: "id"},
    ),
    Entry(
        t.question_sets,
        "Know what was asked, in which words.",
        Basis.PUBLIC_TASK,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "questions changed_at",
            Nature.REFERENCE: "owner_id by_id",
            Nature.TECHNICAL: "tenant_id version",
        },
        unnamed("owner_id", "by_id", why="Answers that others gave refer to what they were asked."),
    ),
    Entry(
        t.question_answers,
        "Know how work feels, and what else the organisation or line manager asked.",
        Basis.PUBLIC_TASK,
        Kept.CHECK_INS,
        {
            Nature.SPECIAL: "value",
            Nature.WORK: "checkin_id question_id part audience answered_at",
            Nature.REFERENCE: "owner_id",
            Nature.TECHNICAL: "version",
        },
        unnamed("owner_id", why="The line manager who asked; the answer goes with its check-in."),
    ),
    Entry(
        t.week_priorities,
        "Remember what someone means to do in a week.",
        Basis.CONTRACT,
        Kept.CHECK_INS,
        {
            Nature.WORK: "checkin_id position text created_at objective_id state settled_at",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        erased("person_id"),
    ),
    Entry(
        t.absences,
        "Ask nobody who is away; never why they are.",
        Basis.CONTRACT,
        Kept.ABSENCES,
        {
            Nature.SPECIAL: "starts_on ends_on kind",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        erased("person_id"),
        t.absences.c.ends_on,
    ),
    Entry(
        t.conversations,
        "Lose nothing of what someone began to answer.",
        Basis.CONTRACT,
        Kept.CONVERSATIONS,
        {
            Nature.CONTENT: "answers",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "flow subject step return_to platform active updated_at version form form_at",
        },
        erased("person_id"),
        t.conversations.c.updated_at,
    ),
    Entry(
        t.posted_summaries,
        "Post a team's summary once.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.TECHNICAL: "team_id period posted_at"},
    ),
    Entry(
        t.posted_monthly_summaries,
        "Post a team's summary once.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.TECHNICAL: "team_id month posted_at"},
    ),
    Entry(
        t.summary_settings,
        "Know what a team's summary shows.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "every sent_to hidden", Nature.TECHNICAL: "team_id"},
    ),
    Entry(
        t.pulses,
        "Ask everyone a short question now and then.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "rhythm asked", Nature.TECHNICAL: "tenant_id"},
    ),
    Entry(
        t.pulse_rounds,
        "Ask everyone a short question now and then.",
        Basis.NOT_PERSONAL,
        Kept.FIGURES,
        {
            Nature.ORGANISATION: "question_id opens_at closes_at is_closed",
            Nature.REFERENCE: "asked_up_to",
            Nature.TECHNICAL: "id tenant_id",
        },
        unnamed("asked_up_to", why="How far a round has been sent; gone when it closes."),
    ),
    Entry(
        t.pulse_answered,
        "Take nobody's answer twice; gone when the round closes, and never what was answered.",
        Basis.PUBLIC_TASK,
        Kept.MOMENTS,
        {Nature.WORK: "round_id", Nature.REFERENCE: "person_id"},
        erased("person_id"),
    ),
    Entry(
        t.pulse_tallies,
        "Show how many answered what, of five people or more.",
        Basis.NOT_PERSONAL,
        Kept.FIGURES,
        {Nature.FIGURE: "round_id score count", Nature.REFERENCE: "group_id"},
        unnamed("group_id", why="Whose direct reports were counted: their answers, not the line manager's."),
    ),
)
