"""What service users said, and the keys of the systems that post it.

The release before knows neither table, so both releases may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"


def upgrade() -> None:
    op.create_table(
        "service_feedback",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("scale", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=True),
        sa.Column("objective_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_service_feedback_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_service_feedback_team_id_teams"),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_service_feedback_objective_id_objectives"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_feedback"),
        sa.UniqueConstraint(
            "tenant_id", "source", "reference", name="uq_service_feedback_tenant_id_source_reference"
        ),
    )
    for owner in ("team_id", "objective_id"):
        op.create_index(f"ix_service_feedback_{owner}_received_on", "service_feedback", [owner, "received_on"])
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_on", sa.Date(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_api_keys_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
    )
    op.create_index("ix_api_keys_tenant_id_created_at", "api_keys", ["tenant_id", "created_at"])


def downgrade() -> None:
    op.drop_table("api_keys")
    op.drop_table("service_feedback")
