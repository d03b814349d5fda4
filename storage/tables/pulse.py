"""Pulse: when it is asked, who has answered, and, kept apart from that, what was answered.

A tally has no row an answer: no id, no instant and no order of rows that could be laid beside those who answered.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from core.model.pulse import HIGHEST, LOWEST, Rhythm
from storage.columns import Utc, Word
from storage.tables.schema import metadata, of_tenant

pulses = Table(
    "pulses",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("rhythm", Word(Rhythm)),
    Column("asked", Integer, nullable=False),
)

pulse_rounds = Table(
    "pulse_rounds",
    metadata,
    Column("id", String, primary_key=True),
    of_tenant(),
    Column("question_id", String, nullable=False),
    Column("opens_at", Utc, nullable=False),
    Column("closes_at", Utc, nullable=False),
    Column("asked_up_to", String),
    Column("is_closed", Boolean, nullable=False),
    Index(None, "tenant_id", "opens_at"),
)

# Deleted when the round closes.
pulse_answered = Table(
    "pulse_answered",
    metadata,
    Column("round_id", String, ForeignKey("pulse_rounds.id"), primary_key=True),
    Column("person_id", String, ForeignKey("people.id"), primary_key=True),
)

pulse_tallies = Table(
    "pulse_tallies",
    metadata,
    Column("round_id", String, ForeignKey("pulse_rounds.id"), primary_key=True),
    # A line manager's id, or "" for answers that only the organisation's report holds.
    Column("group_id", String, primary_key=True),
    Column("score", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
    CheckConstraint(f"score BETWEEN {LOWEST} AND {HIGHEST}", name="score"),
)
