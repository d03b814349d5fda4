"""Events in the order they were accepted, each with whose it is, who works on it and how often it failed.

Conversations know which form answered last.

Both releases may run at a time: the one before leaves out the new columns, and what it accepts is left to it for
two minutes, as it was.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"

_UTC = sa.DateTime(timezone=True)
_IS_LEFT = sa.text("done_at IS NULL AND given_up_at IS NULL")
_KEPT = "platform, workspace, event_id, event, accepted_at, done_at"


def upgrade() -> None:
    for name in ("form", "form_at"):
        op.add_column("conversations", sa.Column(name, sa.String(), nullable=False, server_default=""))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    later = "(datetime('now', '+2 minutes'))" if is_sqlite else "(now() + interval '2 minutes')"
    # A constraint's name is taken for as long as its table is there, so that the rows wait beside it.
    _set_aside()
    op.create_table(
        "inbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False, server_default=""),
        sa.Column("event", sa.JSON(), nullable=True),
        sa.Column("accepted_at", _UTC, nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("available_at", _UTC, nullable=False, server_default=sa.text(later)),
        sa.Column("attempt", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("failures", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("given_up_at", _UTC, nullable=True),
        sa.Column("done_at", _UTC, nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_inbox")),
        sa.UniqueConstraint(
            "platform", "workspace", "event_id", name=op.f("uq_inbox_platform_workspace_event_id")
        ),
        sqlite_autoincrement=True,
    )
    _bring_back()
    _partial_index("ix_inbox_lane_seq", ["lane", "seq"], _IS_LEFT)
    _partial_index("ix_inbox_available_at", ["available_at"], _IS_LEFT)
    _partial_index("ix_inbox_given_up_at", ["given_up_at"], sa.text("given_up_at IS NOT NULL"))
    _partial_index("ix_inbox_platform_done_at", ["platform", "done_at"], sa.text("done_at IS NOT NULL"))


def downgrade() -> None:
    with op.batch_alter_table("conversations") as conversations:
        conversations.drop_column("form_at")
        conversations.drop_column("form")
    _set_aside()
    op.create_table(
        "inbox",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("event", sa.JSON(), nullable=True),
        sa.Column("accepted_at", _UTC, nullable=False),
        sa.Column("done_at", _UTC, nullable=True),
        sa.PrimaryKeyConstraint("platform", "workspace", "event_id", name=op.f("pk_inbox")),
    )
    _bring_back()
    _partial_index("ix_inbox_accepted_at", ["accepted_at"], sa.text("done_at IS NULL"))
    _partial_index("ix_inbox_done_at", ["done_at"], sa.text("done_at IS NOT NULL"))


def _set_aside() -> None:
    op.execute(f"CREATE TABLE inbox_before AS SELECT {_KEPT} FROM inbox")  # noqa: S608 (a constant)
    op.drop_table("inbox")


def _bring_back() -> None:
    op.execute(
        f"INSERT INTO inbox ({_KEPT})"  # noqa: S608 (a constant)
        f" SELECT {_KEPT} FROM inbox_before ORDER BY accepted_at, event_id"
    )
    op.drop_table("inbox_before")


def _partial_index(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(op.f(name), "inbox", columns, sqlite_where=where, postgresql_where=where)
