"""What keeps messages that nobody asked for few and in working time, and who stands in for a line manager.

The release before neither reads nor writes the new columns: what it queues goes at once, as it always did.
"""

import sqlalchemy as sa
from alembic import op

from storage.row_security import of_tenant, statements_for

revision: str = "0034"
down_revision: str | None = "0033"

_PART_OF = sa.text("part_of IS NOT NULL")
_UNASKED = sa.text("wanted_at IS NOT NULL AND part_of IS NULL")


def upgrade() -> None:
    instant = sa.DateTime(timezone=True)
    op.add_column("outbox", sa.Column("wanted_at", instant))
    op.add_column("outbox", sa.Column("not_after", instant))
    op.add_column("outbox", sa.Column("at_any_hour", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("outbox", sa.Column("part_of", sa.String()))
    op.create_index(
        op.f("ix_outbox_part_of"), "outbox", ["part_of"], sqlite_where=_PART_OF, postgresql_where=_PART_OF
    )
    op.create_index(
        op.f("ix_outbox_person_id_claimed_at"),
        "outbox",
        ["person_id", "claimed_at"],
        sqlite_where=_UNASKED,
        postgresql_where=_UNASKED,
    )
    op.add_column(
        "tenants", sa.Column("unasked_a_week", sa.Integer(), nullable=False, server_default=sa.text("5"))
    )
    op.add_column("tenants", sa.Column("tells_of_pauses", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("people", sa.Column("quiet_from", sa.Time()))
    op.add_column("people", sa.Column("quiet_until", sa.Time()))
    op.create_table(
        "delegations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("manager_id", sa.String(), nullable=False),
        sa.Column("delegate_id", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_delegations_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["manager_id"], ["people.id"], name=op.f("fk_delegations_manager_id_people")),
        sa.ForeignKeyConstraint(["delegate_id"], ["people.id"], name=op.f("fk_delegations_delegate_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    op.create_index(op.f("ix_delegations_manager_id_ends_on"), "delegations", ["manager_id", "ends_on"])
    op.create_index(op.f("ix_delegations_delegate_id_ends_on"), "delegations", ["delegate_id", "ends_on"])
    if op.get_bind().dialect.name == "postgresql":
        for statement in statements_for("delegations", of_tenant()):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table("delegations")
    op.drop_column("people", "quiet_until")
    op.drop_column("people", "quiet_from")
    op.drop_column("tenants", "tells_of_pauses")
    op.drop_column("tenants", "unasked_a_week")
    op.drop_index(op.f("ix_outbox_person_id_claimed_at"), table_name="outbox")
    op.drop_index(op.f("ix_outbox_part_of"), table_name="outbox")
    op.drop_column("outbox", "part_of")
    op.drop_column("outbox", "at_any_hour")
    op.drop_column("outbox", "not_after")
    op.drop_column("outbox", "wanted_at")
