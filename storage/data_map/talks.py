"""The data map of one-to-ones, remarks, reviews and 360 rounds."""

from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import Kept
from storage import tables as t
from storage.data_map.entry import Entry, Rule, cleared, erased, unnamed

_TO_OTHERS = "It was said to someone else, in whose record it stays; nobody is named as its writer."

ENTRIES = (
    Entry(
        t.remarks,
        "Let a line manager answer a check-in.",
        Basis.CONTRACT,
        Kept.CHECK_INS,
        {
            Nature.OPINION_ABOUT: "text",
            Nature.OPINION_BY: "quoted",
            Nature.WORK: "checkin_id kind about said_at reply_to",
            Nature.REFERENCE: "person_id by_id to_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (*erased("person_id"), *unnamed("by_id", "to_id", why=_TO_OTHERS)),
    ),
    Entry(
        t.one_to_ones,
        "Hold regular meetings.",
        Basis.CONTRACT,
        Kept.ONE_TO_ONES,
        {
            Nature.WORK: "begun_at at held_at every_weeks",
            Nature.REFERENCE: "person_id manager_id shared_with_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            *erased("person_id"),
            *unnamed("manager_id", why="The meeting is in the other person's record."),
            *cleared("shared_with_id"),
        ),
        t.one_to_ones.c.held_at,
    ),
    Entry(
        t.agenda_items,
        "Remember what is to be talked about.",
        Basis.CONTRACT,
        Kept.ONE_TO_ONES,
        {
            Nature.OPINION_BY: "text",
            Nature.WORK: "source added_at one_to_one_id",
            Nature.REFERENCE: "person_id manager_id by_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (*erased("person_id"), *unnamed("manager_id", "by_id", why=_TO_OTHERS)),
    ),
    Entry(
        t.one_to_one_notes,
        "Keep what came of a meeting.",
        Basis.CONTRACT,
        Kept.ONE_TO_ONES,
        {
            Nature.OPINION_ABOUT: "text",
            Nature.WORK: "one_to_one_id is_private written_at",
            Nature.REFERENCE: "by_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            Rule(
                "by_id",
                Fate.ERASED,
                "It is its writer's alone.",
                where=t.one_to_one_notes.c.is_private,
            ),
            *unnamed("by_id", why=_TO_OTHERS),
        ),
    ),
    Entry(
        t.reviews,
        "Review someone's work from the record, with both signatures.",
        Basis.CONTRACT,
        Kept.REVIEWS,
        {
            Nature.WORK: "kind since until due_on stage opened_at",
            Nature.REFERENCE: "person_id opened_by_id",
            Nature.TECHNICAL: "id tenant_id version",
        },
        (*erased("person_id"), *unnamed("opened_by_id", why="The review is in the other person's record.")),
        t.reviews.c.opened_at,
    ),
    Entry(
        t.review_words,
        "Keep what each said in a review.",
        Basis.CONTRACT,
        Kept.REVIEWS,
        {
            Nature.OPINION_ABOUT: "text",
            Nature.WORK: "review_id item written_at",
            Nature.REFERENCE: "by_id",
        },
        unnamed("by_id", why=_TO_OTHERS),
    ),
    Entry(
        t.review_left_out,
        "Leave out of a review what the person does not want in it.",
        Basis.CONTRACT,
        Kept.REVIEWS,
        {Nature.WORK: "review_id key"},
    ),
    Entry(
        t.review_versions,
        "Keep what was signed, as it was signed.",
        Basis.CONTRACT,
        Kept.REVIEWS,
        {
            Nature.CONTENT: "content",
            Nature.WORK: "review_id number made_at person_at manager_at",
            Nature.REFERENCE: "manager_id",
            Nature.TECHNICAL: "digest",
        },
        unnamed(
            "manager_id",
            why="The other person's signed review stays; a name in it is taken out and its digest made anew.",
        ),
    ),
    Entry(
        t.templates_360,
        "Know what a 360 round asks.",
        Basis.PUBLIC_TASK,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "template changed_at",
            Nature.REFERENCE: "by_id",
            Nature.TECHNICAL: "tenant_id version",
        },
        unnamed("by_id", why="The questions are the organisation's."),
    ),
    Entry(
        t.rounds_360,
        "Bring together what several colleagues say to one person.",
        Basis.PUBLIC_TASK,
        Kept.REVIEWS,
        {
            Nature.OPINION_ABOUT: "report",
            Nature.WORK: "hr_reads state opened_at due_on closed_at",
            Nature.ORGANISATION: "template",
            Nature.REFERENCE: "subject_id opener_id manager_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            *erased("subject_id"),
            *unnamed("opener_id", why="The round is in the other person's record."),
            *cleared("manager_id"),
        ),
        t.rounds_360.c.opened_at,
    ),
    Entry(
        t.round_360_raters,
        "Ask those who take part, and know when enough have answered.",
        Basis.PUBLIC_TASK,
        Kept.REVIEWS,
        {
            Nature.WORK: "round_id group asked_at has_answered has_declined",
            Nature.REFERENCE: "person_id",
        },
        unnamed("person_id", why="A report stands on how many took part."),
    ),
    Entry(
        t.round_360_answers,
        "Keep what someone says in a round until it closes; then only the report is kept.",
        Basis.PUBLIC_TASK,
        Kept.MOMENTS,
        {Nature.OPINION_ABOUT: "scores comments", Nature.WORK: "round_id", Nature.REFERENCE: "person_id"},
        unnamed("person_id", why="It was said to someone else, and goes without a name when the round closes."),
    ),
)
