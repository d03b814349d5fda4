"""The data map of organisations, people and their accounts."""

from datetime import date

from core.model.person import MONDAY_TO_FRIDAY, Access, Employment, Language, Nation
from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import Kept
from storage import tables as t
from storage.data_map.entry import Entry, Key, Rule, cleared, erased, unnamed

FORMER_COLLEAGUE = "Former colleague"
"""The name under which what an erased person did for others is shown."""

ERASED_EMAIL = "erased-{person_id}@erased.invalid"
"""No address: `.invalid` is reserved (RFC 2606), and the row's own id keeps it different from others."""

_EMPTIED_PERSON = {
    "name": FORMER_COLLEAGUE,
    "role": "",
    "site": "",
    "search_text": "",
    "team_id": None,
    "manager_id": None,
    "access": Access.STAFF,
    "timezone": "Europe/London",
    "working_days": MONDAY_TO_FRIDAY,
    "start_on": None,
    "end_on": date(2000, 1, 1),
    "employment": Employment.PERMANENT,
    "nation": Nation.ENGLAND,
    "language": Language.EN,
    "preferred_platform": None,
    "quiet_from": None,
    "quiet_until": None,
}
"""What the row of an erased person says: nothing of them, and that they do not work here."""

ENTRIES = (
    Entry(
        t.tenants,
        "Know the organisation, and whom its people can ask.",
        Basis.PUBLIC_TASK,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "name contact unasked_a_week tells_of_pauses", Nature.TECHNICAL: "id is_home"},
    ),
    Entry(
        t.workspaces,
        "Know which organisation a workspace belongs to.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.TECHNICAL: "platform workspace tenant_id"},
    ),
    Entry(
        t.installations,
        "Speak to the workspaces that installed Milepost.",
        Basis.PUBLIC_TASK,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "name enterprise enterprise_wide",
            Nature.IDENTITY: "installed_by",
            Nature.TECHNICAL: "platform workspace tenant_id secrets version installed_at expires_at ended_at"
            " ended_because renewing_until",
        },
        (Rule("installed_by", Fate.EMPTIED, key=Key.USER, empties={"installed_by": ""}),),
    ),
    Entry(
        t.sign_in_states,
        "Finish an installation that was begun in a browser.",
        Basis.NOT_PERSONAL,
        Kept.MOMENTS,
        {Nature.TECHNICAL: "digest expires_at"},
    ),
    Entry(
        t.teams,
        "Know who works together, who leads, and where the team's summary goes.",
        Basis.PUBLIC_TASK,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "name timezone summary_weekday summary_time channel_platform channel_workspace"
            " channel_conversation",
            Nature.REFERENCE: "lead_id",
            Nature.TECHNICAL: "id tenant_id next_summary_at",
        },
        cleared("lead_id"),
    ),
    Entry(
        t.people,
        "Know who works here, whom they report to, and when and in which language to write to them.",
        Basis.CONTRACT,
        Kept.LEAVERS,
        {
            Nature.IDENTITY: "name search_text",
            Nature.CONTACT: "email site",
            Nature.WORK: "team_id role access timezone working_days start_on end_on employment nation language"
            " preferred_platform quiet_from quiet_until",
            Nature.REFERENCE: "id manager_id",
            Nature.TECHNICAL: "tenant_id",
        },
        (
            Rule(
                "id",
                Fate.EMPTIED,
                "A row without a name stays, so that what the person did for others does not fall away and is not"
                " taken for someone else's.",
                empties=_EMPTIED_PERSON,
            ),
            *cleared("manager_id"),
        ),
        t.people.c.end_on,
    ),
    Entry(
        t.reporting_lines,
        "Decide who could read what at which time.",
        Basis.CONTRACT,
        Kept.LEAVERS,
        {Nature.WORK: "from_on until_on", Nature.REFERENCE: "person_id manager_id"},
        (
            *erased("person_id"),
            *unnamed("manager_id", why="The other person's history says that they had a line manager."),
        ),
    ),
    Entry(
        t.delegations,
        "Let someone stand in for a line manager who is away, and know afterwards who did.",
        Basis.CONTRACT,
        Kept.ABSENCES,
        {
            Nature.WORK: "starts_on ends_on",
            Nature.REFERENCE: "manager_id delegate_id",
            Nature.TECHNICAL: "id tenant_id",
        },
        erased("manager_id", "delegate_id", why="The audit log says who could read what when."),
        t.delegations.c.ends_on,
    ),
    Entry(
        t.accounts,
        "Write to people, and know them when they write.",
        Basis.CONTRACT,
        Kept.LEAVERS,
        {
            Nature.IDENTITY: "user",
            Nature.CONTACT: "address",
            Nature.REFERENCE: "person_id",
            Nature.TECHNICAL: "platform workspace seen_at unreachable_at",
        },
        erased("person_id"),
    ),
    Entry(
        t.organisation_weeks,
        "Show how services and priorities stand over time.",
        Basis.NOT_PERSONAL,
        Kept.FIGURES,
        {
            Nature.FIGURE: "dimension week value service_id asked due answered said with_status on_track"
            " outside_control with_confidence confidences",
            Nature.TECHNICAL: "tenant_id",
        },
    ),
    Entry(
        t.organisation_obstacles,
        "Show what several people said is in the way.",
        Basis.NOT_PERSONAL,
        Kept.FIGURES,
        {
            Nature.FIGURE: "week number words theme remover people outside services service_ids",
            Nature.TECHNICAL: "tenant_id",
        },
    ),
    Entry(
        t.benchmarks,
        "Compare teams with outside figures.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "measure scope_key starts_on period scope value scale source",
            Nature.TECHNICAL: "tenant_id",
        },
    ),
    Entry(
        t.sealing_keys,
        "Know which keys what is sealed can be opened with; never the keys.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.TECHNICAL: "key_id first_used_at"},
    ),
    Entry(
        t.api_keys,
        "Let other systems of the organisation read what they may.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {
            Nature.ORGANISATION: "name scope",
            Nature.TECHNICAL: "id tenant_id digest created_at last_used_on revoked_at",
        },
    ),
    Entry(
        t.webhooks,
        "Tell other systems of the organisation that something happened.",
        Basis.NOT_PERSONAL,
        Kept.AS_LONG_AS_USED,
        {Nature.ORGANISATION: "url events", Nature.TECHNICAL: "id tenant_id secret created_at"},
    ),
)
