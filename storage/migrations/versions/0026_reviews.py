"""Reviews, what is written for them and the versions that are signed; and when the receiver opened feedback.

The release before knows nothing of them, so that both may run at a time. Of feedback that was opened before, it is
known that the receiver did so where nobody else could, or where they gave thanks for it.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0026"
down_revision: str | None = "0025"

_UTC = sa.DateTime(timezone=True)
_IS_OPEN = sa.text("stage IN ('preparing', 'with-manager', 'signing')")


def upgrade() -> None:
    op.add_column("feedback", sa.Column("receiver_read_at", _UTC, nullable=True))
    op.execute(
        "UPDATE feedback SET receiver_read_at = read_at WHERE visibility = 'person' OR thanked_at IS NOT NULL"
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("opened_by_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("opened_at", _UTC, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_reviews_tenant_id_tenants")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reviews_person_id_people")),
        sa.ForeignKeyConstraint(["opened_by_id"], ["people.id"], name=op.f("fk_reviews_opened_by_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_person_id_opened_at"), "reviews", ["person_id", "opened_at"])
    op.create_index(op.f("ix_reviews_tenant_id_opened_at"), "reviews", ["tenant_id", "opened_at"])
    op.create_index(
        "uq_reviews_open", "reviews", ["person_id"], unique=True, sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN
    )
    op.create_index(
        "ix_reviews_open", "reviews", ["tenant_id", "due_on"], sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN
    )
    op.create_table(
        "review_words",
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", _UTC, nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name=op.f("fk_review_words_review_id_reviews")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_review_words_by_id_people")),
        sa.PrimaryKeyConstraint("review_id", "by_id", "item", name=op.f("pk_review_words")),
    )
    op.create_table(
        "review_left_out",
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name=op.f("fk_review_left_out_review_id_reviews")),
        sa.PrimaryKeyConstraint("review_id", "key", name=op.f("pk_review_left_out")),
    )
    op.create_table(
        "review_versions",
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("made_at", _UTC, nullable=False),
        sa.Column("person_at", _UTC, nullable=True),
        sa.Column("manager_at", _UTC, nullable=True),
        sa.Column("manager_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name=op.f("fk_review_versions_review_id_reviews")),
        sa.ForeignKeyConstraint(["manager_id"], ["people.id"], name=op.f("fk_review_versions_manager_id_people")),
        sa.PrimaryKeyConstraint("review_id", "number", name=op.f("pk_review_versions")),
    )


def downgrade() -> None:
    for table in ("review_versions", "review_left_out", "review_words", "reviews"):
        op.drop_table(table)
    with op.batch_alter_table("feedback") as batch:
        batch.drop_column("receiver_read_at")
