"""For how many months an organisation keeps each kind of data, where it has said so.

The release before knows nothing of them and removes nothing.
"""

import sqlalchemy as sa
from alembic import op

from storage.row_security import of_tenant, statements_for

revision: str = "0033"
down_revision: str | None = "0032"


def upgrade() -> None:
    op.create_table(
        "retention_periods",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_retention_periods_tenant_id_tenants")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "kind", name=op.f("pk_retention_periods")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in statements_for("retention_periods", of_tenant()):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table("retention_periods")
