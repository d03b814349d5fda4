"""Who may see and do what: one table, asked by every read and write.

A permission depends on how the asker relates to the person concerned, worked out afresh each time, so that a
change of line manager takes effect at once.

Whoever is let read something of another leaves a trace (`core.trail`), which the audit log keeps: `_TRACES` and
`_TRACES_OF_RIGHTS` say which grants are such.
"""

from collections.abc import Collection
from enum import Enum, auto

from core.model.audit import AuditAction
from core.model.person import Access, Person, Team
from core.trail import note_granted


class Relation(Enum):
    """How the asker stands to the person concerned."""

    SELF = auto()
    LINE_MANAGER = auto()
    DELEGATE = auto()
    """Who stands in for the line manager just now: for the check-in round alone, and nothing private."""
    FURTHER_OWNER = auto()
    """Someone with whom the thing in question is shared: an objective, or an answer that was passed to them."""
    HR = auto()
    COLLEAGUE = auto()
    STRANGER = auto()
    """Someone of another organisation."""


class Permission(Enum):
    """Something that can be done to, or seen of, a person."""

    ANSWER_CHECK_IN = auto()
    READ_CHECK_IN = auto()
    """Progress, confidence, what helped or blocked, and notes meant for the manager."""
    SEE_TEAM_STATUS = auto()
    REMIND = auto()
    ADD_OBJECTIVE = auto()
    LEARN_FROM_MISS = auto()
    """Say what got in the way of a missed target, and agree what to do about it."""
    READ_MISS = auto()
    """What was said of a missed target."""
    READ_ACTIONS = auto()
    CLOSE_ACTION = auto()
    """Say of an agreed action about the person that it is done, or no longer needed."""
    SEE_OBJECTIVES = auto()
    """By name, with what they serve and how they stand."""
    SEE_OBJECTIVE = auto()
    """One objective with its figures and history; the words around them go to the line manager only."""
    CHANGE_OBJECTIVE = auto()
    """What it says, its state, who shares it, and whom it is handed to."""
    REPORT_ON_OBJECTIVE = auto()
    READ_EVIDENCE = auto()
    """What shows how an objective went; those who only share it do not read it."""
    ADD_EVIDENCE = auto()
    DECIDE_ON_RECOGNITION = auto()
    """Whether thanks to the person may be shared, and whether they are kept as evidence."""
    READ_FEEDBACK = auto()
    """All that was said to the person, and thank or ask about it."""
    READ_SHARED_FEEDBACK = auto()
    """What its giver meant for the line manager too."""
    READ_SERVICE_FEEDBACK = auto()
    """What service users said of an objective; those who only share it do not read it."""
    ADD_QUESTIONS = auto()
    """Add questions to the person's check-ins."""
    READ_WELLBEING = auto()
    """What someone answered about how they are: never passed up the line."""
    REMARK_ON_ANSWER = auto()
    """React to a check-in's answer, comment on it, flag it for the next one-to-one, or pass it up."""
    REPLY_TO_REMARK = auto()
    """For those whom it was said by or to; what was passed up is shared with the one it was passed to."""
    HOLD_ONE_TO_ONE = auto()
    """Set its date, keep its agenda and notes, and agree actions."""
    SHARE_ONE_TO_ONE = auto()
    """Let a new line manager read what was noted with an earlier one."""
    OPEN_ROUND_360 = auto()
    """Open a 360 round about the person, who cannot do so but asks for one."""
    READ_REPORT_360 = auto()
    """The report of a 360 round; see `may_read_report_360`."""
    OPEN_REVIEW = auto()
    """Open a review of the person."""
    PREPARE_REVIEW = auto()
    """Say what is in it, in one's own words, and hand it on."""
    ADD_TO_REVIEW = auto()
    """Comment on what was handed on, and ask for both signatures."""
    READ_REVIEW = auto()
    """What is handed on, and every version that was made to be signed; before that the person alone."""
    SIGN_REVIEW = auto()
    """And open it again, which asks both anew."""
    READ_RECORD = auto()
    """What HR's list of people says of the person."""
    READ_TRAINING = auto()
    RECORD_TRAINING = auto()
    READ_SKILLS = auto()
    """What the person says they can do, what is confirmed, and what is missing."""
    SAY_SKILLS = auto()
    """Say how one stands oneself, and whether colleagues may know what one can teach."""
    CONFIRM_SKILLS = auto()


