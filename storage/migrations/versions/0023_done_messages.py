"""Finds messages that were done long ago, to be forgotten.

The release before neither uses nor minds the index.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"

_IS_DONE = sa.text("state IN ('sent', 'cancelled')")


def upgrade() -> None:
    op.create_index(
        op.f("ix_outbox_purpose_finished_at"),
        "outbox",
        ["purpose", "finished_at"],
        sqlite_where=_IS_DONE,
        postgresql_where=_IS_DONE,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_purpose_finished_at"), table_name="outbox")
