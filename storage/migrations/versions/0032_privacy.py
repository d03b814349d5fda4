"""What people ask about their data and have stopped, legal holds, and who was erased.

The release before knows nothing of them: it asks those who stopped something until it is replaced.
"""

import sqlalchemy as sa
from alembic import op

from storage.row_security import of_tenant, statements_for

revision: str = "0032"
down_revision: str | None = "0031"

_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "privacy_requests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_at", _UTC, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("closed_at", _UTC, nullable=True),
        sa.Column("closed_by_id", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_privacy_requests_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_privacy_requests_person_id_people")),
        sa.ForeignKeyConstraint(
            ["closed_by_id"], ["people.id"], name=op.f("fk_privacy_requests_closed_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_requests")),
    )
    op.create_index(op.f("ix_privacy_requests_person_id_asked_at"), "privacy_requests", ["person_id", "asked_at"])
    is_open = sa.text("closed_at IS NULL")
    op.create_index(
        op.f("ix_privacy_requests_tenant_id_due_on"),
        "privacy_requests",
        ["tenant_id", "due_on"],
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.create_table(
        "stopped_processing",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("stopped_at", _UTC, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_stopped_processing_person_id_people")),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_stopped_processing_tenant_id_tenants")
        ),
        sa.PrimaryKeyConstraint("person_id", "what", name=op.f("pk_stopped_processing")),
    )
    op.create_index(op.f("ix_stopped_processing_tenant_id_what"), "stopped_processing", ["tenant_id", "what"])
    op.create_table(
        "legal_holds",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("placed_at", _UTC, nullable=False),
        sa.Column("released_at", _UTC, nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_legal_holds_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_legal_holds_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_holds")),
    )
    is_held = sa.text("released_at IS NULL")
    op.create_index(
        "uq_legal_holds_person_id",
        "legal_holds",
        ["person_id"],
        unique=True,
        sqlite_where=is_held,
        postgresql_where=is_held,
    )
    op.create_table(
        "erasures",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("erased_at", _UTC, nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_erasures_tenant_id_tenants")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_erasures")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("privacy_requests", "stopped_processing", "legal_holds", "erasures"):
            for statement in statements_for(table, of_tenant()):
                op.execute(statement)


def downgrade() -> None:
    for table in ("erasures", "legal_holds", "stopped_processing", "privacy_requests"):
        op.drop_table(table)