_TABLE: dict[Permission, frozenset[Relation]] = {
    Permission.ANSWER_CHECK_IN: frozenset({Relation.SELF}),
    Permission.READ_CHECK_IN: frozenset({Relation.SELF, Relation.LINE_MANAGER, Relation.DELEGATE}),
    Permission.SEE_TEAM_STATUS: frozenset({Relation.SELF, Relation.LINE_MANAGER, Relation.DELEGATE}),
    Permission.REMIND: frozenset({Relation.LINE_MANAGER, Relation.DELEGATE}),
    Permission.ADD_OBJECTIVE: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.LEARN_FROM_MISS: frozenset({Relation.SELF}),
    Permission.READ_MISS: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.READ_ACTIONS: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.CLOSE_ACTION: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.SEE_OBJECTIVES: frozenset({Relation.SELF, Relation.LINE_MANAGER, Relation.DELEGATE}),
    Permission.SEE_OBJECTIVE: frozenset({Relation.SELF, Relation.LINE_MANAGER, Relation.FURTHER_OWNER}),
    Permission.CHANGE_OBJECTIVE: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.REPORT_ON_OBJECTIVE: frozenset({Relation.SELF, Relation.FURTHER_OWNER}),
    Permission.READ_EVIDENCE: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.ADD_EVIDENCE: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.DECIDE_ON_RECOGNITION: frozenset({Relation.SELF}),
    Permission.READ_FEEDBACK: frozenset({Relation.SELF}),
    Permission.READ_SHARED_FEEDBACK: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.READ_SERVICE_FEEDBACK: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.ADD_QUESTIONS: frozenset({Relation.LINE_MANAGER}),
    Permission.READ_WELLBEING: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.REMARK_ON_ANSWER: frozenset({Relation.LINE_MANAGER}),
    Permission.REPLY_TO_REMARK: frozenset({Relation.SELF, Relation.LINE_MANAGER, Relation.FURTHER_OWNER}),
    Permission.HOLD_ONE_TO_ONE: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.SHARE_ONE_TO_ONE: frozenset({Relation.SELF}),
    Permission.OPEN_ROUND_360: frozenset({Relation.LINE_MANAGER}),
    Permission.READ_REPORT_360: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.OPEN_REVIEW: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.PREPARE_REVIEW: frozenset({Relation.SELF}),
    Permission.ADD_TO_REVIEW: frozenset({Relation.LINE_MANAGER}),
    Permission.READ_REVIEW: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.SIGN_REVIEW: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.READ_RECORD: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.READ_TRAINING: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.RECORD_TRAINING: frozenset({Relation.SELF}),
    Permission.READ_SKILLS: frozenset({Relation.SELF, Relation.LINE_MANAGER}),
    Permission.SAY_SKILLS: frozenset({Relation.SELF}),
    Permission.CONFIRM_SKILLS: frozenset({Relation.LINE_MANAGER}),
}

