"""Weeks of an organisation, counted once they are over.

The release before does not know the tables. Earlier weeks are counted when they are first asked for.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0028"
down_revision: str | None = "0027"

_COUNTS = (
    "asked",
    "due",
    "answered",
    "said",
    "with_status",
    "on_track",
    "outside_control",
    "with_confidence",
    "confidences",
)


def upgrade() -> None:
    op.create_table(
        "organisation_weeks",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("dimension", sa.String(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_organisation_weeks_tenant_id_tenants")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "dimension", "week", "value", name=op.f("pk_organisation_weeks")),
    )
    op.create_table(
        "organisation_obstacles",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("remover", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("outside", sa.Integer(), nullable=False),
        sa.Column("services", sa.Integer(), nullable=False),
        sa.Column("service_ids", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_organisation_obstacles_tenant_id_tenants")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "week", "number", name=op.f("pk_organisation_obstacles")),
    )


def downgrade() -> None:
    op.drop_table("organisation_obstacles")
    op.drop_table("organisation_weeks")
