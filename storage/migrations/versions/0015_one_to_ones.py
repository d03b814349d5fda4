"""One-to-ones with their agendas and notes, remarks on answers, and at which meeting an action was agreed.

The release before leaves the new column alone, so that both may run at a time.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"


def _fk(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def upgrade() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("checkin_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("quoted", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply_to", sa.String(), nullable=True),
        _fk("remarks", "tenant_id", "tenants"),
        _fk("remarks", "checkin_id", "checkins"),
        _fk("remarks", "person_id", "people"),
        _fk("remarks", "by_id", "people"),
        _fk("remarks", "to_id", "people"),
        _fk("remarks", "reply_to", "remarks"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    op.create_index(op.f("ix_remarks_checkin_id_said_at"), "remarks", ["checkin_id", "said_at"])
    op.create_table(
        "one_to_ones",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("manager_id", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("every_weeks", sa.Integer(), nullable=True),
        sa.Column("shared_with_id", sa.String(), nullable=True),
        _fk("one_to_ones", "tenant_id", "tenants"),
        _fk("one_to_ones", "person_id", "people"),
        _fk("one_to_ones", "manager_id", "people"),
        _fk("one_to_ones", "shared_with_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_to_ones")),
    )
    op.create_index(op.f("ix_one_to_ones_person_id_held_at"), "one_to_ones", ["person_id", "held_at"])
    op.create_index(
        op.f("uq_one_to_ones_person_id_manager_id"),
        "one_to_ones",
        ["person_id", "manager_id"],
        unique=True,
        sqlite_where=sa.text("held_at IS NULL"),
        postgresql_where=sa.text("held_at IS NULL"),
    )
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("manager_id", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("one_to_one_id", sa.String(), nullable=True),
        _fk("agenda_items", "tenant_id", "tenants"),
        _fk("agenda_items", "person_id", "people"),
        _fk("agenda_items", "manager_id", "people"),
        _fk("agenda_items", "by_id", "people"),
        _fk("agenda_items", "one_to_one_id", "one_to_ones"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
    )
    op.create_index(op.f("ix_agenda_items_one_to_one_id"), "agenda_items", ["one_to_one_id"])
    op.create_index(
        op.f("ix_agenda_items_person_id_added_at"),
        "agenda_items",
        ["person_id", "added_at"],
        sqlite_where=sa.text("one_to_one_id IS NULL"),
        postgresql_where=sa.text("one_to_one_id IS NULL"),
    )
    op.create_table(
        "one_to_one_notes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("one_to_one_id", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        _fk("one_to_one_notes", "tenant_id", "tenants"),
        _fk("one_to_one_notes", "one_to_one_id", "one_to_ones"),
        _fk("one_to_one_notes", "by_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_to_one_notes")),
    )
    op.create_index(
        op.f("ix_one_to_one_notes_one_to_one_id_written_at"), "one_to_one_notes", ["one_to_one_id", "written_at"]
    )
    with op.batch_alter_table("agreed_actions") as batch:
        batch.add_column(sa.Column("one_to_one_id", sa.String(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_agreed_actions_one_to_one_id_one_to_ones"), "one_to_ones", ["one_to_one_id"], ["id"]
        )
        batch.create_index(op.f("ix_agreed_actions_one_to_one_id"), ["one_to_one_id"])


def downgrade() -> None:
    with op.batch_alter_table("agreed_actions") as batch:
        batch.drop_index(op.f("ix_agreed_actions_one_to_one_id"))
        batch.drop_constraint(op.f("fk_agreed_actions_one_to_one_id_one_to_ones"), type_="foreignkey")
        batch.drop_column("one_to_one_id")
    op.drop_table("one_to_one_notes")
    op.drop_table("agenda_items")
    op.drop_table("one_to_ones")
    op.drop_table("remarks")
