"""What is read for tables that leave, a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows are read: all of an organisation, or of it only those about these people or of these teams."""

    tenant_id: str
    person_ids: Collection[str] | None = None
    team_ids: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Up to `limit` rows in the order of the table's key: those after `after`, a value a key field.

    With `updated_since` (UTC) those that were made or changed at or after that instant.
    """

    limit: int
    after: tuple[Any, ...] | None = None
    updated_since: datetime | None = None


class Records(Protocol):
    """Rows that are stored as they leave."""

    async def page(self, table: str, whose: Whose, part: Part) -> Sequence[dict[str, Any]]:
        """The rows, a value for each field of the table's row; one statement. Raises `KeyError` for another."""
        ...
