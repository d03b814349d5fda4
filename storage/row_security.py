"""PostgreSQL's row-level security: the second wall between organisations, behind each statement's own `tenant_id`.

A transaction that handles one person's event, or one request of the API, says whose it is (`within_tenant`). From
then on the database shows it that organisation's rows only, whatever its statements forget to ask for. Work of the
engine (what is due, what is to be delivered, migrations) says nothing and sees everything. Other organisations'
rows cannot be written either.

Tables that know their organisation only through a parent are seen where the parent is, by its primary key: some
microseconds a row, where a column of their own would have to be written by every insert.
"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Boolean, String, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

VARIABLE: Final = "milepost.tenant"
"""What a transaction says its organisation in; unset or empty for the engine's work."""

POLICY: Final = "of_tenant"

THROUGH: Final[Mapping[str, tuple[str, str]]] = {
    "accounts": ("person_id", "people"),
    "answers": ("checkin_id", "checkins"),
    "broadcast_recipients": ("broadcast_id", "broadcasts"),
    "conversations": ("person_id", "people"),
    "enrolments": ("person_id", "people"),
    "objective_changes": ("objective_id", "objectives"),
    "objective_owners": ("objective_id", "objectives"),
    "posted_monthly_summaries": ("team_id", "teams"),
    "posted_summaries": ("team_id", "teams"),
    "progress_updates": ("checkin_id", "checkins"),
    "pulse_answered": ("round_id", "pulse_rounds"),
    "pulse_tallies": ("round_id", "pulse_rounds"),
    "question_answers": ("checkin_id", "checkins"),
    "reporting_lines": ("person_id", "people"),
    "review_left_out": ("review_id", "reviews"),
    "review_versions": ("review_id", "reviews"),
    "review_words": ("review_id", "reviews"),
    "round_360_answers": ("round_id", "rounds_360"),
    "round_360_raters": ("round_id", "rounds_360"),
    "summary_settings": ("team_id", "teams"),
    "told_completions": ("person_id", "people"),
    "training_reminders": ("person_id", "people"),
}
"""Tables without `tenant_id`, with the column that refers to the parent which has it."""

OPEN: Final[Mapping[str, str]] = {
    "heartbeats": "says which processes run",
    "inbox": "events come before anyone knows whose they are; emptied once worked on",
    "outbox_lanes": "paces of conversations, without any content",
    "pictures": "found by a reference that cannot be guessed",
    "sealing_keys": "fingerprints of keys, which are the operator's",
    "shown_summaries": "which summary a conversation was shown last, without any content",
    "sign_in_states": "digests of what is not linked to an organisation yet",
    "web_messages": "the demo's chat, of one organisation",
}
"""Tables without a policy, and why."""


def statements_for(table: str, condition: str) -> list[str]:
    """What puts a wall before a table: it binds the tables' owner too, since Milepost usually is that."""
    allowed = f"({_IS_ENGINE}) OR {condition}"
    return [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
        f'CREATE POLICY {POLICY} ON "{table}" USING ({allowed}) WITH CHECK ({allowed})',
    ]


def statements_against(table: str) -> list[str]:
    """What takes the wall away again."""
    return [
        f'DROP POLICY IF EXISTS {POLICY} ON "{table}"',
        f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY',
        f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
    ]


# Subqueries, so that each is worked out once a statement and not once a row.
_MINE = f"(SELECT current_setting('{VARIABLE}', true))"
_IS_ENGINE = f"(SELECT coalesce(current_setting('{VARIABLE}', true), '') = '')"


def of_tenant(column: str = "tenant_id") -> str:
    """Whether a row is of the transaction's organisation."""
    return f'"{column}" = {_MINE}'


def of_parent(table: str, column: str, parent: str) -> str:
    """Whether the row's parent can be seen, which the parent's own policy says."""
    return f'EXISTS (SELECT 1 FROM "{parent}" AS parent WHERE parent.id = "{table}"."{column}")'  # noqa: S608 (names)


class within_tenant(FunctionElement[str]):  # noqa: N801 (SQL functions are written small)
    """To the transaction's end only that organisation's rows are there, with "" all; nothing on SQLite."""

    name = "within_tenant"
    type = String()
    inherit_cache = True


@compiles(within_tenant, "sqlite")
def _within_tenant_on_sqlite(element: within_tenant, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.clauses, **kw)


@compiles(within_tenant, "postgresql")
def _within_tenant_on_postgresql(element: within_tenant, compiler: SQLCompiler, **kw: Any) -> str:
    return f"set_config('{VARIABLE}', {compiler.process(element.clauses, **kw)}, true)"


_OF_TRANSACTION = select(within_tenant(bindparam("tenant", type_=String())))
_OF_SESSION = select(func.set_config(VARIABLE, bindparam("tenant", type_=String()), False))
_BYPASSES = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").columns(
    bypasses=Boolean()
)


async def speak_for(connection: AsyncConnection, tenant_id: str) -> None:
    """Let the transaction on this connection see one organisation only."""
    if connection.dialect.name == "postgresql":
        await connection.execute(_OF_TRANSACTION, {"tenant": tenant_id})


async def read_for(connection: AsyncConnection, tenant_id: str | None) -> None:
    """Let a connection that reads without transactions see one organisation only, or all again.

    The connection remembers for whom it read last, so that nothing is asked where that stays the same.
    """
    if connection.dialect.name != "postgresql":
        return
    known, wanted = connection.sync_connection, tenant_id or ""
    if known is not None and known.info.get(VARIABLE, "") != wanted:
        # Not known until it is done: whatever is cut off in between is set anew.
        known.info[VARIABLE] = None
        await connection.execute(_OF_SESSION, {"tenant": wanted})
        known.info[VARIABLE] = wanted


async def is_bypassed(connection: AsyncConnection) -> bool:
    """Whether the role that Milepost connects as is above row-level security; never on SQLite, which has none."""
    if connection.dialect.name != "postgresql":
        return False
    return bool((await connection.execute(_BYPASSES)).scalar_one())