_TRACES: dict[Permission, AuditAction | None] = {
    Permission.ANSWER_CHECK_IN: None,
    Permission.READ_CHECK_IN: AuditAction.READ_CHECK_IN,
    Permission.SEE_TEAM_STATUS: AuditAction.READ_TEAM_STATUS,
    Permission.REMIND: None,
    Permission.ADD_OBJECTIVE: None,
    Permission.LEARN_FROM_MISS: None,
    Permission.READ_MISS: AuditAction.READ_MISSED_TARGET,
    Permission.READ_ACTIONS: AuditAction.READ_ACTIONS,
    Permission.CLOSE_ACTION: AuditAction.READ_ACTIONS,
    Permission.SEE_OBJECTIVES: AuditAction.READ_OBJECTIVE,
    Permission.SEE_OBJECTIVE: AuditAction.READ_OBJECTIVE,
    Permission.CHANGE_OBJECTIVE: AuditAction.READ_OBJECTIVE,
    Permission.REPORT_ON_OBJECTIVE: AuditAction.READ_OBJECTIVE,
    Permission.READ_EVIDENCE: AuditAction.READ_EVIDENCE,
    Permission.ADD_EVIDENCE: None,
    Permission.DECIDE_ON_RECOGNITION: None,
    Permission.READ_FEEDBACK: None,
    Permission.READ_SHARED_FEEDBACK: AuditAction.READ_FEEDBACK,
    Permission.READ_SERVICE_FEEDBACK: AuditAction.READ_SERVICE_FEEDBACK,
    Permission.ADD_QUESTIONS: None,
    Permission.READ_WELLBEING: AuditAction.READ_WELLBEING,
    Permission.REMARK_ON_ANSWER: None,
    Permission.REPLY_TO_REMARK: None,
    Permission.HOLD_ONE_TO_ONE: AuditAction.READ_ONE_TO_ONE,
    Permission.SHARE_ONE_TO_ONE: None,
    Permission.OPEN_ROUND_360: None,
    Permission.READ_REPORT_360: AuditAction.READ_REPORT_360,
    Permission.OPEN_REVIEW: None,
    Permission.PREPARE_REVIEW: None,
    Permission.ADD_TO_REVIEW: AuditAction.READ_REVIEW,
    Permission.READ_REVIEW: AuditAction.READ_REVIEW,
    Permission.SIGN_REVIEW: AuditAction.READ_REVIEW,
    Permission.READ_RECORD: AuditAction.READ_RECORD,
    Permission.READ_TRAINING: AuditAction.READ_TRAINING,
    Permission.RECORD_TRAINING: None,
    Permission.READ_SKILLS: AuditAction.READ_SKILLS,
    Permission.SAY_SKILLS: None,
    Permission.CONFIRM_SKILLS: AuditAction.READ_SKILLS,
}
"""What each grant to another than the person lets them read; None: nothing, or only oneself is granted it."""


class Right(Enum):
    """Something done for the whole organisation rather than to one person."""

    OPEN_HR = auto()
    """See what HR can do here."""
    SET_UP = auto()
    """Bring people in, and choose when everyone is asked."""
    KEEP_PRIORITIES = auto()
    BROADCAST = auto()
    """Write to people chosen by what is known of them, training too, and see who they are and why."""
    KEEP_PULSE = auto()
    """Turn pulse questions on and off, and read what came of them in the whole organisation."""
    KEEP_QUESTIONS = auto()
    """What everyone is asked at check-ins, and how long they are open."""
    SEE_WELLBEING = auto()
    """How work has felt in the whole organisation, where enough people said; never who said what."""
    OPEN_ROUNDS_360 = auto()
    """Open 360 rounds about anyone but oneself, and read the reports of those that one opened."""
    SEE_REVIEWS = auto()
    """How far each review is and whom it waits for; never what it says."""
    KEEP_VALUES = auto()
    KEEP_TRAINING = auto()
    """Courses, who must hold them, completions in bulk, and what has to be verified; never one's own."""
    IMPORT_SERVICE_FEEDBACK = auto()
    IMPORT = auto()
    """Bring lists of people, objectives, priorities and training in as files."""
    SEE_COMPLIANCE = auto()
    """How much of the training that is asked for is held, and whose is overdue."""
    SEE_BENCHMARKS = auto()
    """How any team compares with its own past, the others and outside figures; never of fewer than five people."""
    KEEP_SKILLS = auto()
    """What job titles want, with how many of five people or more lack it; never who."""
    EXPORT = auto()
    """Take tables of people and their training out as files."""
    KEEP_MESSAGES = auto()
    """See to whom messages did not arrive, of what kind, and send them again; never what they say."""
    KEEP_SHARE = auto()
    """How many messages nobody asked for one person gets in a week, and whether line managers hear of pauses."""
    SEE_ORGANISATION = auto()
    """How the whole organisation, its services and its priorities stand; never of fewer than five people."""
    ANSWER_PRIVACY = auto()
    """See what people ask about their data, and answer it; never one's own."""
    SEE_ALIGNMENT = auto()
    """How many objectives and people serve what, and titles of those that serve nothing; never whose they are."""


