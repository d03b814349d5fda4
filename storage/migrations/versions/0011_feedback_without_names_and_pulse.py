"""Feedback in parts, without names and changed until it is read; requests by a date; pulse.

What was given before counts as read, since it was delivered in full. The release before writes none of the new
columns and reads none, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"

_PARTS = ("competency", "situation", "behaviour", "effect", "suggestion")


def _parts() -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False, server_default="") for name in _PARTS]


def _said() -> list[sa.Column[str]]:
    whole = [sa.Column(name, sa.String(), nullable=False) for name in ("about", "text")]
    return [*whole, *_parts()]


def upgrade() -> None:
    for column in _parts():
        op.add_column("feedback", column)
    op.add_column("feedback", sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("feedback", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE feedback SET read_at = given_at")
    op.add_column("feedback_requests", sa.Column("due_on", sa.Date(), nullable=True))
    op.add_column("feedback_requests", sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "feedback_requests",
        sa.Column("is_anonymous", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_feedback_requests_asker_id_asked_at", "feedback_requests", ["asker_id", "asked_at"])
    op.create_table(
        "waiting_feedback",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("giver_id", sa.String(), nullable=False),
        sa.Column("receiver_id", sa.String(), nullable=False),
        *_said(),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_waiting_feedback_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["giver_id"], ["people.id"], name="fk_waiting_feedback_giver_id_people"),
        sa.ForeignKeyConstraint(["receiver_id"], ["people.id"], name="fk_waiting_feedback_receiver_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_waiting_feedback"),
    )
    op.create_index("ix_waiting_feedback_receiver_id", "waiting_feedback", ["receiver_id"])
    op.create_table(
        "released_feedback",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("receiver_id", sa.String(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        *_said(),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_released_feedback_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["receiver_id"], ["people.id"], name="fk_released_feedback_receiver_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_released_feedback"),
    )
    op.create_index(
        "ix_released_feedback_receiver_id_month_batch_id",
        "released_feedback",
        ["receiver_id", "month", "batch_id"],
    )
    op.create_table(
        "pulses",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_pulses_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("tenant_id", name="pk_pulses"),
    )
    op.create_table(
        "pulse_rounds",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_up_to", sa.String(), nullable=True),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_pulse_rounds_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_pulse_rounds"),
    )
    op.create_index("ix_pulse_rounds_tenant_id_opens_at", "pulse_rounds", ["tenant_id", "opens_at"])
    op.create_table(
        "pulse_answered",
        sa.Column("round_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["pulse_rounds.id"], name="fk_pulse_answered_round_id_pulse_rounds"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_pulse_answered_person_id_people"),
        sa.PrimaryKeyConstraint("round_id", "person_id", name="pk_pulse_answered"),
    )
    op.create_table(
        "pulse_tallies",
        sa.Column("round_id", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_pulse_tallies_score")),
        sa.ForeignKeyConstraint(["round_id"], ["pulse_rounds.id"], name="fk_pulse_tallies_round_id_pulse_rounds"),
        sa.PrimaryKeyConstraint("round_id", "group_id", "score", name="pk_pulse_tallies"),
    )


def downgrade() -> None:
    for table in ("pulse_tallies", "pulse_answered", "pulse_rounds", "pulses"):
        op.drop_table(table)
    op.drop_table("released_feedback")
    op.drop_table("waiting_feedback")
    op.drop_index("ix_feedback_requests_asker_id_asked_at", "feedback_requests")
    for column in ("is_anonymous", "declined_at", "due_on"):
        op.drop_column("feedback_requests", column)
    for column in ("withdrawn_at", "read_at", *_PARTS):
        op.drop_column("feedback", column)
