"""Skills that job titles and objectives want, those that people hold, and what people chose about them."""

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"


def upgrade() -> None:
    op.create_table(
        "role_skills",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("role_key", sa.String(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_role_skills_tenant_id_tenants")),
        sa.PrimaryKeyConstraint("tenant_id", "role_key", "skill_key", name=op.f("pk_role_skills")),
    )
    op.create_table(
        "objective_skills",
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name=op.f("fk_objective_skills_objective_id_objectives")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_objective_skills_tenant_id_tenants")),
        sa.PrimaryKeyConstraint("objective_id", "skill_key", name=op.f("pk_objective_skills")),
    )
    op.create_table(
        "person_skills",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("skill_key", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("said", sa.Integer()),
        sa.Column("said_on", sa.Date()),
        sa.Column("confirmed", sa.Integer()),
        sa.Column("confirmed_by_id", sa.String()),
        sa.Column("confirmed_on", sa.Date()),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_person_skills_person_id_people")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_person_skills_tenant_id_tenants")),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["people.id"], name=op.f("fk_person_skills_confirmed_by_id_people")
        ),
        sa.PrimaryKeyConstraint("person_id", "skill_key", name=op.f("pk_person_skills")),
    )
    op.create_index(op.f("ix_person_skills_tenant_id_skill_key"), "person_skills", ["tenant_id", "skill_key"])
    op.create_table(
        "skill_choices",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("is_named", sa.Boolean(), nullable=False),
        sa.Column("is_quiet", sa.Boolean(), nullable=False),
        sa.Column("asked_on", sa.Date()),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_skill_choices_person_id_people")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_skill_choices_tenant_id_tenants")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_skill_choices")),
    )


def downgrade() -> None:
    for table in ("skill_choices", "person_skills", "objective_skills", "role_skills"):
        op.drop_table(table)
