"""What teams want of their summaries, monthly ones, and which summary was shown last where.

The release before neither reads nor writes the new tables, and does not mind the index.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"


def _of_team(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f(f"fk_{table}_team_id_teams"))


def upgrade() -> None:
    op.create_table(
        "posted_monthly_summaries",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        _of_team("posted_monthly_summaries"),
        sa.PrimaryKeyConstraint("team_id", "month", name=op.f("pk_posted_monthly_summaries")),
    )
    op.create_table(
        "summary_settings",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("every", sa.String(), nullable=False),
        sa.Column("sent_to", sa.String(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=False),
        _of_team("summary_settings"),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_summary_settings")),
    )
    op.create_table(
        "shown_summaries",
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_shown_summaries")),
    )
    op.create_index(
        op.f("ix_posted_messages_conversation_message"), "posted_messages", ["conversation", "message"]
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_posted_messages_conversation_message"), table_name="posted_messages")
    op.drop_table("shown_summaries")
    op.drop_table("summary_settings")
    op.drop_table("posted_monthly_summaries")
