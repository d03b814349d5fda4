"""Recognition, evidence, feedback and training."""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    op.create_table(
        "organisation_values",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_cy", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_organisation_values_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_values"),
    )
    op.create_index("ix_organisation_values_tenant_id_position", "organisation_values", ["tenant_id", "position"])
    op.create_table(
        "recognitions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("giver_id", sa.String(), nullable=False),
        sa.Column("receiver_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_recognitions_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["giver_id"], ["people.id"], name="fk_recognitions_giver_id_people"),
        sa.ForeignKeyConstraint(["receiver_id"], ["people.id"], name="fk_recognitions_receiver_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_recognitions"),
    )
    op.create_index("ix_recognitions_receiver_id_given_at", "recognitions", ["receiver_id", "given_at"])
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("recognition_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_evidence_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name="fk_evidence_objective_id_objectives"),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_evidence_by_id_people"),
        sa.ForeignKeyConstraint(
            ["recognition_id"], ["recognitions.id"], name="fk_evidence_recognition_id_recognitions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.UniqueConstraint("objective_id", "recognition_id", name="uq_evidence_objective_id_recognition_id"),
    )
    op.create_index("ix_evidence_objective_id_added_at", "evidence", ["objective_id", "added_at"])
    op.create_table(
        "feedback_requests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("round_id", sa.String(), nullable=False),
        sa.Column("asker_id", sa.String(), nullable=False),
        sa.Column("giver_id", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_feedback_requests_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["asker_id"], ["people.id"], name="fk_feedback_requests_asker_id_people"),
        sa.ForeignKeyConstraint(["giver_id"], ["people.id"], name="fk_feedback_requests_giver_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback_requests"),
    )
    op.create_index(
        "ix_feedback_requests_giver_id_asked_at",
        "feedback_requests",
        ["giver_id", "asked_at"],
        sqlite_where=sa.text("answered_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("giver_id", sa.String(), nullable=False),
        sa.Column("receiver_id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=True),
        sa.Column("request_id", sa.String(), nullable=True),
        sa.Column("thanked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_feedback_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["giver_id"], ["people.id"], name="fk_feedback_giver_id_people"),
        sa.ForeignKeyConstraint(["receiver_id"], ["people.id"], name="fk_feedback_receiver_id_people"),
        sa.ForeignKeyConstraint(["objective_id"], ["objectives.id"], name="fk_feedback_objective_id_objectives"),
        sa.ForeignKeyConstraint(
            ["request_id"], ["feedback_requests.id"], name="fk_feedback_request_id_feedback_requests"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_receiver_id_given_at", "feedback", ["receiver_id", "given_at"])
    op.create_table(
        "feedback_notes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("feedback_id", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_feedback_notes_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], name="fk_feedback_notes_feedback_id_feedback"),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_feedback_notes_by_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback_notes"),
    )
    op.create_index("ix_feedback_notes_feedback_id_said_at", "feedback_notes", ["feedback_id", "said_at"])
    op.create_table(
        "courses",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        sa.Column("valid_months", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_courses_tenant_id_tenants"),
        sa.PrimaryKeyConstraint("id", name="pk_courses"),
        sa.UniqueConstraint("tenant_id", "title", name="uq_courses_tenant_id_title"),
    )
    op.create_table(
        "training_completions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("course_id", sa.String(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="fk_training_completions_tenant_id_tenants"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_training_completions_person_id_people"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name="fk_training_completions_course_id_courses"),
        sa.PrimaryKeyConstraint("id", name="pk_training_completions"),
        sa.UniqueConstraint(
            "person_id",
            "course_id",
            "completed_on",
            name="uq_training_completions_person_id_course_id_completed_on",
        ),
    )


def downgrade() -> None:
    op.drop_table("training_completions")
    op.drop_table("courses")
    op.drop_table("feedback_notes")
    op.drop_table("feedback")
    op.drop_table("feedback_requests")
    op.drop_table("evidence")
    op.drop_table("recognitions")
    op.drop_table("organisation_values")
