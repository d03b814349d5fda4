"""Broadcasts and who is written to, whether a message goes to many at once, and the site at which people work.

The release before knows nothing of them, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"

_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("people", sa.Column("site", sa.String(), nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("is_run", sa.Boolean(), nullable=False, server_default=sa.false()))
    unfinished = sa.text("state IN ('queued', 'sending')")
    op.create_index(
        op.f("ix_outbox_is_run_available_at_seq"),
        "outbox",
        ["is_run", "available_at", "seq"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
    op.drop_index(op.f("ix_outbox_available_at_seq"), table_name="outbox")
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("author_id", sa.String(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("text_cy", sa.String(), nullable=False),
        sa.Column("response", sa.String(), nullable=False),
        sa.Column("when_away", sa.String(), nullable=False),
        sa.Column("at_any_hour", sa.Boolean(), nullable=False),
        sa.Column("send_at", _UTC, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", _UTC, nullable=False),
        sa.Column("approved_by_id", sa.String(), nullable=True),
        sa.Column("approved_at", _UTC, nullable=True),
        sa.Column("cancelled_by_id", sa.String(), nullable=True),
        sa.Column("cancelled_at", _UTC, nullable=True),
        sa.Column("sent_at", _UTC, nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_broadcasts_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_broadcasts_author_id_people")),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["people.id"], name=op.f("fk_broadcasts_approved_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["cancelled_by_id"], ["people.id"], name=op.f("fk_broadcasts_cancelled_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
    )
    op.create_index(op.f("ix_broadcasts_tenant_id_created_at"), "broadcasts", ["tenant_id", "created_at"])
    op.create_table(
        "broadcast_recipients",
        sa.Column("broadcast_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("outbox_key", sa.String(), nullable=True),
        sa.Column("acted_at", _UTC, nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_recipients_broadcast_id_broadcasts")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_broadcast_recipients_person_id_people")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_broadcast_recipients")),
    )
    op.create_index(
        op.f("ix_broadcast_recipients_broadcast_id_state"), "broadcast_recipients", ["broadcast_id", "state"]
    )
    op.create_index(op.f("ix_broadcast_recipients_person_id"), "broadcast_recipients", ["person_id"])
    op.create_table(
        "broadcast_settings",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("approve_above", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_broadcast_settings_tenant_id_tenants")
        ),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_broadcast_settings")),
    )


def downgrade() -> None:
    op.drop_table("broadcast_settings")
    op.drop_table("broadcast_recipients")
    op.drop_table("broadcasts")
    unfinished = sa.text("state IN ('queued', 'sending')")
    op.create_index(
        op.f("ix_outbox_available_at_seq"),
        "outbox",
        ["available_at", "seq"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
    op.drop_index(op.f("ix_outbox_is_run_available_at_seq"), table_name="outbox")
    op.drop_column("outbox", "is_run")
    op.drop_column("people", "site")