_RIGHTS: dict[Right, frozenset[Access]] = {
    Right.OPEN_HR: frozenset({Access.HR, Access.ADMIN}),
    Right.SET_UP: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_PRIORITIES: frozenset({Access.HR, Access.ADMIN}),
    Right.BROADCAST: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_PULSE: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_QUESTIONS: frozenset({Access.HR, Access.ADMIN}),
    Right.SEE_WELLBEING: frozenset({Access.HR, Access.ADMIN}),
    Right.OPEN_ROUNDS_360: frozenset({Access.HR, Access.ADMIN}),
    Right.SEE_REVIEWS: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_VALUES: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_TRAINING: frozenset({Access.HR, Access.ADMIN}),
    Right.IMPORT_SERVICE_FEEDBACK: frozenset({Access.HR, Access.ADMIN}),
    Right.IMPORT: frozenset({Access.HR, Access.ADMIN}),
    Right.SEE_COMPLIANCE: frozenset({Access.HR, Access.ADMIN}),
    Right.SEE_BENCHMARKS: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_SKILLS: frozenset({Access.HR, Access.ADMIN}),
    Right.EXPORT: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_MESSAGES: frozenset({Access.HR, Access.ADMIN}),
    Right.KEEP_SHARE: frozenset({Access.HR, Access.ADMIN}),
    Right.SEE_ORGANISATION: frozenset({Access.HR, Access.ADMIN}),
    Right.ANSWER_PRIVACY: frozenset({Access.HR, Access.ADMIN}),
    Right.SEE_ALIGNMENT: frozenset({Access.HR, Access.ADMIN}),
}

_TRACES_OF_RIGHTS: dict[Right, AuditAction] = {
    Right.BROADCAST: AuditAction.LIST_AUDIENCE,
    Right.SEE_REVIEWS: AuditAction.LIST_REVIEWS,
    Right.KEEP_TRAINING: AuditAction.LIST_TRAINING,
    Right.SEE_COMPLIANCE: AuditAction.LIST_OVERDUE_TRAINING,
    Right.KEEP_MESSAGES: AuditAction.LIST_UNDELIVERED,
}
"""Rights whose holders are shown people by name; files note themselves when they are written."""


def relation_of(asker: Person, subject: Person, sharing: Collection[str] = ()) -> Relation:
    """How `asker` stands to `subject`; the closest relation counts.

    `sharing` are the ids of those who own the thing in question together with `subject`.
    """
    if asker.tenant_id != subject.tenant_id:
        return Relation.STRANGER
    if asker.id == subject.id:
        return Relation.SELF
    if subject.manager_id == asker.id:
        return Relation.LINE_MANAGER
    if subject.manager_id in asker.stands_in_for:
        return Relation.DELEGATE
    if asker.id in sharing:
        return Relation.FURTHER_OWNER
    if asker.access in (Access.HR, Access.ADMIN):
        return Relation.HR
    return Relation.COLLEAGUE


def holds(asker: Person, right: Right) -> bool:
    """Whether `asker` has this right in their own organisation."""
    is_held = asker.access in _RIGHTS[right]
    if is_held:
        note_granted(asker, _TRACES_OF_RIGHTS.get(right))
    return is_held


def may_keep_goals(asker: Person, team: Team) -> bool:
    """Whether `asker` may add and change the goals of `team`: its lead alone."""
    return team.tenant_id == asker.tenant_id and team.lead_id == asker.id


