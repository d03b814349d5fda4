"""Files that were attached in chat, until it is clear what they are for.

The release before knows nothing of them, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"


def upgrade() -> None:
    op.create_table(
        "file_batches",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_file_batches_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_file_batches_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_batches")),
    )
    op.create_index(op.f("ix_file_batches_sent_at"), "file_batches", ["sent_at"])
    op.create_table(
        "told_completions",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("course_id", sa.String(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_told_completions_person_id_people")),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_told_completions_course_id_courses")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_told_completions")),
    )


def downgrade() -> None:
    op.drop_table("told_completions")
    op.drop_table("file_batches")
