"""What all dispatchers share: a message's failures, a platform's outages, paces and learned rates, lanes' paces.

The release before leaves all of it at its defaults, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"

_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("outbox", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox", sa.Column("failing_since", _UTC, nullable=True))
    op.add_column("outbox_holds", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox_holds", sa.Column("broken_at", _UTC, nullable=True))
    op.add_column("outbox_holds", sa.Column("probes", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox_holds", sa.Column("next_free_us", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("outbox_holds", sa.Column("speed_percent", sa.Integer(), nullable=False, server_default="100"))
    op.add_column("outbox_holds", sa.Column("slowed_us", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_table(
        "outbox_lanes",
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("interval_us", sa.BigInteger(), nullable=False),
        sa.Column("next_free_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_outbox_lanes")),
    )
    op.create_index(op.f("ix_outbox_lanes_next_free_us"), "outbox_lanes", ["next_free_us"])


def downgrade() -> None:
    op.drop_table("outbox_lanes")
    for column in ("slowed_us", "speed_percent", "next_free_us", "probes", "broken_at", "failures"):
        op.drop_column("outbox_holds", column)
    op.drop_column("outbox", "failing_since")
    op.drop_column("outbox", "failures")
