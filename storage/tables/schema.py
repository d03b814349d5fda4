"""What every table is made with: the metadata, its naming, and columns and indexes that recur."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    literal_column,
)

from core.model.objective import Status
from storage.columns import Sealed, Utc, Word

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def one_of(column: ColumnElement[Any], *words: str) -> ColumnElement[bool]:
    """`column` is one of these constants; spelt out, since a partial index is not used for bound parameters."""
    return column.in_([literal_column(f"'{word}'") for word in words])


def progress_columns(prefix: str = "") -> list[Column[Any]]:
    """The columns of a `Progress`, in the order of its fields."""
    return [
        Column(f"{prefix}value", Float),
        Column(f"{prefix}percent", Float),
        Column(f"{prefix}status", Word(Status)),
        Column(f"{prefix}confidence", Integer),
        Column(f"{prefix}factors", Sealed, nullable=False),
        Column(f"{prefix}outside_control", Boolean),
        Column(f"{prefix}reported_at", Utc),
    ]


def of_tenant() -> Column[str]:
    """The organisation a row belongs to."""
    return Column("tenant_id", String, ForeignKey("tenants.id"), nullable=False)


def reference(name: str, to: str) -> Column[str]:
    """A row of another table that must be there."""
    return Column(name, String, ForeignKey(to), nullable=False)


def late_reference(name: str, to: str, *, use_alter: bool = False) -> Column[str]:
    """A reference checked at commit, so that rows that refer to one another are written in any order."""
    key = ForeignKey(to, deferrable=True, initially="DEFERRED", use_alter=use_alter)
    return Column(name, String, key)


def partial_index(condition: ColumnElement[bool], *columns: Column[Any]) -> Index:
    """An index of the rows that meet `condition` only."""
    return Index(None, *columns, sqlite_where=condition, postgresql_where=condition)
