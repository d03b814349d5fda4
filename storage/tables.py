"""Every table, its constraints and its indexes.

Uniqueness that the product relies on is the database's: one check-in per (schedule, person, period), one outbox
row per key, one inbox row per event, one posted summary per (team, period). A table without `tenant_id` belongs
to its tenant through a parent; `inbox` through its workspace, which may not be linked to a tenant yet, and
`pictures` and `web_messages` are reached only by references that other rows hold.
"""

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Float,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
    UniqueConstraint,
    and_,
    literal_column,
)

from core.chat.card import CARD_JSON
from core.chat.event import EVENT_JSON
from core.model.absence import AbsenceKind
from core.model.action import ActionState
from core.model.aim import AimKind
from core.model.checkin import CheckInState, NoteAudience
from core.model.conversation import Given
from core.model.delivery import DeliveryState
from core.model.measure import Direction
from core.model.missed_target import MissKind
from core.model.objective import Milestone, ObjectiveState, Status
from core.model.person import Access, Employment, Language, Nation, Platform
from storage.columns import Document, Utc, Weekdays, Word, running_number

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _words(column: ColumnElement[Any], *words: str) -> ColumnElement[bool]:
    """`column` is one of these constants; spelt out, since a partial index is not used for bound parameters."""
    return column.in_([literal_column(f"'{word}'") for word in words])


def _progress(prefix: str = "") -> list[Column[Any]]:
    """The columns of a `Progress`, in the order of its fields."""
    return [
        Column(f"{prefix}value", Float),
        Column(f"{prefix}percent", Float),
        Column(f"{prefix}status", Word(Status)),
        Column(f"{prefix}confidence", Integer),
        Column(f"{prefix}factors", String, nullable=False),
        Column(f"{prefix}outside_control", Boolean),
        Column(f"{prefix}reported_at", Utc),
    ]


def _of_tenant() -> Column[str]:
    return Column("tenant_id", String, ForeignKey("tenants.id"), nullable=False)


def _reference(name: str, to: str) -> Column[str]:
    return Column(name, String, ForeignKey(to), nullable=False)


def _late_reference(name: str, to: str, *, use_alter: bool = False) -> Column[str]:
    """A reference checked at commit, so that rows that refer to one another are written in any order."""
    key = ForeignKey(to, deferrable=True, initially="DEFERRED", use_alter=use_alter)
    return Column(name, String, key)


def _partial(condition: ColumnElement[bool], *columns: Column[Any]) -> Index:
    """An index of the rows that meet `condition` only."""
    return Index(None, *columns, sqlite_where=condition, postgresql_where=condition)


tenants = Table(
    "tenants",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("contact", String, nullable=False),
)

workspaces = Table(
    "workspaces",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    Column("workspace", String, primary_key=True),
    _of_tenant(),
    Index(None, "tenant_id"),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    Column("name", String, nullable=False),
    _late_reference("lead_id", "people.id", use_alter=True),
    Column("timezone", String, nullable=False),
    Column("summary_weekday", Integer, nullable=False),
    Column("summary_time", Time, nullable=False),
    Column("channel_platform", Word(Platform)),
    Column("channel_workspace", String),
    Column("channel_conversation", String),
    Column("next_summary_at", Utc),
    Index(None, "tenant_id", "name"),
    Index(None, "lead_id"),
)
_partial(teams.c.next_summary_at.is_not(None), teams.c.next_summary_at)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    Column("email", String, nullable=False),
    Column("name", String, nullable=False),
    _late_reference("team_id", "teams.id"),
    _late_reference("manager_id", "people.id"),
    Column("role", String, nullable=False),
    Column("access", Word(Access), nullable=False),
    Column("timezone", String, nullable=False),
    Column("working_days", Weekdays, nullable=False),
    Column("start_on", Date),
    Column("end_on", Date),
    Column("employment", Word(Employment), nullable=False),
    Column("nation", Word(Nation), nullable=False),
    Column("language", Word(Language), nullable=False),
    # Name and email case-folded, because SQLite's own lower() knows ASCII only and Welsh has Ŵ and Ŷ.
    Column("search_text", String, nullable=False),
    UniqueConstraint("tenant_id", "email"),
    Index(None, "manager_id"),
    Index(None, "team_id"),
)

