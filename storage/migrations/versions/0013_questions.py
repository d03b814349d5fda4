"""Questions added to check-ins, in versions, what was answered to them, and weekly priorities."""

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"


def upgrade() -> None:
    op.add_column("checkins", sa.Column("asks", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "question_sets",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_question_sets_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_question_sets_by_id_people"),
        sa.PrimaryKeyConstraint("owner_id", "version", name="pk_question_sets"),
    )
    op.create_index("ix_question_sets_tenant_id", "question_sets", ["tenant_id"])
    op.create_table(
        "question_answers",
        sa.Column("checkin_id", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name="fk_question_answers_checkin_id_checkins"),
        sa.PrimaryKeyConstraint("checkin_id", "question_id", "part", name="pk_question_answers"),
    )
    op.create_table(
        "week_priorities",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("checkin_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_week_priorities_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_week_priorities_person_id_people"),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name="fk_week_priorities_checkin_id_checkins"),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_week_priorities_objective_id_objectives"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_week_priorities"),
    )
    op.create_index("ix_week_priorities_checkin_id", "week_priorities", ["checkin_id"])
    op.create_index(
        "ix_week_priorities_person_id",
        "week_priorities",
        ["person_id"],
        sqlite_where=sa.text("state IN ('open')"),
        postgresql_where=sa.text("state IN ('open')"),
    )


def downgrade() -> None:
    op.drop_table("week_priorities")
    op.drop_table("question_answers")
    op.drop_table("question_sets")
    op.drop_column("checkins", "asks")
