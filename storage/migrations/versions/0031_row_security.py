"""Row-level security on PostgreSQL: who says whose a transaction is sees that organisation's rows only.

The release before says nothing and so sees what it always saw. Tables that come later get their policy by
their own migration, with the same words.
"""

from alembic import op
from sqlalchemy import inspect

from storage.row_security import THROUGH, of_parent, of_tenant, statements_against, statements_for

revision: str = "0031"
down_revision: str | None = "0030"


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    # What earlier migrations of the same run moved is checked now: a table that still is to be cannot be altered.
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table, condition in _conditions().items():
        for statement in statements_for(table, condition):
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in _conditions():
        for statement in statements_against(table):
            op.execute(statement)


def _conditions() -> dict[str, str]:
    found = inspect(op.get_bind())
    there = found.get_table_names()
    own = [name for name in there if any(each["name"] == "tenant_id" for each in found.get_columns(name))]
    return (
        {"tenants": of_tenant("id")}
        | {name: of_tenant() for name in sorted(own)}
        | {name: of_parent(name, *parent) for name, parent in THROUGH.items() if name in there}
    )
