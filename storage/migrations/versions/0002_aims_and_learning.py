"""Objectives in a tree of aims, with owners, states and a history; missed targets and agreed actions.

New columns that may not be null keep a default in the database, so that the release before can go on writing while
both run. What objectives served in words becomes the organisation's first priorities.
"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    op.create_table(
        "aims",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("team_id", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["aims.id"], name="fk_aims_parent_id_aims", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_aims_team_id_teams"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_aims_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_aims"),
    )
    op.create_index("ix_aims_parent_id", "aims", ["parent_id"])
    op.create_index("ix_aims_team_id", "aims", ["team_id"])
    op.create_index("ix_aims_tenant_id_position", "aims", ["tenant_id", "position"])

    op.create_table(
        "missed_targets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("noticed_for", sa.Date(), nullable=False),
        sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("happened", sa.String(), nullable=False),
        sa.Column("outside_control", sa.Boolean(), nullable=True),
        sa.Column("outside_factor", sa.String(), nullable=False),
        sa.Column("prevention", sa.String(), nullable=False),
        sa.Column("help_needed", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_missed_targets_objective_id_objectives"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_missed_targets_person_id_people"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_missed_targets_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_missed_targets"),
        sa.UniqueConstraint(
            "objective_id", "kind", "noticed_for", name="uq_missed_targets_objective_id_kind_noticed_for"
        ),
    )
    op.create_index("ix_missed_targets_person_id_noticed_at", "missed_targets", ["person_id", "noticed_at"])

    op.create_table(
        "objective_changes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_objective_changes_by_id_people"),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_objective_changes_objective_id_objectives"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_objective_changes"),
    )
    op.create_index("ix_objective_changes_objective_id", "objective_changes", ["objective_id"])

    op.create_table(
        "objective_owners",
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_objective_owners_objective_id_objectives"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_objective_owners_person_id_people"),
        sa.PrimaryKeyConstraint("objective_id", "person_id", name="pk_objective_owners"),
    )
    op.create_index("ix_objective_owners_person_id", "objective_owners", ["person_id"])

    op.create_table(
        "agreed_actions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=True),
        sa.Column("missed_target_id", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["missed_target_id"], ["missed_targets.id"], name="fk_agreed_actions_missed_target_id_missed_targets"
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_agreed_actions_objective_id_objectives"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name="fk_agreed_actions_owner_id_people"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_agreed_actions_person_id_people"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_agreed_actions_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_agreed_actions"),
    )
    op.create_index("ix_agreed_actions_objective_id", "agreed_actions", ["objective_id"])
    op.create_index("ix_agreed_actions_owner_id_created_at", "agreed_actions", ["owner_id", "created_at"])
    op.create_index("ix_agreed_actions_person_id_created_at", "agreed_actions", ["person_id", "created_at"])

    with op.batch_alter_table("objectives") as objectives:
        objectives.add_column(sa.Column("floor", sa.Float(), nullable=True))
        objectives.add_column(sa.Column("milestones", sa.JSON(), nullable=False, server_default="[]"))
        objectives.add_column(sa.Column("for_whom", sa.String(), nullable=False, server_default=""))
        objectives.add_column(sa.Column("aim_id", sa.String(), nullable=True))
        objectives.add_column(sa.Column("no_aim_reason", sa.String(), nullable=False, server_default=""))
        objectives.add_column(sa.Column("kept_because", sa.String(), nullable=False, server_default=""))
        objectives.add_column(sa.Column("state", sa.String(), nullable=False, server_default="active"))
        objectives.add_column(sa.Column("proposed_by_id", sa.String(), nullable=True))
        objectives.add_column(sa.Column("paused_until", sa.Date(), nullable=True))
        objectives.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        objectives.add_column(sa.Column("carried_from_id", sa.String(), nullable=True))
        objectives.create_index("ix_objectives_aim_id", ["aim_id"])
        objectives.create_index(
            "ix_objectives_paused_until",
            ["paused_until"],
            sqlite_where=sa.text("state IN ('paused') AND paused_until IS NOT NULL"),
            postgresql_where=sa.text("state IN ('paused') AND paused_until IS NOT NULL"),
        )
        objectives.create_foreign_key("fk_objectives_proposed_by_id_people", "people", ["proposed_by_id"], ["id"])
        objectives.create_foreign_key(
            "fk_objectives_carried_from_id_objectives", "objectives", ["carried_from_id"], ["id"]
        )
        objectives.create_foreign_key("fk_objectives_aim_id_aims", "aims", ["aim_id"], ["id"])
    _words_become_aims()


def _words_become_aims() -> None:
    objectives = sa.table("objectives", *map(sa.column, ("tenant_id", "priority", "aim_id")))
    aims = sa.table("aims", *map(sa.column, ("id", "tenant_id", "kind", "title", "position")))
    connection = op.get_bind()
    said = connection.execute(
        sa.select(objectives.c.tenant_id, objectives.c.priority)
        .where(objectives.c.priority != "")
        .distinct()
        .order_by(objectives.c.tenant_id, objectives.c.priority)
    ).all()
    for position, (tenant_id, priority) in enumerate(said):
        aim = {"id": uuid4().hex, "tenant_id": tenant_id, "title": priority}
        connection.execute(sa.insert(aims).values(kind="priority", position=position, **aim))
        served = (objectives.c.tenant_id == tenant_id, objectives.c.priority == priority)
        connection.execute(sa.update(objectives).where(*served).values(aim_id=aim["id"]))


def downgrade() -> None:
    with op.batch_alter_table("objectives") as objectives:
        objectives.drop_constraint("fk_objectives_aim_id_aims", type_="foreignkey")
        objectives.drop_constraint("fk_objectives_carried_from_id_objectives", type_="foreignkey")
        objectives.drop_constraint("fk_objectives_proposed_by_id_people", type_="foreignkey")
        objectives.drop_index(
            "ix_objectives_paused_until",
            sqlite_where=sa.text("state IN ('paused') AND paused_until IS NOT NULL"),
            postgresql_where=sa.text("state IN ('paused') AND paused_until IS NOT NULL"),
        )
        objectives.drop_index("ix_objectives_aim_id")
        objectives.drop_column("carried_from_id")
        objectives.drop_column("closed_on")
        objectives.drop_column("paused_until")
        objectives.drop_column("proposed_by_id")
        objectives.drop_column("state")
        objectives.drop_column("kept_because")
        objectives.drop_column("no_aim_reason")
        objectives.drop_column("aim_id")
        objectives.drop_column("for_whom")
        objectives.drop_column("milestones")
        objectives.drop_column("floor")

    op.drop_index("ix_agreed_actions_person_id_created_at", "agreed_actions")
    op.drop_index("ix_agreed_actions_owner_id_created_at", "agreed_actions")
    op.drop_index("ix_agreed_actions_objective_id", "agreed_actions")

    op.drop_table("agreed_actions")
    op.drop_index("ix_objective_owners_person_id", "objective_owners")

    op.drop_table("objective_owners")
    op.drop_index("ix_objective_changes_objective_id", "objective_changes")

    op.drop_table("objective_changes")
    op.drop_index("ix_missed_targets_person_id_noticed_at", "missed_targets")

    op.drop_table("missed_targets")
    op.drop_index("ix_aims_tenant_id_position", "aims")
    op.drop_index("ix_aims_team_id", "aims")
    op.drop_index("ix_aims_parent_id", "aims")

    op.drop_table("aims")
