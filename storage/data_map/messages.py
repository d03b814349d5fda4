"""The data map of what is sent and received, broadcasts, timers, pictures and downloads."""

from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import Kept
from core.model.timer import TimerKind
from storage import tables as t
from storage.data_map.entry import Entry, Key, Rule, cleared, erased, unnamed

ENTRIES = (
    Entry(
        t.outbox,
        "Deliver every message once, and know how it went.",
        Basis.CONTRACT,
        Kept.MESSAGES,
        {
            Nature.CONTENT: "card reason",
            Nature.REFERENCE: "person_id lane key tag",
            Nature.TECHNICAL: "seq id tenant_id action purpose is_run wanted_platform channel_platform"
            " channel_workspace channel_conversation state attempts available_at claimed_at uncertain failures"
            " failing_since created_at finished_at"
            " cause wanted_at not_after at_any_hour part_of",
        },
        erased("person_id"),
    ),
    Entry(
        t.outbox_holds,
        "Keep to what a platform allows.",
        Basis.NOT_PERSONAL,
        Kept.MOMENTS,
        {
            Nature.TECHNICAL: "tenant_id platform until_at failures broken_at probes next_free_us speed_percent"
            " slowed_us"
        },
    ),
    Entry(
        t.outbox_lanes,
        "Keep to what a platform allows.",
        Basis.NOT_PERSONAL,
        Kept.MOMENTS,
        {Nature.REFERENCE: "lane", Nature.TECHNICAL: "interval_us next_free_us"},
        erased("lane", key=Key.LANE),
    ),
    Entry(
        t.posted_messages,
        "Find a message again, to correct it in place.",
        Basis.CONTRACT,
        Kept.CHECK_INS,
        {
            Nature.CONTACT: "conversation",
            Nature.REFERENCE: "tag",
            Nature.TECHNICAL: "id tenant_id platform workspace message delivery_id posted_at",
        },
        erased("conversation", key=Key.ADDRESS),
        t.posted_messages.c.posted_at,
    ),
    Entry(
        t.shown_summaries,
        "Know what “why” is about.",
        Basis.CONTRACT,
        Kept.MOMENTS,
        {Nature.REFERENCE: "lane", Nature.WORK: "about", Nature.TECHNICAL: "shown_at"},
        erased("lane", key=Key.LANE),
    ),
    Entry(
        t.inbox,
        "Work on everything that people do once; emptied when it is done.",
        Basis.CONTRACT,
        Kept.MESSAGES,
        {
            Nature.CONTENT: "event reason",
            Nature.REFERENCE: "lane",
            Nature.TECHNICAL: "seq platform workspace event_id accepted_at claimed_by available_at attempt"
            " failures given_up_at done_at",
        },
        erased("lane", key=Key.LANE),
        t.inbox.c.given_up_at,
    ),
    Entry(
        t.web_messages,
        "Hold the demo's conversations.",
        Basis.CONTRACT,
        Kept.MESSAGES,
        {
            Nature.CONTENT: "text card",
            Nature.CONTACT: "conversation",
            Nature.REFERENCE: "author",
            Nature.TECHNICAL: "id delivery_id created_at updated_at edited",
        },
        (*erased("conversation", key=Key.ADDRESS), *erased("author")),
        t.web_messages.c.updated_at,
    ),
    Entry(
        t.pictures,
        "Show a team's or the organisation's figures as a chart, which names nobody.",
        Basis.NOT_PERSONAL,
        Kept.CHECK_INS,
        {Nature.FIGURE: "png", Nature.TECHNICAL: "id created_at"},
        (),
        t.pictures.c.created_at,
    ),
    Entry(
        t.timers,
        "Look at something again later.",
        Basis.CONTRACT,
        Kept.MOMENTS,
        {Nature.REFERENCE: "subject", Nature.TECHNICAL: "kind tenant_id due_at"},
        (
            Rule(
                "subject",
                Fate.ERASED,
                key=Key.SUBJECT,
                # These go through everyone, and name only who was looked at last.
                where=t.timers.c.kind.not_in([TimerKind.TRAINING_PLAN, TimerKind.SKILLS]),
            ),
        ),
    ),
    Entry(
        t.heartbeats,
        "Know that the server is up.",
        Basis.NOT_PERSONAL,
        Kept.MOMENTS,
        {Nature.TECHNICAL: "name beat_at"},
    ),
    Entry(
        t.downloads,
        "Give a file to whom it was offered, once, within fifteen minutes.",
        Basis.CONTRACT,
        Kept.MOMENTS,
        {
            Nature.WORK: "what format",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "digest tenant_id expires_at",
        },
        erased("person_id"),
    ),
    Entry(
        t.broadcasts,
        "Write to people whom something concerns.",
        Basis.PUBLIC_TASK,
        Kept.BROADCASTS,
        {
            Nature.ORGANISATION: "audience text_en text_cy response when_away at_any_hour send_at due_on state"
            " created_at approved_at cancelled_at sent_at",
            Nature.REFERENCE: "author_id approved_by_id cancelled_by_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        (
            *unnamed("author_id", why="What was said to everyone is the organisation's."),
            *cleared("approved_by_id", "cancelled_by_id"),
        ),
        t.broadcasts.c.created_at,
    ),
    Entry(
        t.broadcast_recipients,
        "Know who was written to, and who did what was asked.",
        Basis.PUBLIC_TASK,
        Kept.BROADCASTS,
        {
            Nature.WORK: "broadcast_id state reason attempt acted_at",
            Nature.REFERENCE: "person_id outbox_key",
        },
        erased("person_id"),
    ),
    Entry(
        t.broadcast_settings,
        "Have large broadcasts approved.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "approve_above", Nature.TECHNICAL: "tenant_id"},
    ),
)
