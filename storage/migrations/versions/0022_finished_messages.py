"""What was sent since an instant is counted from an index.

The release before uses this index just as it used the one it replaces, so that both may run at a time.
"""

from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"


def upgrade() -> None:
    op.create_index(op.f("ix_outbox_tenant_id_state_finished_at"), "outbox", ["tenant_id", "state", "finished_at"])
    op.drop_index(op.f("ix_outbox_tenant_id_state"), table_name="outbox")


def downgrade() -> None:
    op.create_index(op.f("ix_outbox_tenant_id_state"), "outbox", ["tenant_id", "state"])
    op.drop_index(op.f("ix_outbox_tenant_id_state_finished_at"), table_name="outbox")
