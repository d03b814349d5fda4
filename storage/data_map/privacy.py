"""The data map of what is kept about privacy itself."""

from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import Kept
from storage import tables as t
from storage.data_map.entry import Entry, Rule, cleared, erased, unnamed

ENTRIES = (
    Entry(
        t.privacy_requests,
        "Answer what people ask about their data, in time, and be able to show it.",
        Basis.LEGAL_OBLIGATION,
        Kept.REQUESTS,
        {
            Nature.OPINION_BY: "text",
            Nature.OPINION_ABOUT: "answer",
            Nature.WORK: "kind asked_at due_on closed_at",
            Nature.REFERENCE: "person_id closed_by_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            Rule(
                "person_id",
                Fate.EMPTIED,
                "That there was a request, and when it was answered, has to be shown.",
                empties={"text": "", "answer": ""},
            ),
            *cleared("closed_by_id"),
        ),
        t.privacy_requests.c.closed_at,
    ),
    Entry(
        t.stopped_processing,
        "Keep to what someone has stopped.",
        Basis.LEGAL_OBLIGATION,
        Kept.LEAVERS,
        {Nature.WORK: "what stopped_at", Nature.REFERENCE: "person_id", Nature.TECHNICAL: "tenant_id"},
        erased("person_id"),
    ),
    Entry(
        t.legal_holds,
        "Erase nothing that a claim or an inquiry needs.",
        Basis.LEGAL_OBLIGATION,
        Kept.REQUESTS,
        {
            Nature.OPINION_ABOUT: "reason",
            Nature.WORK: "placed_at released_at",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            Rule(
                "person_id",
                Fate.EMPTIED,
                "That there was a hold explains why nothing was erased before.",
                empties={"reason": ""},
            ),
        ),
        t.legal_holds.c.released_at,
    ),
    Entry(
        t.erasures,
        "Erase again what a restored backup brings back.",
        Basis.LEGAL_OBLIGATION,
        Kept.AS_LONG_AS_USED,
        {Nature.REFERENCE: "person_id", Nature.TECHNICAL: "tenant_id erased_at"},
        unnamed("person_id", why="An id that leads to nobody, so that a backup's data can be erased again."),
    ),
    Entry(
        t.audit_entries,
        "Show who read, took and changed what, so that access can be accounted for.",
        Basis.LEGAL_OBLIGATION,
        Kept.AS_LONG_AS_USED,
        {
            Nature.REFERENCE: "actor_id subject_id detail cause",
            Nature.TECHNICAL: "tenant_id number at actor_kind action surface previous hash",
        },
        unnamed(
            "actor_id",
            "subject_id",
            why="A chain that loses a row proves nothing. It holds ids alone, which then lead to nobody.",
        ),
    ),
    Entry(
        t.audit_heads,
        "Know where the audit log ends.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.TECHNICAL: "tenant_id number hash"},
    ),
    Entry(
        t.retention_periods,
        "Keep data for as long as the organisation decided.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "kind months changed_at", Nature.TECHNICAL: "tenant_id"},
    ),
)
