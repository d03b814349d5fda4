"""With which team thanks were shared, the objective they are about, and values that are retired.

The release before leaves the new columns alone, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    op.add_column(
        "organisation_values", sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with op.batch_alter_table("recognitions") as batch:
        batch.add_column(sa.Column("team_id", sa.String(), nullable=True))
        batch.add_column(sa.Column("objective_id", sa.String(), nullable=True))
        batch.create_foreign_key(op.f("fk_recognitions_team_id_teams"), "teams", ["team_id"], ["id"])
        batch.create_foreign_key(
            op.f("fk_recognitions_objective_id_objectives"), "objectives", ["objective_id"], ["id"]
        )
        batch.create_index(op.f("ix_recognitions_team_id_decided_at"), ["team_id", "decided_at"])


def downgrade() -> None:
    with op.batch_alter_table("recognitions") as batch:
        batch.drop_index(op.f("ix_recognitions_team_id_decided_at"))
        batch.drop_constraint(op.f("fk_recognitions_objective_id_objectives"), type_="foreignkey")
        batch.drop_constraint(op.f("fk_recognitions_team_id_teams"), type_="foreignkey")
        batch.drop_column("objective_id")
        batch.drop_column("team_id")
    op.drop_column("organisation_values", "retired")