reporting_lines = Table(
    "reporting_lines",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("from_on", Date, primary_key=True),
    _late_reference("manager_id", "people.id"),
    # The last day it held, inclusive; NULL while it holds.
    Column("until_on", Date),
    Index(None, "manager_id", "from_on"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    Column("workspace", String, primary_key=True),
    Column("user", String, primary_key=True),
    _reference("person_id", "people.id"),
    Column("address", String),
    Column("seen_at", Utc, nullable=False),
    Index(None, "person_id"),
)

aims = Table(
    "aims",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    Column("kind", Word(AimKind), nullable=False),
    Column("title", String, nullable=False),
    _late_reference("parent_id", "aims.id"),
    Column("team_id", String, ForeignKey("teams.id")),
    Column("position", Integer, nullable=False),
    Index(None, "tenant_id", "position"),
    Index(None, "parent_id"),
    Index(None, "team_id"),
)

objectives = Table(
    "objectives",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    _reference("person_id", "people.id"),
    Column("title", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("baseline", Float),
    Column("target", Float),
    Column("due_on", Date),
    Column("priority", String, nullable=False),
    Column("direction", Word(Direction), nullable=False),
    Column("weight", Float, nullable=False),
    Column("floor", Float),
    Column("milestones", Document(TypeAdapter(tuple[Milestone, ...])), nullable=False),
    Column("for_whom", String, nullable=False),
    Column("aim_id", String, ForeignKey("aims.id")),
    Column("no_aim_reason", String, nullable=False),
    Column("kept_because", String, nullable=False),
    Column("state", Word(ObjectiveState), nullable=False),
    Column("proposed_by_id", String, ForeignKey("people.id")),
    Column("paused_until", Date),
    Column("closed_on", Date),
    Column("carried_from_id", String, ForeignKey("objectives.id")),
    *_progress("latest_"),
    Column("created_at", Utc, nullable=False),
    # The place among those that were saved together, so that a file's order is kept.
    Column("position", Integer, nullable=False),
    Index(None, "person_id", "created_at"),
    Index(None, "aim_id"),
)
IS_ACTIVE = _words(objectives.c.state, ObjectiveState.ACTIVE)
"""Whether an objective is asked about."""
PAUSE_ENDS = and_(_words(objectives.c.state, ObjectiveState.PAUSED), objectives.c.paused_until.is_not(None))
"""Whether an objective comes back by itself; what looks by the last day of a pause must use it."""
_partial(PAUSE_ENDS, objectives.c.paused_until)

objective_owners = Table(
    "objective_owners",
    metadata,
    # The further owners of a shared objective; the one who answers for it stands in the objective itself.
    Column("objective_id", String, ForeignKey("objectives.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Index(None, "person_id"),
)

objective_changes = Table(
    "objective_changes",
    metadata,
    running_number("id"),
    _reference("objective_id", "objectives.id"),
    Column("field", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("by_id", String, ForeignKey("people.id")),
    Column("reason", String, nullable=False),
    Index(None, "objective_id"),
)

missed_targets = Table(
    "missed_targets",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    _reference("person_id", "people.id"),
    _reference("objective_id", "objectives.id"),
    Column("kind", Word(MissKind), nullable=False),
    Column("noticed_for", Date, nullable=False),
    Column("noticed_at", Utc, nullable=False),
    Column("happened", String, nullable=False),
    Column("outside_control", Boolean),
    Column("outside_factor", String, nullable=False),
    Column("prevention", String, nullable=False),
    Column("help_needed", String, nullable=False),
    Column("answered_at", Utc),
    UniqueConstraint("objective_id", "kind", "noticed_for"),
    Index(None, "person_id", "noticed_at"),
)

agreed_actions = Table(
    "agreed_actions",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    _reference("person_id", "people.id"),
    _reference("owner_id", "people.id"),
    Column("text", String, nullable=False),
    Column("due_on", Date),
    Column("created_at", Utc, nullable=False),
    Column("objective_id", String, ForeignKey("objectives.id")),
    Column("missed_target_id", String, ForeignKey("missed_targets.id")),
    Column("state", Word(ActionState), nullable=False),
    Column("closed_at", Utc),
    Column("note", String, nullable=False),
    Index(None, "person_id", "created_at"),
    Index(None, "owner_id", "created_at"),
    Index(None, "objective_id"),
)

schedules = Table(
    "schedules",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    Column("name", String, nullable=False),
    Column("rrule", String, nullable=False),
    Column("anchor", Date, nullable=False),
    Column("at", Time, nullable=False),
    Column("closes_after_days", Integer, nullable=False),
    Column("closes_at", Time, nullable=False),
    Column("stale_after_hours", Integer, nullable=False),
    Index(None, "tenant_id"),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("schedule_id", String, ForeignKey("schedules.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("next_period", Date),
    Column("next_due_at", Utc),
    Index(None, "person_id"),
)
_partial(enrolments.c.next_due_at.is_not(None), enrolments.c.next_due_at)

checkins = Table(
    "checkins",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    _reference("person_id", "people.id"),
    _reference("schedule_id", "schedules.id"),
    Column("period", Date, nullable=False),
    Column("state", Word(CheckInState), nullable=False),
    Column("opens_at", Utc, nullable=False),
    Column("closes_at", Utc, nullable=False),
    Column("prompted_at", Utc),
    Column("remind_at", Utc),
    Column("reminded_at", Utc),
    Column("snoozed_until", Utc),
    Column("answered_at", Utc),
    Column("late", Boolean, nullable=False),
    Column("ahead", Boolean, nullable=False),
    Column("answers_saved", Integer, nullable=False),
    Column("answers_asked", Integer, nullable=False),
    Column("note", String, nullable=False),
    Column("note_audience", Word(NoteAudience), nullable=False),
    Column("version", Integer, nullable=False),
    # The person first, so that the constraint's own index also finds a person's periods.
    UniqueConstraint("person_id", "period", "schedule_id"),
    Index(None, "person_id", "opens_at"),
    Index(None, "tenant_id", "period", "state"),
    Index(None, "schedule_id"),
)
IS_UNANSWERED = _words(checkins.c.state, *(state for state in CheckInState if state.is_unanswered))
"""Whether a check-in still waits for answers; what asks by instant must use it to use the partial indexes."""
for _instant in (checkins.c.remind_at, checkins.c.snoozed_until, checkins.c.closes_at):
    _partial(IS_UNANSWERED, _instant)

progress_updates = Table(
    "progress_updates",
    metadata,
    Column("checkin_id", String, ForeignKey("checkins.id"), primary_key=True),
    Column("objective_id", String, ForeignKey("objectives.id"), primary_key=True),
    *_progress(),
    Index(None, "objective_id"),
)

answers = Table(
    "answers",
    metadata,
    running_number("id"),
    _reference("checkin_id", "checkins.id"),
    Column("step", String, nullable=False),
    Column("text", String, nullable=False),
    Column("answered_at", Utc, nullable=False),
    Index(None, "checkin_id"),
)

posted_summaries = Table(
    "posted_summaries",
    metadata,
    Column("team_id", String, ForeignKey("teams.id"), primary_key=True),
    Column("period", Date, primary_key=True),
    Column("posted_at", Utc, nullable=False),
)

absences = Table(
    "absences",
    metadata,
    Column("id", String, primary_key=True),
    _of_tenant(),
    _reference("person_id", "people.id"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("kind", Word(AbsenceKind), nullable=False),
    Index(None, "person_id", "ends_on"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
    Column("flow", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("step", String),
    Column("return_to", String),
    Column("answers", Document(TypeAdapter(dict[str, Given])), nullable=False),
    Column("platform", Word(Platform)),
    Column("active", Boolean, nullable=False),
    Column("updated_at", Utc),
    Column("version", Integer, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    running_number("seq"),
    Column("id", String, nullable=False, unique=True),
    _of_tenant(),
    Column("key", String, nullable=False),
    # Whom it goes to; rows of one lane are delivered in the order of `seq`.
    Column("lane", String, nullable=False),
    Column("action", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("tag", String),
    Column("card", Document(CARD_JSON), nullable=False),
    Column("person_id", String, ForeignKey("people.id")),
    Column("wanted_platform", Word(Platform)),
    Column("channel_platform", Word(Platform)),
    Column("channel_workspace", String),
    Column("channel_conversation", String),
    Column("state", Word(DeliveryState), nullable=False),
    Column("attempts", Integer, nullable=False),
    # When it may be claimed: queued, from when it is due; sending, from the end of its lease.
    Column("available_at", Utc, nullable=False),
    Column("claimed_at", Utc),
    # Set by a claim that took over from a lease that had run out.
    Column("uncertain", Boolean, nullable=False),
    Column("reason", String, nullable=False),
    Column("created_at", Utc, nullable=False),
    # When it was sent or given up.
    Column("finished_at", Utc),
    UniqueConstraint("tenant_id", "key"),
    # The tenant first: an index that began with the state would draw SQLite away from those for claims.
    Index(None, "tenant_id", "state"),
    Index(None, "person_id"),
    # Never give a number twice, since it stands for the order.
    sqlite_autoincrement=True,
)


def is_unfinished(messages: FromClause) -> ColumnElement[bool]:
    """Whether a message is still to be delivered; what claims must use it to use the partial indexes."""
    return _words(messages.c.state, DeliveryState.QUEUED, DeliveryState.SENDING)


_partial(is_unfinished(outbox), outbox.c.available_at, outbox.c.seq)
_partial(is_unfinished(outbox), outbox.c.lane, outbox.c.seq)

outbox_holds = Table(
    "outbox_holds",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("platform", Word(Platform), primary_key=True),
    Column("until_at", Utc, nullable=False),
)

posted_messages = Table(
    "posted_messages",
    metadata,
    running_number("id"),
    _of_tenant(),
    Column("tag", String, nullable=False),
    Column("platform", Word(Platform), nullable=False),
    Column("workspace", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("message", String, nullable=False),
    Column("delivery_id", String, nullable=False),
    Column("posted_at", Utc, nullable=False),
    UniqueConstraint("tag", "platform", "workspace", "conversation", "message"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    Column("workspace", String, primary_key=True),
    Column("event_id", String, primary_key=True),
    # NULL once worked on: what people wrote is not kept twice.
    Column("event", Document(EVENT_JSON)),
    Column("accepted_at", Utc, nullable=False),
    Column("done_at", Utc),
)
_partial(inbox.c.done_at.is_not(None), inbox.c.done_at)
_partial(inbox.c.done_at.is_(None), inbox.c.accepted_at)

pictures = Table(
    "pictures",
    metadata,
    Column("id", String, primary_key=True),
    Column("png", LargeBinary, nullable=False),
    Column("created_at", Utc, nullable=False),
)

web_messages = Table(
    "web_messages",
    metadata,
    running_number("id"),
    Column("delivery_id", String, unique=True),
    Column("conversation", String, nullable=False),
    Column("author", String, nullable=False),
    Column("text", String, nullable=False),
    Column("card", Document(CARD_JSON)),
    Column("created_at", Utc, nullable=False),
    Column("updated_at", Utc, nullable=False),
    Column("edited", Boolean, nullable=False),
    Index(None, "conversation", "id"),
    Index(None, "updated_at"),
    sqlite_autoincrement=True,
)
