"""Outside figures and targets that teams are compared with.

The release before does not know the table.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0025"
down_revision: str | None = "0024"


def upgrade() -> None:
    op.create_table(
        "benchmarks",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("scope_key", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("scale", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_benchmarks_tenant_id_tenants")),
        sa.PrimaryKeyConstraint(
            "tenant_id", "measure", "scope_key", "starts_on", "period", name=op.f("pk_benchmarks")
        ),
    )


def downgrade() -> None:
    op.drop_table("benchmarks")
