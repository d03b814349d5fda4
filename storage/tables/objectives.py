"""Aims, objectives with their owners and changes, missed targets and agreed actions."""

from pydantic import TypeAdapter
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    and_,
)

from core.model.action import ActionState
from core.model.aim import AimKind
from core.model.measure import Direction
from core.model.missed_target import MissKind
from core.model.objective import Milestone, ObjectiveState
from storage.columns import Document, Sealed, Utc, Word, running_number
from storage.tables.schema import (
    late_reference,
    metadata,
    of_tenant,
    one_of,
    partial_index,
    progress_columns,
    reference,
)

aims = Table(
    "aims",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("kind", Word(AimKind), nullable=False),
    Column("title", String, nullable=False),
    late_reference("parent_id", "aims.id"),
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
    of_tenant(),
    reference("person_id", "people.id"),
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
    Column("for_whom", Sealed, nullable=False),
    Column("aim_id", String, ForeignKey("aims.id")),
    Column("no_aim_reason", Sealed, nullable=False),
    Column("kept_because", Sealed, nullable=False),
    Column("state", Word(ObjectiveState), nullable=False),
    Column("proposed_by_id", String, ForeignKey("people.id")),
    Column("paused_until", Date),
    Column("closed_on", Date),
    Column("carried_from_id", String, ForeignKey("objectives.id")),
    *progress_columns("latest_"),
    Column("created_at", Utc, nullable=False),
    # The place among those that were saved together, so that a file's order is kept.
    Column("position", Integer, nullable=False),
    Index(None, "person_id", "created_at"),
    Index(None, "aim_id"),
)
IS_ACTIVE = one_of(objectives.c.state, ObjectiveState.ACTIVE)
"""Whether an objective is asked about."""
PAUSE_ENDS = and_(one_of(objectives.c.state, ObjectiveState.PAUSED), objectives.c.paused_until.is_not(None))
"""Whether an objective comes back by itself; what looks by the last day of a pause must use it."""
partial_index(PAUSE_ENDS, objectives.c.paused_until)

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
    reference("objective_id", "objectives.id"),
    Column("field", String, nullable=False),
    Column("before", Sealed, nullable=False),
    Column("after", Sealed, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Column("by_id", String, ForeignKey("people.id")),
    Column("reason", Sealed, nullable=False),
    Index(None, "objective_id"),
)

missed_targets = Table(
    "missed_targets",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("objective_id", "objectives.id"),
    Column("kind", Word(MissKind), nullable=False),
    Column("noticed_for", Date, nullable=False),
    Column("noticed_at", Utc, nullable=False),
    Column("happened", Sealed, nullable=False),
    Column("outside_control", Boolean),
    Column("outside_factor", Sealed, nullable=False),
    Column("prevention", Sealed, nullable=False),
    Column("help_needed", Sealed, nullable=False),
    Column("answered_at", Utc),
    UniqueConstraint("objective_id", "kind", "noticed_for"),
    Index(None, "person_id", "noticed_at"),
)

agreed_actions = Table(
    "agreed_actions",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    reference("owner_id", "people.id"),
    Column("text", Sealed, nullable=False),
    Column("due_on", Date),
    Column("created_at", Utc, nullable=False),
    Column("objective_id", String, ForeignKey("objectives.id")),
    Column("missed_target_id", String, ForeignKey("missed_targets.id")),
    Column("state", Word(ActionState), nullable=False),
    Column("closed_at", Utc),
    Column("note", Sealed, nullable=False),
    Column("one_to_one_id", String, ForeignKey("one_to_ones.id")),
    Index(None, "person_id", "created_at"),
    Index(None, "owner_id", "created_at"),
    Index(None, "objective_id"),
    Index(None, "one_to_one_id"),
)
