"""360 rounds: templates, rounds, who takes part, and what they said until the round closed.

The release before knows nothing of them, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"

_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "templates_360",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("template", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("changed_at", _UTC, nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_templates_360_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_templates_360_by_id_people")),
        sa.PrimaryKeyConstraint("tenant_id", "version", name=op.f("pk_templates_360")),
    )
    op.create_table(
        "rounds_360",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("opener_id", sa.String(), nullable=False),
        sa.Column("manager_id", sa.String(), nullable=True),
        sa.Column("hr_reads", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", _UTC, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("template", sa.JSON(), nullable=False),
        sa.Column("closed_at", _UTC, nullable=True),
        sa.Column("report", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_rounds_360_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["subject_id"], ["people.id"], name=op.f("fk_rounds_360_subject_id_people")),
        sa.ForeignKeyConstraint(["opener_id"], ["people.id"], name=op.f("fk_rounds_360_opener_id_people")),
        sa.ForeignKeyConstraint(["manager_id"], ["people.id"], name=op.f("fk_rounds_360_manager_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds_360")),
    )
    op.create_index(op.f("ix_rounds_360_subject_id_opened_at"), "rounds_360", ["subject_id", "opened_at"])
    op.create_index(op.f("ix_rounds_360_opener_id"), "rounds_360", ["opener_id"])
    op.create_index(op.f("ix_rounds_360_manager_id"), "rounds_360", ["manager_id"])
    op.create_table(
        "round_360_raters",
        sa.Column("round_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("asked_at", _UTC, nullable=True),
        sa.Column("has_answered", sa.Boolean(), nullable=False),
        sa.Column("has_declined", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds_360.id"], name=op.f("fk_round_360_raters_round_id_rounds_360")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_round_360_raters_person_id_people")),
        sa.PrimaryKeyConstraint("round_id", "person_id", name=op.f("pk_round_360_raters")),
    )
    op.create_index(op.f("ix_round_360_raters_person_id_asked_at"), "round_360_raters", ["person_id", "asked_at"])
    op.create_table(
        "round_360_answers",
        sa.Column("round_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("comments", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds_360.id"], name=op.f("fk_round_360_answers_round_id_rounds_360")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_round_360_answers_person_id_people")),
        sa.PrimaryKeyConstraint("round_id", "person_id", name=op.f("pk_round_360_answers")),
    )


def downgrade() -> None:
    for table in ("round_360_answers", "round_360_raters", "rounds_360", "templates_360"):
        op.drop_table(table)
