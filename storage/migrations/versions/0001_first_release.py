"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("event", sa.JSON(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("platform", "workspace", "event_id", name="pk_inbox"),
    )
    op.create_index(
        "ix_inbox_accepted_at",
        "inbox",
        ["accepted_at"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_index(
        "ix_inbox_done_at",
        "inbox",
        ["done_at"],
        sqlite_where=sa.text("done_at IS NOT NULL"),
        postgresql_where=sa.text("done_at IS NOT NULL"),
    )
    op.create_table(
        "pictures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pictures"),
    )
    op.create_table(
        "tenants",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tenants"),
    )
    op.create_table(
        "web_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=True),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("card", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_web_messages"),
        sa.UniqueConstraint("delivery_id", name="uq_web_messages_delivery_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_web_messages_conversation_id", "web_messages", ["conversation", "id"])
    op.create_index("ix_web_messages_updated_at", "web_messages", ["updated_at"])
    op.create_table(
        "outbox_holds",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_outbox_holds_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("tenant_id", "platform", name="pk_outbox_holds"),
    )
    op.create_table(
        "posted_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_posted_messages_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_posted_messages"),
        sa.UniqueConstraint(
            "tag",
            "platform",
            "workspace",
            "conversation",
            "message",
            name="uq_posted_messages_tag_platform_workspace_conversation_message",
        ),
    )
    op.create_table(
        "schedules",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rrule", sa.String(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("closes_after_days", sa.Integer(), nullable=False),
        sa.Column("closes_at", sa.Time(), nullable=False),
        sa.Column("stale_after_hours", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_schedules_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_schedules"),
    )
    op.create_index("ix_schedules_tenant_id", "schedules", ["tenant_id"])
    op.create_table(
        "teams",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("summary_weekday", sa.Integer(), nullable=False),
        sa.Column("summary_time", sa.Time(), nullable=False),
        sa.Column("channel_platform", sa.String(), nullable=True),
        sa.Column("channel_workspace", sa.String(), nullable=True),
        sa.Column("channel_conversation", sa.String(), nullable=True),
        sa.Column("next_summary_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_teams_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
    )
    op.create_index("ix_teams_lead_id", "teams", ["lead_id"])
    op.create_index(
        "ix_teams_next_summary_at",
        "teams",
        ["next_summary_at"],
        sqlite_where=sa.text("next_summary_at IS NOT NULL"),
        postgresql_where=sa.text("next_summary_at IS NOT NULL"),
    )
    op.create_index("ix_teams_tenant_id_name", "teams", ["tenant_id", "name"])
    op.create_table(
        "workspaces",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_workspaces_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("platform", "workspace", name="pk_workspaces"),
    )
    op.create_index("ix_workspaces_tenant_id", "workspaces", ["tenant_id"])
    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=True),
        sa.Column("manager_id", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("access", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("working_days", sa.String(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("employment", sa.String(), nullable=False),
        sa.Column("nation", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["manager_id"],
            ["people.id"],
            name="fk_people_manager_id_people",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["teams.id"], name="fk_people_team_id_teams", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_people_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("tenant_id", "email", name="uq_people_tenant_id_email"),
    )
    # Teams and people refer to one another, so one of the two references comes last.
    with op.batch_alter_table("teams") as teams:
        teams.create_foreign_key(
            "fk_teams_lead_id_people", "people", ["lead_id"], ["id"], initially="DEFERRED", deferrable=True
        )
    op.create_index("ix_people_manager_id", "people", ["manager_id"])
    op.create_index("ix_people_team_id", "people", ["team_id"])
    op.create_table(
        "posted_summaries",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_posted_summaries_team_id_teams"),
        sa.PrimaryKeyConstraint("team_id", "period", name="pk_posted_summaries"),
    )
    op.create_table(
        "absences",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_absences_person_id_people"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_absences_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
    )
    op.create_index("ix_absences_person_id_ends_on", "absences", ["person_id", "ends_on"])
    op.create_table(
        "accounts",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_accounts_person_id_people"),
        sa.PrimaryKeyConstraint("platform", "workspace", "user", name="pk_accounts"),
    )
    op.create_index("ix_accounts_person_id", "accounts", ["person_id"])
    op.create_table(
        "checkins",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("schedule_id", sa.String(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("prompted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("ahead", sa.Boolean(), nullable=False),
        sa.Column("answers_saved", sa.Integer(), nullable=False),
        sa.Column("answers_asked", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("note_audience", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_checkins_person_id_people"),
        sa.ForeignKeyConstraint(["schedule_id"], ["schedules.id"], name="fk_checkins_schedule_id_schedules"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_checkins_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_checkins"),
        sa.UniqueConstraint("person_id", "period", "schedule_id", name="uq_checkins_person_id_period_schedule_id"),
    )
    op.create_index(
        "ix_checkins_closes_at",
        "checkins",
        ["closes_at"],
        sqlite_where=sa.text("state IN ('open', 'partly')"),
        postgresql_where=sa.text("state IN ('open', 'partly')"),
    )
    op.create_index("ix_checkins_person_id_opens_at", "checkins", ["person_id", "opens_at"])
    op.create_index(
        "ix_checkins_remind_at",
        "checkins",
        ["remind_at"],
        sqlite_where=sa.text("state IN ('open', 'partly')"),
        postgresql_where=sa.text("state IN ('open', 'partly')"),
    )
    op.create_index("ix_checkins_schedule_id", "checkins", ["schedule_id"])
    op.create_index(
        "ix_checkins_snoozed_until",
        "checkins",
        ["snoozed_until"],
        sqlite_where=sa.text("state IN ('open', 'partly')"),
        postgresql_where=sa.text("state IN ('open', 'partly')"),
    )
    op.create_index("ix_checkins_tenant_id_period_state", "checkins", ["tenant_id", "period", "state"])
    op.create_table(
        "conversations",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("return_to", sa.String(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("platform", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_conversations_person_id_people"),
        sa.PrimaryKeyConstraint("person_id", "flow", "subject", name="pk_conversations"),
    )
    op.create_table(
        "enrolments",
        sa.Column("schedule_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("next_period", sa.Date(), nullable=True),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_enrolments_person_id_people"),
        sa.ForeignKeyConstraint(["schedule_id"], ["schedules.id"], name="fk_enrolments_schedule_id_schedules"),
        sa.PrimaryKeyConstraint("schedule_id", "person_id", name="pk_enrolments"),
    )
    op.create_index(
        "ix_enrolments_next_due_at",
        "enrolments",
        ["next_due_at"],
        sqlite_where=sa.text("next_due_at IS NOT NULL"),
        postgresql_where=sa.text("next_due_at IS NOT NULL"),
    )
    op.create_index("ix_enrolments_person_id", "enrolments", ["person_id"])
    op.create_table(
        "objectives",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("baseline", sa.Float(), nullable=True),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("latest_value", sa.Float(), nullable=True),
        sa.Column("latest_percent", sa.Float(), nullable=True),
        sa.Column("latest_status", sa.String(), nullable=True),
        sa.Column("latest_confidence", sa.Integer(), nullable=True),
        sa.Column("latest_factors", sa.String(), nullable=False),
        sa.Column("latest_outside_control", sa.Boolean(), nullable=True),
        sa.Column("latest_reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_objectives_person_id_people"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_objectives_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_objectives"),
    )
    op.create_index("ix_objectives_person_id_created_at", "objectives", ["person_id", "created_at"])
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("tag", sa.String(), nullable=True),
        sa.Column("card", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=True),
        sa.Column("wanted_platform", sa.String(), nullable=True),
        sa.Column("channel_platform", sa.String(), nullable=True),
        sa.Column("channel_workspace", sa.String(), nullable=True),
        sa.Column("channel_conversation", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("available_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("uncertain", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_outbox_person_id_people"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_outbox_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sa.UniqueConstraint("id", name="uq_outbox_id"),
        sa.UniqueConstraint("tenant_id", "key", name="uq_outbox_tenant_id_key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_available_at_seq",
        "outbox",
        ["available_at", "seq"],
        sqlite_where=sa.text("state IN ('queued', 'sending')"),
        postgresql_where=sa.text("state IN ('queued', 'sending')"),
    )
    op.create_index(
        "ix_outbox_lane_seq",
        "outbox",
        ["lane", "seq"],
        sqlite_where=sa.text("state IN ('queued', 'sending')"),
        postgresql_where=sa.text("state IN ('queued', 'sending')"),
    )
    op.create_index("ix_outbox_person_id", "outbox", ["person_id"])
    op.create_index("ix_outbox_tenant_id_state", "outbox", ["tenant_id", "state"])
    op.create_table(
        "reporting_lines",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("manager_id", sa.String(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["manager_id"],
            ["people.id"],
            name="fk_reporting_lines_manager_id_people",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_reporting_lines_person_id_people"),
        sa.PrimaryKeyConstraint("person_id", "from_on", name="pk_reporting_lines"),
    )
    op.create_index("ix_reporting_lines_manager_id_from_on", "reporting_lines", ["manager_id", "from_on"])
    op.create_table(
        "answers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("checkin_id", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name="fk_answers_checkin_id_checkins"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
    )
    op.create_index("ix_answers_checkin_id", "answers", ["checkin_id"])
    op.create_table(
        "progress_updates",
        sa.Column("checkin_id", sa.String(), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("percent", sa.Float(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("factors", sa.String(), nullable=False),
        sa.Column("outside_control", sa.Boolean(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name="fk_progress_updates_checkin_id_checkins"),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objectives.id"], name="fk_progress_updates_objective_id_objectives"
        ),
        sa.PrimaryKeyConstraint("checkin_id", "objective_id", name="pk_progress_updates"),
    )
    op.create_index("ix_progress_updates_objective_id", "progress_updates", ["objective_id"])


def downgrade() -> None:
    op.drop_table("progress_updates")
    op.drop_table("answers")
    op.drop_table("reporting_lines")
    op.drop_table("outbox")
    op.drop_table("objectives")
    op.drop_table("enrolments")
    op.drop_table("conversations")
    op.drop_table("checkins")
    op.drop_table("accounts")
    op.drop_table("absences")
    op.drop_table("posted_summaries")
    with op.batch_alter_table("teams") as teams:
        teams.drop_constraint("fk_teams_lead_id_people", type_="foreignkey")
    op.drop_table("people")
    op.drop_table("workspaces")
    op.drop_table("teams")
    op.drop_table("schedules")
    op.drop_table("posted_messages")
    op.drop_table("outbox_holds")
    op.drop_table("web_messages")
    op.drop_table("tenants")
    op.drop_table("pictures")
    op.drop_table("inbox")
