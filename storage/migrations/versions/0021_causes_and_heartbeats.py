"""What caused each message, and when the timer last did its work.

The release before leaves the cause empty and writes no heartbeat, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("cause", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )


def downgrade() -> None:
    op.drop_table("heartbeats")
    op.drop_column("outbox", "cause")
