"""Workspaces in which Milepost is installed, states of installations under way, and which organisation is at home.

Where there were several organisations, the first by name was taken for the one founded at start, and still is.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    op.create_table(
        "installations",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("enterprise", sa.String(), nullable=False),
        sa.Column("enterprise_wide", sa.Boolean(), nullable=False),
        sa.Column("secrets", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("installed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("installed_by", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_because", sa.String(), nullable=False),
        sa.Column("renewing_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_installations_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("platform", "workspace", name="pk_installations"),
    )
    op.create_index("ix_installations_tenant_id", "installations", ["tenant_id"])
    op.create_index("ix_installations_platform_enterprise", "installations", ["platform", "enterprise"])
    op.create_table(
        "sign_in_states",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_sign_in_states"),
    )
    with op.batch_alter_table("tenants") as tenants:
        tenants.add_column(sa.Column("is_home", sa.Boolean(), nullable=False, server_default=sa.false()))
    found = sa.table("tenants", sa.column("id"), sa.column("name"), sa.column("is_home"))
    first = sa.select(found.c.id).order_by(found.c.name, found.c.id).limit(1).scalar_subquery()
    op.execute(sa.update(found).where(found.c.id == first).values(is_home=sa.true()))


def downgrade() -> None:
    with op.batch_alter_table("tenants") as tenants:
        tenants.drop_column("is_home")
    op.drop_table("sign_in_states")
    op.drop_index("ix_installations_platform_enterprise", "installations")
    op.drop_index("ix_installations_tenant_id", "installations")
    op.drop_table("installations")
