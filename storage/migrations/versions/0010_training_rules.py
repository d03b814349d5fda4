"""Who must hold which course, what HR has still to look at, and what people were reminded of.

The release before knows nothing of the new columns, whose defaults let it go on writing. Everyone's reminders are
planned as soon as this release runs.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"

COURSE_COLUMNS: tuple[sa.Column[Any], ...] = (
    sa.Column("title_cy", sa.String(), nullable=False, server_default=""),
    sa.Column("renew_within_days", sa.Integer(), nullable=False, server_default="60"),
    sa.Column("link", sa.String(), nullable=False, server_default=""),
    sa.Column("skills", sa.JSON(), nullable=False, server_default="[]"),
    sa.Column("verified", sa.Boolean(), nullable=False, server_default=sa.false()),
    sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()),
)
COMPLETION_COLUMNS: tuple[sa.Column[Any], ...] = (
    sa.Column("state", sa.String(), nullable=False, server_default="recorded"),
    sa.Column("note", sa.String(), nullable=False, server_default=""),
)


def upgrade() -> None:
    for column in COURSE_COLUMNS:
        op.add_column("courses", column)
    for column in COMPLETION_COLUMNS:
        op.add_column("training_completions", column)
    op.create_index(
        "ix_training_completions_standing",
        "training_completions",
        ["course_id", "person_id", "state", "expires_on", "completed_on"],
    )
    pending = sa.text("state IN ('pending')")
    op.create_index(
        op.f("ix_training_completions_tenant_id_completed_on"),
        "training_completions",
        ["tenant_id", "completed_on"],
        sqlite_where=pending,
        postgresql_where=pending,
    )
    op.create_table(
        "course_requirements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("course_id", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("within_days", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_course_requirements_tenant_id_tenants")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_course_requirements_course_id_courses")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_requirements")),
        sa.UniqueConstraint(
            "course_id", "group", "value", name=op.f("uq_course_requirements_course_id_group_value")
        ),
    )
    op.create_index(op.f("ix_course_requirements_tenant_id"), "course_requirements", ["tenant_id"])
    op.create_table(
        "training_reminders",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("course_id", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("threshold_on", sa.Date(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("manager_told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_training_reminders_person_id_people")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_training_reminders_course_id_courses")
        ),
        sa.PrimaryKeyConstraint("person_id", "course_id", name=op.f("pk_training_reminders")),
    )
    op.execute(
        "INSERT INTO timers (kind, subject, tenant_id, due_at)"
        " SELECT 'training plan', id, id, CURRENT_TIMESTAMP FROM tenants"
    )


def downgrade() -> None:
    op.execute("DELETE FROM timers WHERE kind LIKE 'training %'")
    op.drop_table("training_reminders")
    op.drop_table("course_requirements")
    op.drop_index(op.f("ix_training_completions_tenant_id_completed_on"), "training_completions")
    op.drop_index("ix_training_completions_standing", "training_completions")
    for column in COMPLETION_COLUMNS:
        op.drop_column("training_completions", column.name)
    for column in COURSE_COLUMNS:
        op.drop_column("courses", column.name)
