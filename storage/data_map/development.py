"""The data map of thanks, feedback, evidence, training and skills."""

from sqlalchemy import func

from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import Kept
from storage import tables as t
from storage.data_map.entry import Entry, Rule, cleared, erased, unnamed

_TELLING = "about text competency situation behaviour effect suggestion"
_RECEIVERS = "It belongs to whoever received it; nobody is named as its giver."

ENTRIES = (
    Entry(
        t.organisation_values,
        "Let thanks name what the organisation stands for.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "title title_cy position retired", Nature.TECHNICAL: "id tenant_id"},
    ),
    Entry(
        t.recognitions,
        "Thank colleagues.",
        Basis.PUBLIC_TASK,
        Kept.FEEDBACK,
        {
            Nature.OPINION_ABOUT: "text value",
            Nature.WORK: "sharing given_at decided_at team_id objective_id",
            Nature.REFERENCE: "giver_id receiver_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (*erased("receiver_id"), *unnamed("giver_id", why=_RECEIVERS)),
        t.recognitions.c.given_at,
    ),
    Entry(
        t.evidence,
        "Show how an objective went.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {
            Nature.WORK: "objective_id text link added_at source recognition_id",
            Nature.REFERENCE: "by_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        unnamed("by_id", why="It goes with the objective that it shows."),
    ),
    Entry(
        t.feedback_requests,
        "Ask colleagues for feedback.",
        Basis.PUBLIC_TASK,
        Kept.FEEDBACK,
        {
            Nature.OPINION_BY: "question",
            Nature.WORK: "round_id asked_at answered_at due_on declined_at is_anonymous",
            Nature.REFERENCE: "asker_id giver_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            *erased("asker_id"),
            Rule(
                "giver_id",
                Fate.ERASED,
                "Nobody is left to answer it.",
                where=t.feedback_requests.c.answered_at.is_(None),
            ),
            *unnamed("giver_id", why="The answer belongs to whoever asked."),
        ),
        t.feedback_requests.c.asked_at,
    ),
    Entry(
        t.feedback,
        "Tell a colleague how their work comes across.",
        Basis.PUBLIC_TASK,
        Kept.FEEDBACK,
        {
            Nature.OPINION_ABOUT: _TELLING,
            Nature.WORK: "visibility given_at objective_id request_id thanked_at read_at withdrawn_at"
            " receiver_read_at",
            Nature.REFERENCE: "giver_id receiver_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            *erased("receiver_id"),
            Rule(
                "giver_id",
                Fate.ERASED,
                "What was taken back reaches nobody.",
                where=t.feedback.c.withdrawn_at.is_not(None),
            ),
            *unnamed("giver_id", why=_RECEIVERS),
        ),
        t.feedback.c.given_at,
    ),
    Entry(
        t.waiting_feedback,
        "Hold feedback without a name until five people gave some.",
        Basis.PUBLIC_TASK,
        Kept.FEEDBACK,
        {
            Nature.OPINION_ABOUT: _TELLING,
            Nature.REFERENCE: "giver_id receiver_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            *erased("receiver_id"),
            *unnamed("giver_id", why="Its giver is counted until it is released, and then forgotten altogether."),
        ),
    ),
    Entry(
        t.released_feedback,
        "Give feedback without a name to its receiver.",
        Basis.PUBLIC_TASK,
        Kept.FEEDBACK,
        {
            Nature.OPINION_ABOUT: _TELLING,
            Nature.WORK: "month",
            Nature.REFERENCE: "receiver_id",
            Nature.TECHNICAL: "id tenant_id batch_id",
        },
        erased("receiver_id"),
        t.released_feedback.c.month,
    ),
    Entry(
        t.feedback_notes,
        "Talk about feedback between the two.",
        Basis.PUBLIC_TASK,
        Kept.FEEDBACK,
        {
            Nature.OPINION_BY: "text",
            Nature.WORK: "feedback_id said_at",
            Nature.REFERENCE: "by_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        unnamed("by_id", why=_RECEIVERS),
    ),
    Entry(
        t.courses,
        "Know which training there is.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "title mandatory valid_months title_cy renew_within_days link skills verified"
            " retired",
            Nature.TECHNICAL: "id tenant_id",
        },
    ),
    Entry(
        t.course_requirements,
        "Know who must hold which training.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "course_id group value within_days made_on",
            Nature.TECHNICAL: "id tenant_id",
        },
    ),
    Entry(
        t.training_completions,
        "Show that people hold the training that the law or the organisation asks of them.",
        Basis.LEGAL_OBLIGATION,
        Kept.TRAINING,
        {
            Nature.WORK: "course_id completed_on expires_on evidence state note",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        erased("person_id"),
        func.coalesce(t.training_completions.c.expires_on, t.training_completions.c.completed_on),
    ),
    Entry(
        t.training_reminders,
        "Tell nobody twice of the same training.",
        Basis.LEGAL_OBLIGATION,
        Kept.TRAINING,
        {
            Nature.WORK: "course_id due_on threshold_on told_on manager_told",
            Nature.REFERENCE: "person_id",
        },
        erased("person_id"),
    ),
    Entry(
        t.told_completions,
        "Know which course a certificate belongs to that someone sends next.",
        Basis.LEGAL_OBLIGATION,
        Kept.TRAINING,
        {Nature.WORK: "course_id completed_on told_at", Nature.REFERENCE: "person_id"},
        erased("person_id"),
    ),
    Entry(
        t.file_batches,
        "Ask what files are for; their names and links go after 30 days.",
        Basis.CONTRACT,
        Kept.MOMENTS,
        {
            Nature.CONTENT: "files",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id platform workspace sent_at",
        },
        erased("person_id"),
    ),
    Entry(
        t.role_skills,
        "Know what a job wants.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "role skill level", Nature.TECHNICAL: "tenant_id role_key skill_key"},
    ),
    Entry(
        t.objective_skills,
        "Know what an objective wants.",
        Basis.CONTRACT,
        Kept.OBJECTIVES,
        {Nature.WORK: "objective_id skill level", Nature.TECHNICAL: "skill_key tenant_id"},
    ),
    Entry(
        t.person_skills,
        "Know what someone can do, and what they want to learn.",
        Basis.CONTRACT,
        Kept.LEAVERS,
        {
            Nature.OPINION_BY: "said said_on",
            Nature.OPINION_ABOUT: "confirmed confirmed_on",
            Nature.WORK: "skill",
            Nature.REFERENCE: "person_id confirmed_by_id",
            Nature.TECHNICAL: "skill_key tenant_id",
        },
        (*erased("person_id"), *cleared("confirmed_by_id")),
    ),
    Entry(
        t.skill_choices,
        "Keep to what someone chose about their skills.",
        Basis.CONTRACT,
        Kept.LEAVERS,
        {
            Nature.WORK: "is_named is_quiet asked_on",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "tenant_id",
        },
        erased("person_id"),
    ),
    Entry(
        t.service_feedback,
        "Show staff what people who use a service say.",
        Basis.PUBLIC_TASK,
        Kept.SERVICE_FEEDBACK,
        {
            Nature.OPINION_ABOUT: "score scale text",
            Nature.WORK: "received_on team_id objective_id",
            Nature.TECHNICAL: "id tenant_id source reference",
        },
        (),
        t.service_feedback.c.received_on,
    ),
)
