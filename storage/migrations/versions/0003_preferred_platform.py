"""Where someone on several platforms wants to be written to."""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    op.add_column("people", sa.Column("preferred_platform", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("people", "preferred_platform")