def may_read_pulse_of(asker: Person, manager_id: str) -> bool:
    """Whether `asker` may read what came of pulse questions among the direct reports of this manager."""
    return asker.id == manager_id


def may_see_benchmarks(asker: Person, team: Team) -> bool:
    """Whether `asker` may see how `team` compares: its lead, and HR."""
    is_ours = team.tenant_id == asker.tenant_id
    return is_ours and (team.lead_id == asker.id or holds(asker, Right.SEE_BENCHMARKS))


def may_see_organisation(asker: Person, reports: Collection[Person]) -> bool:
    """Whether `asker` may see how services and priorities stand: HR, and who is at the top of a reporting line.

    The latter have no line manager, and `reports` of their own; they see what lies below them.
    """
    is_top = asker.manager_id is None and any(
        each.tenant_id == asker.tenant_id and each.manager_id == asker.id for each in reports
    )
    return is_top or holds(asker, Right.SEE_ORGANISATION)


def may_see_figures_of_few(asker: Person, members: Collection[Person]) -> bool:
    """Whether `asker` may see figures that rest on the answers of fewer people than make nobody known.

    Only who may read the answers themselves: the line manager of all `members`.
    """
    return all(each.id == asker.id or may(asker, Permission.READ_CHECK_IN, each) for each in members)


def may_read_service_feedback(asker: Person, team: Team) -> bool:
    """Whether `asker` may read what service users said of `team`, comments and all: its lead alone."""
    return team.tenant_id == asker.tenant_id and team.lead_id == asker.id


def may_read_whole_summary(asker: Person, team: Team) -> bool:
    """Whether `asker` may read who and what is behind the team's summary: its lead, and who stands in for them."""
    return team.tenant_id == asker.tenant_id and _leads_or_stands_in(asker, team)


def may_read_channel_summary(asker: Person, team: Team) -> bool:
    """Whether `asker` may read what the team's channel is shown: its members and its lead."""
    return team.tenant_id == asker.tenant_id and (asker.team_id == team.id or _leads_or_stands_in(asker, team))


def _leads_or_stands_in(asker: Person, team: Team) -> bool:
    return team.lead_id is not None and (team.lead_id == asker.id or team.lead_id in asker.stands_in_for)


def may_open_round_360(asker: Person, subject: Person) -> bool:
    """Whether `asker` may open a 360 round about `subject`: their line manager, and HR; never oneself."""
    is_colleague = asker.tenant_id == subject.tenant_id and asker.id != subject.id
    by_right = is_colleague and holds(asker, Right.OPEN_ROUNDS_360)
    return by_right or may(asker, Permission.OPEN_ROUND_360, subject)


def may_read_report_360(asker: Person, subject: Person, told_of: Collection[str], hr_id: str | None) -> bool:
    """Whether `asker` may read the report of a 360 round about `subject`.

    `told_of` are those whom the person was told of as readers, `hr_id` the one of HR among them. Each has to stand
    to the person, or in the organisation, as they did then.
    """
    if asker.tenant_id != subject.tenant_id or asker.id not in told_of:
        return False
    if asker.id == hr_id and holds(asker, Right.OPEN_ROUNDS_360):
        note_granted(asker, AuditAction.READ_REPORT_360, subject.id)
        return True
    return may(asker, Permission.READ_REPORT_360, subject)


def may_give(asker: Person, receiver: Person) -> bool:
    """Whether `asker` may thank `receiver` or give them feedback: any colleague, never oneself."""
    return asker.tenant_id == receiver.tenant_id and asker.id != receiver.id


def may(asker: Person, permission: Permission, subject: Person, sharing: Collection[str] = ()) -> bool:
    """Whether the table lets `asker` do this to `subject`, of whose things those in `sharing` own one too."""
    is_granted = relation_of(asker, subject, sharing) in _TABLE[permission]
    if is_granted:
        note_granted(asker, _TRACES[permission], subject.id)
    return is_granted
