"""Tables as they leave: a statement for each, in the order of its key, a page at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from core.ports.records import Part, Whose
from storage.records import by_team, development, people, work
from storage.records.stored import Stored

STORED: Mapping[str, Stored] = people.STORED | work.STORED | development.STORED | by_team.STORED
"""Every table that is stored as it leaves, by its name in `core.records.tables`."""


class SqlRecords:
    """See `core.ports.Records`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def page(self, table: str, whose: Whose, part: Part) -> Sequence[dict[str, Any]]:
        """The rows, a value for each field."""
        statement, given = STORED[table].page(whose, part)
        return [dict(row) for row in (await self._connection.execute(statement, given)).mappings()]
